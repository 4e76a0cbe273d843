//! The command line and the configuration: flags, settings.

pub mod arguments;
pub mod config;
pub(crate) mod config_edit;
pub mod config_file;
pub mod flags;
pub mod used_flags;
pub mod value;

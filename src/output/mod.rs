//! Where bytes go: standard output, a file replaced whole, a folder of letters.

pub mod destination;
pub mod letters;
pub mod new_file;
#[cfg(unix)]
pub(crate) mod signals;

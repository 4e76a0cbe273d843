//! Where bytes go: standard output, a pager, a file replaced whole, a folder of letters.

pub mod destination;
pub mod letters;
pub mod new_file;
pub mod pager;
#[cfg(unix)]
pub(crate) mod signals;

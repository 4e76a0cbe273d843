//! The destination of a report: standard output, a device, or a file that is replaced whole or not at all.

use crate::output::new_file::NewFile;
use anyhow::{Context, bail};
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};

const BUFFER: usize = 1 << 16;

/// An output being written. Without a commit, a file stays as it was.
pub enum Output {
    /// Standard output.
    Standard(BufWriter<StdoutLock<'static>>),
    /// A device or a pipe, written directly.
    Straight {
        /// The device.
        file: BufWriter<File>,
        /// Its path.
        path: PathBuf,
    },
    /// A new file beside the old one, which it replaces at the end.
    Beside {
        /// The new file.
        new: BufWriter<NewFile>,
        /// The path of the old file.
        target: PathBuf,
    },
}

impl Output {
    /// Opens the output; `-` or no path is standard output.
    ///
    /// # Errors
    /// When the folder does not exist or cannot be written.
    pub fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::Standard(BufWriter::with_capacity(BUFFER, io::stdout().lock())));
        };
        Self::open_file(path).with_context(|| format!("{}: cannot be written", path.display()))
    }

    fn open_file(path: &Path) -> anyhow::Result<Self> {
        let old = fs::metadata(path).ok();
        // Paths under /dev are streams that are already open: append to them, never replace them.
        let is_open = path.starts_with("/dev") || path.starts_with("/proc");
        if old.as_ref().is_some_and(|old| is_open || !old.is_file()) {
            let file = File::options().write(true).append(is_open).open(path)?;
            return Ok(Self::Straight { file: BufWriter::with_capacity(BUFFER, file), path: path.into() });
        }
        let target = resolved(path)?;
        let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if !folder.is_dir() {
            bail!("there is no folder {}", folder.display());
        }
        let new = NewFile::in_folder(folder)?;
        if let Some(old) = old {
            new.set_permissions(old.permissions())?;
        }
        Ok(Self::Beside { new: BufWriter::with_capacity(BUFFER, new), target })
    }

    /// Returns whether a person at a terminal reads the output.
    pub fn is_terminal(&self) -> bool {
        match self {
            Self::Standard(_) => io::stdout().is_terminal(),
            Self::Straight { file, .. } => file.get_ref().is_terminal(),
            Self::Beside { .. } => false,
        }
    }

    /// Keeps the output.
    ///
    /// # Errors
    /// When the last bytes cannot be written, or the file cannot be put in its place.
    pub fn commit(mut self) -> anyhow::Result<()> {
        self.flush()?;
        let Self::Beside { new, target } = self else { return Ok(()) };
        let new = new.into_inner().map_err(io::IntoInnerError::into_error);
        new.and_then(|new| new.replace(&target)).with_context(|| not_replaced(&target))
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Self::Standard(out) => out,
            Self::Straight { file, .. } => file,
            Self::Beside { new, .. } => new,
        }
    }

    /// Names the destination in an error; a closed pipe keeps its kind.
    fn named(&self, error: io::Error) -> io::Error {
        let place = match self {
            Self::Standard(_) => "standard output: cannot be written".into(),
            Self::Straight { path, .. } => format!("{}: cannot be written", path.display()),
            Self::Beside { target, .. } => not_replaced(target),
        };
        io::Error::new(error.kind(), format!("{place}: {error}"))
    }
}

fn not_replaced(target: &Path) -> String {
    format!("{}: cannot be written; the old file is as it was", target.display())
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.writer().write(bytes).map_err(|error| self.named(error))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer().flush().map_err(|error| self.named(error))
    }
}

/// Returns whether two paths lead to the same file, which need not exist.
pub fn is_same_file(one: &Path, other: &Path) -> bool {
    let place = |path: &Path| {
        path.canonicalize().ok().or_else(|| {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            Some(folder.canonicalize().ok()?.join(path.file_name()?))
        })
    };
    one == other || matches!((place(one), place(other)), (Some(one), Some(other)) if one == other)
}

/// Returns the file behind symbolic links, existing or not.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    /// As many links in a row as the kernel follows.
    const MOST_LINKS: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::symlink_metadata(&target) {
            Ok(found) if found.is_symlink() => {
                let link = fs::read_link(&target)?;
                target = target.parent().unwrap_or(Path::new("")).join(link);
            }
            _ => return Ok(target),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

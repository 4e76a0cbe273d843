//! The destination of a report: standard output, a device, or a file that is replaced whole or not at all.

use crate::hint::with_hint;
use crate::input::opened;
use crate::output::new_file::NewFile;
use crate::output::pager::Paged;
use anyhow::{Context, bail};
use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

const BUFFER: usize = 1 << 16;
/// The paths of streams that the program was started with.
const OPEN_STREAMS: [&str; 5] = ["/dev/stdin", "/dev/stdout", "/dev/stderr", "/dev/fd", "/proc"];

/// An output being written. Without a commit, a file stays as it was.
pub enum Output {
    /// Standard output.
    Standard(BufWriter<StdoutLock<'static>>),
    /// Standard output on a terminal, through a pager where it is long.
    Paged(Paged),
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
        /// The old file.
        old: Option<Box<Metadata>>,
        /// What the file is written for.
        of: Use,
    },
}

impl Output {
    /// Opens the output; `-` or no path is standard output. The files that are read are opened before it.
    ///
    /// # Errors
    /// When the folder does not exist or cannot be written, and when the output would take the place of a file that
    /// this run reads or writes already.
    pub fn open(path: Option<&Path>) -> anyhow::Result<Self> {
        match path.filter(|path| path.as_os_str() != "-") {
            None => {
                check_standard_output()?;
                Ok(Self::Standard(BufWriter::with_capacity(BUFFER, io::stdout().lock())))
            }
            Some(path) => Self::open_file(path, Use::New),
        }
    }

    /// Opens a copy of a file that is read: it is never open to more people than that file.
    ///
    /// # Errors
    /// As for [`open`](Self::open).
    pub fn open_copy(path: &Path) -> anyhow::Result<Self> {
        Self::open_file(path, Use::Copy)
    }

    /// Opens a file that this run reads in order to change it, such as the configuration.
    ///
    /// # Errors
    /// When the folder does not exist or cannot be written, and when this run writes the file already.
    pub fn edit(path: &Path) -> anyhow::Result<Self> {
        Self::open_file(path, Use::Edit)
    }

    /// Opens a file to which this run adds rows, one after the other, each time with all that it held.
    ///
    /// # Errors
    /// When the folder does not exist or cannot be written.
    pub fn add_to(path: &Path) -> anyhow::Result<Self> {
        Self::open_file(path, Use::Rows)
    }

    fn open_file(path: &Path, of: Use) -> anyhow::Result<Self> {
        let cannot = || format!("{}: cannot be written", path.display());
        let old = fs::metadata(path).ok();
        of.refuse_what_is_read(path, old.as_ref())?;
        // Streams that are already open: append to them, never replace them.
        let is_open = OPEN_STREAMS.iter().any(|streams| path.starts_with(streams));
        if old.as_ref().is_some_and(|old| is_open || !old.is_file()) {
            let file = File::options().write(true).append(is_open).open(path).with_context(cannot)?;
            return Ok(Self::Straight { file: BufWriter::with_capacity(BUFFER, file), path: path.into() });
        }
        let target = resolved(path).with_context(cannot)?;
        refuse_read_only(&target)?;
        let folder = folder_of(&target);
        if !folder.is_dir() {
            bail!("{}: there is no folder {}", cannot(), folder.display());
        }
        if of != Use::Rows {
            claim(&target)?;
        }
        let new = NewFile::in_folder(folder).with_context(cannot)?;
        Ok(Self::Beside { new: BufWriter::with_capacity(BUFFER, new), target, old: old.map(Box::new), of })
    }

    /// Returns the same output, where it is a terminal through a pager once it is longer than that.
    #[must_use]
    pub fn paged(self) -> Self {
        match (self, Paged::new()) {
            (Self::Standard(_), Some(paged)) => Self::Paged(paged),
            (output, _) => output,
        }
    }

    /// Returns whether a person at a terminal reads the output.
    pub fn is_terminal(&self) -> bool {
        match self {
            Self::Standard(_) => io::stdout().is_terminal(),
            Self::Paged(_) => true,
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
        if let Self::Paged(paged) = &mut self {
            let finished = paged.finish();
            return finished.map_err(|error| self.named(error).into());
        }
        let Self::Beside { new, target, old, of } = self else { return Ok(()) };
        // Also what was opened only after the output.
        of.refuse_what_is_read(&target, fs::metadata(&target).ok().as_ref())?;
        let new = new.into_inner().map_err(io::IntoInnerError::into_error);
        let replaced = new.and_then(|new| {
            old.map_or(Ok(()), |old| new.take_permissions(&old, of == Use::Copy))?;
            new.replace(&target)
        });
        replaced.with_context(|| not_replaced(&target))
    }

    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Self::Standard(out) => out,
            Self::Paged(out) => out,
            Self::Straight { file, .. } => file,
            Self::Beside { new, .. } => new,
        }
    }

    /// Names the destination in an error; a closed pipe keeps its kind.
    fn named(&self, error: io::Error) -> io::Error {
        let place = match self {
            Self::Standard(_) | Self::Paged(_) => "standard output: cannot be written".into(),
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

/// Checks that standard output can be written, before a run begins for nothing.
///
/// The standard library takes what is written to a descriptor that is not open for writing for written, and replaces
/// one that is not open at all by `/dev/null` before the program begins; the second cannot be told from `> /dev/null`.
///
/// # Errors
/// When it is not open for writing, a full device, or a file that this run reads.
#[cfg(unix)]
pub fn check_standard_output() -> anyhow::Result<()> {
    use std::os::fd::AsFd;
    let cannot = "standard output: cannot be written";
    let file = io::stdout().as_fd().try_clone_to_owned().map(File::from).context(cannot)?;
    let found = file.metadata().context(cannot)?;
    Use::New.refuse_what_is_read(Path::new("standard output"), Some(&found))?;
    // Nothing is written; a pipe without a reader is found at the first byte.
    (&file).write(&[]).map(drop).context(cannot)
}

/// Checks that standard output can be written; other systems tell when it is.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn check_standard_output() -> anyhow::Result<()> {
    Ok(())
}

/// What a file is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A report or another text of its own.
    New,
    /// A copy of a file that is read, which is never open to more people than that file.
    Copy,
    /// A change of a file that is read.
    Edit,
    /// The same, several times in one run.
    Rows,
}

impl Use {
    /// Refuses an output that would take the place of a file that this run reads, under whatever name.
    fn refuse_what_is_read(self, path: &Path, found: Option<&Metadata>) -> anyhow::Result<()> {
        let read =
            found.filter(|_| !matches!(self, Self::Edit | Self::Rows)).and_then(|found| opened::name_of(found, path));
        let Some(read) = read else { return Ok(()) };
        let path = path.display().to_string();
        let under = if read == path { String::new() } else { format!(" as {read}") };
        bail!("{path}: this file is read{under} and is not written over; name another file for what is written");
    }
}

/// Refuses a place to which this run writes already.
///
/// # Errors
/// When it does.
pub(crate) fn claim(target: &Path) -> anyhow::Result<()> {
    static CLAIMED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    let Some(name) = target.file_name() else { bail!("{}: this is no name of a file", target.display()) };
    let place = folder_of(target).canonicalize().unwrap_or_else(|_| folder_of(target).to_owned()).join(name);
    if !CLAIMED.lock().unwrap_or_else(PoisonError::into_inner).insert(place) {
        bail!("{}: two outputs of this run name this file; name two", target.display());
    }
    Ok(())
}

/// Refuses to replace a file that nobody may write. A new file in its place would pass over that wish.
///
/// # Errors
/// When there is such a file.
pub(crate) fn refuse_read_only(target: &Path) -> anyhow::Result<()> {
    if fs::metadata(target).is_ok_and(|found| found.is_file() && found.permissions().readonly()) {
        let problem = format!("{}: this file is read-only, and stays as it is", target.display());
        bail!(with_hint(problem, "make it writable, or name another file"));
    }
    Ok(())
}

fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
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

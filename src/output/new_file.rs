//! A new file that is removed unless it is put in its place, also when a signal ends the run before that.

use crate::input::opened;
#[cfg(unix)]
use crate::output::signals;
use std::collections::BTreeSet;
use std::fs::{Metadata, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::{NamedTempFile, TempPath};

/// A file under a temporary name, in the folder of its final place.
#[derive(Debug)]
pub struct NewFile {
    file: NamedTempFile,
    unfinished: Unfinished,
}

impl NewFile {
    /// Creates a file in a folder, with the permissions of any new file; but nobody can read or write it who cannot do
    /// so with the files whose records this run reads (settled 190).
    ///
    /// # Errors
    /// When the folder does not exist or cannot be written.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        #[cfg(unix)]
        signals::call_before_end(remove_unfinished);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".muster-").suffix(".tmp");
        #[cfg(unix)]
        builder.permissions({
            use std::os::unix::fs::PermissionsExt;
            // Less the umask.
            Permissions::from_mode(most_permissions(folder)?)
        });
        let mut unfinished = unfinished();
        let file = builder.tempfile_in(folder)?;
        unfinished.insert(file.path().into());
        let unfinished = Unfinished(file.path().into());
        Ok(Self { file, unfinished })
    }

    /// Gives it the permissions of the file that it will replace. `narrows`: only as far as it has them already.
    ///
    /// # Errors
    /// When they cannot be changed.
    pub fn take_permissions(&self, old: &Metadata, narrows: bool) -> io::Result<()> {
        let file = self.file.as_file();
        let permissions = if narrows { both(&old.permissions(), file)? } else { old.permissions() };
        file.set_permissions(permissions)
    }

    /// Puts it in its place, synced to the disk, and replaces what is there.
    ///
    /// # Errors
    /// When that fails; the old file then stays.
    pub fn replace(self, target: &Path) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(target).map(drop).map_err(|error| error.error)
    }

    /// Closes it, under its temporary name.
    pub fn close(self) -> Closed {
        Closed { path: self.file.into_temp_path(), unfinished: self.unfinished }
    }
}

/// A file that is written and closed, so that many can wait for their places.
#[derive(Debug)]
pub struct Closed {
    path: TempPath,
    unfinished: Unfinished,
}

impl Closed {
    /// Puts it in its place if nothing is there. The file in its place is removed again, like one under a temporary
    /// name, unless it is [kept](Placed::keep_all).
    ///
    /// # Errors
    /// When something is there, or it fails.
    pub fn place(self, target: &Path) -> io::Result<Placed> {
        let mut unfinished = unfinished();
        self.path.persist_noclobber(target).map_err(|error| error.error)?;
        unfinished.insert(target.into());
        drop(unfinished);
        drop(self.unfinished);
        Ok(Placed { unfinished: Unfinished(target.into()), is_kept: false })
    }
}

/// A file in its place, which goes again unless it is kept.
#[derive(Debug)]
pub struct Placed {
    unfinished: Unfinished,
    is_kept: bool,
}

impl Placed {
    /// Leaves all of these files where they are.
    pub fn keep_all(placed: Vec<Self>) {
        let mut unfinished = unfinished();
        for file in &placed {
            unfinished.remove(&file.unfinished.0);
        }
        drop(unfinished);
        placed.into_iter().for_each(|mut file| file.is_kept = true);
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        if !self.is_kept {
            // One that somebody has removed meanwhile is gone already.
            let _ = std::fs::remove_file(&self.unfinished.0);
        }
    }
}

/// Writes a whole new file, never over another.
///
/// # Errors
/// When something is there ([`io::ErrorKind::AlreadyExists`]), or it cannot be written.
pub fn write_new(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NewFile::in_folder(folder)?;
    file.write_all(bytes)?;
    Placed::keep_all(vec![file.close().place(target)?]);
    Ok(())
}

/// Returns the permissions that a new file in a folder may have at most.
#[cfg(unix)]
fn most_permissions(folder: &Path) -> io::Result<u32> {
    use std::os::unix::fs::MetadataExt;
    let Some(access) = opened::access() else { return Ok(0o666) };
    // The system decides which group a new file gets.
    let group = if access.is_by_group() { tempfile::tempfile_in(folder)?.metadata()?.gid() } else { 0 };
    Ok(access.of_group(group))
}

/// Returns what both these permissions and those of a file allow.
#[cfg(unix)]
fn both(old: &Permissions, file: &std::fs::File) -> io::Result<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Ok(Permissions::from_mode(old.mode() & file.metadata()?.permissions().mode()))
}

#[cfg(not(unix))]
fn both(old: &Permissions, _: &std::fs::File) -> io::Result<Permissions> {
    Ok(old.clone())
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The paths of files that are removed unless all goes well: under temporary names, or placed and not kept yet. Who
/// holds it while a file is made or the run is ended leaves no moment in which one could be missed.
fn unfinished() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    static UNFINISHED: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One of them, as long as this is there.
#[derive(Debug)]
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        unfinished().remove(&self.0);
    }
}

/// Takes every unfinished file away. None is begun as long as what is returned is kept.
#[cfg(unix)]
fn remove_unfinished() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    let unfinished = unfinished();
    // One that has just been put in its place is not there any more.
    unfinished.iter().for_each(|path| drop(std::fs::remove_file(path)));
    unfinished
}

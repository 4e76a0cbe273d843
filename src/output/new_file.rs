//! A new file that is removed unless it is put in its place, also when a signal ends the run before that.

use std::fs::Permissions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::NamedTempFile;

/// A file under a temporary name, in the folder of its final place.
#[derive(Debug)]
pub struct NewFile {
    file: NamedTempFile,
    _unfinished: Unfinished,
}

impl NewFile {
    /// Creates a file in a folder, with the permissions of any new file.
    ///
    /// # Errors
    /// When the folder does not exist or cannot be written.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        #[cfg(unix)]
        remove_at_signals();
        let mut builder = tempfile::Builder::new();
        builder.prefix(".muster-").suffix(".tmp");
        #[cfg(unix)]
        builder.permissions({
            use std::os::unix::fs::PermissionsExt;
            // Less the umask.
            Permissions::from_mode(0o666)
        });
        let mut unfinished = unfinished();
        let file = builder.tempfile_in(folder)?;
        unfinished.push(file.path().into());
        let _unfinished = Unfinished(file.path().into());
        Ok(Self { file, _unfinished })
    }

    /// Sets its permissions.
    ///
    /// # Errors
    /// When they cannot be changed.
    pub fn set_permissions(&self, permissions: Permissions) -> io::Result<()> {
        self.file.as_file().set_permissions(permissions)
    }

    /// Puts it in its place, synced to the disk, and replaces what is there.
    ///
    /// # Errors
    /// When that fails; the old file then stays.
    pub fn replace(self, target: &Path) -> io::Result<()> {
        self.file.as_file().sync_all()?;
        self.file.persist(target).map(drop).map_err(|error| error.error)
    }

    /// Puts it in its place if no file is there.
    ///
    /// # Errors
    /// When a file is there, or it fails.
    pub fn place(self, target: &Path) -> io::Result<()> {
        self.file.persist_noclobber(target).map(drop).map_err(|error| error.error)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// The passing names of files that are not in their places yet. Who holds it while a file is made or the run is ended
/// leaves no moment in which one could be missed.
fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One of them, as long as this is there.
#[derive(Debug)]
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        unfinished().retain(|path| *path != self.0);
    }
}

/// From now on, an interrupt and the request to end take unfinished files away and then end the run. A hang-up does
/// not: who starts a run with `nohup` wants it to live on after one.
#[cfg(unix)]
fn remove_at_signals() {
    use signal_hook::consts::{SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let unfinished = unfinished();
                // One that has just been put in its place is not there any more.
                unfinished.iter().for_each(|path| drop(std::fs::remove_file(path)));
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
    });
}

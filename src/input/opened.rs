//! The files that this run has opened to read. None of them may be written over, and what is written from their records
//! is open to nobody to whom they are closed.
//!
//! Everything that a run reads comes through [`bytes`](crate::input::bytes), which remembers it here, and everything
//! that it writes asks here first. So neither needs a list of the other.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What tells a file from every other, whatever it is called: its device and its number there, or where a system has
/// none, its path without links.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(#[cfg(unix)] (u64, u64), #[cfg(not(unix))] std::path::PathBuf);

impl FileId {
    /// Returns the identity of a file; `None` for what is no file, such as a pipe or a device.
    #[cfg(unix)]
    pub fn of(found: &Metadata, _: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        found.is_file().then(|| Self((found.dev(), found.ino())))
    }

    /// Returns the identity of a file; `None` for what is no file, such as a pipe or a device.
    #[cfg(not(unix))]
    pub fn of(found: &Metadata, path: &Path) -> Option<Self> {
        found.is_file().then(|| path.canonicalize().ok().map(Self)).flatten()
    }
}

/// What the files with records allow others than their owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Access {
    /// The permissions that all of them give.
    mode: u32,
    /// The group of all of them; `None` when they are of several.
    group: Option<u32>,
}

impl Access {
    /// Returns what both allow.
    fn and(self, other: Self) -> Self {
        Self { mode: self.mode & other.mode, group: self.group.filter(|group| other.group == Some(*group)) }
    }

    /// Returns the permissions of a file of this group: those of the files, less what they give to another group. Its
    /// owner may always read and write it.
    pub fn of_group(self, group: u32) -> u32 {
        let of_others = self.mode & 0o006;
        let of_group = if self.group == Some(group) { self.mode & 0o060 } else { self.mode & 0o060 & (of_others << 3) };
        0o600 | of_group | of_others
    }

    /// Returns whether a group matters: it may do what others may not.
    pub fn is_by_group(self) -> bool {
        (self.mode & 0o060) & !((self.mode & 0o006) << 3) != 0
    }
}

/// What has been opened.
struct Opened {
    /// The name under which each file was opened first.
    names: BTreeMap<FileId, String>,
    /// What the files with records allow.
    access: Option<Access>,
}

fn opened() -> MutexGuard<'static, Opened> {
    static OPENED: Mutex<Opened> = Mutex::new(Opened { names: BTreeMap::new(), access: None });
    OPENED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Remembers a file that is read.
pub fn remember(found: &Metadata, path: &Path, name: &str) {
    if let Some(id) = FileId::of(found, path) {
        opened().names.entry(id).or_insert_with(|| name.to_owned());
    }
}

/// Remembers a file whose records are read, and what it allows others (settled 190).
#[cfg(unix)]
pub fn remember_records(found: &Metadata, path: &Path, name: &str) {
    use std::os::unix::fs::MetadataExt;
    remember(found, path, name);
    if found.is_file() {
        let access = Access { mode: found.mode(), group: Some(found.gid()) };
        let access_of_all = &mut opened().access;
        *access_of_all = Some(access_of_all.map_or(access, |others| others.and(access)));
    }
}

/// Remembers a file whose records are read.
#[cfg(not(unix))]
pub fn remember_records(found: &Metadata, path: &Path, name: &str) {
    remember(found, path, name);
}

/// Returns the name under which this run reads a file, if it does.
pub fn name_of(found: &Metadata, path: &Path) -> Option<String> {
    FileId::of(found, path).and_then(|id| opened().names.get(&id).cloned())
}

/// Returns what the files allow whose records this run reads; `None` when it reads none.
pub fn access() -> Option<Access> {
    opened().access
}

#[cfg(test)]
mod tests {
    use super::Access;

    fn access(mode: u32, group: u32) -> Access {
        Access { mode, group: Some(group) }
    }

    #[test]
    fn what_is_written_is_open_to_nobody_new() {
        for (of, group, mode) in [
            (access(0o600, 1), 1, 0o600),
            (access(0o640, 1), 1, 0o640),
            // Another group could read then what it could not before.
            (access(0o640, 1), 2, 0o600),
            (access(0o664, 1), 2, 0o644),
            (access(0o644, 1), 2, 0o644),
            // Nothing that is executed, and never without its owner.
            (access(0o4755, 1), 1, 0o644),
            (access(0o444, 1), 1, 0o644),
            (access(0o040, 1), 1, 0o640),
            // Of two files, what both allow.
            (access(0o644, 1).and(access(0o600, 1)), 1, 0o600),
            (access(0o640, 1).and(access(0o644, 1)), 1, 0o640),
            (access(0o640, 1).and(access(0o644, 2)), 1, 0o600),
            (access(0o640, 1).and(access(0o644, 2)), 2, 0o600),
            (access(0o644, 1).and(access(0o646, 2)), 3, 0o644),
        ] {
            assert_eq!(of.of_group(group), mode, "{of:?} in group {group}: {:o}", of.of_group(group));
        }
    }

    #[test]
    fn a_group_matters_where_it_may_do_more() {
        for (mode, matters) in [(0o600, false), (0o644, false), (0o664, true), (0o640, true), (0o604, false)] {
            assert_eq!(access(mode, 1).is_by_group(), matters, "{mode:o}");
        }
    }
}

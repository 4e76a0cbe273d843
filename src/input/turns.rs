//! Files that are opened in turns, because a run may be given more files than the system lets it have open.

use crate::input::opened::FileId;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The number of files that stay open: well below the 256 descriptors that some systems give a program.
const MOST_OPEN: usize = 64;

/// The number of files that are open.
static OPEN: AtomicUsize = AtomicUsize::new(0);

/// Returns a reader of a file. While many are open already, a further one is opened anew for each piece that is read.
///
/// # Errors
/// When nothing can be learned about the file.
pub fn reader(file: File, path: &Path) -> io::Result<Box<dyn Read + Send>> {
    let Some(id) = FileId::of(&file.metadata()?, path) else {
        // A pipe or a device cannot be opened twice.
        return Ok(Box::new(file));
    };
    let one_more = |open: usize| (open < MOST_OPEN).then_some(open + 1);
    Ok(match OPEN.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_more) {
        Ok(_) => Box::new(Open(file)),
        Err(_) => Box::new(InTurns { path: path.to_owned(), id, at: 0 }),
    })
}

/// A file that stays open.
struct Open(File);

impl Read for Open {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.0.read(to)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        OPEN.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A file that is open only while a piece of it is read.
struct InTurns {
    path: PathBuf,
    id: FileId,
    /// The place of the next piece.
    at: u64,
}

impl Read for InTurns {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let mut file = File::open(&self.path)?;
        if FileId::of(&file.metadata()?, &self.path).as_ref() != Some(&self.id) {
            return Err(io::Error::other("another file has taken its place; run the command again"));
        }
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(to)?;
        self.at += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_in_turns_is_read_on_where_it_was_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.csv");
        let text: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        fs::write(&path, &text).unwrap();
        let of = |path: &Path| FileId::of(&fs::metadata(path).unwrap(), path).unwrap();
        let mut in_turns = InTurns { path: path.clone(), id: of(&path), at: 0 };
        let (mut read, mut piece) = (Vec::new(), [0; 70_001]);
        while read.len() < 200_000 {
            let length = in_turns.read(&mut piece).unwrap();
            read.extend_from_slice(&piece[..length]);
        }
        // What is added meanwhile is read, as in a file that stayed open.
        fs::OpenOptions::new()
            .append(true)
            .open(&path)
            .and_then(|mut file| io::Write::write_all(&mut file, b"end"))
            .unwrap();
        in_turns.read_to_end(&mut read).unwrap();
        assert_eq!(read, [&text[..], b"end"].concat());
        // Another file under the same name is not read on in the middle.
        let other = folder.path().join("other.csv");
        fs::write(&other, &text).unwrap();
        fs::rename(&other, &path).unwrap();
        assert!(in_turns.read(&mut piece).unwrap_err().to_string().starts_with("another file has taken its place"));
    }

    #[test]
    fn more_files_than_stay_open_are_all_read() {
        let folder = tempfile::tempdir().unwrap();
        let paths: Vec<PathBuf> = (0..2 * MOST_OPEN).map(|at| folder.path().join(at.to_string())).collect();
        paths.iter().for_each(|path| fs::write(path, path.to_str().unwrap()).unwrap());
        let open = |path: &PathBuf| reader(File::open(path).unwrap(), path).unwrap();
        let readers: Vec<_> = paths.iter().map(open).collect();
        assert!(OPEN.load(Ordering::Relaxed) <= MOST_OPEN);
        for (path, mut reader) in paths.iter().zip(readers) {
            let mut text = String::new();
            reader.read_to_string(&mut text).unwrap();
            assert_eq!(text, path.to_str().unwrap());
        }
    }
}

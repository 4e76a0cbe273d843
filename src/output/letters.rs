//! Letters in a folder: a text file each, under a safe name, never over another text.

use crate::output::destination::claim;
use crate::output::new_file::{Closed, NewFile, Placed};
use crate::words::count_words;
use anyhow::{Context, bail};
use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The longest part of a file name that comes from a roster, in bytes.
const LONGEST: usize = 80;

/// Letters, kept until all are known, so that either all are written or none.
pub(crate) struct Letters {
    folder: PathBuf,
    letters: Vec<(PathBuf, String)>,
    /// File names in lower case: some file systems ignore case.
    names: HashSet<String>,
}

/// The officer in the name of a letter.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LetterPerson<'p> {
    pub(crate) ptb_id: Option<&'p str>,
    pub(crate) name: Option<&'p str>,
    /// The line of the officer, for one who has neither; none for a letter that is about no single officer.
    pub(crate) line: Option<u64>,
}

impl Letters {
    /// Starts a set of letters for a folder.
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), letters: Vec::new(), names: HashSet::new() }
    }

    /// Adds a letter. `about` begins its name, and `to` ends it.
    pub(crate) fn add(&mut self, about: &str, who: &LetterPerson, to: &str, text: String) {
        let known: Vec<&str> = [who.ptb_id, who.name].into_iter().flatten().collect();
        let who = match who.line {
            _ if !known.is_empty() => format!("_{}", safe(&known.join(" "))),
            Some(line) => format!("_{}", safe(&format!("line {line}"))),
            None => String::new(),
        };
        let stem = format!("{about}{who}_{to}");
        let name = (1_u32..)
            .map(|count| if count == 1 { format!("{stem}.txt") } else { format!("{stem}_{count}.txt") })
            .find(|name| !self.names.contains(&name.to_lowercase()));
        if let Some(name) = name {
            self.names.insert(name.to_lowercase());
            self.letters.push((self.folder.join(name), text));
        }
    }

    /// Writes every letter that is not there yet, and returns a sentence that counts them.
    ///
    /// # Errors
    /// When something else is in the place of a letter, each of which is named, and when one cannot be written. No
    /// letter is written then.
    pub(crate) fn write(self) -> anyhow::Result<String> {
        let Self { folder, letters, .. } = self;
        let mut there = 0;
        let mut others = Vec::new();
        let mut missing = Vec::new();
        for (path, text) in &letters {
            match is_there(path, text) {
                Ok(true) => there += 1,
                Ok(false) => missing.push((path, text)),
                Err(why) => others.push(format!("{}: {why:#}", path.display())),
            }
        }
        if !others.is_empty() {
            bail!("{}\nno letter was written: choose another folder, or --since for the new ones", others.join("\n"));
        }
        let is_new = !folder.exists();
        fs::create_dir_all(&folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
        let written = write_all(&folder, &missing);
        if written.is_err() && is_new {
            // Not where somebody has put something else into it meanwhile.
            let _ = fs::remove_dir(&folder);
        }
        written.context("no letter was written")?;
        let written = count_words(i64::try_from(missing.len()).unwrap_or(i64::MAX), "letter");
        let before = if there == 0 { String::new() } else { format!(", {there} were there already") };
        Ok(format!("{written} written to {}{before}.", folder.display()))
    }
}

/// Returns whether a letter is there already.
///
/// # Errors
/// When something else is in its place. What is no file is not opened: a pipe has no end, and a link may lead anywhere.
fn is_there(path: &Path, text: &str) -> anyhow::Result<bool> {
    let found = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            claim(path)?;
            return Ok(false);
        }
        found => found.context("cannot be read")?,
    };
    if found.is_symlink() {
        bail!("is a link and was not followed");
    }
    if !found.is_file() {
        bail!("is no file and was not changed");
    }
    let is_same = found.len() == text.len() as u64 && fs::read(path).context("cannot be read")? == text.as_bytes();
    if !is_same {
        bail!("is there with another text and was not changed");
    }
    Ok(true)
}

/// Writes all of these letters or none: first all under temporary names, then each in its place.
fn write_all(folder: &Path, letters: &[(&PathBuf, &String)]) -> anyhow::Result<()> {
    let cannot = |path: &Path| format!("{}: cannot be written", path.display());
    let write = |text: &str| {
        let mut file = NewFile::in_folder(folder)?;
        file.write_all(text.as_bytes())?;
        Ok::<Closed, io::Error>(file.close())
    };
    let mut written = Vec::with_capacity(letters.len());
    for (path, text) in letters {
        written.push((path, write(text).with_context(|| cannot(path))?));
    }
    let mut placed: Vec<Placed> = Vec::with_capacity(letters.len());
    for (path, letter) in written {
        placed.push(letter.place(path).with_context(|| cannot(path))?);
    }
    Placed::keep_all(placed);
    Ok(())
}

/// Keeps letters and digits; each run of other characters becomes one hyphen.
fn safe(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = if letter.is_alphanumeric() { letter } else { '-' };
        if name.len() + letter.len_utf8() > LONGEST {
            break;
        }
        if letter != '-' || !name.is_empty() && !name.ends_with('-') {
            name.push(letter);
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    name
}

#[cfg(test)]
mod tests {
    use super::{safe, write_all};
    use std::fs;

    #[test]
    fn a_letter_that_cannot_be_placed_takes_the_others_away() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["a.txt", "b.txt", "none/c.txt"].map(|name| folder.path().join(name));
        let text = "Dear".to_owned();
        let letters: Vec<_> = paths.iter().map(|path| (path, &text)).collect();
        let names = || fs::read_dir(folder.path()).unwrap().count();
        assert!(write_all(folder.path(), &letters).is_err());
        assert_eq!(names(), 0);
        // One that somebody else writes meanwhile stays as it is.
        fs::write(&paths[1], "Mine").unwrap();
        assert!(write_all(folder.path(), &letters[..2]).is_err());
        assert_eq!((names(), fs::read(&paths[1]).unwrap().as_slice()), (1, b"Mine".as_slice()));
        fs::remove_file(&paths[1]).unwrap();
        write_all(folder.path(), &letters[..2]).unwrap();
        assert_eq!((names(), fs::read(&paths[0]).unwrap().as_slice()), (2, b"Dear".as_slice()));
    }

    #[test]
    fn a_name_is_made_safe_for_a_folder() {
        assert_eq!(safe("0012890 Doe Jr., Jane A."), "0012890-Doe-Jr-Jane-A");
        assert_eq!(safe("../../etc/passwd"), "etc-passwd");
        assert_eq!(safe("Núñez\u{0}\n王"), "Núñez-王");
        assert_eq!(safe("..."), "");
        assert_eq!(safe(&"é".repeat(200)).len(), 80);
    }
}

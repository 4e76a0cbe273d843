//! Letters in a folder: a text file each, under a safe name, never over another text.

use crate::output::new_file::NewFile;
use crate::report::page::notice::NoticeText;
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

impl Letters {
    /// Starts a set of letters for a folder.
    pub(crate) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), letters: Vec::new(), names: HashSet::new() }
    }

    /// Adds a letter; `line` names an officer who has neither PTB ID nor name.
    pub(crate) fn add(&mut self, notice: &NoticeText, line: u64) {
        let who: Vec<&str> = [notice.ptb_id.as_deref(), notice.name.as_deref()].into_iter().flatten().collect();
        let who = if who.is_empty() { format!("line {line}") } else { who.join(" ") };
        let (due, kind, to) = (notice.due, notice.notice.name(), notice.to.name());
        let stem = format!("{due}_{kind}_{}_{}_{to}", notice.rule, safe(&who));
        let name = (1_u32..)
            .map(|count| if count == 1 { format!("{stem}.txt") } else { format!("{stem}_{count}.txt") })
            .find(|name| !self.names.contains(&name.to_lowercase()));
        if let Some(name) = name {
            self.names.insert(name.to_lowercase());
            self.letters.push((self.folder.join(name), notice.letter()));
        }
    }

    /// Writes every letter that is not there yet, and returns a sentence that counts them.
    ///
    /// # Errors
    /// When a file with another text is in the place of a letter. Nothing is written then, and each such file is named.
    pub(crate) fn write(self) -> anyhow::Result<String> {
        let mut there = 0;
        let mut others = Vec::new();
        let mut missing = Vec::new();
        for (path, text) in &self.letters {
            match fs::read(path) {
                Ok(old) if old == text.as_bytes() => there += 1,
                Ok(_) => others.push(format!("{}: is there with another text and was not changed", path.display())),
                Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push((path, text)),
                Err(error) => others.push(format!("{}: cannot be read: {error}", path.display())),
            }
        }
        if !others.is_empty() {
            bail!("{}\nno letter was written: choose another folder, or --since for the new ones", others.join("\n"));
        }
        fs::create_dir_all(&self.folder).with_context(|| format!("{}: cannot be made", self.folder.display()))?;
        for (path, text) in &missing {
            let written = NewFile::in_folder(&self.folder).and_then(|mut file| {
                file.write_all(text.as_bytes())?;
                file.place(path)
            });
            written.with_context(|| format!("{}: cannot be written", path.display()))?;
        }
        let written = count_words(i64::try_from(missing.len()).unwrap_or(i64::MAX), "letter");
        let before = if there == 0 { String::new() } else { format!(", {there} were there already") };
        Ok(format!("{written} written to {}{before}.", self.folder.display()))
    }
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
    use super::safe;

    #[test]
    fn a_name_is_made_safe_for_a_folder() {
        assert_eq!(safe("0012890 Doe Jr., Jane A."), "0012890-Doe-Jr-Jane-A");
        assert_eq!(safe("../../etc/passwd"), "etc-passwd");
        assert_eq!(safe("Núñez\u{0}\n王"), "Núñez-王");
        assert_eq!(safe("..."), "");
        assert_eq!(safe(&"é".repeat(200)).len(), 80);
    }
}

//! Entries added to the configuration file, with its comments and everything else in it kept.

use crate::cli::config::Settings;
use crate::cli::config_file::{self, AGENCY, COLUMNS, COMMENTED, IGNORE, VALUES};
use crate::hint::with_hint;
use crate::input::cells::OwnWord;
use crate::input::header::OwnName;
use crate::output::destination::Output;
use crate::values::fold::fold;
use anyhow::{Context, anyhow};
use std::io::{ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;
use toml_edit::{DocumentMut, Item, Table, TableLike, value};

/// Entries to add to a configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Additions {
    /// Headings of `[columns]`, each with its column; `None` is one to ignore.
    pub(crate) columns: Vec<(String, Option<&'static str>)>,
    /// Words of `[values]`: the column, the user's own word, and the word that it means.
    pub(crate) words: Vec<(&'static str, String, &'static str)>,
    /// Keys of `[agency]`.
    pub(crate) agency: Vec<(&'static str, String)>,
    /// Keys before the first table.
    pub(crate) keys: Vec<(&'static str, &'static str)>,
}

impl Additions {
    /// Returns whether there is nothing to add.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Puts the headings and words in force for this run.
    pub(crate) fn apply(&self, settings: &mut Settings) {
        for (heading, column) in &self.columns {
            settings.columns.insert(fold(heading), OwnName { written: heading.clone(), column: *column });
        }
        let values = Arc::make_mut(&mut settings.values);
        for (column, own, means) in &self.words {
            values.entry(column).or_default().insert(fold(own), OwnWord::new(own, means));
        }
    }

    /// Returns the lines that are added, as they stand in the file.
    ///
    /// # Errors
    /// Never, but for a fault of ours.
    pub(crate) fn lines(&self) -> anyhow::Result<String> {
        self.added_to("")
    }

    /// Adds the entries to a configuration file, which is replaced as a whole. Where there is none, it begins as
    /// `muster config init` writes it.
    ///
    /// # Errors
    /// A file that cannot be read or written, or would not be valid; it then stays as it was.
    pub(crate) fn write(&self, path: &Path) -> anyhow::Result<()> {
        let shown = path.display();
        let before = match std::fs::read_to_string(path) {
            Err(failure) if failure.kind() == ErrorKind::NotFound => COMMENTED.to_owned(),
            read => read.with_context(|| format!("{shown}: the configuration cannot be read"))?,
        };
        let after = self.added_to(&before).with_context(|| shown.to_string())?;
        config_file::parse(&after, path)?;
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be created", folder.display()))?;
        }
        let mut output = Output::open(Some(path))?;
        output.write_all(after.as_bytes())?;
        output.commit()
    }

    /// Returns the text of a configuration file with the entries in it.
    fn added_to(&self, before: &str) -> anyhow::Result<String> {
        let mut document: DocumentMut = before.parse()?;
        for (key, word) in &self.keys {
            set(document.as_table_mut(), key, word);
        }
        for (key, text) in &self.agency {
            set(table(document.as_table_mut(), AGENCY)?, key, text);
        }
        for (heading, column) in &self.columns {
            set(table(document.as_table_mut(), COLUMNS)?, heading, column.unwrap_or(IGNORE));
        }
        for (column, own, means) in &self.words {
            set(table(table(document.as_table_mut(), VALUES)?, column)?, own, means);
        }
        let after = document.to_string();
        // Lines keep the ends that they have.
        Ok(if before.contains("\r\n") { after.replace("\r\n", "\n").replace('\n', "\r\n") } else { after })
    }
}

/// Returns a table inside another, made where it is missing. Its name is compared as the program compares it.
fn table<'t>(inside: &'t mut dyn TableLike, name: &str) -> anyhow::Result<&'t mut dyn TableLike> {
    let key = known_key(inside, name);
    let mut made = Table::new();
    // A table of tables has no line of its own.
    made.set_implicit(name == VALUES);
    let item = inside.entry(&key).or_insert(Item::Table(made));
    item.as_table_like_mut()
        .ok_or_else(|| anyhow!(with_hint(format!("{name} must be a table"), "correct it in the file")))
}

/// Sets a key, under the spelling that the table has for it.
fn set(table: &mut dyn TableLike, key: &str, text: &str) {
    let key = known_key(table, key);
    match table.get_mut(&key) {
        Some(item) => {
            let decor = item.as_value().map(|value| value.decor().clone());
            *item = value(text);
            if let (Some(value), Some(decor)) = (item.as_value_mut(), decor) {
                *value.decor_mut() = decor;
            }
        }
        None => {
            table.insert(&key, value(text));
        }
    }
}

fn known_key(table: &dyn TableLike, key: &str) -> String {
    let known = table.iter().map(|(known, _)| known).find(|known| fold(known) == fold(key));
    known.unwrap_or(key).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn additions() -> Additions {
        Additions {
            columns: vec![("Came On".into(), Some("hire_date")), ("Shoe Size".into(), None)],
            words: vec![("employment", "FT Sworn".into(), "full-time")],
            agency: vec![("name", "Fernhill \"Old\" PD".into())],
            keys: vec![("two_digit_years", "past")],
        }
    }

    #[test]
    fn an_empty_file_gets_the_entries_alone() {
        let expected = "two_digit_years = \"past\"\n\n[agency]\nname = 'Fernhill \"Old\" PD'\n\n\
                        [columns]\n\"Came On\" = \"hire_date\"\n\"Shoe Size\" = \"ignore\"\n\n\
                        [values.employment]\n\"FT Sworn\" = \"full-time\"\n";
        assert_eq!(additions().lines().unwrap(), expected);
    }

    #[test]
    fn comments_and_other_entries_are_kept() {
        let before = "# ours\r\nwarn_days = 30 # two weeks more\r\n\r\n[columns]\r\n# hired\r\n\
                      \"came  on\" = \"ignore\" # not yet\r\n[values]\r\nposition = { Boss = \"chief\" }\r\n";
        let expected = "# ours\r\nwarn_days = 30 # two weeks more\r\n\r\n[columns]\r\n# hired\r\n\
                        \"came  on\" = \"hire_date\" # not yet\r\n[values]\r\nposition = { Boss = \"chief\" , Top = \
                        \"chief\" }\r\n";
        let added = Additions {
            columns: vec![("Came On".into(), Some("hire_date"))],
            words: vec![("position", "Top".into(), "chief")],
            ..Additions::default()
        };
        assert_eq!(added.added_to(before).unwrap(), expected);
    }

    #[test]
    fn the_commented_file_stays_as_it_is_around_the_entries() {
        let after = additions().added_to(COMMENTED).unwrap();
        let mut rest = after.lines();
        let lost: Vec<&str> = COMMENTED.lines().filter(|line| !rest.any(|other| other == *line)).collect();
        assert_eq!(lost, Vec::<&str>::new());
        assert!(config_file::parse(&after, Path::new("config.toml")).is_ok());
        for line in ["two_digit_years = \"past\"", "\"Came On\" = \"hire_date\"", "\"FT Sworn\" = \"full-time\""] {
            assert!(after.lines().any(|other| other == line), "{line}\n{after}");
        }
    }

    #[test]
    fn a_file_that_would_not_be_valid_stays_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        std::fs::write(&path, "columns = 3\n").unwrap();
        let failure = additions().write(&path).unwrap_err();
        assert!(format!("{failure:#}").contains("columns must be a table"), "{failure:#}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "columns = 3\n");
    }
}

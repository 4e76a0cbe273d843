//! An object around the list of records: `{"count": 2, "data": [{…}, {…}]}`.

use crate::hint::with_hint;
use crate::input::json::text::{Skipped, Text};
use crate::input::json::{Columns, LONGEST_RECORD, broken, cut_off, keys};
use crate::values::fold::fold;
use crate::words::shown_text;
use anyhow::{Context, bail};

/// The depth down to which a list of records is sought.
const DEEPEST: usize = 16;

/// What an object around the records holds, and the objects in it.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The keys of the objects that are open, the outermost first.
    open: Vec<String>,
    lists: Vec<List>,
    /// The place of an empty list in the buffer.
    empty: Option<usize>,
    /// A key of the outermost object by which a record is known.
    mark: Option<String>,
    /// True when the outermost object has the list that belongs to one record.
    is_record: bool,
    /// The place behind the object, where its end is in the buffer.
    end: Option<usize>,
}

/// A list of objects.
#[derive(Debug)]
struct List {
    /// Its keys from the outermost object on.
    path: String,
    /// Its place in the buffer.
    begins: usize,
    /// The keys of the objects around it.
    open: Vec<String>,
}

impl Survey {
    /// Reads the object at the start of the buffer, which is not moved: all of it, or as much as is more than a record
    /// may have.
    ///
    /// # Errors
    /// When the source fails, or the text is no JSON object or cut off.
    pub(super) fn read_whole(&mut self, text: &mut Text, columns: &Columns) -> anyhow::Result<()> {
        text.at += 1;
        self.open.push(String::new());
        let is_whole = self.read(text, columns, true)?;
        self.end = is_whole.then_some(text.at);
        Ok(())
    }

    /// Reads the object behind the list of records.
    ///
    /// # Errors
    /// When the source fails, the text is no JSON object or cut off, or there is another such list.
    pub(super) fn read_behind_list(&mut self, text: &mut Text, columns: &Columns) -> anyhow::Result<()> {
        if let Some(end) = self.end {
            // The buffer holds the whole object, and was not moved.
            text.at = end;
            return Ok(());
        }
        self.open = self.lists.first().map(|list| list.open.clone()).unwrap_or_default();
        self.read(text, columns, false)?;
        self.list_of_records().map(|_| ())
    }

    /// Reads members until the outermost object ends. With `keep` the buffer is not moved, and `false` is returned when
    /// it holds more than a record may have.
    fn read(&mut self, text: &mut Text, columns: &Columns, keep: bool) -> anyhow::Result<bool> {
        // In front of the first member there is no comma, and behind a list there is one.
        let (mut expects_key, mut after_comma) = (keep, false);
        while !self.open.is_empty() {
            if keep && text.at > LONGEST_RECORD {
                return Ok(false);
            }
            match text.peek().context("cannot be read")? {
                Some(b'}') if !after_comma => {
                    text.at += 1;
                    self.open.pop();
                    expects_key = false;
                    continue;
                }
                Some(b',') if !expects_key => {
                    text.at += 1;
                    (expects_key, after_comma) = (true, true);
                    continue;
                }
                Some(b'"') if expects_key => {}
                None => bail!(cut_off(text)),
                Some(_) => bail!(broken(text.place(text.at), "expected a key in quotation marks, a comma or }")),
            }
            let key = Self::read_key(text, keep)?;
            after_comma = false;
            expects_key = self.read_value(text, key, columns, keep)?;
            if expects_key {
                continue;
            }
            match text.skip_value(keep, LONGEST_RECORD).context("cannot be read")? {
                Skipped::Whole => {}
                Skipped::TooLong => return Ok(false),
                Skipped::Cut => bail!(cut_off(text)),
            }
        }
        Ok(true)
    }

    /// Reads a key and the colon behind it.
    fn read_key(text: &mut Text, keep: bool) -> anyhow::Result<String> {
        if !keep {
            text.forget();
        }
        let begins = text.at;
        if text.skip_value(true, 2 * LONGEST_RECORD).context("cannot be read")? != Skipped::Whole {
            bail!(cut_off(text));
        }
        let quoted = text.bytes.get(begins..text.at).unwrap_or_default();
        let key = keys::string(quoted).with_context(|| broken(text.place(begins), "this key cannot be read"))?;
        if text.peek().context("cannot be read")? != Some(b':') {
            bail!(broken(text.place(text.at), "expected a colon after the key"));
        }
        text.at += 1;
        Ok(key)
    }

    /// Looks at the value of a key. Returns `true` when it is an object that was entered; any other is skipped next.
    fn read_value(&mut self, text: &mut Text, key: String, columns: &Columns, keep: bool) -> anyhow::Result<bool> {
        let is_outermost = self.open.len() == 1;
        match text.peek().context("cannot be read")? {
            Some(b'{') if self.open.len() < DEEPEST => {
                text.at += 1;
                self.open.push(key);
                return Ok(true);
            }
            Some(b'[') if is_outermost && columns.list.is_some_and(|list| fold(&key) == list) => self.is_record = true,
            Some(b'[') => {
                let begins = text.at;
                text.at += 1;
                let first = text.peek().context("cannot be read")?;
                text.at = begins;
                match first {
                    Some(b'{') => {
                        let names = self.open.iter().skip(1).map(String::as_str).chain([key.as_str()]);
                        let path = names.collect::<Vec<_>>().join(".");
                        self.lists.push(List { path, begins, open: self.open.clone() });
                    }
                    Some(b']') if keep => self.empty = Some(begins),
                    _ => {}
                }
            }
            Some(b'{') => {}
            _ if is_outermost && (columns.is_mark)(&key) => self.mark = Some(key),
            _ => {}
        }
        Ok(false)
    }

    /// Returns the place of the list of records; `None` where the object itself is the record.
    ///
    /// # Errors
    /// When there are several lists, or the object may be a record as well as hold some.
    pub(super) fn list_of_records(&self) -> anyhow::Result<Option<usize>> {
        if self.is_record {
            return Ok(None);
        }
        match (self.lists.as_slice(), &self.mark) {
            ([], None) if self.end.is_some() => Ok(self.empty),
            ([], _) => Ok(None),
            ([list], None) => Ok(Some(list.begins)),
            ([list], Some(mark)) => bail!(with_hint(
                format!(
                    "its object has {:?} and beside it the list {:?}: this may be one record or many",
                    shown_text(mark),
                    shown_text(&list.path)
                ),
                list.cure()
            )),
            ([list, other, ..], _) => bail!(with_hint(
                format!(
                    "its object holds two lists of objects: {:?} and {:?}",
                    shown_text(&list.path),
                    shown_text(&other.path)
                ),
                list.cure()
            )),
        }
    }
}

impl List {
    fn cure(&self) -> String {
        format!("give the list of the records alone, for example with jq '.{}'", shown_text(&self.path))
    }
}

//! How a file is opened: the user's options, and what a kind of file makes of a header with them.

use crate::hint::with_hint;
use crate::input::column::Role;
use crate::input::declared::{self, IGNORE, Known};
use crate::input::format::InputFormat;
use crate::input::header::{Header, HeaderName, OwnNames, TwoColumns, list_unknown};
use crate::input::heading::{OwnName, look_up};
use crate::input::json;
use crate::input::kind::Kind;
use crate::input::workbook::SheetChoice;
use crate::values::fold::fold;
use anyhow::bail;
use std::borrow::Cow;

/// The options with which a file is opened.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// The format of standard input, where its first bytes do not show it.
    pub format: Option<InputFormat>,
    /// The user's own column names.
    pub own_names: OwnNames,
    /// True when an unknown column is an error.
    pub strict_columns: bool,
    /// The delimiter that the user names.
    pub delimiter: Option<u8>,
    /// True when no message quotes a row, or a heading that names no column.
    pub redact: bool,
    /// The columns that the user declares; the file then needs no header.
    pub columns: Option<Vec<String>>,
    /// The sheet of a workbook that is read; without one it is the first with a header of the kind.
    pub sheet: Option<SheetChoice>,
    /// True for a file beside those that the command is about, of which `--sheet` does not speak.
    pub is_beside: bool,
}

impl Kind {
    /// Returns the names that this kind knows.
    pub fn known<'a>(&self, own: &'a OwnNames) -> Known<'a> {
        Known { specs: self.specs, marks: self.marks, own }
    }

    /// Returns whether a heading names a column of this kind that says more than who a record is about.
    pub(crate) fn is_told_by(&self, heading: &str, own: &OwnNames) -> bool {
        match look_up(heading, self.specs, own) {
            HeaderName::Column(column) => {
                let spec = self.specs.get(column);
                spec.is_some_and(|spec| spec.role == Role::Plain && !["agency", "email"].contains(&spec.name))
            }
            HeaderName::Ignored | HeaderName::Unknown => false,
        }
    }

    /// Returns what a reader of JSON must know of this kind.
    pub fn json_columns(&'static self, how: &Opening) -> json::Columns {
        let own = how.own_names.clone();
        let names = how.columns.clone();
        let declared = names.map(|names| {
            let own = own.clone();
            let columns: Vec<HeaderName> = names.iter().map(|name| look_up(name, self.specs, &own)).collect();
            let resolve = move |key: &str| match look_up(key, self.specs, &own) {
                HeaderName::Column(column) => columns.iter().position(|other| *other == HeaderName::Column(column)),
                _ => None,
            };
            (names, Box::new(resolve) as json::Resolve)
        });
        json::Columns {
            declared,
            is_mark: Box::new(move |key| declared::is_mark(key, &self.known(&own))),
            list: self.list,
            strict: how.strict_columns,
        }
    }

    /// Maps a header line to the columns of this kind. `list` is the key of a list, which is read in another way than a
    /// cell.
    ///
    /// # Errors
    /// When two headings stand for one column, or `--strict-columns` meets one that nothing reads.
    pub fn header<'c>(
        &self,
        cells: impl IntoIterator<Item = &'c str>,
        how: &Opening,
        list: Option<&str>,
    ) -> anyhow::Result<Header> {
        let mut own = Cow::Borrowed(&how.own_names);
        if how.columns.is_some() {
            own.to_mut().insert(IGNORE.to_owned(), OwnName { written: IGNORE.to_owned(), column: None });
        }
        let mut header = Header::with_names(cells, self.specs, &own);
        if let (Ok(header), Some(list)) = (&mut header, list) {
            header.unknown.retain(|heading| fold(&heading.name) != list);
        }
        let header = header.and_then(|mut header| {
            self.either.iter().try_for_each(|pair| header.choose(*pair, self.specs))?;
            Ok(header)
        });
        match header {
            Ok(header) if how.strict_columns && !header.unknown.is_empty() => {
                bail!("--strict-columns: nothing reads {}", list_unknown(header.unknown.iter(), how.redact))
            }
            Ok(header) => Ok(header),
            Err(TwoColumns { field, names: [one, other] }) => bail!(with_hint(
                format!("two columns stand for {field}: {one:?} and {other:?}; rename or remove one"),
                format!("or write {other:?} = \"ignore\" under [columns] in the configuration")
            )),
        }
    }
}

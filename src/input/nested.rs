//! Records with a list of items, such as claims with their lines. In JSON the list is an array inside the object; in
//! CSV, and in JSON without such an array, the rows with the same ID are the items of one record.

use crate::input::cells::is_blank;
use crate::input::column::ColumnSpec;
use crate::input::header::{Header, OwnNames, Unread};
use crate::input::json;
use crate::input::reader::{Batch, Reader};
use crate::input::rows::{Row, RowFault, Rows};
use crate::input::sheet::Sheet;
use crate::values::fold::fold;
use serde_json::value::RawValue;
use std::sync::Arc;

/// The parts of a kind of record with a list.
#[derive(Debug)]
pub struct NestedKind {
    /// The key of the list in JSON.
    pub list: &'static str,
    /// The columns of the record itself.
    pub head: &'static [ColumnSpec],
    /// The columns of an item.
    pub item: &'static [ColumnSpec],
    /// The column of the record whose text is the same in all its rows.
    pub id: usize,
}

/// A file that has been read to its end, because the rows of a record may be anywhere in it.
pub struct NestedFile {
    /// The file.
    pub sheet: Sheet,
    /// Unknown keys of items, each once, with the nearest known name where one is near.
    pub unknown: Vec<Unread>,
    /// The failure that ended reading before the end of the file.
    pub stopped: Option<anyhow::Error>,
    kind: &'static NestedKind,
    head: Header,
    item: Header,
    batches: Vec<Rows>,
    /// The list of each row, where each row is a record with a list.
    lists: Option<Vec<List>>,
    /// The place of the list in each row.
    list_at: Option<usize>,
}

/// The list of one JSON object.
#[derive(Default)]
struct List {
    items: Vec<(Header, Rows)>,
    fault: Option<String>,
}

/// One record with its items.
#[derive(Debug)]
pub struct NestedRecord<'a> {
    /// The row that holds the record's own cells: the first of its rows.
    pub head: Row<'a, 'a>,
    /// Its items, in their order.
    pub items: Vec<NestedItem<'a>>,
    /// The reason why the list cannot be read.
    pub list_fault: Option<&'a str>,
}

/// One item of a list.
#[derive(Clone, Copy, Debug)]
pub struct NestedItem<'a> {
    /// Its cells; in JSON the line is that of the record.
    pub row: Row<'a, 'a>,
    /// The places of the columns in it.
    pub header: &'a Header,
}

impl NestedFile {
    /// Reads a file to its end. After a failure in the middle the records before it are kept.
    pub fn read(mut sheet: Sheet, kind: &'static NestedKind, own: &OwnNames) -> Self {
        // The sheet's columns are those of the record, then those of an item.
        let columns = kind.head.len();
        let (head, item) = (sheet.header.part(0..columns), sheet.header.part(columns..columns + kind.item.len()));
        let items_cells: Vec<Unread> = (0..kind.item.len())
            .filter_map(|column| item.place(column))
            .filter_map(|at| Some(Unread { at, name: sheet.header.name_at(at)?.to_owned(), ..Unread::default() }))
            .collect();
        let list_at = sheet.header.names().position(|name| fold(name) == kind.list);
        let mut lists = (sheet.is_json() && (list_at.is_some() || items_cells.is_empty())).then(Vec::new);
        if lists.is_some() {
            // Beside a list, cells of items in the record itself are ignored.
            // The header is not shared before the first row is read.
            if let Some(header) = Arc::get_mut(&mut sheet.header) {
                header.leave_out(items_cells);
            }
        }
        let (mut batches, mut unknown) = (Vec::new(), Vec::new());
        let mut reader = Reader::new(std::slice::from_mut(&mut sheet));
        for Batch { rows, .. } in reader.read_all() {
            if let Some(lists) = &mut lists {
                lists.extend(rows.iter().map(|row| {
                    let list = list_at.map(|at| List::of(&row, at, kind, own)).unwrap_or_default();
                    for key in list.items.iter().flat_map(|(header, _)| &header.unknown) {
                        if !unknown.iter().any(|known: &Unread| known.name == key.name) {
                            unknown.push(key.clone());
                        }
                    }
                    list
                }));
            }
            batches.push(rows);
        }
        let stopped = reader.finish().stopped;
        Self { sheet, unknown, stopped, kind, head, item, batches, lists, list_at }
    }

    /// Returns whether each row is a record with a list, so that its items have no line of their own.
    pub fn has_lists(&self) -> bool {
        self.lists.is_some()
    }

    /// Returns whether the file has a list, or a column of an item.
    pub fn has_items(&self) -> bool {
        self.list_at.is_some() || (0..self.kind.item.len()).any(|column| self.item.place(column).is_some())
    }

    /// Returns whether this cell of a row is the list.
    pub fn is_list(&self, cell: usize) -> bool {
        self.lists.is_some() && self.list_at == Some(cell)
    }

    /// Returns the header of the cells of the record itself.
    pub fn head(&self) -> &Header {
        &self.head
    }

    /// Returns every record, in the order in which it begins. A row that cannot be read is a record of its own.
    ///
    /// Rows of CSV with the same ID are one record; a row without an ID is a record by itself (settled 82).
    pub fn records<'a>(&'a self) -> Vec<NestedRecord<'a>> {
        let rows = self.batches.iter().flat_map(Rows::iter);
        if let Some(lists) = &self.lists {
            let items = |list: &'a List| {
                let items = list.items.iter();
                items.flat_map(|(header, rows)| rows.iter().map(move |row| NestedItem { row, header })).collect()
            };
            let record = |(row, list): (_, &'a List)| NestedRecord {
                head: row,
                items: items(list),
                list_fault: list.fault.as_deref(),
            };
            return rows.zip(lists).map(record).collect();
        }
        let mut records: Vec<NestedRecord<'a>> = Vec::new();
        let mut places = std::collections::HashMap::new();
        for row in rows {
            let item = NestedItem { row, header: &self.item };
            let id = self.head.place(self.kind.id).and_then(|at| row.cell(at)).filter(|id| !is_blank(id));
            let earlier = id.and_then(|id| places.get(id).copied()).and_then(|at: usize| records.get_mut(at));
            match earlier {
                Some(record) => record.items.push(item),
                None => {
                    if let Some(id) = id {
                        places.insert(id, records.len());
                    }
                    let items = if row.is_unreadable() || row.is_shifted() { Vec::new() } else { vec![item] };
                    records.push(NestedRecord { head: row, items, list_fault: None });
                }
            }
        }
        records
    }

    /// Returns the notes on how the file was read.
    pub fn closing_notes(&self) -> Vec<String> {
        let mut notes = self.sheet.closing_notes();
        if !self.unknown.is_empty() {
            notes.push(format!(
                "{}: ignored keys in {}: {}",
                crate::words::shown_path(&self.sheet.path),
                self.kind.list,
                crate::input::header::list_unknown(self.unknown.iter(), self.sheet.redact)
            ));
        }
        notes
    }
}

impl List {
    /// Reads the list in a cell of a JSON object.
    fn of(row: &Row, at: usize, kind: &NestedKind, own: &OwnNames) -> Self {
        let Some(text) = row.nested(at) else {
            let blank = row.cell(at).is_none_or(str::is_empty);
            let fault = (!blank).then(|| format!("{} holds a single value; expected a list", kind.list));
            return Self { items: Vec::new(), fault };
        };
        match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(items) => {
                Self { items: items.into_iter().map(|item| item_of(item, row.line, kind, own)).collect(), fault: None }
            }
            Err(_) => {
                Self { items: Vec::new(), fault: Some(format!("{} holds an object; expected a list", kind.list)) }
            }
        }
    }
}

/// Reads one element of a list as a row with a header of its own.
fn item_of(item: &RawValue, line: u64, kind: &NestedKind, own: &OwnNames) -> (Header, Rows) {
    let mut rows = Rows::default();
    let members = json::object(item.get().as_bytes());
    let header = members.as_ref().map_err(Clone::clone).and_then(|members| {
        Header::with_names(members.iter().map(|(key, _)| key.as_str()), kind.item, own).map_err(|two| {
            let [one, other] = two.names;
            format!("two keys stand for {}: {one:?} and {other:?}", two.field)
        })
    });
    match (header, members) {
        (Ok(header), Ok(members)) => {
            rows.begin(line);
            for (at, (_, value)) in members.iter().enumerate() {
                json::push_scalar(&mut rows, at, Some(*value));
            }
            (header, rows)
        }
        (Err(why), _) | (_, Err(why)) => {
            rows.push_fault(line, RowFault::NoObject(why));
            (Header::default(), rows)
        }
    }
}

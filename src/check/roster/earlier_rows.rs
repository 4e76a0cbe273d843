//! The earlier rows of the same file that are about the same officer: duplicates, and appointments at other agencies.

use crate::check::roster::agency_ids::AgencyIds;
use crate::input::cells::{Cell, Reading, is_blank, read_id, unprotected};
use crate::input::column::Role;
use crate::input::header::Header;
use crate::input::rows::{Row, Rows};
use crate::model::matched_id;
use crate::model::officer::Column;
use crate::rules::roster::part_time_certificate::RecordedHours;
use crate::values::decimal::Decimal;
use chrono::NaiveDate;
use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashMap, HashTable};
use std::hash::BuildHasher;

/// The officers of a file, as far as it has been read.
#[derive(Default)]
pub(crate) struct EarlierRows {
    /// The first row of each officer.
    first: FirstRows,
    /// The officers who are on several rows, by the place of the first.
    several: HashMap<u32, SeveralRows>,
    /// Every row with a PTB ID.
    rows: Vec<SeenRow>,
    /// What its cells say, in the same order; empty where the file has none of the columns.
    cells: Vec<SeenCells>,
    hasher: DefaultHashBuilder,
    /// Each agency without case and spaces, with its number.
    agencies: HashMap<String, u32>,
    /// The same numbers by spelling.
    agency_ids: AgencyIds,
    /// The officers with rows of several agencies.
    with_several_agencies: usize,
}

/// The identity of an officer in 16 bytes: a hash of the PTB ID, the end of the ID itself in case two hashes agree, and
/// the place of the first row. A million officers take 36 MiB, a third of what a map of strings would.
#[derive(Clone, Copy)]
struct Key {
    hash: u64,
    check: u32,
    row: u32,
}

/// A row, as far as later rows of the same officer need it.
#[derive(Clone, Copy)]
struct SeenRow {
    line: u32,
    agency: u32,
}

/// The cells of a row that decide about later rows, as recorded.
#[derive(Clone, Copy, Default)]
struct SeenCells {
    hired: Option<NaiveDate>,
    separated: Option<NaiveDate>,
    hours: Option<Decimal>,
}

/// The rows of one officer.
#[derive(Default)]
struct SeveralRows {
    /// The appointments, each once.
    appointments: Vec<(SeenRow, SeenCells)>,
    /// The hours of each agency, each figure once.
    hours: Vec<(u32, RecordedHours)>,
    has_several_agencies: bool,
}

/// What the earlier rows of a file say about one row.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct SameOfficer {
    /// The index of the row in its batch.
    pub(crate) row: usize,
    /// The line of an earlier row of the same appointment.
    pub(crate) duplicate_of: Option<u32>,
    /// The hours that earlier rows of other agencies record.
    pub(crate) hours_elsewhere: Vec<RecordedHours>,
}

/// The places of the columns that are read here.
struct Places {
    agency: Option<usize>,
    hired: Option<usize>,
    separated: Option<usize>,
    hours: Option<usize>,
}

impl EarlierRows {
    /// Makes room for about this many records, where the number is known.
    pub(crate) fn expecting(records: Option<u64>) -> Self {
        let first = records.map_or_else(FirstRows::default, FirstRows::expecting);
        Self { first, ..Self::default() }
    }

    /// Returns the rows of a batch whose officer is on an earlier row of the file.
    pub(crate) fn of(&mut self, rows: &Rows, header: &Header, how: &Reading) -> Vec<SameOfficer> {
        let place = |column: Column| header.place(column as usize);
        let Some(id) = place(Column::PtbId) else { return Vec::new() };
        let places = Places {
            agency: place(Column::Agency),
            // Days of hire tell appointments apart only where some have ended.
            hired: place(Column::Separated).and_then(|_| place(Column::HireDate)),
            separated: place(Column::Separated),
            hours: place(Column::Agency).and_then(|_| place(Column::HoursYear)),
        };
        let begins_at = self.rows.len();
        let mut keys = Vec::with_capacity(rows.len());
        for (at, row) in rows.iter().enumerate() {
            let id = filled(&row, Some(id)).and_then(|id| read_id(unprotected(id, Role::Id)));
            let Some(id) = id.map(matched_id) else { continue };
            let check = id.bytes().rev().take(4).fold(0, |end, byte| end << 8 | u32::from(byte));
            let new = u32::try_from(begins_at + keys.len()).unwrap_or(u32::MAX);
            keys.push((Key { hash: self.hasher.hash_one(&*id), check, row: new }, at));
            let agency = filled(&row, places.agency).map_or(0, |agency| self.number(agency));
            self.rows.push(SeenRow { line: u32::try_from(row.line).unwrap_or(u32::MAX), agency });
            if places.hired.is_some() || places.hours.is_some() {
                self.cells.push(SeenCells::of(&row, &places, how));
            }
        }
        // A loop of nothing but look-ups lets the processor fetch the memory of several rows at once, which takes most
        // of the time.
        let seen: Vec<(u32, u32, usize)> =
            keys.into_iter().filter_map(|(key, at)| Some((self.first.earlier(key)?, key.row, at))).collect();
        seen.into_iter().filter_map(|(first, new, at)| self.beside(first, new, at)).collect()
    }

    /// Compares a row with the earlier ones of its officer, and remembers it.
    fn beside(&mut self, first: u32, new: u32, at: usize) -> Option<SameOfficer> {
        let of = |row: u32| {
            let cells = self.cells.get(row as usize).copied().unwrap_or_default();
            Some((*self.rows.get(row as usize)?, cells))
        };
        let ((first_row, first_cells), (row, cells)) = (of(first)?, of(new)?);
        let officer = self.several.entry(first).or_insert_with(|| SeveralRows::of(first_row, first_cells));
        let clashes = |other: &&(SeenRow, SeenCells)| {
            other.0.agency == row.agency && other.0.line != row.line && !cells.is_another_appointment(&other.1)
        };
        let duplicate_of = officer.appointments.iter().find(clashes).map(|(other, _)| other.line);
        let elsewhere = officer.hours.iter().filter(|(agency, _)| *agency != row.agency);
        let hours_elsewhere = elsewhere.map(|(_, hours)| *hours).collect();
        if !officer.has_several_agencies && row.agency != first_row.agency {
            officer.has_several_agencies = true;
            self.with_several_agencies += 1;
        }
        officer.add(row, cells);
        Some(SameOfficer { row: at, duplicate_of, hours_elsewhere })
    }

    /// Returns the number of officers who are on rows of several agencies.
    pub(crate) const fn with_several_agencies(&self) -> usize {
        self.with_several_agencies
    }

    /// Returns the number of an agency, from 1; case and spaces do not matter (settled 109).
    fn number(&mut self, agency: &str) -> u32 {
        let number = self.agency_ids.number(agency, || {
            let folded: String = agency.split_whitespace().collect::<String>().to_lowercase();
            let new = u32::try_from(self.agencies.len() + 1).unwrap_or(u32::MAX);
            *self.agencies.entry(folded).or_insert(new) as usize
        });
        u32::try_from(number).unwrap_or(u32::MAX)
    }
}

impl SeveralRows {
    /// The most appointments and figures that are kept of one officer: with a word for an ID on every row of a file,
    /// each row would be compared with all before it.
    const MOST: usize = 256;

    fn of(row: SeenRow, cells: SeenCells) -> Self {
        let mut first = Self::default();
        first.add(row, cells);
        first
    }

    fn add(&mut self, row: SeenRow, cells: SeenCells) {
        let appointment = |(other, its): &(SeenRow, SeenCells)| {
            (other.agency, its.hired, its.separated) == (row.agency, cells.hired, cells.separated)
        };
        if self.appointments.len() < Self::MOST && !self.appointments.iter().any(appointment) {
            self.appointments.push((row, cells));
        }
        let Some(hours) = cells.hours else { return };
        let same = |(agency, other): &(u32, RecordedHours)| *agency == row.agency && other.hours == hours;
        if self.hours.len() < Self::MOST && !self.hours.iter().any(same) {
            self.hours.push((row.agency, RecordedHours { line: u64::from(row.line), hours }));
        }
    }
}

impl SeenCells {
    fn of(row: &Row, places: &Places, how: &Reading) -> Self {
        let day = |place, column: Column| NaiveDate::read_in(filled(row, place)?, how, &Column::SPECS[column as usize]);
        Self {
            hired: day(places.hired, Column::HireDate),
            separated: day(places.separated, Column::Separated),
            hours: filled(row, places.hours).and_then(|text| <Decimal as Cell>::read(text, how)),
        }
    }

    /// Returns whether one of the two appointments ended on or before the first day of the other (settled 149 and 223).
    fn is_another_appointment(&self, other: &Self) -> bool {
        let before = |one: &Self, next: &Self| one.separated.zip(next.hired).is_some_and(|(end, first)| end <= first);
        before(self, other) || before(other, self)
    }
}

/// The first row of each officer.
#[derive(Default)]
struct FirstRows(HashTable<Key>);

impl FirstRows {
    /// The most keys for which room is made in advance.
    const MOST_EXPECTED: usize = 1 << 21;

    /// Makes room for this many keys and some more, so that none has to be moved.
    fn expecting(keys: u64) -> Self {
        let keys = usize::try_from(keys.saturating_add(keys / 16)).unwrap_or(usize::MAX);
        Self(HashTable::with_capacity(keys.min(Self::MOST_EXPECTED)))
    }

    /// Returns the place of the first row with this key, or records the key if there is none.
    fn earlier(&mut self, key: Key) -> Option<u32> {
        let same = |other: &Key| other.hash == key.hash && other.check == key.check;
        match self.0.entry(key.hash, same, |other| other.hash) {
            Entry::Occupied(first) => Some(first.get().row),
            Entry::Vacant(place) => {
                place.insert(key);
                None
            }
        }
    }
}

fn filled<'r>(row: &Row<'r, '_>, at: Option<usize>) -> Option<&'r str> {
    row.cell(at?).filter(|text| !is_blank(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_of_a_key_is_returned_much_later() {
        let hasher = DefaultHashBuilder::default();
        let key = |id: u32, row| Key { hash: hasher.hash_one(id), check: id, row };
        let mut first = FirstRows::default();
        let many = 100_000;
        for id in 0..many {
            assert_eq!(first.earlier(key(id, id + 2)), None);
        }
        for id in (0..many).step_by(7) {
            assert_eq!(first.earlier(key(id, many + 2)), Some(id + 2));
        }
    }

    #[test]
    fn room_follows_a_plausible_size_only() {
        for keys in [0, 50, 30_000, 1_000_000] {
            assert!(FirstRows::expecting(keys).0.capacity() as u64 >= keys, "{keys}");
        }
        assert!(FirstRows::expecting(u64::MAX).0.capacity() < 2 * FirstRows::MOST_EXPECTED);
    }

    #[test]
    fn two_officers_with_one_hash_are_not_the_same() {
        let mut first = FirstRows::default();
        assert_eq!(first.earlier(Key { hash: 7, check: 1, row: 2 }), None);
        assert_eq!(first.earlier(Key { hash: 7, check: 2, row: 3 }), None);
        assert_eq!(first.earlier(Key { hash: 7, check: 2, row: 4 }), Some(3));
    }
}

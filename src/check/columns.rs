//! The headings of files and what their cells hold, for `muster roster columns` and `muster start`. No cell of a
//! private column is quoted, and of any other only the words of a column that holds one of a few.

use crate::check::open;
use crate::check::progress::Progress;
use crate::check::roster::RosterFile;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::Status;
use crate::input::cells::{Reading, is_blank, unprotected};
use crate::input::column::ColumnSpec;
use crate::input::days::read_day;
use crate::input::header::{Header, Unread};
use crate::input::heading::KnownBy;
use crate::input::no_day::TWO_DIGITS;
use crate::input::reader::{Batch, Reader};
use crate::input::rows::Rows;
use crate::input::sheet::{Kind, Sheet};
use crate::model::officer::ROSTER;
use crate::report::item::{End, NotAsked};
use crate::report::page::columns::{ChoiceWord, Heading, UnreadableKind};
use crate::rules::ask::{Question, Rule};
use crate::rules::catalogue;
use crate::values::fold::fold;
use crate::words::harmless;
use crate::words::personal::looks_personal;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The most different words of a column that are kept.
const MOST_WORDS: usize = 100;
/// The longest text that is a word, in characters.
const LONGEST_WORD: usize = 40;
/// The digits from which on a text may be a number of somebody.
const MANY_DIGITS: usize = 5;

/// The years that a day in a column of past days may lie ahead by mistake.
const SOON: i32 = 2;
/// The years that a day in a column of days to come may lie ahead.
const LATER: i32 = 10;

/// The headings of files, each with how it was understood and what its cells hold.
pub(crate) struct Survey {
    /// The headings of each file, in the order of the files.
    pub(crate) files: Vec<Vec<Heading>>,
    /// The rules that the files cannot be asked.
    pub(crate) not_asked: Vec<NotAsked>,
    /// The agency that most records name.
    pub(crate) agency: Option<String>,
    /// The days whose year has two digits, but for those of private columns.
    pub(crate) two_digit_years: TwoDigitYears,
    /// The number of whole names of several words without a comma.
    pub(crate) unordered_names: u64,
    /// The reason why reading stopped in the middle of a file.
    pub(crate) stopped: Option<anyhow::Error>,
}

impl Survey {
    /// Reads every sheet to its end. Inputs, the count of headings by status and the notes go to `end`.
    pub(crate) fn of(sheets: &mut [Sheet], flags: &Flags, settings: &Settings, end: &mut End) -> Self {
        // The commands that judge a cell tell what is unusual in it.
        let how = open::reading(flags, settings);
        let mut tallies: Vec<FileTally> =
            sheets.iter().map(|sheet| FileTally::new(sheet.kind, &sheet.header)).collect();
        let mut reader = Reader::new(sheets);
        let mut progress = Progress::begin(flags.shows_progress(), reader.total_bytes());
        let mut rows = Rows::default();
        while let Some(batch) = reader.next(rows) {
            if let Some(tally) = tallies.get_mut(batch.sheet) {
                tally.add(&batch, &how);
            }
            progress.count(batch.rows.len(), batch.bytes_read);
            rows = batch.rows;
        }
        drop(progress);
        let stopped = end.add_files(reader.finish());
        end.summary.records += end.inputs.iter().map(|input| input.records).sum::<u64>();
        let rules: Vec<&'static Rule> = catalogue().filter(|rule| flags.asks(rule.name)).collect();
        let mut not_asked = Vec::new();
        let headings = |(sheet, tally): (&Sheet, FileTally)| {
            let asked = is_roster(sheet.kind).then(|| RosterFile::new(sheet, &rules, &mut not_asked).questions);
            tally.into_headings(sheet, asked.as_ref().map_or(&[], |asked| asked.list()))
        };
        let unordered_names = tallies.iter().flat_map(|tally| &tally.places).map(|place| place.unordered_names).sum();
        let mut two_digit_years = TwoDigitYears::default();
        let places = tallies.iter_mut().flat_map(|tally| &mut tally.places);
        places.for_each(|place| two_digit_years.add(std::mem::take(&mut place.two_digit_years)));
        let agencies = tallies.iter().flat_map(|tally| &tally.places).flat_map(|place| &place.agencies);
        let agency = agencies.max_by_key(|(_, count)| **count).map(|(agency, _)| agency.clone());
        let files: Vec<Vec<Heading>> = sheets.iter().zip(tallies).map(headings).collect();
        end.summary.counts(files.iter().flatten().map(|heading| heading.status));
        Self { files, not_asked, agency, two_digit_years, unordered_names, stopped }
    }
}

/// The counts of a file, one a place.
struct FileTally {
    kind: &'static Kind,
    places: Vec<PlaceTally>,
}

/// The counts of the cells at one place.
#[derive(Default)]
struct PlaceTally {
    filled: u64,
    unreadable: u64,
    kinds: BTreeMap<String, u64>,
    /// The words of a choice by their folded form.
    words: BTreeMap<String, ChoiceWord>,
    agencies: BTreeMap<String, u64>,
    unordered_names: u64,
    two_digit_years: TwoDigitYears,
}

/// Days that cannot be read because their years have two digits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TwoDigitYears {
    /// Their number.
    pub(crate) count: u64,
    /// The number of those that may well be days to come.
    pub(crate) ahead: u64,
    /// One of them, with its column and the day that it would be read as; one to come, where there is any.
    pub(crate) example: Option<(&'static str, String, NaiveDate)>,
}

impl TwoDigitYears {
    /// Adds a cell that is not read, where that is because of its year.
    fn add_cell(&mut self, spec: &ColumnSpec, text: &str, how: &Reading) {
        let read = Reading { two_digit_years: true, ..Reading::on(how.as_of) };
        if how.two_digit_years || !spec.is_day || (spec.why_not)(text, false).as_deref() != Some(TWO_DIGITS) {
            return;
        }
        let Some(day) = read_day(text, &read) else { return };
        let years_ahead = if spec.past { SOON } else { LATER };
        // Read as a day to come it is at most so many years ahead.
        let last_two_digits = day.year().rem_euclid(100);
        let this_year = how.as_of.year();
        let to_come = this_year - this_year.rem_euclid(100) + last_two_digits;
        let is_ahead = NaiveDate::from_ymd_opt(to_come, day.month(), day.day())
            .is_some_and(|day| day > how.as_of && to_come <= this_year + years_ahead);
        self.add(Self { count: 1, ahead: u64::from(is_ahead), example: Some((spec.name, text.to_owned(), day)) });
    }

    fn add(&mut self, other: Self) {
        if self.example.is_none() || self.ahead == 0 && other.ahead > 0 {
            self.example = other.example.or(self.example.take());
        }
        self.count += other.count;
        self.ahead += other.ahead;
    }
}

impl FileTally {
    fn new(kind: &'static Kind, header: &Header) -> Self {
        Self { kind, places: (0..header.width).map(|_| PlaceTally::default()).collect() }
    }

    fn add(&mut self, batch: &Batch, how: &Reading) {
        let Self { kind, places } = self;
        let header = &*batch.header;
        let spec_at = |at: usize| header.column_at(at).and_then(|column| kind.specs.get(column));
        for row in batch.rows.iter().filter(|row| !row.is_unreadable()) {
            for (at, text) in row.filled() {
                let Some(place) = places.get_mut(at) else { continue };
                let spec = spec_at(at);
                let text = text.map(|text| spec.map_or(text, |spec| unprotected(text, spec.role)));
                place.filled += u64::from(text.is_none_or(|text| !is_blank(text)));
                if let (Some(spec), Some(text)) = (spec, text) {
                    place.add_word(spec, text, how);
                }
            }
            (kind.read_cells)(&row, header, how, &mut |spec, text| {
                let column = kind.specs.iter().position(|other| std::ptr::eq(other, spec) || other.name == spec.name);
                let place = column.and_then(|column| header.place(column)).and_then(|at| places.get_mut(at));
                if let Some(place) = place {
                    place.unreadable += 1;
                    if !spec.private {
                        place.two_digit_years.add_cell(spec, text, how);
                        *place.kinds.entry(unreadable_kind(spec, text)).or_default() += 1;
                    }
                }
            });
        }
    }

    fn into_headings(self, sheet: &Sheet, asked: &[Question]) -> Vec<Heading> {
        let (header, is_roster) = (&sheet.header, is_roster(self.kind));
        // A file may have thousands of headings, so that none is searched for among the others.
        let mut unread: BTreeMap<usize, &Unread> =
            header.unread().into_iter().map(|unread| (unread.at, unread)).collect();
        let known_by = header.known_by();
        let heading = |(at, tally): (usize, PlaceTally)| {
            let name = header.name_at(at)?;
            let is_list = self.kind.list.is_some_and(|list| fold(name) == list);
            let known_by = if is_list { KnownBy::List } else { known_by.get(at).copied().flatten()? };
            let column = header.column_at(at);
            let spec = column.and_then(|column| self.kind.specs.get(column));
            let unread = unread.remove(&at).cloned();
            let Unread { near, holds_days, departed, .. } = unread.unwrap_or_default();
            let reads = |question: &&Question| {
                question.rule.columns().any(|column| Some(column as usize) == header.column_at(at))
            };
            let hides_name = looks_personal(name) || sheet.redact && spec.is_none();
            let mut words: Vec<ChoiceWord> = tally.words.into_values().collect();
            words.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.word.cmp(&other.word)));
            let opens: Vec<&str> = asked.iter().filter(reads).map(|question| question.rule.name).collect();
            // A private column that no rule reads makes no answer unknown (settled 172).
            let is_idle = is_roster && opens.is_empty() && spec.is_some_and(|spec| spec.private);
            Some(Heading {
                file: sheet.path.to_string(),
                sheet: header.sheet().map(str::to_owned),
                place: at as u64 + 1,
                heading: if hides_name { format!("column {}", at + 1) } else { name.to_owned() },
                column: spec.map(|spec| spec.name),
                known_by,
                near,
                holds_days,
                departed: departed as u64,
                filled: tally.filled,
                unreadable: tally.unreadable,
                unreadable_kinds: tally.kinds.into_iter().map(|(kind, count)| UnreadableKind { kind, count }).collect(),
                words: if sheet.redact { Vec::new() } else { words },
                opens,
                status: match (spec, known_by) {
                    (Some(_), _) if tally.unreadable == 0 => Status::Met,
                    (Some(_), _) if is_idle => Status::Review,
                    (Some(_), _) => Status::Unknown,
                    (None, KnownBy::NearName) => Status::Review,
                    (None, KnownBy::Unread) if holds_days || departed > 0 || near.is_some() => Status::Review,
                    (None, _) => Status::NotApplicable,
                },
            })
        };
        self.places.into_iter().enumerate().filter_map(heading).collect()
    }
}

impl PlaceTally {
    fn add_word(&mut self, spec: &'static ColumnSpec, text: &str, how: &Reading) {
        if spec.name == "agency" && (self.agencies.len() < MOST_WORDS || self.agencies.contains_key(text)) {
            *self.agencies.entry(text.to_owned()).or_default() += 1;
        }
        let is_unordered = spec.name == "name" && !text.contains(',') && text.contains(char::is_whitespace);
        self.unordered_names += u64::from(is_unordered);
        if spec.choices.is_empty() || spec.private || !is_word(text) {
            return;
        }
        let folded = fold(text);
        if let Some(known) = self.words.get_mut(&folded) {
            known.count += 1;
            return;
        }
        let means = spec.choice_of(text, how);
        // A word of the column may be one that means blank elsewhere.
        if self.words.len() < MOST_WORDS && (means.is_some() || !is_blank(text)) {
            self.words.insert(folded, ChoiceWord { word: text.to_owned(), means, count: 1 });
        }
    }
}

/// Returns whether a file is a roster, which rules are asked of.
fn is_roster(kind: &'static Kind) -> bool {
    std::ptr::eq(kind, &raw const ROSTER)
}

/// Returns whether a text in a column of a few words may be shown: it has a letter, is short and can be seen as it is,
/// and is neither an address nor somebody's number.
fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
        && text.chars().count() <= LONGEST_WORD
        && !text.contains('@')
        && harmless(text) == text
        && text.chars().filter(char::is_ascii_digit).count() < MANY_DIGITS
}

/// Returns the kind of a cell that cannot be read, in words that do not quote it.
fn unreadable_kind(spec: &ColumnSpec, text: &str) -> String {
    if let Some(why) = (spec.why_not)(text, false) {
        return why;
    }
    let (digits, letters) = (text.contains(|letter: char| letter.is_ascii_digit()), text.contains(char::is_alphabetic));
    let holds = match (digits, letters) {
        (true, true) => "letters and digits",
        (true, false) => "digits",
        (false, true) => "letters",
        (false, false) => "signs alone",
    };
    format!("{holds}; expected {}", spec.expected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::officer::Column;

    #[test]
    fn a_word_has_a_letter_and_is_nobodys_number() {
        for (text, expected) in [
            ("F/T", true),
            ("12 hours", true),
            ("1234 a", true),
            ("12345 a", false),
            ("??", false),
            ("a@b.example", false),
        ] {
            assert_eq!(is_word(text), expected, "{text}");
        }
        assert!(is_word(&"a".repeat(40)) && !is_word(&"a".repeat(41)));
    }

    #[test]
    fn a_year_of_two_digits_may_lie_ahead() {
        let how = Reading::on(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
        let ahead = |column: Column, text: &str| {
            let mut years = TwoDigitYears::default();
            years.add_cell(&Column::SPECS[column as usize], text, &how);
            (years.count, years.ahead)
        };
        for (text, past, planned) in [
            ("11/21/26", 0, 0),
            ("11/22/26", 1, 1),
            ("12/31/28", 1, 1),
            ("1/1/29", 0, 1),
            ("12/31/36", 0, 1),
            ("1/1/37", 0, 0),
            ("4/9/88", 0, 0),
        ] {
            assert_eq!(ahead(Column::HireDate, text), (1, past), "{text}");
            assert_eq!(ahead(Column::CourseStart, text), (1, planned), "{text}");
        }
        assert_eq!(ahead(Column::HireDate, "soon"), (0, 0));
        assert_eq!(ahead(Column::Employment, "11/22/26"), (0, 0), "no column of days");
        let mut years = TwoDigitYears::default();
        for text in ["1/5/20", "12/7/27", "1/6/21"] {
            years.add_cell(&Column::SPECS[Column::HireDate as usize], text, &how);
        }
        let day = NaiveDate::from_ymd_opt(1927, 12, 7).unwrap();
        let example = Some(("hire_date", "12/7/27".to_owned(), day));
        assert_eq!(years, TwoDigitYears { count: 3, ahead: 1, example });
    }

    #[test]
    fn a_kind_of_cell_does_not_quote_it() {
        let spec = &Column::SPECS[Column::HireDate as usize];
        assert_eq!(unreadable_kind(spec, "1/5/20"), "a year of two digits is read only with --two-digit-years past");
        assert_eq!(unreadable_kind(spec, "soon"), "letters; expected a day, such as 2026-01-31 or 1/31/2026");
        assert_eq!(unreadable_kind(spec, "??"), "signs alone; expected a day, such as 2026-01-31 or 1/31/2026");
    }
}

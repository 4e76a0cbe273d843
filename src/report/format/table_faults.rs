//! The cells that cannot be read, column by column: one fault of many cells is told once, with its cure (settled 181).

use crate::finding::Finding;
use crate::input::column::Cell;
use crate::input::faults::UNREADABLE_VALUE;
use crate::report::layout::person::Files;
use crate::report::layout::screen::{BOLD, Screen};
use crate::words::{count_words, harmless, shown_path, thousands};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The most lines that are named.
const MOST_LINES: usize = 5;
/// The most different texts that are kept, and that are named.
const MOST_KEPT: usize = 100;
const MOST_NAMED: usize = 5;

/// The unreadable cells so far, by file, column and cure.
#[derive(Default)]
pub(crate) struct Faults(BTreeMap<(String, String, String), Cells>);

/// The cells of one column.
#[derive(Default)]
struct Cells {
    count: u64,
    /// The cure of the first cell, with what it says of that cell only.
    cure: String,
    /// The first places: cells of a workbook, lines of another file.
    places: Vec<String>,
    is_workbook: bool,
    /// The texts with their counts; the empty one stands for those that are not kept.
    texts: BTreeMap<String, u64>,
}

impl Faults {
    /// Takes a finding about a cell that cannot be read; any other is left to the list of people.
    pub(crate) fn take(&mut self, finding: &Finding) -> bool {
        let (Some(column), true) = (&finding.place.column, finding.rule == UNREADABLE_VALUE.name) else { return false };
        let Some(cure) = finding.cure.as_deref() else { return false };
        let key = (finding.place.file.clone().into_owned(), column.clone().into_owned(), without_brackets(cure));
        let cells = self.0.entry(key).or_default();
        if cells.count == 0 {
            cells.cure = cure.to_owned();
        }
        cells.count += 1;
        cells.is_workbook = finding.place.cell.is_some();
        if cells.places.len() < MOST_LINES {
            let place = finding.place.cell.as_deref().map_or_else(|| finding.place.line.to_string(), str::to_owned);
            if cells.places.last() != Some(&place) {
                cells.places.push(place);
            }
        }
        if let Some(text) = &finding.quoted {
            let is_kept = cells.texts.contains_key(&**text) || cells.texts.len() < MOST_KEPT;
            *cells.texts.entry(if is_kept { text.to_string() } else { String::new() }).or_default() += 1;
        }
        true
    }

    /// Returns a line for each column: `line 12: hire_date unreadable: '2018-02-30'; no calendar has this day`.
    pub(crate) fn lines(&self, files: Files) -> impl Iterator<Item = String> {
        self.0.iter().map(move |((file, column, cure), cells)| {
            // What is wrong with a day says more than how one is written.
            let without_form = |cure: &str| {
                let form = format!("expected {}; ", <NaiveDate as Cell>::EXPECTED);
                cure.strip_prefix(&*form).unwrap_or(cure).to_owned()
            };
            let cure = without_form(cure);
            let places = cells.first_places();
            let (line, lines) = if cells.is_workbook { ("", "") } else { ("line ", "lines ") };
            let texts = cells.named_texts();
            let texts = if texts.is_empty() { texts } else { format!(": {texts}") };
            let line = match cells.count {
                1 => format!("{line}{places}: {column} unreadable{texts}; {}", without_form(&cells.cure)),
                count => {
                    let more = if count > cells.places.len() as u64 { " …" } else { "" };
                    let count = count_words(count.cast_signed(), "cell");
                    format!("{column} unreadable in {count}{texts}; {lines}{places}{more}; {cure}")
                }
            };
            if files == Files::One { line } else { format!("{} {line}", files.name(file)) }
        })
    }

    /// Writes a paragraph for each column.
    pub(crate) fn write(&self, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
        for ((file, column, cure), cells) in &self.0 {
            let (file, place) = (shown_path(file), harmless(&cells.first_places()).into_owned());
            let line = if cells.is_workbook { "" } else { "line " };
            let lead = match cells.count {
                1 => format!("{file} {line}{place}: {column} cannot be read"),
                count => format!("{file}: {column} cannot be read in {}", count_words(count.cast_signed(), "cell")),
            };
            screen.paragraph(to, 2, &[(BOLD, &lead)])?;
            let mut found = cells.named_texts();
            if cells.count > 1 {
                let more = if cells.count > cells.places.len() as u64 { " …" } else { "" };
                let what = if cells.is_workbook { "cells" } else { "lines" };
                found += &format!("{}{what} {place}{more}", if found.is_empty() { "" } else { "; " });
            }
            if !found.is_empty() {
                screen.block(to, 4, &found)?;
            }
            screen.block(to, 4, if cells.count == 1 { &cells.cure } else { cure })?;
            writeln!(to)?;
        }
        Ok(())
    }
}

impl Cells {
    fn first_places(&self) -> String {
        self.places.join(", ")
    }

    /// Writes `'45678' 12 times, 'soon'`, the most frequent first.
    fn named_texts(&self) -> String {
        let mut texts: Vec<_> = self.texts.iter().filter(|(text, _)| !text.is_empty()).collect();
        texts.sort_by_key(|(text, count)| (u64::MAX - **count, *text));
        let named = texts.iter().take(MOST_NAMED).map(|(text, count)| match count {
            1 => format!("'{text}'"),
            _ => format!("'{text}' {} times", thousands(count.cast_signed())),
        });
        let others = if self.texts.len() > MOST_NAMED { " and others" } else { "" };
        named.collect::<Vec<_>>().join(", ") + others
    }
}

/// Returns a sentence without what it says in brackets of one cell only.
fn without_brackets(sentence: &str) -> String {
    match (sentence.find(" ("), sentence.find(')')) {
        (Some(from), Some(to)) if from < to => format!("{}{}", &sentence[..from], &sentence[to + 1..]),
        _ => sentence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Place, Status};

    fn fault(line: u64, text: &'static str, cure: &'static str) -> Finding<'static> {
        let place = Place::record("r.csv", line).at(Some("hire_date"));
        let message = format!("hire_date reads '{text}'; {cure}");
        let finding = Finding::new(UNREADABLE_VALUE.name, Status::Unknown, place, message);
        Finding { quoted: Some(text.into()), cure: Some(cure.into()), ..finding }
    }

    #[test]
    fn one_fault_of_many_cells_is_told_once() {
        let mut faults = Faults::default();
        for line in 2..=8 {
            let text = if line < 5 { "45678" } else { "45679" };
            let message = if line < 5 {
                "expected a day; it is a number (45678 would be 21 Jan 2025); format it"
            } else {
                "expected a day; it is a number (45679 would be 22 Jan 2025); format it"
            };
            assert!(faults.take(&fault(line, text, message)));
        }
        assert!(faults.take(&fault(9, "1/5/2015; 3/3/2020", "expected a day")));
        assert!(!faults.take(&Finding::new("esign-verification", Status::Unknown, Place::record("r.csv", 2), "x; y")));
        let mut text = Vec::new();
        faults.write(&mut text, &Screen::new(crate::report::layout::screen::Color::Never, Some(100), true)).unwrap();
        assert_eq!(
            String::from_utf8(text).unwrap(),
            "r.csv line 9: hire_date cannot be read\n    '1/5/2015; 3/3/2020'\n    expected a day\n\n\
             r.csv: hire_date cannot be read in 7 cells\n    '45679' 4 times, '45678' 3 times; lines 2, 3, 4, 5, 6 …\n\
             \x20   expected a day; it is a number; format it\n\n"
        );
    }
}

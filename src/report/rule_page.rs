//! The pages of `muster rules`: the list, one rule with all that is known about it, and the figures of the law.

use super::Show;
use super::screen::{BOLD, Screen, cell};
use crate::finding::Source;
use crate::input::faults::FaultKind;
use crate::model::officer::Column;
use crate::rules::Rule;
use crate::rules::law::FigureRow;
use crate::text::day_words;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io::{self, Write};

/// An entry of the catalogue: a rule, or a fault that any file can have.
#[derive(Clone, Copy)]
pub enum Entry {
    /// A requirement of the law.
    Rule(&'static Rule),
    /// A fault of a file.
    Fault(&'static FaultKind),
}

impl Entry {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.name,
            Self::Fault(fault) => fault.name,
        }
    }

    /// One line about it.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.title,
            Self::Fault(fault) => fault.title,
        }
    }

    fn sources(&self) -> &'static [Source] {
        match self {
            Self::Rule(rule) => rule.sources,
            Self::Fault(_) => &[],
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let names = |columns: &[Column]| columns.iter().map(|column| column.name()).collect::<Vec<_>>();
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("name", self.name())?;
        map.serialize_entry("kind", if matches!(self, Self::Rule(_)) { "rule" } else { "fault" })?;
        map.serialize_entry("title", self.title())?;
        map.serialize_entry("sources", self.sources())?;
        match self {
            Self::Fault(fault) => map.serialize_entry("explain", &[fault.explain])?,
            Self::Rule(rule) => {
                map.serialize_entry("explain", rule.explain)?;
                let conflicts: Vec<_> =
                    rule.conflicts.iter().map(|other| (other.source.to_string(), other.says)).collect();
                map.serialize_entry("conflicts", &conflicts)?;
                map.serialize_entry(
                    "figures",
                    &rule.figures.iter().flat_map(|figure| figure.rows()).collect::<Vec<_>>(),
                )?;
                let gates: Vec<Column> = rule.gates.iter().map(|gate| gate.column).collect();
                map.serialize_entry("gates", &names(&gates))?;
                map.serialize_entry("required", &names(rule.required))?;
                map.serialize_entry("one_of", &names(rule.one_of))?;
                map.serialize_entry("optional", &names(rule.optional))?;
                let examples: Vec<_> = rule
                    .examples
                    .iter()
                    .map(|example| {
                        let row: serde_json::Map<_, _> =
                            example.row.iter().map(|(column, text)| ((*column).to_owned(), (*text).into())).collect();
                        serde_json::json!({
                            "title": example.title, "as_of": example.as_of, "row": row,
                            "status": example.status.name(), "due": example.due,
                        })
                    })
                    .collect();
                map.serialize_entry("examples", &examples)?;
            }
        }
        map.end()
    }
}

/// Writes the list: name, what it is about, the highest source.
///
/// # Errors
/// When the output cannot be written.
pub fn list(to: &mut impl Write, screen: &Screen, entries: &[Entry]) -> io::Result<()> {
    let longest = entries.iter().map(|entry| entry.name().len()).max().unwrap_or_default();
    let mut table = screen.plain_table();
    for entry in entries {
        let source = entry.sources().first().map(|source| format!("\n{source}")).unwrap_or_default();
        table.add_row([cell(entry.name()), cell(&format!("{}{source}", entry.title()))]);
    }
    screen.write_table(to, table, Some(longest + 2))?;
    writeln!(to)?;
    screen.plain(to, 2, "`muster rules NAME` explains one; `muster rules --params` lists every figure of the law.")
}

impl Show for Entry {
    fn show(&self, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
        screen.paragraph(to, 2, &[(BOLD, self.name())])?;
        screen.plain(to, 2, self.title())?;
        match self {
            Self::Fault(fault) => {
                writeln!(to)?;
                screen.block(to, 2, fault.explain)
            }
            Self::Rule(rule) => show_rule(rule, to, screen),
        }
    }
}

fn show_rule(rule: &Rule, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
    for paragraph in rule.explain {
        writeln!(to)?;
        screen.block(to, 2, paragraph)?;
    }
    head(to, screen, "Sources")?;
    for source in rule.sources {
        screen.block(to, 2, &format!("{source}  {}", source.address()))?;
    }
    if !rule.conflicts.is_empty() {
        head(to, screen, "Where sources differ")?;
        for conflict in rule.conflicts {
            screen.block(to, 2, &format!("{} {}", conflict.source, conflict.says))?;
        }
    }
    if !rule.figures.is_empty() {
        head(to, screen, "Figures")?;
        for row in rule.figures.iter().flat_map(|figure| figure.rows()) {
            screen.block(
                to,
                2,
                &format!("{}: {} {} ({}; {})", row.title, row.value, row.unit, since(&row), row.source),
            )?;
        }
    }
    head(to, screen, "Columns")?;
    let gates: Vec<Column> = rule.gates.iter().map(|gate| gate.column).collect();
    let optional: Vec<Column> = rule.optional.iter().copied().filter(|column| !gates.contains(column)).collect();
    for (what, columns) in [
        ("decide whether it applies", gates.as_slice()),
        ("needed", rule.required),
        ("one of them needed", rule.one_of),
        ("read where the file has them", &optional),
    ] {
        if !columns.is_empty() {
            let names: Vec<_> = columns.iter().map(|column| column.name()).collect();
            screen.block(to, 2, &format!("{what}: {}", names.join(", ")))?;
        }
    }
    head(to, screen, "Examples")?;
    for example in rule.examples {
        let due = example.due.map(|due| format!(", due {due}")).unwrap_or_default();
        screen.block(
            to,
            2,
            &format!("{}, asked on {}: {}{due}", example.title, example.as_of, example.status.words()),
        )?;
        let row: Vec<_> = example.row.iter().map(|(column, text)| format!("{column}={text}")).collect();
        let cells = if row.is_empty() { "every cell blank".into() } else { row.join(" ") };
        screen.block(to, 4, &cells)?;
    }
    Ok(())
}

fn head(to: &mut impl Write, screen: &Screen, words: &str) -> io::Result<()> {
    writeln!(to)?;
    screen.paragraph(to, 0, &[(BOLD, words)])
}

/// `first day not recorded`, `from 15 Dec 2022`, `1 Jan 2026 to 31 Dec 2026`
fn since(row: &FigureRow) -> String {
    match (row.from, row.until) {
        (None, None) => "first day not recorded".into(),
        (Some(from), None) => format!("from {}", day_words(from)),
        (None, Some(until)) => format!("known until {}", day_words(until)),
        (Some(from), Some(until)) => format!("{} to {}", day_words(from), day_words(until)),
    }
}

/// Writes the figures of the law.
///
/// # Errors
/// When the output cannot be written.
pub fn figures(to: &mut impl Write, screen: &Screen, rows: &[FigureRow]) -> io::Result<()> {
    for row in rows {
        screen.paragraph(to, 2, &[(BOLD, &row.name)])?;
        screen.block(to, 2, &format!("{}: {} {}", row.title, row.value, row.unit))?;
        screen.block(
            to,
            2,
            &format!("{}; last checked {}; {}", since(row), day_words(row.last_checked), row.source),
        )?;
    }
    Ok(())
}

impl Show for FigureRow {
    fn show(&self, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
        figures(to, screen, std::slice::from_ref(self))
    }
}

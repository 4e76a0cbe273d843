//! The pages of `muster rules`: the list, one rule with all that is known about it, and the figures of the law.

use crate::finding::Source;
use crate::input::faults::FaultKind;
use crate::model::officer::Column;
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::screen::{BOLD, Screen, cell};
use crate::rules::ask::{FileRule, Rule};
use crate::rules::guides::Guide;
use crate::rules::law::figure::FigureRow;
use crate::rules::training::mandates::Mandate;
use crate::words::day_words;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io::{self, Write};

/// An entry of the catalogue: a rule, a fault that any file can have, or a guide.
#[derive(Clone, Copy)]
pub enum Entry {
    /// A requirement of the law.
    Rule(&'static Rule),
    /// A requirement that is asked once a file.
    FileRule(&'static FileRule),
    /// An in-service mandate, asked of training records.
    Mandate(&'static Mandate),
    /// What no record can answer: text and source.
    Guide(&'static Guide),
    /// A fault of a file.
    Fault(&'static FaultKind),
}

impl Entry {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.name,
            Self::FileRule(rule) => rule.name,
            Self::Mandate(mandate) => &mandate.rule,
            Self::Guide(guide) => guide.name,
            Self::Fault(fault) => fault.name,
        }
    }

    /// One line about it.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.title,
            Self::FileRule(rule) => rule.title,
            Self::Mandate(mandate) => &mandate.title,
            Self::Guide(guide) => guide.title,
            Self::Fault(fault) => fault.title,
        }
    }

    fn sources(&self) -> &'static [Source] {
        match self {
            Self::Rule(rule) => rule.sources,
            Self::FileRule(rule) => rule.sources,
            Self::Mandate(mandate) => &mandate.sources,
            Self::Guide(guide) => guide.sources,
            Self::Fault(_) => &[],
        }
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let names = |columns: &[Column]| columns.iter().map(|column| column.name()).collect::<Vec<_>>();
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("name", self.name())?;
        let kind = match self {
            Self::Rule(_) => "rule",
            Self::FileRule(_) => "file-rule",
            Self::Mandate(_) => "mandate",
            Self::Guide(_) => "guide",
            Self::Fault(_) => "fault",
        };
        map.serialize_entry("kind", kind)?;
        map.serialize_entry("title", self.title())?;
        map.serialize_entry("sources", self.sources())?;
        match self {
            Self::Fault(fault) => map.serialize_entry("explain", &[fault.explain])?,
            Self::FileRule(rule) => map.serialize_entry("explain", rule.explain)?,
            Self::Mandate(mandate) => map.serialize_entry("explain", &mandate.explain())?,
            Self::Guide(guide) => map.serialize_entry("explain", guide.text)?,
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
    screen.write_table(to, table, Some((longest + 2).min(screen.width / 2)))?;
    writeln!(to)?;
    let guides = entries.iter().all(|entry| matches!(entry, Entry::Guide(_)));
    let next = if guides {
        "`muster rules NAME` tells what one says, with its sources; -f json has all of them."
    } else {
        "`muster rules NAME` explains one; `muster rules --params` lists every figure of the law; `muster rules --guides` lists what \
         has no check."
    };
    screen.plain(to, 2, next)
}

impl Rows for Entry {
    fn columns() -> Vec<String> {
        ["name", "title", "explain", "sources"].map(str::to_owned).into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let explain = match self {
            Self::Rule(rule) => rule.explain.join(" "),
            Self::FileRule(rule) => rule.explain.join(" "),
            Self::Mandate(mandate) => mandate.explain().join(" "),
            Self::Guide(guide) => guide.text.join(" "),
            Self::Fault(fault) => fault.explain.to_owned(),
        };
        let sources: Vec<String> = self.sources().iter().map(ToString::to_string).collect();
        vec![[self.name(), self.title(), &explain, &sources.join("; ")].map(Value::own).into()]
    }

    fn for_people() -> Vec<usize> {
        vec![0, 1, 3]
    }
}

impl Outcome for Entry {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| self.write(to, screen));
    }
}

impl Entry {
    /// Writes all that is known about it.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&self, to: &mut Vec<u8>, screen: &Screen) -> io::Result<()> {
        screen.paragraph(to, 2, &[(BOLD, self.name())])?;
        screen.plain(to, 2, self.title())?;
        match self {
            Self::Fault(fault) => {
                writeln!(to)?;
                screen.block(to, 2, fault.explain)
            }
            Self::FileRule(FileRule { explain, sources: law, .. })
            | Self::Guide(Guide { text: explain, sources: law, .. }) => {
                paragraphs(explain, to, screen)?;
                sources(law, to, screen)
            }
            Self::Mandate(mandate) => {
                paragraphs(&mandate.explain(), to, screen)?;
                sources(&mandate.sources, to, screen)
            }
            Self::Rule(rule) => show_rule(rule, to, screen),
        }
    }
}

fn show_rule(rule: &Rule, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
    paragraphs(rule.explain, to, screen)?;
    sources(rule.sources, to, screen)?;
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

fn paragraphs(explain: &[impl AsRef<str>], to: &mut impl Write, screen: &Screen) -> io::Result<()> {
    for paragraph in explain {
        writeln!(to)?;
        screen.block(to, 2, paragraph.as_ref())?;
    }
    Ok(())
}

fn sources(sources: &[Source], to: &mut impl Write, screen: &Screen) -> io::Result<()> {
    head(to, screen, "Sources")?;
    sources.iter().try_for_each(|source| screen.block(to, 2, &format!("{source}: {}", source.address())))
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

impl Rows for FigureRow {
    fn columns() -> Vec<String> {
        ["name", "title", "value", "unit", "from", "until", "source", "last_checked"].map(str::to_owned).into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        vec![vec![
            Value::own(&self.name),
            Value::own(&self.title),
            Value::own(&self.value),
            Value::own(self.unit),
            Value::own_or_empty(self.from),
            Value::own_or_empty(self.until),
            Value::own(&self.source),
            Value::own_or_empty(self.last_checked),
        ]]
    }
}

impl Outcome for FigureRow {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| {
            screen.paragraph(to, 2, &[(BOLD, &self.name)])?;
            screen.block(to, 2, &format!("{}: {} {}", self.title, self.value, self.unit))?;
            let checked = match self.last_checked {
                Some(day) => format!("last checked {}", day_words(day)),
                None => "added by you".into(),
            };
            screen.block(to, 2, &format!("{}; {checked}; {}", since(self), self.source))
        });
    }
}

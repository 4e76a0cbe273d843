//! The pages of `muster rules`: the list, one rule in full, and the figures of the law.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::finding::{Source, Status};
use crate::input::faults::FaultKind;
use crate::model::officer::Column;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::Page;
use crate::report::layout::screen::{BOLD, Screen, cell};
use crate::rules::ask::{Example, FileRule, Rule};
use crate::rules::guides::Guide;
use crate::rules::law::figure::FigureRow;
use crate::rules::training::mandates::Mandate;
use crate::words::day_words;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// An entry of the catalogue.
#[derive(Clone, Copy, Serialize)]
#[serde(into = "EntryKeys")]
pub enum Entry {
    /// A requirement of the law.
    Rule(&'static Rule),
    /// A requirement that is checked once for each file.
    FileRule(&'static FileRule),
    /// An in-service mandate, checked against training records.
    Mandate(&'static Mandate),
    /// A guide: text and sources for a duty that no record can prove.
    Guide(&'static Guide),
    /// A fault of a file.
    Fault(&'static FaultKind),
}

impl Entry {
    /// Returns its name.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.name,
            Self::FileRule(rule) => rule.name,
            Self::Mandate(mandate) => &mandate.rule,
            Self::Guide(guide) => guide.name,
            Self::Fault(fault) => fault.name,
        }
    }

    /// Returns its title.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.title,
            Self::FileRule(rule) => rule.title,
            Self::Mandate(mandate) => &mandate.title,
            Self::Guide(guide) => guide.title,
            Self::Fault(fault) => fault.title,
        }
    }

    /// Returns its sources, highest authority first.
    fn sources(&self) -> &'static [Source] {
        match self {
            Self::Rule(rule) => rule.sources,
            Self::FileRule(rule) => rule.sources,
            Self::Mandate(mandate) => &mandate.sources,
            Self::Guide(guide) => guide.sources,
            Self::Fault(_) => &[],
        }
    }

    /// Returns the figures that it reads or spells out.
    fn figures(&self) -> Vec<FigureRow> {
        let figures = match self {
            Self::Rule(rule) => rule.figures,
            Self::Guide(guide) => guide.figures,
            Self::FileRule(_) | Self::Mandate(_) | Self::Fault(_) => &[],
        };
        figures.iter().flat_map(|figure| figure.rows()).collect()
    }

    /// Returns the kind of entry: `rule`, `file-rule`, `mandate`, `guide` or `fault`.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Rule(_) => "rule",
            Self::FileRule(_) => "file-rule",
            Self::Mandate(_) => "mandate",
            Self::Guide(_) => "guide",
            Self::Fault(_) => "fault",
        }
    }

    /// Returns the explanation, by paragraph.
    pub fn explain(&self) -> Vec<Cow<'static, str>> {
        let paragraphs = match self {
            Self::Rule(rule) => rule.explain,
            Self::FileRule(rule) => rule.explain,
            Self::Guide(guide) => guide.text,
            Self::Fault(fault) => &[fault.explain],
            Self::Mandate(mandate) => return mandate.explain().into_iter().map(Cow::Owned).collect(),
        };
        paragraphs.iter().copied().map(Cow::Borrowed).collect()
    }
}

/// An entry with the keys of machine output.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RuleEntry")]
struct EntryKeys {
    name: &'static str,
    /// `rule`, `file-rule`, `mandate`, `guide` or `fault`.
    kind: &'static str,
    title: &'static str,
    /// The law, highest authority first.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    sources: &'static [Source],
    /// The explanation, by paragraph.
    explain: Vec<Cow<'static, str>>,
    /// The figures that a rule reads, or that a guide spells out.
    figures: Vec<FigureRow>,
    #[serde(flatten)]
    rule: Option<RuleKeys>,
}

/// The further keys of a rule that is checked for each officer.
#[derive(Serialize, JsonSchema)]
struct RuleKeys {
    /// Each source that differs, with its text.
    conflicts: Vec<(Source, &'static str)>,
    /// Columns that decide whether the rule applies.
    gates: Vec<&'static str>,
    required: Vec<&'static str>,
    one_of: Vec<&'static str>,
    optional: Vec<&'static str>,
    /// Columns that are read in some cases only, or for a note.
    sometimes: Vec<&'static str>,
    examples: Vec<ExampleKeys>,
}

/// An example with the keys of machine output.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RuleExample")]
struct ExampleKeys {
    as_of: &'static str,
    due: Option<&'static str>,
    row: BTreeMap<&'static str, &'static str>,
    status: Status,
    title: &'static str,
}

impl JsonSchema for Entry {
    fn schema_name() -> Cow<'static, str> {
        EntryKeys::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        EntryKeys::json_schema(generator)
    }
}

impl From<Entry> for EntryKeys {
    fn from(entry: Entry) -> Self {
        let kind = entry.kind();
        let rule = match entry {
            Entry::Rule(rule) => Some(RuleKeys::from(rule)),
            _ => None,
        };
        let (name, title, sources, explain) = (entry.name(), entry.title(), entry.sources(), entry.explain());
        Self { name, kind, title, sources, explain, figures: entry.figures(), rule }
    }
}

impl From<&'static Rule> for RuleKeys {
    fn from(rule: &'static Rule) -> Self {
        let names = |columns: &[Column]| columns.iter().map(|column| column.name()).collect();
        Self {
            conflicts: rule.conflicts.iter().map(|other| (other.source, other.says)).collect(),
            gates: rule.gates.iter().flat_map(|gate| gate.all_columns()).map(Column::name).collect(),
            required: names(rule.required),
            one_of: names(rule.one_of),
            optional: names(rule.optional),
            sometimes: names(rule.sometimes),
            examples: rule.examples.iter().map(ExampleKeys::from).collect(),
        }
    }
}

impl From<&'static Example> for ExampleKeys {
    fn from(example: &'static Example) -> Self {
        Self {
            as_of: example.as_of,
            due: example.due,
            row: example.row.iter().copied().collect(),
            status: example.status,
            title: example.title,
        }
    }
}

/// Writes the list: name, title, highest source.
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
        "`muster rules NAME` shows one with its sources; -f json has all of them."
    } else {
        "`muster rules NAME` explains one; `muster rules --params` lists every figure of the law; \
         `muster rules --guides` lists what has no check."
    };
    screen.plain(to, 2, next)
}

impl Rows for Entry {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("name", |entry| Value::word(entry.name()));
        to.shown("title", |entry| Value::word(entry.title()));
        to.hidden("explain", |entry| Value::Own(entry.explain().join(" ").into()));
        to.shown("sources", |entry| Value::list(entry.sources()));
    }
}

impl ReportEntry for Entry {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| self.write(to, screen));
    }
}

impl Entry {
    /// Writes the entry in full.
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
            Self::FileRule(FileRule { explain, sources: law, .. }) => {
                paragraphs(explain, to, screen)?;
                sources(law, to, screen)
            }
            Self::Guide(Guide { text, sources: law, .. }) => {
                paragraphs(text, to, screen)?;
                sources(law, to, screen)?;
                figures(&self.figures(), to, screen)
            }
            Self::Mandate(mandate) => {
                paragraphs(&mandate.explain(), to, screen)?;
                sources(&mandate.sources, to, screen)
            }
            Self::Rule(rule) => show_rule(rule, to, screen),
        }
    }
}

fn show_rule(rule: &'static Rule, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
    paragraphs(rule.explain, to, screen)?;
    sources(rule.sources, to, screen)?;
    if !rule.conflicts.is_empty() {
        head(to, screen, "Where sources differ")?;
        for conflict in rule.conflicts {
            screen.block(to, 2, &format!("{} {}", conflict.source, conflict.says))?;
        }
    }
    figures(&Entry::Rule(rule).figures(), to, screen)?;
    head(to, screen, "Columns")?;
    let gates: Vec<Column> = rule.gates.iter().flat_map(|gate| gate.all_columns()).collect();
    let optional: Vec<Column> = rule.optional.iter().copied().filter(|column| !gates.contains(column)).collect();
    for (what, columns) in [
        ("decide whether it applies", gates.as_slice()),
        ("needed", rule.required),
        ("one of them needed", rule.one_of),
        ("read where the file has them", &optional),
        ("read in some cases, or for a note", rule.sometimes),
    ] {
        if !columns.is_empty() {
            let names: Vec<_> = columns.iter().map(|column| column.name()).collect();
            screen.block(to, 2, &format!("{what}: {}", names.join(", ")))?;
        }
    }
    head(to, screen, "Examples")?;
    for example in rule.examples {
        let due = example.due.map(|due| format!(", due {due}")).unwrap_or_default();
        screen.block(to, 2, &format!("{}, on {}: {}{due}", example.title, example.as_of, example.status.words()))?;
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

fn figures(figures: &[FigureRow], to: &mut impl Write, screen: &Screen) -> io::Result<()> {
    if !figures.is_empty() {
        head(to, screen, "Figures")?;
    }
    figures.iter().try_for_each(|row| {
        let figure = format!("{}: {} {} ({}; {})", row.title, row.value, row.unit, since(row), row.source);
        screen.block(to, 2, &figure)
    })
}

fn head(to: &mut impl Write, screen: &Screen, words: &str) -> io::Result<()> {
    writeln!(to)?;
    screen.paragraph(to, 0, &[(BOLD, words)])
}

/// Returns the days on which a figure holds: `first day not recorded`, `from 15 Dec 2022`, `1 Jan 2026 to 31 Dec 2026`
fn since(row: &FigureRow) -> String {
    match (row.from, row.until) {
        (None, None) => "first day not recorded".into(),
        (Some(from), None) => format!("from {}", day_words(from)),
        (None, Some(until)) => format!("known until {}", day_words(until)),
        (Some(from), Some(until)) => format!("{} to {}", day_words(from), day_words(until)),
    }
}

impl Rows for FigureRow {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("name", |figure| Value::word(&figure.name));
        to.shown("title", |figure| Value::word(&figure.title));
        to.shown("value", |figure| Value::word(&figure.value));
        to.shown("unit", |figure| Value::word(figure.unit));
        to.shown("from", |figure| Value::figure_or_blank(figure.from));
        to.shown("until", |figure| Value::figure_or_blank(figure.until));
        to.shown("source", |figure| Value::word(&figure.source));
        to.shown("last_checked", |figure| Value::figure_or_blank(figure.last_checked));
    }
}

impl ReportEntry for FigureRow {
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

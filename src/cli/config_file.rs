//! The configuration file: its keys, and every mistake in it with its line and the nearest valid word.

use crate::hint::with_hint;
use crate::input::bytes;
use crate::input::cells::{NameOrder, OwnWord, OwnWords};
use crate::input::header::{OwnName, OwnNames};
use crate::model;
use crate::model::agency::Agency;
use crate::report::Format;
use crate::rules::catalogue;
use crate::rules::law::schedule::Schedule;
use crate::values::fold::fold;
use crate::values::near::nearest;
use anyhow::{anyhow, bail};
use clap::ValueEnum;
use std::collections::{BTreeMap, HashMap};
use std::io::ErrorKind;
use std::path::Path;
use std::sync::LazyLock;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// A configuration file, with every key and what it means, for `muster config init`.
pub const COMMENTED: &str = include_str!("config.toml");

/// The settings of a configuration file.
#[derive(Debug, Default)]
pub(super) struct File {
    pub(super) schedule: Option<Schedule>,
    pub(super) warn_days: Option<u32>,
    pub(super) format: Option<Format>,
    pub(super) reads_two_digit_years: Option<bool>,
    pub(super) inferred_scenario_windows: Option<bool>,
    pub(super) local_course_on_file: Option<bool>,
    pub(super) course: Option<String>,
    pub(super) inactivation_days: Option<u32>,
    pub(super) require: Vec<String>,
    pub(super) csv_bom: Option<bool>,
    pub(super) agency: Agency,
    pub(super) columns: OwnNames,
    pub(super) values: OwnWords,
    pub(super) name_order: Option<NameOrder>,
}

/// A key of the configuration file, with the function that stores its value or says what is wrong with it.
type Key = (&'static str, fn(&mut File, &DeValue) -> Result<(), String>);

/// The keys before the first table.
const KEYS: [Key; 11] = [
    ("schedule", |file, value| set(&mut file.schedule, choice(value, &named(Schedule::value_variants())))),
    ("warn_days", |file, value| set(&mut file.warn_days, whole_number(value))),
    ("format", |file, value| set(&mut file.format, choice(value, &named(&Format::of_every_command())))),
    ("two_digit_years", |file, value| {
        set(&mut file.reads_two_digit_years, choice(value, &[("none".into(), false), ("past".into(), true)]))
    }),
    ("name_order", |file, value| set(&mut file.name_order, choice(value, &named(NameOrder::value_variants())))),
    ("scenario_windows", |file, value| {
        let choices = [("published".into(), false), ("inferred".into(), true)];
        set(&mut file.inferred_scenario_windows, choice(value, &choices))
    }),
    ("local_course_on_file", |file, value| set(&mut file.local_course_on_file, true_or_false(value))),
    ("csv_bom", |file, value| set(&mut file.csv_bom, true_or_false(value))),
    ("course", |file, value| set(&mut file.course, text(value))),
    ("require", |file, value| {
        let rules = value.as_array().ok_or("expected a list of rules, such as [\"firearms-qualification\"]")?;
        file.require = rules.iter().map(|rule| rule_name(rule.get_ref())).collect::<Result<_, _>>()?;
        Ok(())
    }),
    ("inactivation_days", |file, value| set(&mut file.inactivation_days, whole_number(value))),
];

/// The keys of `[agency]`.
const AGENCY_KEYS: [Key; 4] = [
    ("name", |file, value| set(&mut file.agency.name, text(value))),
    ("administrator", |file, value| set(&mut file.agency.administrator, text(value))),
    ("email", |file, value| set(&mut file.agency.email, text(value))),
    ("domain", |file, value| set(&mut file.agency.domain, text(value))),
];

/// The tables.
pub(super) const AGENCY: &str = "agency";
pub(crate) const COLUMNS: &str = "columns";
pub(crate) const VALUES: &str = "values";

/// The number of mistakes that are named, each with the nearest word.
const MOST_MISTAKES: usize = 200;

/// The name of each column by its folded name.
static COLUMN_NAMES: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    model::KINDS.iter().flat_map(|kind| kind.specs).map(|spec| (fold(spec.name), spec.name)).collect()
});

/// The name in `[columns]` for a column that is ignored without a note.
pub(super) const IGNORE: &str = "ignore";

/// Reads a configuration file.
///
/// # Errors
/// Every mistake in it, a line each, in the order of the file.
pub(super) fn read(path: &Path) -> anyhow::Result<File> {
    let shown = path.display();
    let source = bytes::read_text(path).map_err(|error| {
        let hint = match error.kind() {
            ErrorKind::InvalidData => "save it in UTF-8 with a text editor (in Notepad: Save as, Encoding, UTF-8)",
            _ => "muster config init writes a file to start from",
        };
        anyhow!(with_hint(format!("{shown}: the configuration cannot be read: {error}"), hint))
    })?;
    parse(&source, path)
}

/// Reads the text of a configuration file.
///
/// # Errors
/// Those of [`read`].
pub(super) fn parse(source: &str, path: &Path) -> anyhow::Result<File> {
    let shown = path.display();
    let mut file = File::default();
    let ends = memchr::memchr_iter(b'\n', source.as_bytes()).collect();
    let mut mistakes = Mistakes { ends, by_line: BTreeMap::new() };
    let (root, syntax_errors) = DeTable::parse_recoverable(source);
    for error in syntax_errors {
        let at = error.span().map_or(0, |span| span.start);
        let wrong = if is_curly_at(source, at) { CURLY.to_owned() } else { error.message().replace('\n', " ") };
        mistakes.add(at, wrong);
    }
    for (key, value) in root.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            (AGENCY, DeValue::Table(table)) => {
                for (key, value) in table {
                    mistakes.store(&mut file, &AGENCY_KEYS, &[], key, value);
                }
            }
            (COLUMNS, DeValue::Table(table)) => {
                for (own, column) in table {
                    if mistakes.by_line.len() >= MOST_MISTAKES {
                        mistakes.add(source.len(), "[columns]: more names were not looked at; mend these first".into());
                        break;
                    }
                    let own_name = own.get_ref();
                    let added =
                        text(column.get_ref()).and_then(|column| add_column(&mut file.columns, own_name, &column));
                    if let Err(wrong) = added {
                        mistakes.add(own.span().start, format!("[columns] {own_name:?}: {wrong}"));
                    }
                }
            }
            (VALUES, DeValue::Table(columns)) => {
                for (column, words) in columns {
                    let name = column.get_ref();
                    let added = match words.get_ref() {
                        DeValue::Table(words) => words.iter().try_for_each(|(own, word)| {
                            let word = text(word.get_ref())?;
                            add_word(&mut file.values, name, own.get_ref(), &word)
                        }),
                        _ => Err("must be a table of your own words, each with the word that it means".into()),
                    };
                    if let Err(wrong) = added {
                        mistakes.add(column.span().start, format!("[values.{name}] {wrong}"));
                    }
                }
            }
            (AGENCY | COLUMNS | VALUES, _) => {
                mistakes.add(key.span().start, format!("{} must be a table", key.get_ref()))
            }
            _ => mistakes.store(&mut file, &KEYS, &[AGENCY, COLUMNS, VALUES], key, value),
        }
    }
    if mistakes.by_line.is_empty() {
        return Ok(file);
    }
    let lines = mistakes.by_line.into_iter().map(|(line, wrong)| format!("{shown}: line {line}: {wrong}"));
    bail!("{}", lines.collect::<Vec<_>>().join("\n"))
}

/// The mistakes in a configuration file; of those on one line, the first found is kept.
struct Mistakes {
    /// The places of the line feeds.
    ends: Vec<usize>,
    by_line: BTreeMap<usize, String>,
}

/// The reason why a line with the quotation marks of a word processor cannot be read, and what to do.
const CURLY: &str = "the quotation marks on this line are curly, as word processors make them; type plain ones (\") in \
                     a text editor";

/// Returns whether the line at a place in the file has curly quotation marks.
fn is_curly_at(source: &str, at: usize) -> bool {
    let (before, behind) = source.split_at_checked(at).unwrap_or((source, ""));
    let begins = before.rfind('\n').map_or(0, |end| end + 1);
    let line =
        before.get(begins..).unwrap_or_default().chars().chain(behind.chars().take_while(|letter| *letter != '\n'));
    line.into_iter().any(|letter| matches!(letter, '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{2018}' | '\u{2019}'))
}

impl Mistakes {
    fn add(&mut self, at: usize, wrong: String) {
        let line = self.ends.partition_point(|end| *end < at) + 1;
        self.by_line.entry(line).or_insert(wrong);
    }

    /// Stores the value of a key, or adds a mistake. `tables` are valid as well.
    fn store(
        &mut self,
        file: &mut File,
        keys: &[Key],
        tables: &[&'static str],
        key: &Spanned<DeString>,
        value: &Spanned<DeValue>,
    ) {
        let name = key.get_ref().as_ref();
        let stored = match keys.iter().find(|(known, _)| *known == name) {
            Some((_, store)) => store(file, value.get_ref()).map_err(|wrong| format!("{name}: {wrong}")),
            None => {
                let known: Vec<&str> = keys.iter().map(|(known, _)| *known).chain(tables.iter().copied()).collect();
                Err(with_hint(format!("there is no key {name:?}"), did_you_mean(name, &known)))
            }
        };
        if let Err(wrong) = stored {
            self.add(key.span().start, wrong);
        }
    }
}

fn did_you_mean(unknown: &str, known: &[&str]) -> String {
    match nearest(unknown, known.iter().copied()) {
        Some(name) => format!("did you mean {name}?"),
        None => format!("valid here: {}", known.join(", ")),
    }
}

fn set<T>(field: &mut Option<T>, value: Result<T, String>) -> Result<(), String> {
    *field = Some(value?);
    Ok(())
}

fn text(value: &DeValue) -> Result<String, String> {
    value.as_str().map(str::to_owned).ok_or_else(|| "expected text in quotes".into())
}

/// Returns the name of a rule that is asked of rosters.
fn rule_name(value: &DeValue) -> Result<String, String> {
    let name = text(value)?;
    let names: Vec<&str> = catalogue().map(|rule| rule.name).collect();
    match names.contains(&name.as_str()) {
        true => Ok(name),
        false => Err(with_hint(format!("there is no rule {name:?}"), did_you_mean(&name, &names))),
    }
}

fn whole_number(value: &DeValue) -> Result<u32, String> {
    let number = value.as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
    number.ok_or_else(|| "expected a whole number".into())
}

fn true_or_false(value: &DeValue) -> Result<bool, String> {
    value.as_bool().ok_or_else(|| "expected true or false".into())
}

fn choice<T: Copy>(value: &DeValue, choices: &[(String, T)]) -> Result<T, String> {
    let chosen = text(value)?;
    choices.iter().find(|(name, _)| *name == chosen).map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| name.as_str()).collect();
        with_hint(format!("there is no choice {chosen:?}"), did_you_mean(&chosen, &names))
    })
}

/// Returns values with their names on the command line.
pub(super) fn named<T: ValueEnum>(values: &[T]) -> Vec<(String, T)> {
    let name = |value: &T| value.to_possible_value().map(|value| value.get_name().to_owned());
    values.iter().filter_map(|value| Some((name(value)?, value.clone()))).collect()
}

/// Adds the user's own word for a choice of a column (settled 182).
fn add_word(values: &mut OwnWords, column: &str, own: &str, word: &str) -> Result<(), String> {
    let specs = || model::KINDS.iter().flat_map(|kind| kind.specs).filter(|spec| !spec.choices.is_empty());
    let Some(spec) = specs().find(|spec| fold(spec.name) == fold(column)) else {
        let names: Vec<&str> = specs().map(|spec| spec.name).collect();
        return Err(with_hint("is no column of a few words".to_owned(), did_you_mean(column, &names)));
    };
    let Some(meant) = spec.choices.iter().find(|choice| fold(choice) == fold(word)) else {
        let problem = format!("{own:?}: there is no choice {word:?}");
        return Err(with_hint(problem, did_you_mean(word, spec.choices)));
    };
    match values.entry(spec.name).or_default().insert(fold(own), OwnWord::new(own, meant)) {
        Some(other) if other.means != *meant => Err(format!("{own:?}: another spelling of it means {}", other.means)),
        _ => Ok(()),
    }
}

/// Adds the user's own name for a column.
fn add_column(names: &mut OwnNames, own: &str, column: &str) -> Result<(), String> {
    let known = || model::KINDS.iter().flat_map(|kind| kind.specs).map(|spec| spec.name);
    let meaning = COLUMN_NAMES.get(&fold(column)).copied();
    if meaning.is_none() && column != IGNORE {
        let near = nearest(column, known().chain([IGNORE])).map(|name| format!("did you mean {name}?"));
        let hint = near.unwrap_or_else(|| "\"ignore\" ignores a column without a note".into());
        return Err(with_hint(format!("there is no column {column:?}"), hint));
    }
    match names.insert(fold(own), OwnName { written: own.to_owned(), column: meaning }) {
        Some(other) if other.column != meaning => {
            Err("another spelling of the same name is mapped to another column".into())
        }
        _ => Ok(()),
    }
}

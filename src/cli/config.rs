//! The user's settings. A flag overrides the environment, which overrides the configuration file, which overrides the
//! default.

use crate::cli::flags::{Flags, default_warn_days};
use crate::hint::with_hint;
use crate::input::header::OwnNames;
use crate::model;
use crate::model::agency::Agency;
use crate::report::Format;
use crate::rules::claim::rates::{Table, TravelRates};
use crate::rules::law::schedule::Schedule;
use crate::values::fold::fold;
use crate::values::near::nearest;
use anyhow::{anyhow, bail};
use clap::ValueEnum;
use directories::ProjectDirs;
use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

/// The file in the configuration folder that lists the approved courses of the COPS Training Portal.
pub const APPROVED_COURSES: &str = "approved_courses.csv";

/// A configuration file, with every key and what it means, for `muster config init`.
pub const COMMENTED: &str = include_str!("config.toml");

/// What a configuration file sets.
#[derive(Debug, Default)]
struct File {
    schedule: Option<Schedule>,
    warn_days: Option<u32>,
    format: Option<Format>,
    reads_two_digit_years: Option<bool>,
    inferred_scenario_windows: Option<bool>,
    local_course_on_file: Option<bool>,
    course: Option<String>,
    inactivation_days: Option<u32>,
    agency: Agency,
    columns: OwnNames,
}

/// A key of the configuration file, with the function that stores its value or says what is wrong with it.
type Key = (&'static str, fn(&mut File, &DeValue) -> Result<(), String>);

/// The keys before the first table.
const KEYS: [Key; 8] = [
    ("schedule", |file, value| set(&mut file.schedule, choice(value, &named(Schedule::value_variants())))),
    ("warn_days", |file, value| set(&mut file.warn_days, whole_number(value))),
    ("format", |file, value| set(&mut file.format, choice(value, &named(&Format::of_every_command())))),
    ("two_digit_years", |file, value| {
        set(&mut file.reads_two_digit_years, choice(value, &[("none".into(), false), ("past".into(), true)]))
    }),
    ("scenario_windows", |file, value| {
        let choices = [("published".into(), false), ("inferred".into(), true)];
        set(&mut file.inferred_scenario_windows, choice(value, &choices))
    }),
    ("local_course_on_file", |file, value| set(&mut file.local_course_on_file, true_or_false(value))),
    ("course", |file, value| set(&mut file.course, text(value))),
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
const AGENCY: &str = "agency";
const COLUMNS: &str = "columns";

/// What a column of the user's is called that no warning should be given about.
const IGNORE: &str = "ignore";

/// The origin of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A flag or its environment variable.
    Flag(&'static str),
    /// The configuration file.
    File,
    /// The default.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => to.write_str(flag),
            Self::File => to.write_str("configuration file"),
            Self::Default => to.write_str("default"),
        }
    }
}

/// A value in force, with its origin.
#[derive(Clone, Debug)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// The origin of the value.
    pub origin: Origin,
}

impl<T> Setting<T> {
    fn of(name: &'static str, flag: Option<T>, file: Option<T>, default: T) -> Self {
        match (flag, file) {
            (Some(value), _) => Self { value, origin: Origin::Flag(name) },
            (None, Some(value)) => Self { value, origin: Origin::File },
            (None, None) => Self { value: default, origin: Origin::Default },
        }
    }
}

impl<T> Setting<Option<T>> {
    /// Returns a setting that has neither flag nor default.
    fn of_file(file: Option<T>) -> Self {
        Self::of("", None, file.map(Some), None)
    }
}

/// Everything in force for a run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The configuration file that was read.
    pub file: Option<PathBuf>,
    /// The folder of the configuration file, which may also hold tables of the user's own.
    pub folder: Option<PathBuf>,
    /// The e-sign schedule by which answers are given.
    pub schedule: Setting<Schedule>,
    /// Days before a due day from which it is due soon.
    pub warn_days: Setting<u32>,
    /// The output format.
    pub format: Setting<Format>,
    /// Whether years of two digits are read.
    pub two_digit_years: Setting<bool>,
    /// Whether scenario-based windows that no source publishes are checked.
    pub inferred_scenario_windows: Setting<bool>,
    /// Whether the requirements of the agency's own course of fire are on file with the Board; `None`: it has none.
    pub local_course_on_file: Setting<Option<bool>>,
    /// The file of the agency's own course of fire; a relative path begins at the configuration file's folder.
    pub course: Setting<Option<PathBuf>>,
    /// Days given after the expired notice before an officer is inactivated; no source fixes them.
    pub inactivation_days: Setting<Option<u32>>,
    /// The user's agency.
    pub agency: Agency,
    /// The user's own column names.
    pub columns: OwnNames,
}

impl Settings {
    /// Reads the configuration file, where there is one, and combines it with the flags.
    ///
    /// # Errors
    /// A file that was named and does not exist, and every mistake in it, with its line and the nearest valid key.
    pub fn load(flags: &Flags) -> anyhow::Result<Self> {
        let settings = Self::load_with_calendar(flags)?;
        let formats = Format::of_every_command();
        if !formats.contains(&settings.format.value) {
            let names: Vec<String> = named(&formats).into_iter().map(|(name, _)| name).collect();
            bail!(with_hint(
                "ics is a calendar of due days, which only muster roster due writes",
                format!("choose another format: {}", names.join(", "))
            ));
        }
        Ok(settings)
    }

    /// Does the same for a command that can write a calendar.
    ///
    /// # Errors
    /// Those of [`Settings::load`].
    pub fn load_with_calendar(flags: &Flags) -> anyhow::Result<Self> {
        let place = match &flags.config {
            Some(path) if path.as_os_str().is_empty() => None,
            Some(path) => Some(path.clone()),
            None => default_path(),
        };
        let folder = place.as_deref().and_then(Path::parent).map(Path::to_owned);
        let path = place.filter(|path| flags.config.is_some() || path.try_exists().unwrap_or(true));
        let file = match &path {
            Some(path) => read(path)?,
            None => File::default(),
        };
        let by_ending = || flags.output.as_deref().and_then(crate::output::destination::format_by_ending);
        if let (None, Some(ending)) = (flags.format, flags.output.as_deref().and_then(foreign_ending)) {
            bail!(with_hint(
                format!("--output: muster writes no .{ending}"),
                "a file that ends in .csv opens in a spreadsheet; -f names the format of any other file"
            ));
        }
        let format = match (flags.format, by_ending()) {
            (None, Some(format)) => Setting { value: format, origin: Origin::Flag("the ending of --output") },
            (flag, _) => Setting::of("--format", flag, file.format, Format::Table),
        };
        let default_warn_days = default_warn_days(flags.as_of());
        let two_digit_years = flags.two_digit_years.as_ref().map(|_| true);
        Ok(Self {
            folder,
            schedule: Setting::of("--schedule", flags.schedule, file.schedule, Schedule::default()),
            warn_days: Setting::of("--warn-days", flags.warn_days, file.warn_days, default_warn_days),
            format,
            two_digit_years: Setting::of("--two-digit-years", two_digit_years, file.reads_two_digit_years, false),
            inferred_scenario_windows: Setting::of("", None, file.inferred_scenario_windows, false),
            local_course_on_file: Setting::of_file(file.local_course_on_file),
            course: Setting::of_file(file.course.map(|course| beside(path.as_deref(), &course))),
            inactivation_days: Setting::of_file(file.inactivation_days),
            agency: file.agency,
            columns: file.columns,
            file: path,
        })
    }

    /// Reads the State's travel rates, with the rows that the user has added in the configuration folder.
    ///
    /// # Errors
    /// Everything that is wrong with the user's tables, each with its file and line.
    pub fn travel_rates(&self) -> anyhow::Result<TravelRates> {
        let mut rates = TravelRates::built_in();
        let mut wrong = Vec::new();
        for table in Table::ALL {
            let Some(path) = self.folder.as_ref().map(|folder| folder.join(table.file_name())) else { continue };
            match std::fs::read_to_string(&path) {
                Ok(text) => {
                    let faults = rates.add(table, &text).err().unwrap_or_default();
                    wrong.extend(faults.into_iter().map(|fault| format!("{}: {fault}", path.display())));
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => wrong.push(format!("{}: cannot be read: {error}", path.display())),
            }
        }
        if wrong.is_empty() { Ok(rates) } else { Err(anyhow!("{}", wrong.join("\n"))) }
    }

    /// Returns the path of the user's list of approved courses in the configuration folder, where it exists.
    pub fn approved_courses(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(APPROVED_COURSES)).filter(|path| path.exists())
    }
}

/// Returns the ending of a file that only another program writes.
fn foreign_ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ["xlsx", "xls", "ods", "pdf", "docx", "doc"].contains(&ending.as_str()).then_some(ending)
}

/// Returns a path of the configuration file, which begins at the file's folder unless it is absolute.
fn beside(configuration: Option<&Path>, path: &str) -> PathBuf {
    configuration.and_then(Path::parent).unwrap_or(Path::new("")).join(path)
}

/// Returns the path of the configuration file unless `--config` names another.
pub fn default_path() -> Option<PathBuf> {
    ProjectDirs::from("", "", "muster").map(|folders| folders.config_dir().join("config.toml"))
}

/// Reads a configuration file.
///
/// # Errors
/// Every mistake in it, a line each, in the order of the file.
fn read(path: &Path) -> anyhow::Result<File> {
    let shown = path.display();
    let source = std::fs::read_to_string(path).map_err(|error| {
        let problem = format!("{shown}: the configuration cannot be read: {error}");
        anyhow!(with_hint(problem, "muster config init writes a file to start from"))
    })?;
    let mut file = File::default();
    let mut mistakes = Mistakes { source: &source, by_line: BTreeMap::new() };
    let (root, syntax_errors) = DeTable::parse_recoverable(&source);
    for error in syntax_errors {
        mistakes.add(error.span().map_or(0, |span| span.start), error.message().replace('\n', " "));
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
                    let own_name = own.get_ref();
                    let added =
                        text(column.get_ref()).and_then(|column| add_column(&mut file.columns, own_name, &column));
                    if let Err(wrong) = added {
                        mistakes.add(own.span().start, format!("[columns] {own_name:?}: {wrong}"));
                    }
                }
            }
            (AGENCY | COLUMNS, _) => mistakes.add(key.span().start, format!("{} must be a table", key.get_ref())),
            _ => mistakes.store(&mut file, &KEYS, &[AGENCY, COLUMNS], key, value),
        }
    }
    if mistakes.by_line.is_empty() {
        return Ok(file);
    }
    let lines = mistakes.by_line.into_iter().map(|(line, wrong)| format!("{shown}: line {line}: {wrong}"));
    bail!("{}", lines.collect::<Vec<_>>().join("\n"))
}

/// The mistakes in a configuration file; of those on one line, the first found is kept.
struct Mistakes<'s> {
    source: &'s str,
    by_line: BTreeMap<usize, String>,
}

impl Mistakes<'_> {
    fn add(&mut self, at: usize, wrong: String) {
        let line = self.source.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
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
fn named<T: ValueEnum>(values: &[T]) -> Vec<(String, T)> {
    let name = |value: &T| value.to_possible_value().map(|value| value.get_name().to_owned());
    values.iter().filter_map(|value| Some((name(value)?, value.clone()))).collect()
}

/// Adds the user's own name for a column.
fn add_column(names: &mut OwnNames, own: &str, column: &str) -> Result<(), String> {
    let known = || model::KINDS.iter().flat_map(|kind| kind.specs).map(|spec| spec.name);
    let meaning = known().find(|name| fold(name) == fold(column));
    if meaning.is_none() && column != IGNORE {
        let near = nearest(column, known().chain([IGNORE])).map(|name| format!("did you mean {name}?"));
        let hint = near.unwrap_or_else(|| "\"ignore\" ignores a column without a note".into());
        return Err(with_hint(format!("there is no column {column:?}"), hint));
    }
    match names.insert(fold(own), meaning) {
        Some(other) if other != meaning => Err("another spelling of the same name stands for another column".into()),
        _ => Ok(()),
    }
}

//! The user's settings: a flag beats the environment, that beats the configuration file, that beats the default.

use crate::cli::flags::Flags;
use crate::input::header::OwnNames;
use crate::model;
use crate::model::agency::Agency;
use crate::report::Format;
use crate::rules::law::params;
use crate::rules::law::schedule::{Schedule, WindowBasis};
use crate::values::fold::fold;
use anyhow::{Context, bail};
use directories::ProjectDirs;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// How alike a mistyped key must be to a valid one for "did you mean" (0 to 1).
const NEAR: f64 = 0.75;

/// The file in the configuration folder that lists the approved courses of the COPS Training Portal.
pub const APPROVED_COURSES: &str = "approved_courses.csv";

/// A configuration file, with every key and what it means, for `muster config init`.
pub const COMMENTED: &str = include_str!("config.toml");

/// What a configuration file may hold.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schedule: Option<Schedule>,
    warn_days: Option<u32>,
    format: Option<Format>,
    two_digit_years: Option<TwoDigitYears>,
    scenario_windows: Option<WindowBasis>,
    local_course_on_file: Option<bool>,
    course: Option<String>,
    inactivation_days: Option<u32>,
    agency_domain: Option<String>,
    #[serde(default)]
    agency: Agency,
    #[serde(default)]
    columns: BTreeMap<String, toml::Spanned<String>>,
}

/// How years of two digits are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum TwoDigitYears {
    /// Not at all.
    None,
    /// The latest one that is not in the future.
    Past,
}

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A flag or its environment variable.
    Flag(&'static str),
    /// The configuration file.
    File,
    /// Nobody said anything else.
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

/// A value that is in force, and where it comes from.
#[derive(Clone, Debug)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
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

/// Everything that is in force for a run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The configuration file that was read, if there is one.
    pub file: Option<PathBuf>,
    /// The folder in which it stands, or would stand: tables of the user's own are looked for there.
    pub folder: Option<PathBuf>,
    /// Which e-sign schedule decides.
    pub schedule: Setting<Schedule>,
    /// Days before a due day from which it is due soon.
    pub warn_days: Setting<u32>,
    /// How to answer.
    pub format: Setting<Format>,
    /// Whether years of two digits are read.
    pub two_digit_years: Setting<bool>,
    /// Whether scenario-based windows that nobody published are asked for.
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
    /// Reads the configuration file, if there is one, and holds it against the flags.
    ///
    /// # Errors
    /// A file that was asked for and is not there, and every mistake in it, with its line and the nearest valid key.
    pub fn load(flags: &Flags) -> anyhow::Result<Self> {
        let settings = Self::load_with_calendar(flags)?;
        if settings.format.value == Format::Ics {
            bail!("ics is a calendar of what falls due: only muster roster due writes one");
        }
        Ok(settings)
    }

    /// The same for a command that can write a calendar.
    ///
    /// # Errors
    /// As [`Settings::load`].
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
        let first_notice = params::FIRST_NOTICE_DAYS.on(flags.as_of()).unwrap_or_default();
        let by_ending = || flags.output.as_deref().and_then(Format::by_ending);
        if let (None, Some(ending)) = (flags.format, flags.output.as_deref().and_then(foreign_ending)) {
            bail!(
                "--output: muster writes no .{ending}; a file that ends in .csv opens in a spreadsheet (or name a format: -f)"
            );
        }
        let format = match (flags.format, by_ending()) {
            (None, Some(format)) => Setting { value: format, origin: Origin::Flag("the ending of --output") },
            (flag, _) => Setting::of("--format", flag, file.format, Format::Table),
        };
        let agency = Agency { domain: file.agency.domain.or(file.agency_domain), ..file.agency };
        Ok(Self {
            folder,
            schedule: Setting::of("--schedule", flags.schedule, file.schedule, Schedule::default()),
            warn_days: Setting::of("--warn-days", flags.warn_days, file.warn_days, first_notice),
            format,
            two_digit_years: Setting::of(
                "--two-digit-years",
                flags.two_digit_years.as_ref().map(|_| true),
                file.two_digit_years.map(|how| how == TwoDigitYears::Past),
                false,
            ),
            inferred_scenario_windows: Setting::of(
                "",
                None,
                file.scenario_windows.map(|windows| windows == WindowBasis::Inferred),
                false,
            ),
            local_course_on_file: Setting::of("", None, file.local_course_on_file.map(Some), None),
            course: Setting::of("", None, file.course.map(|course| Some(beside(path.as_deref(), &course))), None),
            inactivation_days: Setting::of("", None, file.inactivation_days.map(Some), None),
            agency,
            columns: own_names(&file.columns).0,
            file: path,
        })
    }
}

impl Settings {
    /// The user's list of approved courses of the COPS Training Portal in the configuration folder, if it is there.
    pub fn approved_courses(&self) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(APPROVED_COURSES)).filter(|path| path.exists())
    }
}

/// The ending of a file that only another program writes.
fn foreign_ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ["xlsx", "xls", "ods", "pdf", "docx", "doc"].contains(&ending.as_str()).then_some(ending)
}

/// A path as the configuration file means it: one that is not absolute begins at the file's folder.
fn beside(configuration: Option<&Path>, path: &str) -> PathBuf {
    configuration.and_then(Path::parent).unwrap_or(Path::new("")).join(path)
}

/// Where the configuration file stands unless `--config` says otherwise.
pub fn default_path() -> Option<PathBuf> {
    ProjectDirs::from("", "", "muster").map(|folders| folders.config_dir().join("config.toml"))
}

/// A configuration with more mistakes than this is none.
const MOST_MISTAKES: usize = 20;

/// Which line of a text a byte stands in, from 0.
fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|byte| **byte == b'\n').count()
}

fn read(path: &Path) -> anyhow::Result<File> {
    let shown = path.display();
    let text = std::fs::read_to_string(path).with_context(|| format!("{shown}: the configuration cannot be read"))?;
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut mistakes = BTreeMap::new();
    loop {
        let rest = lines.concat();
        let error = match toml::from_str::<File>(&rest) {
            Ok(file) => {
                let wrong = own_names(&file.columns).1;
                mistakes.extend(wrong.into_iter().map(|(at, why)| {
                    let at = line_of(&rest, at);
                    (at, format!("{shown}: line {}: {why}", at + 1))
                }));
                if mistakes.is_empty() {
                    return Ok(file);
                }
                break;
            }
            Err(error) => error,
        };
        let Some(span) = error.span() else { bail!("{shown}: {}", error.message()) };
        let at = line_of(&rest, span.start).min(lines.len().saturating_sub(1));
        let key = lines.get(at).and_then(|line| line.split_once('=')).map_or("", |(key, _)| key.trim());
        mistakes.insert(at, format!("{shown}: line {}: {}", at + 1, explained(key, error.message())));
        if mistakes.len() == MOST_MISTAKES || lines.get(at).is_none_or(|line| line.trim().is_empty()) {
            break;
        }
        // Without the line of this mistake, the ones behind it show; a table goes with its head.
        let is_head = |line: &str| line.trim_start().starts_with('[');
        let more = lines[at + 1..].iter().take_while(|line| is_head(lines[at]) && !is_head(line)).count();
        lines[at..=at + more].fill("\n");
    }
    bail!("{}", mistakes.into_values().collect::<Vec<_>>().join("\n"))
}

/// What a mistake in the value of a key means, or in the key itself, with the nearest valid word in place of a list of all.
fn explained(key: &str, message: &str) -> String {
    let (lead, rest) = match (message.split_once("unknown field `"), message.split_once("unknown variant `")) {
        (Some((_, rest)), _) => ("there is no key".to_owned(), rest),
        (_, Some((_, rest))) => (format!("{key}: there is no choice"), rest),
        _ => {
            let message =
                message.lines().collect::<Vec<_>>().join(" ").replace("expected u32", "expected a whole number");
            return if key.is_empty() { message } else { format!("{key}: {message}") };
        }
    };
    let (unknown, rest) = rest.split_once('`').unwrap_or((rest, ""));
    let valid: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
    format!("{lead} {unknown:?}{}", did_you_mean(unknown, valid.iter().copied()))
}

fn did_you_mean<'n>(unknown: &str, valid: impl Iterator<Item = &'n str> + Clone) -> String {
    let likeness = |name: &str| strsim::jaro_winkler(unknown, name);
    let nearest = valid.clone().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    match nearest.filter(|name| likeness(name) >= NEAR) {
        Some(name) => format!("; did you mean {name}?"),
        None => format!("; the valid ones are {}", valid.collect::<Vec<_>>().join(", ")),
    }
}

/// The user's own column names, and what is wrong in them, each with its place in the text.
fn own_names(columns: &BTreeMap<String, toml::Spanned<String>>) -> (OwnNames, Vec<(usize, String)>) {
    let known: Vec<&'static str> = model::KINDS.iter().flat_map(|kind| kind.specs).map(|spec| spec.name).collect();
    let (mut names, mut wrong) = (OwnNames::default(), Vec::new());
    for (own, spanned) in columns {
        let (at, column) = (spanned.span().start, spanned.as_ref());
        let meaning = known.iter().copied().find(|name| fold(name) == fold(column));
        if meaning.is_none() && column != "ignore" {
            let nearest = did_you_mean(column, known.iter().copied().chain(["ignore"]));
            let nearest = if nearest.starts_with("; did") { &nearest } else { "" };
            wrong.push((
                at,
                format!(
                    "[columns] {own:?} = {column:?}: there is no such column{nearest} (\"ignore\" passes a column over)"
                ),
            ));
        } else if names.insert(fold(own), meaning).is_some_and(|other| other != meaning) {
            wrong.push((at, format!("[columns] {own:?} stands for two columns; its other spelling is the same name")));
        }
    }
    (names, wrong)
}

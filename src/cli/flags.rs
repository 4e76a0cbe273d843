//! The command line: commands, flags, and the one place where the clock and the environment are read.

use crate::finding::{Status, StatusSet};
use crate::input::days::read_flag_day;
use crate::input::format::InputFormat;
use crate::pipeline;
use crate::report::Format;
use crate::report::layout::screen::{Color, Screen};
use crate::rules::law::schedule::Schedule;
use crate::rules::training::mandates::MANDATES;
use chrono::NaiveDate;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Flags that every command takes, before or after its name.
#[derive(Debug, Args)]
pub struct Flags {
    #[arg(skip)]
    today: OnceLock<NaiveDate>,

    /// The day asked about, such as 2026-01-31 [default: today in Illinois]
    #[arg(long, value_name = "DATE", global = true, env = "MUSTER_AS_OF", hide_env = true, value_parser = day, help_heading = "Question", long_help = "\
The day asked about: 2026-01-31 or 1/31/2026 [default: today in Illinois; environment: MUSTER_AS_OF]")]
    pub as_of: Option<FlagDay>,

    /// Look back with today's file: what happened after --as-of had not happened yet
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        help_heading = "Question",
        long_help = "\
Look back with today's file: what is recorded after --as-of had not happened yet, and officers hired later are asked \
nothing. Without it such days are impossible-dates."
    )]
    pub rewind: bool,

    /// Ask only this rule; can be repeated
    #[arg(long, value_name = "RULE", global = true, value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true, help_heading = "Question")]
    pub only: Vec<String>,

    /// Do not ask this rule; can be repeated
    #[arg(long, value_name = "RULE", global = true, value_delimiter = ',', value_parser = rule_names(), hide_possible_values = true, help_heading = "Question")]
    pub skip: Vec<String>,

    /// Days before a due day from which it is due soon [default: 60]
    #[arg(long, value_name = "N", global = true, hide_short_help = true, value_parser = clap::value_parser!(u32).range(0..=36500), help_heading = "Question", long_help = "\
Days before a due day from which an answer is due soon [default: 60, the Board's first notice]")]
    pub warn_days: Option<u32>,

    /// Which e-sign schedule decides: portal or statute [default: portal]
    #[arg(
        long,
        value_name = "NAME",
        global = true,
        hide_short_help = true,
        hide_possible_values = true,
        help_heading = "Question",
        long_help = "\
Which e-sign schedule decides: portal (the Board's Officer Portal page: A-H, I-M, N-Z) or statute (50 ILCS 705/8.4: A-G, \
H-O, P-Z). Where they differ, answers say so [default: portal]"
    )]
    pub schedule: Option<Schedule>,

    /// Only records with this PTB ID; can be repeated
    #[arg(long, value_name = "ID", global = true, help_heading = "Question")]
    pub ptb_id: Vec<String>,

    /// Only records of this agency; can be repeated
    #[arg(long, value_name = "NAME", global = true, help_heading = "Question")]
    pub agency: Vec<String>,

    /// How standard input (-) is written: csv, tsv, json, ndjson
    #[arg(
        long,
        value_name = "FORMAT",
        global = true,
        hide_short_help = true,
        hide_possible_values = true,
        help_heading = "Input",
        long_help = "\
How standard input (-) is written: csv, tsv, json or ndjson [default: told from its first bytes]"
    )]
    pub input_format: Option<InputFormat>,

    /// How years of two digits are read: past, the latest that is not in the future
    #[arg(long, value_name = "HOW", global = true, value_parser = ["past"], hide_possible_values = true, hide_short_help = true, help_heading = "Input", long_help = "\
Read years of two digits as well, as the latest such year that is not after --as-of; the one way is `past`. \
Without it such days are unreadable.")]
    pub two_digit_years: Option<String>,

    /// An unknown column is an error
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        help_heading = "Input",
        long_help = "\
A column that nothing reads is an error (exit code 2) in place of a note."
    )]
    pub strict_columns: bool,

    /// The configuration file
    #[arg(long, value_name = "FILE", global = true, env = "MUSTER_CONFIG", hide_env = true, value_parser = path, hide_short_help = true, help_heading = "Input", long_help = "\
The configuration file [default: `muster config path`; environment: MUSTER_CONFIG; empty: none]")]
    pub config: Option<PathBuf>,

    /// How to answer: table, json, ndjson, csv, markdown
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        global = true,
        hide_possible_values = true,
        help_heading = "Output",
        long_help = "\
How to answer: table, json, ndjson, csv, markdown, or for roster due also ics, a calendar [default: told by the ending of --output, else table]"
    )]
    pub format: Option<Format>,

    /// Write to this file, replaced whole or not at all
    #[arg(
        short,
        long,
        value_name = "FILE",
        global = true,
        help_heading = "Output",
        long_help = "\
Write to this file, which is replaced whole or not at all: a failed run leaves the old one. A symbolic link is followed, a \
device or pipe is written straight, - is standard output. Its ending tells the format: .json, .ndjson, .csv, .md, .ics, .txt"
    )]
    pub output: Option<PathBuf>,

    /// Only findings and results; nothing at all when nothing is wrong
    #[arg(short, long, global = true, help_heading = "Output")]
    pub quiet: bool,

    /// PTB IDs in place of names
    #[arg(
        long,
        global = true,
        help_heading = "Output",
        long_help = "\
PTB IDs in place of names, and nothing quoted from a cell that might hold a name"
    )]
    pub redact: bool,

    /// Also show what is met, open and not applicable
    #[arg(long, global = true, help_heading = "Output")]
    pub all: bool,

    /// Statuses that make the exit code 1, or none
    #[arg(long, value_name = "STATUS", global = true, value_delimiter = ',', value_parser = status_names(), hide_possible_values = true, help_heading = "Output", long_help = "\
Statuses that make the exit code 1, with commas between them: met, not-applicable, open, due-soon, review, unknown, overdue; \
or none for never [default: overdue,unknown for checks, overdue for roster due, none for deadline, esign-cohort and roster notices]")]
    pub fail_on: Vec<String>,

    /// Colour: auto, always, never
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true,
        hide_short_help = true,
        help_heading = "Output",
        long_help = "\
When to colour: auto (on a terminal, unless NO_COLOR is set), always or never"
    )]
    pub color: Color,

    /// Threads that work at a long file
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u8).range(1..=64), hide_short_help = true, help_heading = "Output", long_help = "\
Threads that work at a long file [default: as many as the machine has cores]; the output is the same for any number")]
    pub threads: Option<u8>,

    /// No progress bar
    #[arg(
        long,
        global = true,
        hide_short_help = true,
        help_heading = "Output",
        long_help = "\
No progress bar. Without this one is shown on a terminal when a run takes longer than half a second"
    )]
    pub no_progress: bool,

    /// Columns of a table
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u16).range(40..=400), hide_short_help = true, help_heading = "Output", long_help = "\
Columns of a table [default: the terminal's, else COLUMNS, else 100]")]
    pub width: Option<u16>,
}

/// The day of a flag; an empty environment variable is none.
#[derive(Clone, Copy, Debug)]
pub struct FlagDay(Option<NaiveDate>);

fn day(text: &str) -> Result<FlagDay, String> {
    if text.trim().is_empty() { Ok(FlagDay(None)) } else { read_flag_day(text).map(|day| FlagDay(Some(day))) }
}

/// A path that may be empty.
///
/// # Errors
/// Never; it has the shape of a value parser.
pub fn path(text: &str) -> Result<PathBuf, std::convert::Infallible> {
    Ok(text.into())
}

/// Rule names, so that a mistyped one is met with the nearest, and completion knows them.
pub fn rule_names() -> OneOf {
    let rules = crate::rules::catalogue().map(|rule| (rule.name, rule.title));
    let of_files = crate::rules::file_rules().map(|rule| (rule.name, rule.title));
    let mandates = MANDATES.iter().map(|mandate| (mandate.rule.as_str(), mandate.title.as_str()));
    OneOf::new(rules.chain(of_files).chain(mandates))
}

/// A value of a long list: completion knows all of them, an error names only the nearest.
#[derive(Clone, Debug)]
pub struct OneOf(Vec<(&'static str, &'static str)>);

impl OneOf {
    /// Values with a line of help each.
    pub fn new(values: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        Self(values.into_iter().collect())
    }
}

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(&self, cmd: &clap::Command, arg: Option<&clap::Arg>, value: &OsStr) -> Result<String, clap::Error> {
        let text = value.to_string_lossy();
        if self.0.iter().any(|(name, _)| *name == text) {
            return Ok(text.into_owned());
        }
        let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(cmd);
        let name = arg.map(ToString::to_string).unwrap_or_default();
        error.insert(ContextKind::InvalidArg, ContextValue::String(name));
        error.insert(ContextKind::InvalidValue, ContextValue::String(text.to_string()));
        let likeness = |name: &str| strsim::jaro_winkler(name, &text);
        let nearest =
            self.0.iter().map(|(name, _)| *name).max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
        if let Some(nearest) = nearest.filter(|name| likeness(name) > 0.7) {
            error.insert(ContextKind::SuggestedValue, ContextValue::String(nearest.to_owned()));
        }
        Err(error)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().map(|(name, help)| PossibleValue::new(*name).help(*help))))
    }
}

fn status_names() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(Status::ALL.into_iter().map(Status::name).chain(["none"]))
}

impl Flags {
    /// The screen behind standard output; a file is written without colour unless it is asked for.
    pub fn screen(&self) -> Screen {
        let to_file = self.output.as_ref().is_some_and(|path| path.as_os_str() != "-");
        Screen::new(self.color, self.columns(), to_file)
    }

    /// How many threads work at what many of them can do.
    pub fn threads(&self) -> usize {
        self.threads.map_or_else(pipeline::cores, usize::from)
    }

    /// Returns whether a long run shows its progress.
    pub fn shows_progress(&self) -> bool {
        !self.quiet && !self.no_progress
    }

    /// The day asked about: the flag, the environment, or today in Illinois.
    pub fn as_of(&self) -> NaiveDate {
        let today = || chrono::Utc::now().with_timezone(&chrono_tz::America::Chicago).date_naive();
        // Read once: a run over midnight asks about one day.
        self.as_of.and_then(|day| day.0).unwrap_or_else(|| *self.today.get_or_init(today))
    }

    /// Whether a rule of this name is asked, by `--only` and `--skip`.
    pub fn asks(&self, rule: &str) -> bool {
        let is = |other: &String| other == rule;
        (self.only.is_empty() || self.only.iter().any(is)) && !self.skip.iter().any(is)
    }

    /// The statuses that fail the run, or `otherwise` when none is named.
    pub fn fail_on(&self, otherwise: StatusSet) -> StatusSet {
        if self.fail_on.is_empty() {
            return otherwise;
        }
        let named = |status: &Status| self.fail_on.iter().any(|name| name == status.name());
        StatusSet::of(&Status::ALL.into_iter().filter(named).collect::<Vec<_>>())
    }

    /// Columns that the user gives a table, by flag or `COLUMNS`.
    fn columns(&self) -> Option<usize> {
        let environment = || std::env::var("COLUMNS").ok()?.parse().ok();
        self.width.map(usize::from).or_else(environment)
    }
}

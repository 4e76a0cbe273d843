//! The common flags, and the one place where the clock and the environment are read.

use crate::finding::{Status, StatusSet};
use crate::input::cells::NameOrder;
use crate::input::days::read_flag_day;
use crate::input::format::InputFormat;
use crate::input::header_place::is_delimiter;
use crate::pipeline;
use crate::report::Format;
use crate::report::layout::screen::{Color, Screen};
use crate::rules::law::params;
use crate::rules::law::schedule::Schedule;
use crate::rules::training::mandates::MANDATES;
use crate::values::fold::fold;
use crate::values::near::nearest;
use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, ValueEnum};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::sync::OnceLock;

/// The common flags, which every command accepts before or after its name.
///
/// A command offers in its help only those that it uses: see [`crate::cli::used_flags`].
#[derive(Debug, Args)]
pub struct Flags {
    #[arg(skip)]
    today: OnceLock<NaiveDate>,

    /// The arguments that bear on the answers; set once, before the command runs.
    #[arg(skip)]
    arguments: OnceLock<Option<Vec<String>>>,

    /// Answer for this day, such as 2026-01-31 or 1/31/2026 [default: today in Illinois]
    #[arg(
        long,
        value_name = "DATE",
        global = true,
        env = "MUSTER_AS_OF",
        hide_env_values = true,
        value_parser = day,
        help_heading = "Question"
    )]
    pub as_of: Option<FlagDay>,

    /// Ignore what was recorded after the --as-of day
    ///
    /// Use it to look back with today's file: entries dated after --as-of count as not yet made, and officers hired
    /// later are skipped. Without it such days are reported as impossible-dates.
    #[arg(long, global = true, hide_short_help = true, help_heading = "Question")]
    pub rewind: bool,

    /// Check only this rule (`muster rules` lists them); can be repeated
    #[arg(
        long,
        value_name = "RULE",
        global = true,
        value_delimiter = ',',
        value_parser = OneOf(rule_names),
        hide_possible_values = true,
        help_heading = "Question"
    )]
    pub only: Vec<String>,

    /// Do not check this rule; can be repeated
    #[arg(
        long,
        value_name = "RULE",
        global = true,
        value_delimiter = ',',
        value_parser = OneOf(rule_names),
        hide_possible_values = true,
        help_heading = "Question"
    )]
    pub skip: Vec<String>,

    /// The days before a due day from which it is due soon.
    #[arg(
        long,
        value_name = "N",
        global = true,
        hide_short_help = true,
        value_parser = clap::value_parser!(u32).range(0..=36500),
        help_heading = "Question",
        help = warn_days_help()
    )]
    pub warn_days: Option<u32>,

    /// The e-sign schedule.
    #[arg(
        long,
        value_name = "NAME",
        global = true,
        hide_short_help = true,
        help_heading = "Question",
        help = schedule_help(),
        long_help = format!("{}. Where the two differ, answers say so", schedule_help())
    )]
    pub schedule: Option<Schedule>,

    /// Only records with this PTB ID; can be repeated
    #[arg(long, value_name = "ID", global = true, help_heading = "Question")]
    pub ptb_id: Vec<String>,

    /// Only records of this agency; can be repeated
    #[arg(long, value_name = "NAME", global = true, help_heading = "Question")]
    pub agency: Vec<String>,

    /// Format of standard input (-) [default: detected from its first bytes]
    #[arg(long, value_name = "FORMAT", global = true, hide_short_help = true, help_heading = "Input")]
    pub input_format: Option<InputFormat>,

    /// The sheet of a workbook, by its name or its number from 1 [default: the first with a known header]
    #[arg(long, value_name = "NAME|NUMBER", global = true, hide_short_help = true, help_heading = "Input")]
    pub sheet: Option<String>,

    /// Character between the cells of CSV files, such as ; or |, or tab [default: by their content]
    #[arg(
        long,
        value_name = "CHAR",
        global = true,
        hide_short_help = true,
        value_parser = delimiter,
        help_heading = "Input"
    )]
    pub delimiter: Option<u8>,

    /// Read years of two digits, as the latest such year that is not after --as-of
    ///
    /// Without it such days cannot be read, and the answers that need them are unknown. A day that may lie ahead is not
    /// read with it either: one that would lie more than 90 years back, or more than 50 where it may be planned. Birth
    /// dates lie back as far as they do.
    #[arg(
        long,
        value_name = "HOW",
        global = true,
        value_parser = ["past"],
        hide_short_help = true,
        help_heading = "Input"
    )]
    pub two_digit_years: Option<String>,

    /// The order of the words in a name without a comma
    ///
    /// Without it the whole text is the last name, and the portal signature is unknown where the first and the last
    /// word sign on different days.
    #[arg(long, global = true, value_name = "ORDER", hide_short_help = true, help_heading = "Input")]
    pub name_order: Option<NameOrder>,

    /// Accept files without a record, which are otherwise a finding
    #[arg(long, global = true, hide_short_help = true, help_heading = "Input")]
    pub allow_empty: bool,
    /// The columns of the files, with commas between them, or a file with one name a line
    ///
    /// For CSV without a header: then the first row is a record. For JSON: a key that an object leaves out is a blank
    /// cell, and the file is read once. `ignore` stands for a column that is not to be read. A header of the same
    /// columns is skipped with a note; one of other columns is an error.
    #[arg(long, global = true, value_name = "LIST|FILE", hide_short_help = true, help_heading = "Input")]
    pub columns: Option<String>,

    /// Stop with exit code 2 at a column that muster does not know, in place of a note
    #[arg(long, global = true, hide_short_help = true, help_heading = "Input")]
    pub strict_columns: bool,

    /// Configuration file [default: see `muster config path`]; '' for none
    #[arg(
        long,
        value_name = "FILE",
        global = true,
        env = "MUSTER_CONFIG",
        hide_env_values = true,
        value_parser = path,
        hide_short_help = true,
        help_heading = "Input"
    )]
    pub config: Option<PathBuf>,

    /// Output format [default: by the ending of --output, otherwise table]
    #[arg(short, long, value_name = "FORMAT", global = true, help_heading = "Output")]
    pub format: Option<Format>,

    /// The file to write to.
    #[arg(
        short,
        long,
        value_name = "FILE",
        global = true,
        help_heading = "Output",
        help = "Write to this file instead of standard output",
        long_help = output_help()
    )]
    pub output: Option<PathBuf>,

    /// Begin CSV output with a byte order mark, by which Excel knows its letters
    #[arg(long, global = true, hide_short_help = true, help_heading = "Output")]
    pub bom: bool,

    /// Leave out notes and totals; print nothing when nothing is wrong
    #[arg(short, long, global = true, help_heading = "Output")]
    pub quiet: bool,

    /// Show PTB IDs in place of names
    ///
    /// No cell is quoted either, nor a heading that no column is known by, nor a course or an agency.
    #[arg(long, global = true, help_heading = "Output")]
    pub redact: bool,

    /// Also show what is met, open or not applicable
    #[arg(long, global = true, help_heading = "Output")]
    pub all: bool,

    /// Write every sentence, note and source, in place of a line an answer
    #[arg(long, global = true, help_heading = "Output")]
    pub long: bool,

    /// List the rules that were not asked, with the columns that they need
    #[arg(long, global = true, help_heading = "Output")]
    pub why_not: bool,

    /// Exit with code 1 when an answer has one of these statuses; `none` for never
    ///
    /// Separate statuses with commas. [default: overdue,unknown for checks and scores, overdue for roster due, none for
    /// deadline, esign-cohort and roster notices]
    #[arg(
        long,
        value_name = "STATUS",
        global = true,
        value_delimiter = ',',
        value_parser = status_names(),
        help_heading = "Output"
    )]
    pub fail_on: Vec<String>,

    /// Use of color
    #[arg(
        long,
        value_name = "WHEN",
        global = true,
        default_value = "auto",
        hide_short_help = true,
        help_heading = "Output"
    )]
    pub color: Color,

    /// Number of threads for long files [default: the number of cores]; the output is the same for any number
    #[arg(
        long,
        value_name = "N",
        global = true,
        value_parser = clap::value_parser!(u8).range(1..=64),
        hide_short_help = true,
        help_heading = "Output"
    )]
    pub threads: Option<u8>,

    /// No progress bar, which otherwise appears on a terminal after half a second
    #[arg(long, global = true, hide_short_help = true, help_heading = "Output")]
    pub no_progress: bool,

    /// Write a table that is longer than the terminal without the pager of MUSTER_PAGER or PAGER, or less
    #[arg(long, global = true, hide_short_help = true, help_heading = "Output")]
    pub no_pager: bool,

    /// Width of tables in characters [default: the terminal's, else COLUMNS, else 100]
    #[arg(
        long,
        value_name = "N",
        global = true,
        value_parser = clap::value_parser!(u16).range(40..=400),
        hide_short_help = true,
        help_heading = "Output"
    )]
    pub width: Option<u16>,
}

fn warn_days_help() -> String {
    let first_notice = default_warn_days(NaiveDate::MAX);
    format!("Days before a due day from which it is due soon [default: {first_notice}, the Board's first notice]")
}

fn schedule_help() -> String {
    format!("E-sign schedule by which the signature is due [default: {}]", Schedule::default().name())
}

fn output_help() -> String {
    let endings = Format::value_variants().iter().flat_map(|format| format.endings());
    let endings: Vec<String> = endings.map(|ending| format!(".{ending}")).collect();
    format!(
        "Write to this file instead of standard output. The file is replaced as a whole: a failed run leaves the old \
         one, and no file that is read is written over. A symbolic link is followed; a device or pipe is written \
         directly; - is standard output. The ending of the name sets the format: {}",
        endings.join(", ")
    )
}

/// Returns the days before a due day from which it is due soon, unless the user says otherwise.
pub(crate) fn default_warn_days(as_of: NaiveDate) -> u32 {
    params::FIRST_NOTICE_DAYS.on(as_of).unwrap_or_default()
}

/// The day of a flag; `None` for an empty environment variable.
#[derive(Clone, Copy, Debug)]
pub struct FlagDay(Option<NaiveDate>);

fn day(text: &str) -> Result<FlagDay, String> {
    if text.trim().is_empty() { Ok(FlagDay(None)) } else { read_flag_day(text).map(|day| FlagDay(Some(day))) }
}

/// Reads a delimiter.
fn delimiter(text: &str) -> Result<u8, String> {
    match text.as_bytes() {
        _ if text.eq_ignore_ascii_case("tab") || text == "\\t" => Ok(b'\t'),
        [one] if is_delimiter(*one) => Ok(*one),
        _ => Err("expected one character that is no letter, digit, blank or quotation mark, such as , ; or |, or the \
                  word tab"
            .into()),
    }
}

/// Reads a path that may be empty.
///
/// # Errors
/// Never; the signature is that of a value parser.
pub fn path(text: &str) -> Result<PathBuf, std::convert::Infallible> {
    Ok(text.into())
}

/// Returns the name and title of every rule that `--only` and `--skip` accept.
fn rule_names() -> Vec<(&'static str, &'static str)> {
    let rules = crate::rules::catalogue().map(|rule| (rule.name, rule.title));
    let of_files = crate::rules::file_rules().map(|rule| (rule.name, rule.title));
    let mandates = MANDATES.iter().map(|mandate| (mandate.rule.as_str(), mandate.title.as_str()));
    rules.chain(of_files).chain(mandates).collect()
}

/// A value of a long list, read by a function that returns each name with a line of help.
///
/// Completion offers all of them, an error names only the nearest. The list is made when it is needed, not at every
/// start.
#[derive(Clone, Debug)]
pub struct OneOf(pub fn() -> Vec<(&'static str, &'static str)>);

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(&self, cmd: &clap::Command, arg: Option<&clap::Arg>, value: &OsStr) -> Result<String, clap::Error> {
        let text = value.to_string_lossy();
        let known = (self.0)();
        if known.iter().any(|(name, _)| *name == text) {
            return Ok(text.into_owned());
        }
        let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(cmd);
        let name = arg.map(ToString::to_string).unwrap_or_default();
        error.insert(ContextKind::InvalidArg, ContextValue::String(name));
        error.insert(ContextKind::InvalidValue, ContextValue::String(text.to_string()));
        let names = || known.iter().map(|(name, _)| *name);
        let suggested = nearest(&text, names()).map(|nearest| ContextValue::String(nearest.to_owned()));
        if let Some(suggested) = suggested.or_else(|| with_word(&text, names())) {
            error.insert(ContextKind::SuggestedValue, suggested);
        }
        Err(error)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.0)().into_iter().map(|(name, help)| PossibleValue::new(name).help(help))))
    }
}

/// Returns the names that a word stands in, where there are any: `firearms` in `firearms-currency`.
fn with_word<'n>(word: &str, names: impl Iterator<Item = &'n str>) -> Option<ContextValue> {
    let word = fold(word);
    let names: Vec<String> = names.filter(|name| fold(name).contains(&word)).map(str::to_owned).collect();
    (word.len() > 2 && !names.is_empty()).then_some(ContextValue::Strings(names))
}

fn status_names() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(Status::ALL.into_iter().map(Status::name).chain(["none"]))
}

impl Flags {
    /// Returns the screen behind standard output; a file is written without color unless `--color always` is given.
    pub fn screen(&self) -> Screen {
        let to_file = self.output.as_ref().is_some_and(|path| path.as_os_str() != "-");
        Screen::new(self.color, self.table_width(), to_file)
    }

    /// Returns the screen behind standard error, where questions are shown.
    pub fn screen_of_questions(&self) -> Screen {
        Screen::of_errors(self.color, self.table_width())
    }

    /// Returns the number of threads for work that can be divided.
    pub fn threads(&self) -> usize {
        self.threads.map_or_else(pipeline::cores, usize::from)
    }

    /// Returns whether a long run shows its progress.
    pub fn shows_progress(&self) -> bool {
        !self.quiet && !self.no_progress
    }

    /// Returns the day asked about: the flag, the environment, or today in Illinois.
    pub fn as_of(&self) -> NaiveDate {
        let today = || chrono::Utc::now().with_timezone(&chrono_tz::America::Chicago).date_naive();
        // The clock is read once, so that a run over midnight asks about one day.
        self.as_of.and_then(|day| day.0).unwrap_or_else(|| *self.today.get_or_init(today))
    }

    /// Keeps the arguments that bear on the answers, for reports.
    pub fn keep_arguments(&self, arguments: Option<Vec<String>>) {
        self.arguments.get_or_init(|| arguments);
    }

    /// Returns the arguments that bear on the answers; `None` where a redacted report must not have them.
    pub fn arguments(&self) -> Option<Vec<String>> {
        self.arguments.get().cloned().flatten()
    }

    /// Returns whether `--only` and `--skip` leave this rule to be checked.
    pub fn asks(&self, rule: &str) -> bool {
        let is = |other: &String| other == rule;
        (self.only.is_empty() || self.only.iter().any(is)) && !self.skip.iter().any(is)
    }

    /// Returns the statuses that fail the run, or `otherwise` when `--fail-on` is not given.
    pub fn fail_on(&self, otherwise: StatusSet) -> StatusSet {
        if self.fail_on.is_empty() {
            return otherwise;
        }
        let named = |status: &Status| self.fail_on.iter().any(|name| name == status.name());
        StatusSet::of(&Status::ALL.into_iter().filter(named).collect::<Vec<_>>())
    }

    /// Returns the width of tables set by flag or `COLUMNS`.
    fn table_width(&self) -> Option<usize> {
        let environment = || std::env::var("COLUMNS").ok()?.parse().ok();
        self.width.map(usize::from).or_else(environment)
    }
}

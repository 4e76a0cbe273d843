//! `muster start`: from one's own workbook to the first report. Shows how each heading and word was understood, asks
//! about the rest, and writes the answers to the configuration.

mod dialog;
mod questions;
mod steps;

use crate::check::columns::Survey;
use crate::check::open;
use crate::check::report::Exit;
use crate::check::roster::require_a_rule;
use crate::cli::config::{self, Origin, Setting, Settings};
use crate::cli::config_edit::Additions;
use crate::cli::flags::Flags;
use crate::cmd::ask::{Terminal, stopped};
use crate::cmd::roster::check;
use crate::cmd::roster::question::Question as RosterQuestion;
use crate::finding::{Status, Tally};
use crate::hint::with_hint;
use crate::input::header::{HeaderName, OwnNames, look_up};
use crate::input::heading::OwnName;
use crate::input::sheet::Sheet;
use crate::model::officer::ROSTER;
use crate::output::destination::refuse_read_only;
use crate::report::item::End;
use crate::report::page::columns::{Heading, show_file};
use crate::words::{STANDARD_INPUT, count_words, harmless_lines, thousands};
use anyhow::bail;
use clap::Args;
use questions::{HeaderQuestion, Question, about_headings, about_words, entries, quoted};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use steps::Turn;

/// Begin with your own roster: asks what is not understood, remembers it, and writes the first report
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster start roster.xlsx
  muster start                              asks for the file
  muster start --sheet Sworn roster.xlsx
  muster start --config town.toml roster.xlsx   answers kept in a file of its own
  muster start --again roster.xlsx          every question once more
  muster start -o report.json roster.xlsx   the report into a file

Shows the column that each heading is read as, and asks about what is not
understood: headings that may matter, words of your own such as \"FT Sworn\",
years of two digits, names without a comma, and your agency. Enter takes what
is proposed. A heading that is left out for now is asked about the next time;
only one that you ignore for good is not. The answers go to the configuration
under [columns], [values] and [agency], with everything else in it kept; then
comes the report of `muster roster check`. A further file of the same shape is
reported without a question, where every one is answered.

Esc goes back to the question before. Ctrl-C stops, as Esc does at the first
question, and nothing is written. No question quotes a cell, but the words of a
column that holds one of a few, and one day with a year of two digits, of a
column that is not private.
",
    after_long_help = "\
Without a terminal the questions are printed, with the lines of the
configuration that answer them, and the exit code is 2. Otherwise the exit codes
are those of `muster roster check`: 0 nothing to act on, 1 an answer is overdue
or unknown (see --fail-on), 2 could not run."
)]
pub struct StartArgs {
    /// Roster: a workbook (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON
    #[arg(value_name = "FILE")]
    file: Option<String>,

    /// Ask everything afresh; what the configuration says is proposed
    #[arg(long)]
    again: bool,
}

/// Runs the command.
///
/// # Errors
/// A file that cannot be read, questions without a terminal, an answer that is not given, and an output that cannot be
/// written.
pub fn run(args: &StartArgs, flags: &Flags) -> anyhow::Result<Exit> {
    require_a_rule(flags)?;
    let terminal = Terminal::of(flags.screen_of_questions());
    let file = file(args, terminal.as_ref())?;
    // A configuration that does not exist yet is written only where answers can be given.
    let loaded = if terminal.is_some() { Settings::load_to_write(flags) } else { Settings::load(flags) };
    // Without a terminal the questions are printed all the same, with the entries for the file that is not there yet.
    let (settings, missing) = match loaded {
        Ok(settings) => (settings, None),
        Err(missing) => (Settings::load_to_write(flags)?, Some(missing)),
    };
    let place = config::place(flags);
    let mut start = Start { file, flags, settings, place, terminal, added: Additions::default(), before: None };
    if args.again {
        start.begin_again()?;
    }
    start.find_header()?;
    let survey = start.survey(&start.settings)?;
    start.ask(survey)?;
    if let Some(missing) = missing {
        return Err(missing);
    }
    // As every later run reads it.
    let settings = Settings::load_to_write(flags)?;
    let mut summary = Tally::default();
    let question = RosterQuestion { files: std::slice::from_ref(&start.file), ..RosterQuestion::default() };
    let exit = check::report("start", question, flags, &settings, &mut summary)?;
    start.show_next(&summary);
    Ok(exit)
}

/// Returns the roster that the command line names, or that the person does.
fn file(args: &StartArgs, terminal: Option<&Terminal>) -> anyhow::Result<String> {
    let file = match (&args.file, terminal) {
        (Some(file), _) => file.clone(),
        (None, Some(terminal)) => {
            let is_there =
                |path: &str| (!Path::new(unquoted(path)).is_file()).then(|| "there is no such file".to_owned());
            let typed = terminal.text("Which file is your roster?", None, is_there)?.ok_or_else(stopped)?;
            unquoted(&typed).to_owned()
        }
        (None, None) => bail!(with_hint("there is no terminal to ask for the file on", "muster start roster.xlsx")),
    };
    if file == STANDARD_INPUT {
        bail!("muster start reads its file more than once, so that it cannot come from standard input; name a file");
    }
    open::one_file(&file)
}

/// Returns a path without the quotes that a file manager puts around it.
fn unquoted(path: &str) -> &str {
    let path = path.trim();
    let inside = |quote: char| path.strip_prefix(quote)?.strip_suffix(quote);
    inside('"').or_else(|| inside('\'')).unwrap_or(path)
}

/// The state between the questions.
struct Start<'f> {
    file: String,
    flags: &'f Flags,
    settings: Settings,
    /// The configuration file, whether it exists or not.
    place: Option<PathBuf>,
    terminal: Option<Terminal>,
    /// The answers.
    added: Additions,
    /// The settings as they were, where everything is asked again.
    before: Option<Settings>,
}

impl Start<'_> {
    /// Sets aside what the configuration says of headings, words and cells, so that it is asked and not known. An entry
    /// for a heading that is read by its own name otherwise stays: it is shown, and may be corrected.
    fn begin_again(&mut self) -> anyhow::Result<()> {
        if self.terminal.is_none() {
            bail!(with_hint("--again asks, and there is no terminal to ask on", "run the command on a terminal"));
        }
        self.before = Some(self.settings.clone());
        let is_read =
            |own: &OwnName| matches!(look_up(&own.written, ROSTER.specs, &OwnNames::new()), HeaderName::Column(_));
        self.settings.columns.retain(|_, own| is_read(own));
        self.settings.values = Arc::default();
        self.settings.agency.name = None;
        self.settings.agency.email = None;
        if self.settings.two_digit_years.origin == Origin::File {
            self.settings.two_digit_years = Setting { value: false, origin: Origin::Default };
        }
        if self.settings.name_order.origin == Origin::File {
            self.settings.name_order = Setting { value: None, origin: Origin::Default };
        }
        Ok(())
    }

    /// Returns the settings with the answers in force.
    fn in_force(&self) -> Settings {
        let mut settings = self.settings.clone();
        self.added.apply(&mut settings);
        settings
    }

    /// Asks about the header until the file can be opened.
    fn find_header(&mut self) -> anyhow::Result<()> {
        loop {
            let Err(failure) = self.open(&self.settings) else { return Ok(()) };
            let headings = open::headings_of(&self.file, self.flags, &self.settings, &ROSTER).unwrap_or_default();
            let question = HeaderQuestion::about(headings, &self.settings.columns);
            let (Some(question), false) = (question, self.flags.redact) else { return Err(failure) };
            let Some(terminal) = &self.terminal else {
                bail!("{failure:#}\n{}", with_hint(question.sentence(), self.way_out()))
            };
            self.require_a_place()?;
            let headings = question.headings();
            let choices = headings.iter().map(|heading| terminal.choice(heading, "")).collect();
            let chosen = terminal.choose(&question.sentence(), choices)?.ok_or_else(stopped)?;
            let Some(heading) = headings.get(chosen) else { return Err(failure) };
            match question {
                HeaderQuestion::Who(_) => {
                    let kinds = ["name", "last_name", "ptb_id"];
                    let choices = [
                        terminal.choice("whole names", "Doe, Jane A or Jane Doe"),
                        terminal.choice("last names", "Doe"),
                        terminal.choice("PTB IDs", "the Board's numbers"),
                    ];
                    let asked = format!("What does {} hold?", quoted(heading));
                    let Some(kind) = terminal.choose(&asked, choices.into())? else { continue };
                    self.added.columns.push((heading.clone(), kinds.get(kind).copied()));
                }
                HeaderQuestion::Which(_, ref both) => {
                    let others = both.iter().filter(|other| *other != heading);
                    self.added.columns.extend(others.map(|other| (other.clone(), None)));
                }
            }
            self.added.apply(&mut self.settings);
        }
    }

    /// Opens the file as settings read it.
    fn open(&self, settings: &Settings) -> anyhow::Result<Vec<Sheet>> {
        open::open_all(std::slice::from_ref(&self.file), self.flags, settings, &ROSTER)
    }

    /// Reads the file as settings read it.
    fn survey(&self, settings: &Settings) -> anyhow::Result<Survey> {
        let mut survey = Survey::of(&mut self.open(settings)?, self.flags, settings, &mut End::default());
        match survey.stopped.take() {
            Some(failure) => Err(failure),
            None => Ok(survey),
        }
    }

    /// Asks everything that the file leaves open, and the agency where anything else is asked or nothing is configured.
    fn ask(&mut self, survey: Survey) -> anyhow::Result<()> {
        let headings = survey.files.concat();
        let open = [about_headings(&headings), about_words(&headings), self.about_settings(&survey)].concat();
        if open.is_empty() && self.added.is_empty() && !self.asks_anyway() {
            return Ok(());
        }
        let Some(terminal) = self.terminal.take() else { bail!(self.without_terminal(&headings, &open)?) };
        if !open.is_empty() {
            self.require_a_place()?;
            if self.flags.redact {
                bail!("--redact hides headings, and they must be asked about; leave it out until they are known");
            }
        }
        let mut shown = Vec::new();
        show_file(&mut shown, &self.flags.screen_of_questions(), &headings)?;
        shown.push(b'\n');
        io::stderr().write_all(&shown)?;
        self.ask_all(&terminal, &headings)?;
        self.terminal = Some(terminal);
        Ok(())
    }

    /// Returns the questions about how cells are read that no setting answers.
    fn about_settings(&self, survey: &Survey) -> Vec<Question> {
        let is_open = survey.two_digit_years.count > 0 && self.settings.two_digit_years.origin == Origin::Default;
        let years = is_open.then(|| Question::Years(survey.two_digit_years.clone()));
        let is_ordered = self.settings.name_order.value.is_some();
        let order = (survey.unordered_names > 0 && !is_ordered).then_some(Question::NameOrder(survey.unordered_names));
        years.into_iter().chain(order).collect()
    }

    /// Returns whether the person is asked even where the file leaves nothing open.
    fn asks_anyway(&self) -> bool {
        let is_new = self.place.is_some() && self.settings.file.is_none();
        self.before.is_some() || is_new && self.terminal.is_some()
    }

    /// Writes the answers, once the person agrees.
    fn write(&self, terminal: &Terminal) -> anyhow::Result<Turn> {
        let Some(place) = &self.place else { return Ok(Turn::On) };
        let question = match (self.added.is_empty(), &self.settings.file) {
            (true, Some(_)) => return Ok(Turn::On),
            (true, None) => format!("Begin the configuration {}, without an entry?", place.display()),
            (false, _) => format!("Write this to {}?", place.display()),
        };
        terminal.show("")?;
        terminal.show_lines(&self.added.lines()?)?;
        let removed: Vec<String> = self.added.removed.iter().map(|path| path.join(" ")).collect();
        if !removed.is_empty() {
            terminal.show(&format!("No longer in it, if it was: {}.", removed.join(", ")))?;
        }
        terminal.show("")?;
        match terminal.agree(&question, true)? {
            None => return Ok(Turn::Back),
            Some(false) => bail!(with_hint("nothing was written", "run the same command again to begin anew")),
            Some(true) => {}
        }
        self.added.write(place)?;
        terminal.show("")?;
        Ok(Turn::On)
    }

    /// Refuses to ask where no file could keep the answers.
    fn require_a_place(&self) -> anyhow::Result<()> {
        match &self.place {
            // Before the questions, so that no answer is given in vain.
            Some(place) => refuse_read_only(place),
            None => bail!(with_hint("there is no file to keep the answers in", "name one: --config FILE")),
        }
    }

    /// Returns the error about questions that nobody can be asked.
    fn without_terminal(&self, headings: &[Heading], open: &[Question]) -> anyhow::Result<String> {
        if !self.flags.quiet && !self.flags.redact {
            let mut shown = Vec::new();
            show_file(&mut shown, &self.flags.screen_of_questions(), headings)?;
            if !open.is_empty() {
                let (place, entries) = (self.configuration(), harmless_lines(&entries(open)));
                writeln!(shown, "\nLines for {place} that answer the questions below, without the #:\n\n{entries}")?;
            }
            shown.push(b'\n');
            io::stderr().write_all(&shown)?;
        }
        let questions = count_words(open.len() as i64, "question");
        let mut lines = vec![format!("{}: {questions} for a person, and no terminal to ask on", self.file)];
        if self.flags.redact {
            return Ok(lines.concat());
        }
        lines.extend(open.iter().map(Question::sentence));
        lines.push(with_hint("nothing was written and nothing was checked", self.way_out()));
        Ok(lines.join("\n"))
    }

    fn way_out(&self) -> String {
        format!("run `muster start {}` on a terminal, or write the answers in {}", self.file, self.configuration())
    }

    /// Returns the configuration that keeps the answers, in words.
    fn configuration(&self) -> String {
        self.place.as_ref().map_or("a file of --config".into(), |place| place.display().to_string())
    }

    /// Shows the two commands for next time, and the totals of the report, which may be above the screen by then.
    fn show_next(&self, summary: &Tally) {
        let Some(terminal) = self.terminal.as_ref().filter(|_| !self.flags.quiet) else { return };
        let config = self.flags.config.as_ref().map(|path| format!("--config {} ", in_shell(&path.to_string_lossy())));
        let (config, file) = (config.unwrap_or_default(), in_shell(&self.file));
        let totals = [Status::Overdue, Status::Unknown, Status::Review, Status::DueSoon];
        let totals = totals.map(|status| format!("{} {}", thousands(summary.of(status).cast_signed()), status.words()));
        // The report has been written, whether these can be shown or not.
        let _ = terminal.show_lines(&format!(
            "\nNext time, for this report again:\n  muster roster check {config}{file}\n\
             for what falls due, by month:\n  muster roster due {config}{file}\n\
             for all questions again:\n  muster start --again {config}{file}\n\nAbove: {}.",
            totals.join(", ")
        ));
    }
}

/// Returns a path as a shell takes it.
fn in_shell(path: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/\\._-:+@%,".contains(letter);
    if !path.is_empty() && path.chars().all(is_plain) { path.to_owned() } else { format!("\"{path}\"") }
}

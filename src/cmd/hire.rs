//! `muster hire`: what falls due for somebody hired on a day, and the papers to file.

use crate::check::open;
use crate::check::report::{Exit, Run};
use crate::check::roster::ask_of;
use crate::check::roster::one::answers_about;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cli::value::value;
use crate::cmd::roster::due::reminder_days;
use crate::finding::{Finding, Status, StatusSet};
use crate::input::cells::Cell;
use crate::input::days::read_flag_day;
use crate::model::officer::{Certification, Column, Discipline, Employment, Position};
use crate::report::Layout;
use crate::report::item::{End, joined};
use crate::rules::guides;
use crate::rules::roster::portal::PTB_ID;
use crate::rules::roster::portal::esign::ESIGN_VERIFICATION;
use crate::rules::roster::{change, duty_words};
use crate::values::fold::fold;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use clap::Args;
use std::borrow::Cow;

/// List what falls due for somebody hired on a day
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster hire 2027-01-04
  muster hire 1/4/2027 --employment part-time
  muster hire 2027-01-04 --certified --name \"Doe, Jane\"
  muster hire 2027-01-04 --out-of-state
  muster hire 2027-01-04 --position chief
  muster hire 2027-01-04 --name Doe -o doe.ics       for a calendar

Asks every rule of a roster about an officer of whom nothing is known but the
day of hire and the flags, and lists what has a due day, soonest first, then
what needs a paper at once. The day of the signature on the Officer Portal
depends on the last name: give --name. The notes name the papers to file.

The answers are those of `muster roster check` on the day of hire, or on the
--as-of day when that is later; they change with what is recorded: a course
begun, a waiver, a freeze.
",
    after_long_help = "\
Exit codes: 0 listed (see --fail-on), 2 could not run."
)]
pub struct HireArgs {
    /// Day of hire
    #[arg(value_name = "DATE", value_parser = read_flag_day)]
    date: NaiveDate,

    /// Kind of employment: full-time or part-time
    #[arg(long, value_name = "KIND", default_value = "full-time", value_parser = value::<Employment>)]
    employment: Employment,

    /// Rank: officer, chief, deputy-chief or sheriff
    #[arg(long, value_name = "RANK", default_value = "officer", value_parser = rank)]
    position: Position,

    /// Class of officer: law-enforcement, corrections, court-security, conservator or conservator-official
    #[arg(long, value_name = "CLASS", default_value = "law-enforcement", value_parser = value::<Discipline>)]
    discipline: Discipline,

    /// Holds the Board's certificate of this kind of employment
    #[arg(long)]
    certified: bool,

    /// Was trained in another state
    #[arg(long)]
    out_of_state: bool,

    /// Name, such as Doe or "Doe, Jane"; decides when the portal is signed
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
}

/// Reads a rank. In a roster any other word is an officer too; here it may be mistyped.
fn rank(text: &str) -> Result<Position, String> {
    let known = Position::ALL.iter().find(|rank| fold(rank.word()) == fold(text));
    known.copied().ok_or_else(|| format!("expected {}", <Position as Cell>::EXPECTED))
}

/// The statuses of answers without a due day that need doing.
const UNDATED: StatusSet = StatusSet::of(&[Status::Overdue, Status::Review]);

/// Runs the command.
///
/// # Errors
/// A configuration that cannot be read, and an output that cannot be written.
pub fn run(args: &HireArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load_with_calendar(flags)?;
    let day = args.date.max(flags.as_of());
    let mut ask = ask_of(flags, &settings, StatusSet::of(&Status::ALL));
    let mut reading = open::reading(flags, &settings);
    (ask.as_of, reading.as_of) = (day, day);
    let answers = answers_about(&args.cells(), "muster hire", &reading, &ask);
    let mut answers: Vec<Finding> = answers.into_iter().filter(|answer| flags.asks(answer.rule)).collect();
    let unnamed =
        args.unclear_name(&settings).is_some() && answers.iter().any(|answer| answer.rule == ESIGN_VERIFICATION.name);
    answers.retain(|answer| match answer.due {
        Some(_) => !matches!(answer.status, Status::Met | Status::NotApplicable),
        None => UNDATED.has(answer.status) && answer.rule != PTB_ID.name,
    });
    answers.sort_by_key(|answer| (answer.due.is_none(), answer.due));
    let mut end = End::default();
    end.summary.counts(answers.iter().map(|answer| answer.status));
    end.closing.push(args.closing(&answers, day, flags.as_of()));
    end.notes.extend(args.papers());
    if let Some(why) = args.unclear_name(&settings).filter(|_| unnamed) {
        end.notes.push(format!("the signature on the Officer Portal depends on the last name: {why}"));
    }
    answers.iter_mut().for_each(|answer| {
        answer.name.get_or_insert(Cow::Borrowed("new officer"));
        answer.duty = duty_words::of_rule(answer.rule);
    });
    let mut run = Run::new("hire", flags, &settings).of_findings().on(day);
    run.layout = Layout::ByMonth;
    run.head.calendar.reminder_days = reminder_days;
    run.report::<Finding>(|report| {
        answers.iter().try_for_each(|answer| report.finding(answer))?;
        Ok((end, None))
    })
}

impl HireArgs {
    /// Returns what is known of the officer.
    fn cells(&self) -> Vec<(Column, String)> {
        let certificate = match (self.certified, self.employment) {
            (false, _) => Certification::None,
            (true, Employment::FullTime) => Certification::FullTime,
            (true, Employment::PartTime) => Certification::PartTime,
        };
        let name = if self.is_whole() { "" } else { self.name.as_deref().unwrap_or_default() };
        let (last, first) = name.split_once(',').unwrap_or((name, ""));
        let whole = if self.is_whole() { self.name.clone().unwrap_or_default() } else { String::new() };
        let trained = self.date.pred_opt();
        vec![
            (Column::HireDate, self.date.to_string()),
            (Column::Employment, self.employment.word().into()),
            (Column::Position, self.position.word().into()),
            (Column::Discipline, self.discipline.word().into()),
            (Column::Certification, certificate.word().into()),
            (Column::OutOfState, if self.out_of_state { "yes" } else { "no" }.into()),
            // An officer who is certified has finished the course before; the day itself decides nothing.
            (
                Column::BasicCompleted,
                trained.filter(|_| self.certified).map_or_else(String::new, |day| day.to_string()),
            ),
            // Nothing has been worked or attended yet.
            (Column::HoursYear, "0".into()),
            (Column::TrainingHoursYear, "0".into()),
            (Column::WholeName, whole),
            (Column::LastName, last.trim().into()),
            (Column::FirstName, first.trim().into()),
        ]
    }

    /// Returns whether the name is a whole one without a comma, whose parts the order of names tells.
    fn is_whole(&self) -> bool {
        self.name.as_deref().is_some_and(|name| !name.contains(',') && name.trim().contains(char::is_whitespace))
    }

    /// Returns why the last name is not known, where it is not.
    fn unclear_name(&self, settings: &Settings) -> Option<&'static str> {
        match self.name {
            None => Some("give --name"),
            Some(_) if self.is_whole() && settings.name_order.value.is_none() => {
                Some("write the name \"Doe, Jane\", or give --name-order")
            }
            Some(_) => None,
        }
    }

    /// Returns the papers to file, a sentence each with its source.
    fn papers(&self) -> Vec<String> {
        let guide = |name: &str| guides::find(name).map_or(&[][..], |guide| guide.sources);
        let mut papers = vec![format!(
            "paper: the Notice of Appointment (Form E) tells the Board of the hire ({})",
            joined(change::SOURCES)
        )];
        if self.certified || self.out_of_state {
            papers.push(format!(
                "paper: a request to waive or to reactivate, because the officer was trained before; \
                 `muster rules prior-training-waiver` says which ({})",
                joined(guide("moving-between-classifications"))
            ));
            return papers;
        }
        match self.employment {
            Employment::PartTime => papers.push(format!(
                "paper: the enrollment packet of the part-time course, from the agency; \
                 `muster rules part-time-enrolment` lists it ({})",
                joined(guide("part-time-enrolment"))
            )),
            Employment::FullTime => papers.push(
                "paper: the certification of the background check to the academy, before the first day of the course \
                 (`muster deadline entrance-certification`)"
                    .into(),
            ),
        }
        papers
    }

    fn closing(&self, answers: &[Finding], day: NaiveDate, today: NaiveDate) -> String {
        let dated = answers.iter().filter(|answer| answer.due.is_some()).count();
        let (hired, items) = (day_words(self.date), count_words(dated as i64, "item"));
        let counted = match day {
            _ if self.date > today => "; days are counted from the day of hire".into(),
            _ if self.date == day => String::new(),
            _ => format!("; days are counted from {}", day_words(day)),
        };
        format!("Hired {} on {hired}: {items} with a due day{counted}.", self.employment)
    }
}

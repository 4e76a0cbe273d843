//! Answers one mandate for one officer: its window, the credits in it, and the status.

use crate::finding::Status;
use crate::model::officer::{Column, Discipline, Officer};
use crate::rules::ask::Ask;
use crate::rules::law::calendar;
use crate::rules::law::schedule::Cohort;
use crate::rules::roster::homicide;
use crate::rules::training::credit::Credit;
use crate::rules::training::duty;
use crate::rules::training::mandates::{Mandate, MandateBasis, MandateScope, MandateWindow};
use crate::rules::training::progress::{Progress, WITHOUT_HOURS, counts};
use crate::rules::training::result::{CurrentWindow, MandateItem, Span};
use crate::values::decimal::Decimal;
use crate::words::{count_words, day_words, in_days};
use chrono::{Datelike, NaiveDate};

/// Answers a mandate for an officer. `since`: the first day to which the records reach back.
pub(crate) fn item(
    mandate: &'static Mandate,
    officer: &Officer,
    credits: &[Credit],
    since: Option<NaiveDate>,
    ask: &Ask,
) -> MandateItem {
    let blank = MandateItem {
        mandate: &mandate.topic,
        every: mandate.every(),
        window: None,
        hours_needed: mandate.needed().map(|needed| needed.plain(0)),
        hours_credited: Decimal::default().plain(0),
        completions: 0,
        status: Status::Unknown,
        due: None,
        days: None,
        current: None,
        message: String::new(),
        reason: String::new(),
        notes: Vec::new(),
        sources: &mandate.sources,
        of: mandate,
    };
    let unknown = |message: String| MandateItem { message, ..blank.clone() };
    let not_applicable =
        |message: &str| MandateItem { status: Status::NotApplicable, message: message.into(), ..blank.clone() };
    if officer.is_faulty(Column::Separated) {
        return unknown("separated cannot be read; the answer needs it".into());
    }
    if officer.separated.is_some_and(|last| ask.as_of > last) {
        return not_applicable("the appointment has ended");
    }
    match applies(mandate.binds, officer) {
        Ok(true) => {}
        Ok(false) => return not_applicable("the mandate does not apply to this kind of officer"),
        Err(column) => return unknown(format!("{} cannot be read; the answer needs it", column.name())),
    }
    if !mandate.holds_on(ask.as_of) {
        return unknown(format!(
            "no law is known for {}: the table begins on {}",
            day_words(ask.as_of),
            day_words(mandate.from)
        ));
    }
    if let Some(column) = reads(mandate).iter().find(|column| officer.is_faulty(**column)) {
        return unknown(format!("{} cannot be read; the answer needs it", column.name()));
    }
    if let Some(duty) = duty::answer(mandate, officer, credits, ask) {
        return MandateItem {
            window: duty.span,
            hours_credited: duty.progress.hours.plain(0),
            completions: duty.progress.completions,
            status: duty.status,
            due: duty.due,
            days: duty.due.map(|due| ask.days_to(due)),
            message: duty.why,
            notes: duty.notes,
            ..blank
        };
    }
    let judged = match mandate.window {
        MandateWindow::CalendarYear | MandateWindow::VerificationPeriod => in_period(mandate, officer, credits, ask)
            .map(|open| closed_or_open(mandate, officer, credits, since, ask, open)),
        MandateWindow::ScenarioWindow => Err("no rule of the roster answers it".to_owned()),
        MandateWindow::LastCompletion => since_last(mandate, credits, ask),
        MandateWindow::Certificate => in_certificate(mandate, officer, credits, ask),
    };
    match judged {
        Err(message) => unknown(message),
        Ok(judged) => MandateItem {
            window: Some(judged.span),
            hours_credited: judged.progress.hours.plain(0),
            completions: judged.progress.completions,
            status: judged.status,
            due: judged.due,
            days: judged.due.map(|due| ask.days_to(due)),
            current: judged.current,
            message: judged.why,
            reason: judged.reason,
            ..blank
        },
    }
}

/// Returns the columns of the roster that a mandate reads, apart from the kind of officer.
fn reads(mandate: &Mandate) -> &'static [Column] {
    match mandate.window {
        // The roster's rule looks at its own columns.
        _ if mandate.is_answered_by_roster_rule() => &[],
        MandateWindow::CalendarYear => &[Column::HireDate, Column::OriginalHireDate, Column::PreviousSeparation],
        MandateWindow::VerificationPeriod => {
            &[Column::LastName, Column::HireDate, Column::OriginalHireDate, Column::PreviousSeparation]
        }
        MandateWindow::ScenarioWindow | MandateWindow::LastCompletion => &[],
        MandateWindow::Certificate => &[Column::HomicideHours],
    }
}

/// Returns whether a mandate applies to an officer.
///
/// # Errors
/// The column that decides, when it cannot be read.
fn applies(scope: MandateScope, officer: &Officer) -> Result<bool, Column> {
    let column = match scope {
        MandateScope::Everyone => return Ok(true),
        MandateScope::Certified => Column::HomicideCertified,
        MandateScope::Police | MandateScope::PoliceAndConservators => Column::Discipline,
    };
    if officer.is_faulty(column) {
        return Err(column);
    }
    Ok(match (scope, officer.discipline()) {
        (MandateScope::Certified, _) => officer.homicide_certified.is_some(),
        (_, Discipline::LawEnforcement) => true,
        (_, Discipline::Conservator | Discipline::ConservatorOfficial) => scope == MandateScope::PoliceAndConservators,
        (_, Discipline::Corrections | Discipline::CourtSecurity) => false,
    })
}

/// The answer for one window, with its figures.
struct WindowAnswer {
    span: Span,
    progress: Progress,
    status: Status,
    due: Option<NaiveDate>,
    why: String,
    /// The part of it that [`because`](Self::because) adds.
    reason: String,
    current: Option<CurrentWindow>,
}

impl WindowAnswer {
    fn new(
        mandate: &Mandate,
        span: Span,
        progress: Progress,
        status: Status,
        due: Option<NaiveDate>,
        ask: &Ask,
    ) -> Self {
        let mut why = progress.words(mandate, span);
        if let Some(due) = due.filter(|_| status != Status::Met) {
            let days = ask.days_to(due);
            why += &if days < 0 {
                format!("; was due {}, {} ago", day_words(due), count_words(-days, "day"))
            } else {
                format!("; due {}, {}", day_words(due), in_days(days))
            };
        }
        Self { span, progress, status, due, why, reason: String::new(), current: None }
    }

    /// Adds a reason to the sentence.
    fn because(mut self, more: &str) -> Self {
        self.why = format!("{}; {more}", self.why);
        let between = if self.reason.is_empty() { "" } else { "; " };
        self.reason += between;
        self.reason += more;
        self
    }
}

/// Returns the years up to and including the next e-sign day of the schedule that decides.
///
/// # Errors
/// The reason why there is no such day.
pub(crate) fn verification_period(officer: &Officer, years: u32, ask: &Ask) -> Result<Span, String> {
    Ok(years_until(cohort(officer, ask)?.next_due(ask.as_of), years))
}

fn cohort(officer: &Officer, ask: &Ask) -> Result<&'static Cohort, String> {
    let name = officer.last_name.ok_or("last_name is blank; the answer needs it")?.0;
    let cohort = ask.schedule.cohort_of(name);
    cohort.map_err(|_| "no source says when an officer of this last name signs on the portal".to_owned())
}

/// Returns the years up to and including a day.
fn years_until(to: NaiveDate, years: u32) -> Span {
    let before = calendar::months_before(to, years * 12);
    Span { from: before.succ_opt().unwrap_or(before), to }
}

/// Returns the latest window of a mandate that has ended, if it is one to judge: it began under the mandate, and the
/// officer was in service for all of it (settled 232). A blank day of hire counts as employed all along.
pub(crate) fn closed_window(mandate: &Mandate, officer: &Officer, ask: &Ask) -> Option<Span> {
    if !mandate.judges_closed_window() {
        return None;
    }
    let span = match mandate.window {
        MandateWindow::VerificationPeriod => {
            years_until(cohort(officer, ask).ok()?.latest_passed(ask.as_of)?, mandate.every_years)
        }
        _ => {
            let year = ask.as_of.year() - 1;
            Span { from: calendar::year_start(year), to: calendar::year_end(year) }
        }
    };
    let was_hired = officer.first_hired().is_none_or(|hired| hired <= span.from);
    // Out of service between the two days, on each day from the one after the separation to the one before the hire.
    let was_away = officer.previous_separation.is_some_and(|left| {
        left < span.to && officer.hire_date.is_none_or(|hired| hired > span.from && left.succ_opt() < Some(hired))
    });
    (mandate.holds_on(span.from) && was_hired && !was_away).then_some(span)
}

/// Answers for the window that has ended, when it was not met and the records reach back to its first day; otherwise
/// for the one that runs (settled 151).
fn closed_or_open(
    mandate: &Mandate,
    officer: &Officer,
    credits: &[Credit],
    since: Option<NaiveDate>,
    ask: &Ask,
    open: WindowAnswer,
) -> WindowAnswer {
    let reached = closed_window(mandate, officer, ask).filter(|span| since.is_some_and(|since| since <= span.from));
    let Some(span) = reached else { return open };
    let progress = Progress::of(mandate, credits, span);
    if progress.satisfies(mandate) {
        return open;
    }
    let closed = if mandate.needed().is_some() && progress.without_hours > 0 {
        WindowAnswer::new(mandate, span, progress, Status::Unknown, None, ask).because(WITHOUT_HOURS)
    } else {
        WindowAnswer::new(mandate, span, progress, Status::Overdue, Some(span.to), ask)
    };
    let runs = format!("the window up to {} is {}", day_words(open.span.to), open.status.words());
    WindowAnswer { current: Some(CurrentWindow { span: open.span, status: open.status }), ..closed.because(&runs) }
}

fn in_period(mandate: &Mandate, officer: &Officer, credits: &[Credit], ask: &Ask) -> Result<WindowAnswer, String> {
    let span = match mandate.window {
        MandateWindow::VerificationPeriod => verification_period(officer, mandate.every_years, ask)?,
        _ => {
            let year = ask.as_of.year();
            Span { from: calendar::year_start(year), to: calendar::year_end(year) }
        }
    };
    let progress = Progress::of(mandate, credits, span);
    let due = Some(span.to);
    let judged = |status, progress| WindowAnswer::new(mandate, span, progress, status, due, ask);
    if progress.satisfies(mandate) {
        return Ok(judged(Status::Met, progress));
    }
    if mandate.needed().is_some() && progress.without_hours > 0 {
        let unknown = WindowAnswer::new(mandate, span, progress, Status::Unknown, None, ask);
        return Ok(unknown.because(WITHOUT_HOURS));
    }
    if mandate.basis == MandateBasis::Disputed {
        return Ok(judged(Status::Review, progress).because("the units publish different figures"));
    }
    let hired_inside = officer.first_hired().filter(|hired| *hired > span.from && *hired <= span.to);
    if let Some(hired) = hired_inside {
        let why = format!("hired on {}, inside the window; no source says whether less is required", day_words(hired));
        return Ok(judged(Status::Review, progress).because(&why));
    }
    Ok(judged(ask.by_day(span.to).status, progress))
}

/// Answers a mandate that is due some years after the last completion. Without one, no source says when it is due.
fn since_last(mandate: &Mandate, credits: &[Credit], ask: &Ask) -> Result<WindowAnswer, String> {
    let last = credits.iter().filter(|credit| counts(mandate, credit)).map(|credit| credit.day).max();
    let from = last.ok_or("the records show no completion, and no source says when the first is due")?;
    let due = calendar::months_after(from, mandate.every_years * 12);
    let span = Span { from, to: due };
    let progress = Progress::of(mandate, credits, span);
    Ok(WindowAnswer::new(mandate, span, progress, ask.by_day(due).status, Some(due), ask))
}

/// Answers the hours for the renewal of a homicide certificate: those of the records, or the roster's total if it is
/// larger.
fn in_certificate(mandate: &Mandate, officer: &Officer, credits: &[Credit], ask: &Ask) -> Result<WindowAnswer, String> {
    let from = officer.homicide_certified.ok_or("homicide_certified is blank; the answer needs it")?;
    let to = homicide::last_good_day(from, ask).map_err(|_| "no law is known for the day of the certificate")?;
    let span = Span { from, to };
    let mut progress = Progress::of(mandate, credits, span);
    progress.hours = progress.hours.max(officer.homicide_hours.unwrap_or_default());
    let status = if progress.satisfies(mandate) {
        Status::Met
    } else if progress.without_hours > 0 {
        return Ok(WindowAnswer::new(mandate, span, progress, Status::Unknown, None, ask).because(WITHOUT_HOURS));
    } else {
        ask.by_day(to).status
    };
    Ok(WindowAnswer::new(mandate, span, progress, status, Some(to), ask))
}

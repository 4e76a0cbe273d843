//! Duties that a rule of the roster answers as well: that rule answers here too, from the roster and the records
//! together (settled 196).

use crate::finding::{Status, StatusSet};
use crate::model::officer::Officer;
use crate::rules::ask::{Answer, Ask, Questions, Rule};
use crate::rules::law::calendar;
use crate::rules::law::schedule::{SCENARIO_WINDOWS, ScenarioWindow};
use crate::rules::training::credit::Credit;
use crate::rules::training::mandates::{Mandate, MandateWindow};
use crate::rules::training::progress::{Progress, WITHOUT_HOURS, counts};
use crate::rules::training::result::Span;
use crate::words::day_words;
use chrono::{Datelike, NaiveDate};

/// The answer of the roster's rule with the window that it is about.
pub(crate) struct DutyAnswer {
    /// The window; `None` when the rule does not come to judge one.
    pub(crate) span: Option<Span>,
    /// The completions of the records in it.
    pub(crate) progress: Progress,
    /// The status.
    pub(crate) status: Status,
    /// The due day.
    pub(crate) due: Option<NaiveDate>,
    /// The reason, in one sentence.
    pub(crate) why: String,
    /// The notes of the rule.
    pub(crate) notes: Vec<String>,
}

/// Answers a mandate by the roster's rule; `None` for a mandate that no such rule answers.
pub(crate) fn answer(mandate: &Mandate, officer: &Officer, credits: &[Credit], ask: &Ask) -> Option<DutyAnswer> {
    if !mandate.is_answered_by_roster_rule() {
        return None;
    }
    let rule = crate::rules::find(mandate.rule_of_roster()?)?;
    let ask = Ask { wanted: StatusSet::of(&Status::ALL), ..ask.clone() };
    Some(match mandate.window {
        MandateWindow::ScenarioWindow => scenario(mandate, rule, officer, credits, &ask),
        _ => firearms(mandate, rule, officer, credits, &ask),
    })
}

/// Asks a rule about an officer, as a roster with every column of the rule would.
fn ask_rule(rule: &'static Rule, officer: &Officer, ask: &Ask) -> Answer {
    let mut questions = Questions::default();
    let is_added = questions.add(rule, |_| true).is_ok();
    let gates = questions.check_gates(officer, ask);
    let question = questions.list().first().filter(|_| is_added);
    question.map_or_else(
        || ask.unknown(),
        |question| question.answer(officer, &gates, ask).unwrap_or_else(|cannot| cannot.answer(ask)),
    )
}

impl DutyAnswer {
    fn new(answer: Answer, span: Option<Span>, progress: Progress) -> Self {
        let (status, due) = (answer.status, answer.due);
        let text = answer.into_text();
        Self { span, progress, status, due, why: text.message, notes: text.notes }
    }
}

/// Answers firearms qualification: the latest day of the roster and of the records counts.
fn firearms(mandate: &Mandate, rule: &'static Rule, officer: &Officer, credits: &[Credit], ask: &Ask) -> DutyAnswer {
    let fired = credits.iter().filter(|credit| counts(mandate, credit)).map(|credit| credit.day);
    let own = officer.firearms_qualified;
    let with_records = Officer { firearms_qualified: fired.chain(own).max(), ..officer.clone() };
    let answer = ask_rule(rule, &with_records, ask);
    // The year that the answer is about: last year, if that has passed without a qualification.
    let year = answer.due.map_or(ask.as_of.year(), |due| due.year());
    let span = Span { from: calendar::year_start(year), to: calendar::year_end(year) };
    let mut progress = Progress::of(mandate, credits, span);
    // The roster's own day counts too, once.
    let is_recorded = |day: NaiveDate| credits.iter().any(|credit| credit.day == day && counts(mandate, credit));
    progress.completions += usize::from(own.is_some_and(|day| span.has(day) && !is_recorded(day)));
    let is_judged = !matches!(answer.status, Status::Unknown | Status::NotApplicable);
    DutyAnswer::new(answer, is_judged.then_some(span), progress)
}

/// Answers scenario-based training. A window is satisfied by the roster's own day or by the hours of the records; the
/// rule then answers for the oldest one that is not.
fn scenario(mandate: &Mandate, rule: &'static Rule, officer: &Officer, credits: &[Credit], ask: &Ask) -> DutyAnswer {
    let is_asked = |window: &&ScenarioWindow| window.is_checked(ask.inferred_scenario_windows);
    let mut windows = SCENARIO_WINDOWS.iter().filter(is_asked);
    let mut satisfied: Option<(&ScenarioWindow, NaiveDate)> = None;
    // Once one window is satisfied, the next is judged from its first day on.
    let open = loop {
        let Some(window) = windows.next().filter(|window| satisfied.is_none() || window.from <= ask.as_of) else {
            break None;
        };
        let own = officer.scenario_completed.filter(|day| window.has(*day));
        match own.or_else(|| reached(mandate, credits, window.from, window.to)) {
            Some(day) => satisfied = Some((window, day)),
            None => break Some(window),
        }
    };
    let day = match (satisfied, open) {
        (Some((_, day)), _) => Some(day),
        // A day outside the window is the rule's to judge; the records may show the hours too late.
        (None, Some(window)) => {
            let late = || reached(mandate, credits, window.from, ask.as_of).filter(|day| *day > window.to);
            officer.scenario_completed.filter(|day| *day > window.to).or_else(late).or(officer.scenario_completed)
        }
        (None, None) => officer.scenario_completed,
    };
    let answer = ask_rule(rule, &Officer { scenario_completed: day, ..officer.clone() }, ask);
    let window = open.or(satisfied.map(|(window, _)| window));
    let span = window.map(|window| Span { from: window.from, to: window.to });
    let progress = span.map(|span| Progress::of(mandate, credits, span)).unwrap_or_default();
    let is_unsure = progress.without_hours > 0 && open.is_some();
    let is_judged = !matches!(answer.status, Status::Unknown | Status::NotApplicable);
    let is_answered = matches!(answer.status, Status::Met | Status::NotApplicable);
    let mut duty = DutyAnswer::new(answer, span.filter(|_| is_judged), progress);
    if let (Some(span), Some((_, day)), None) = (span, satisfied, open)
        && is_judged
    {
        // Every window is satisfied, which one column of a roster cannot show for two of them.
        (duty.status, duty.due) = (Status::Met, Some(span.to));
        duty.why =
            format!("completed on {}, inside {} to {}", day_words(day), day_words(span.from), day_words(span.to));
    } else if is_unsure && !is_answered {
        (duty.status, duty.due, duty.why) = (Status::Unknown, None, WITHOUT_HOURS.to_owned());
    }
    if let (Some(span), true) = (duty.span, duty.progress.completions > 0) {
        duty.why = format!("{}; {}", duty.progress.words(mandate, span), duty.why);
    }
    duty
}

/// Returns the day on which the hours of the records between two days reach those of a mandate.
fn reached(mandate: &Mandate, credits: &[Credit], from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
    let mut days: Vec<NaiveDate> = credits
        .iter()
        .filter(|credit| counts(mandate, credit) && (from..=to).contains(&credit.day))
        .map(|credit| credit.day)
        .collect();
    days.sort_unstable();
    days.into_iter().find(|day| Progress::of(mandate, credits, Span { from, to: *day }).satisfies(mandate))
}

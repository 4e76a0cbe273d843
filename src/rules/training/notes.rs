//! The notes on one officer's training: further remarks for a careful reader of the answer.

use crate::finding::Status;
use crate::model::officer::Officer;
use crate::rules::ask::Ask;
use crate::rules::law::calendar;
use crate::rules::training::credit::Credit;
use crate::rules::training::item;
use crate::rules::training::mandates::{FIREARMS, MANDATES, Mandate, MandateBasis, MandateWindow};
use crate::rules::training::result::{MandateItem, Span, TrainingNote};
use chrono::Datelike;

/// Returns the notes that the items of one officer do not give themselves.
pub(crate) fn of<'a>(
    officer: &Officer,
    items: &[MandateItem],
    credits: &[Credit<'a>],
    ask: &Ask,
) -> Vec<TrainingNote<'a>> {
    let mut notes = Vec::new();
    let asked = || MANDATES.iter().zip(items).filter(|(_, item)| item.window.is_some());
    let period = asked().find(|(mandate, _)| mandate.window == MandateWindow::VerificationPeriod);
    if let Some((mandate, MandateItem { window: Some(period), .. })) = period {
        let ask = Ask { schedule: ask.schedule.other(), ..ask.clone() };
        match item::verification_period(officer, mandate.every_years, &ask) {
            Ok(other_period) if other_period != *period => {
                notes.push(TrainingNote::OtherSchedule { period: *period, other: ask.schedule, other_period });
            }
            _ => {}
        }
    }
    let of_basis = |mandate: &'static Mandate| match mandate.basis {
        MandateBasis::Published => None,
        MandateBasis::Advisory => Some(TrainingNote::Advice(mandate)),
        MandateBasis::Disputed => Some(TrainingNote::SourcesDiffer(mandate)),
    };
    let unfinished = asked().filter(|(_, item)| !matches!(item.status, Status::Met | Status::NotApplicable));
    notes.extend(unfinished.filter_map(|(mandate, _)| of_basis(mandate)));
    notes.extend(missing_last_year(officer, items, credits, ask));
    let courses = |wanted: fn(&Credit) -> bool| -> Vec<&'a str> {
        let credits = credits.iter().filter(|credit| wanted(credit));
        credits.map(|credit| credit.course.unwrap_or("a course without a name")).collect()
    };
    let not_mandated = courses(|credit| credit.mandate.is_none());
    if !not_mandated.is_empty() {
        notes.push(TrainingNote::NotMandated(not_mandated));
    }
    let several_topics = courses(|credit| credit.ambiguous);
    if !several_topics.is_empty() {
        notes.push(TrainingNote::SeveralTopics(several_topics));
    }
    notes
}

/// Returns a note on the yearly mandates that the records do not show for the year before.
///
/// The window that is judged is this year's, so the year before is only mentioned where the records reach back to it.
fn missing_last_year(
    officer: &Officer,
    items: &[MandateItem],
    credits: &[Credit],
    ask: &Ask,
) -> Option<TrainingNote<'static>> {
    let year = ask.as_of.year() - 1;
    let span = Span { from: calendar::year_start(year), to: calendar::year_end(year) };
    let reaches_back = credits.iter().any(|credit| credit.day <= span.to);
    if !reaches_back || officer.first_hired().is_some_and(|hired| hired > span.from) {
        return None;
    }
    let is_missing = |(mandate, item): &(&'static Mandate, &MandateItem)| {
        mandate.window == MandateWindow::CalendarYear
            && mandate.basis == MandateBasis::Published
            && mandate.holds_on(span.to)
            && item.window.is_some()
            && !credits.iter().any(|credit| span.has(credit.day) && item::counts(mandate, credit))
            && mandate.topic != FIREARMS
    };
    let mandates: Vec<_> = MANDATES.iter().zip(items).filter(is_missing).map(|(mandate, _)| mandate).collect();
    (!mandates.is_empty()).then_some(TrainingNote::MissingLastYear { year, mandates })
}

//! The notes on one officer's training: further remarks for a careful reader of the answer.

use crate::finding::Status;
use crate::model::officer::Officer;
use crate::rules::ask::Ask;
use crate::rules::training::credit::Credit;
use crate::rules::training::item;
use crate::rules::training::mandates::{MANDATES, Mandate, MandateBasis, MandateWindow};
use crate::rules::training::progress::Progress;
use crate::rules::training::result::{MandateItem, Span, TrainingNote};
use chrono::NaiveDate;

/// Returns the notes that the items of one officer do not give themselves.
pub(crate) fn of<'a>(
    officer: &Officer,
    items: &[MandateItem],
    credits: &[Credit<'a>],
    since: Option<NaiveDate>,
    ask: &Ask,
) -> Vec<TrainingNote<'a>> {
    let mut notes = Vec::new();
    let asked = || MANDATES.iter().zip(items).filter(|(_, item)| item.window.is_some());
    let period = asked().find(|(mandate, _)| mandate.window == MandateWindow::VerificationPeriod);
    if let Some((mandate, MandateItem { window: Some(judged), current, .. })) = period {
        let period = &current.map_or(*judged, |current| current.span);
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
    notes.extend(not_reached(officer, items, credits, since, ask));
    for item in items {
        notes.extend(item.notes.iter().map(|note| TrainingNote::OfRule { mandate: item.of, note: note.clone() }));
    }
    let courses = |wanted: fn(&Credit) -> bool| -> Vec<&'a str> {
        let credits = credits.iter().filter(|credit| wanted(credit));
        credits.map(|credit| credit.course.filter(|_| !ask.redact).unwrap_or("a course")).collect()
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

/// Returns a note on the windows that have ended and were not judged, because the records do not reach back to them.
fn not_reached(
    officer: &Officer,
    items: &[MandateItem],
    credits: &[Credit],
    since: Option<NaiveDate>,
    ask: &Ask,
) -> Option<TrainingNote<'static>> {
    let mut windows: Vec<Span> = MANDATES
        .iter()
        .zip(items)
        .filter(|(_, item)| item.window.is_some())
        .filter_map(|(mandate, _)| Some((mandate, item::closed_window(mandate, officer, ask)?)))
        .filter(|(_, span)| since.is_none_or(|since| since > span.from))
        .filter(|(mandate, span)| !Progress::of(mandate, credits, *span).satisfies(mandate))
        .map(|(_, span)| span)
        .collect();
    windows.sort_unstable_by_key(|span| span.to);
    windows.dedup();
    (!windows.is_empty()).then_some(TrainingNote::NotReached { windows, since })
}

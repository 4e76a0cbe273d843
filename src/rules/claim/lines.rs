//! Judges one line of a claim: refusals come before missing cells, then the State's limits (settled 107).

use crate::finding::Source;
use crate::model::claim::{ClaimHead, ClaimLine, Column, LineColumn, LineKind, Training};
use crate::rules::claim::form::{PART_TIME_SOURCES, TRANSITION_SOURCES, may_hold};
use crate::rules::claim::line_answer::{LineAnswer, NeededCells};
use crate::rules::claim::rate_limits::{LUNCHES, LimitedLine, MEALS, NIGHTS};
use crate::rules::claim::rates::RateTable;
use crate::rules::claim::result::{ClaimAsk, LineOutcome};
use crate::rules::claim::stays::Stays;
use crate::rules::law::counties::place_name;
use crate::rules::law::states::{ILLINOIS, state};
use crate::values::money::Cents;
use crate::words::shown_text;

/// Judges the line with this number, from 1.
pub(crate) fn judge(number: usize, line: &ClaimLine, head: &ClaimHead, stays: &Stays, ask: &ClaimAsk) -> LineAnswer {
    let answer = LineAnswer::new(line);
    let mut needs = NeededCells::new(line, head);
    let Some(kind) = line.kind else {
        needs.of_line(line.kind, LineColumn::Kind);
        return answer.unknown(needs.words());
    };
    if let Some((why, sources)) = refusal(kind, line, head, ask.redact) {
        return answer.cite(sources.iter().copied()).decide(LineOutcome::Refused, Some(Cents::ZERO), why);
    }
    let answer = answer.cite([source(kind, head.training)]).cite(limits(kind).iter().copied());
    if !Training::ALL.iter().all(|training| may_hold(*training, kind)) {
        needs.of_claim(head.training, Column::Training);
    }
    let limited = LimitedLine { number, line, rates: ask.rates, stays, redact: ask.redact };
    match kind {
        LineKind::Mileage => limited.mileage(answer, needs),
        LineKind::Lodging | LineKind::Meals | LineKind::Lunch => {
            needs.of_claim(head.overnight, Column::Overnight);
            let by_day = match kind {
                LineKind::Lodging => &NIGHTS,
                LineKind::Meals => &MEALS,
                _ => &LUNCHES,
            };
            limited.stay(answer, needs, by_day)
        }
        LineKind::Salary
        | LineKind::Travel
        | LineKind::Tuition
        | LineKind::Fees
        | LineKind::PowerExam
        | LineKind::Other => {
            if kind == LineKind::Salary {
                needs.of_claim(head.worked_during_training, Column::WorkedDuringTraining);
            }
            match needs.of_line(line.amount, LineColumn::Amount).filter(|_| needs.are_present()) {
                Some(amount) => answer.decide(LineOutcome::Allowed, Some(amount), at_cost(kind)),
                None => answer.unknown(needs.words()),
            }
        }
    }
}

/// Returns why a line without a limit is eligible.
const fn at_cost(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Salary => "the trainee did not have to work during the course",
        LineKind::Travel => "travel other than by car is eligible at cost",
        LineKind::PowerExam => "the POWER test is eligible",
        LineKind::Fees => "fees of the school are eligible",
        _ => "tuition is eligible",
    }
}

/// Returns the law that makes a line of this kind eligible.
const fn source(kind: LineKind, training: Option<Training>) -> Source {
    match (kind, training) {
        (LineKind::Salary, _) => Source::code("1720.50(a)(1)"),
        (LineKind::Lodging | LineKind::Meals | LineKind::Lunch, _) => Source::code("1720.50(a)(2)"),
        (LineKind::Mileage | LineKind::Travel, _) => Source::code("1720.50(a)(3)"),
        (LineKind::PowerExam, _) | (LineKind::Tuition, Some(Training::PartTimeBasic)) => PART_TIME_SOURCES[0],
        (LineKind::Tuition, Some(Training::Transition)) => Source::mtu10("students promoted to full-time employment"),
        (LineKind::Tuition | LineKind::Fees | LineKind::Other, _) => Source::code("1720.50(a)(4)"),
    }
}

/// Returns the law that sets the State's limit for a line of this kind, as 20 Ill. Adm. Code 1720.50(a) names it.
const fn limits(kind: LineKind) -> &'static [Source] {
    match kind {
        LineKind::Mileage => RateTable::Mileage.sections(),
        LineKind::Lodging => RateTable::Lodging.sections(),
        LineKind::Meals | LineKind::Lunch => RateTable::Meals.sections(),
        _ => &[],
    }
}

/// Returns why a line is refused, whatever its other cells hold, with the law; `None` when it is not refused.
fn refusal(kind: LineKind, line: &ClaimLine, head: &ClaimHead, redact: bool) -> Option<(String, &'static [Source])> {
    const COSTS: &[Source] = &[Source::code("1720.50(a)")];
    const STAYS: &[Source] = &[Source::code("1720.50(a)(2)")];
    const TRAVEL: &[Source] = &[Source::code("1720.50(a)(3)")];
    const WORKED: &[Source] = &[Source::code("1720.50(b)")];
    match kind {
        LineKind::Other => Some((
            "only salary, lodging, meals, travel, tuition and fees are reimbursed as training costs".into(),
            COSTS,
        )),
        _ if head.training.is_some_and(|training| !may_hold(training, kind)) => {
            // Of the transition course settled 154 and 234.
            let (only, sources): (_, &[Source]) = match head.training {
                Some(Training::Transition) => {
                    ("the transition course is reimbursed for its tuition", &TRANSITION_SOURCES)
                }
                _ => ("part-time basic training is reimbursed for tuition and the POWER test", &PART_TIME_SOURCES),
            };
            Some((format!("{only} only, not for {}", kind.word()), sources))
        }
        LineKind::Salary if head.worked_during_training == Some(true) => {
            Some(("the trainee had to work during the course, so salary is not considered".into(), WORKED))
        }
        LineKind::Lodging if head.overnight == Some(false) => {
            Some(("the trainee went home each night, so lodging is not reimbursed".into(), STAYS))
        }
        LineKind::Meals if head.overnight == Some(false) => {
            Some(("the trainee went home each night, so whole days of meals are not reimbursed".into(), STAYS))
        }
        LineKind::Lunch if head.overnight == Some(true) => Some((
            "lunch is for trainees who go home each night; otherwise it is part of the daily rate for meals".into(),
            STAYS,
        )),
        LineKind::Mileage => {
            let (from, school) = (line.from_city?, line.school_city?);
            is_same_city(from, school).then(|| {
                let city = if redact {
                    "the city of the school".into()
                } else {
                    format!("{}, the city of the school,", shown_text(school))
                };
                (format!("travel by car within {city} is not reimbursed"), TRAVEL)
            })
        }
        _ => None,
    }
}

/// Returns whether two names are of one city. A name without a State is of a city in Illinois, so that a city in
/// another State is not the school's (settled 202).
fn is_same_city(one: &str, other: &str) -> bool {
    let [one, other] = [one, other].map(|text| match text.split_once(',') {
        Some((city, after)) => (city, state(after).unwrap_or(ILLINOIS)),
        None => (text, ILLINOIS),
    });
    one.1 == other.1 && place_name(one.0) == place_name(other.0) && !place_name(one.0).is_empty()
}

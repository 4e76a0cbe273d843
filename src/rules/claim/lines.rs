//! What becomes of one line of a claim: refused before unknown, then held against the State's limits (settled 107).

use crate::finding::Source;
use crate::model::claim::{ClaimHead, ClaimLine, Column, LineColumn, LineKind, Training};
use crate::rules::claim::conditions::PART_TIME_SOURCES;
use crate::rules::claim::judge::{Form, Judging, Outcome};
use crate::rules::claim::limits::{LUNCHES, MEALS, NIGHTS, Work};
use crate::rules::law::counties::place_name;
use crate::values::fold::fold;
use crate::values::money::Cents;
use crate::words::shown_text;

/// The answer about one line, before it is halved.
pub(crate) struct Judged {
    pub(crate) kind: Option<LineKind>,
    pub(crate) outcome: Outcome,
    pub(crate) claimed: Option<Cents>,
    pub(crate) eligible: Option<Cents>,
    pub(crate) why: String,
    pub(crate) sources: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) amount_unreadable: bool,
}

impl Judged {
    /// What the line adds to the sum of what is claimed: nothing when it is refused without an amount (settled 107).
    pub(crate) fn counts_as_claimed(&self) -> Option<Cents> {
        match self.outcome {
            Outcome::Refused if !self.amount_unreadable => Some(self.claimed.unwrap_or_default()),
            _ => self.claimed,
        }
    }

    fn decided(mut self, outcome: Outcome, eligible: Option<Cents>, why: impl Into<String>) -> Self {
        (self.outcome, self.eligible, self.why) = (outcome, eligible, why.into());
        self
    }

    pub(crate) fn unknown(self, why: impl Into<String>) -> Self {
        self.decided(Outcome::Unknown, None, why)
    }

    fn cites(mut self, sources: impl IntoIterator<Item = Source>) -> Self {
        self.sources.extend(sources.into_iter().map(|source| source.to_string()));
        self
    }

    /// Eligible up to a limit, which the sentence works out.
    pub(crate) fn up_to(self, amount: Cents, limit: Cents, worked: &str) -> Self {
        let (asked, most) = (amount.grouped(), limit.grouped());
        if amount > limit {
            self.decided(Outcome::Capped, Some(limit), format!("{asked} is claimed, {most} is eligible: {worked}"))
        } else {
            self.decided(Outcome::Allowed, Some(amount), format!("within {most}: {worked}"))
        }
    }
}

/// Judges the line with this number, from 1.
pub(crate) fn judge(number: usize, line: &ClaimLine, head: &ClaimHead, how: &Judging) -> Judged {
    let judged = Judged {
        kind: line.kind,
        outcome: Outcome::Unknown,
        claimed: line.amount,
        eligible: None,
        why: String::new(),
        sources: Vec::new(),
        notes: Vec::new(),
        amount_unreadable: line.is_faulty(LineColumn::Amount),
    };
    let mut needs = Needs { line, head, blank: Vec::new(), unreadable: Vec::new() };
    let Some(kind) = line.kind else {
        needs.cell(line.kind, LineColumn::Kind);
        return judged.unknown(needs.words());
    };
    if let Some((why, sources)) = refusal(kind, line, head, how.redact) {
        return judged.cites(sources.iter().copied()).decided(Outcome::Refused, Some(Cents::ZERO), why);
    }
    let judged = judged.cites([source(kind, head.training)]);
    if !Form::ALL.into_iter().all(|form| form.may_hold(kind)) {
        needs.of_claim(head.training, Column::Training);
    }
    let work = Work { number, line, rates: how.rates, redact: how.redact };
    match kind {
        LineKind::Mileage => work.mileage(judged, needs),
        LineKind::Lodging => work.stay(judged, needs, &NIGHTS),
        LineKind::Meals => work.stay(judged, needs, &MEALS),
        LineKind::Lunch => work.stay(judged, needs, &LUNCHES),
        LineKind::Salary
        | LineKind::Travel
        | LineKind::Tuition
        | LineKind::Fees
        | LineKind::PowerExam
        | LineKind::Other => {
            if kind == LineKind::Salary {
                needs.of_claim(head.worked_during_training, Column::WorkedDuringTraining);
            }
            match needs.cell(line.amount, LineColumn::Amount).filter(|_| needs.are_met()) {
                Some(amount) => judged.decided(Outcome::Allowed, Some(amount), at_cost(kind)),
                None => judged.unknown(needs.words()),
            }
        }
    }
}

/// Why a line is eligible at cost.
const fn at_cost(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Salary => "the trainee did not have to work during the course",
        LineKind::Travel => "travel that is not by car is eligible at cost",
        LineKind::PowerExam => "the POWER test is eligible",
        LineKind::Fees => "fees of the school are eligible",
        _ => "tuition is eligible",
    }
}

/// What makes a line of this kind eligible.
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

/// Why a line is refused whatever its other cells hold.
fn refusal(kind: LineKind, line: &ClaimLine, head: &ClaimHead, redact: bool) -> Option<(String, &'static [Source])> {
    const COSTS: &[Source] = &[Source::code("1720.50(a)")];
    const STAYS: &[Source] = &[Source::code("1720.50(a)(2)")];
    const TRAVEL: &[Source] = &[Source::code("1720.50(a)(3)")];
    const WORKED: &[Source] = &[Source::code("1720.50(b)")];
    match kind {
        LineKind::Other => Some((
            "only salary, lodging, meals, travel, tuition and fees are costs of training that are reimbursed".into(),
            COSTS,
        )),
        _ if head.training.is_some_and(|training| !Form::of(training).may_hold(kind)) => Some((
            format!(
                "part-time basic training is reimbursed for tuition and the POWER test only, not for {}",
                kind.word()
            ),
            &PART_TIME_SOURCES,
        )),
        LineKind::Salary if head.worked_during_training == Some(true) => {
            Some(("the trainee had to work during the course, so that no salary is considered".into(), WORKED))
        }
        LineKind::Lodging | LineKind::Meals if head.overnight == Some(false) => {
            Some((format!("the trainee went home each night, so that no {} are reimbursed", word(kind)), STAYS))
        }
        LineKind::Lunch if head.overnight == Some(true) => Some((
            "lunch is for trainees who go home each night; for others it is within the daily rate for meals".into(),
            STAYS,
        )),
        LineKind::Mileage => {
            let (from, school) = (line.from_city?, line.school_city?);
            is_same_city(from, school).then(|| {
                let named = if redact {
                    "the city of the school".into()
                } else {
                    format!("{}, the city of the school,", shown_text(school))
                };
                (format!("travel by car within {named} is not reimbursed"), TRAVEL)
            })
        }
        _ => None,
    }
}

/// The plural that a sentence needs.
const fn word(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Lodging => "nights",
        _ => "whole meals",
    }
}

/// Whether two names are of one city: a State behind one of them only says nothing else.
fn is_same_city(one: &str, other: &str) -> bool {
    let [one, other] =
        [one, other].map(|text| text.split_once(',').map_or((text, None), |(city, state)| (city, Some(state))));
    let state = |state: &str| match fold(state).as_str() {
        "illinois" | "ill" => "il".to_owned(),
        other => other.to_owned(),
    };
    let same_state = one.1.zip(other.1).is_none_or(|(one, other)| state(one) == state(other));
    same_state && place_name(one.0) == place_name(other.0) && !place_name(one.0).is_empty()
}

/// The cells that a line needs and does not have.
pub(crate) struct Needs<'n> {
    line: &'n ClaimLine<'n>,
    pub(crate) head: &'n ClaimHead<'n>,
    blank: Vec<&'static str>,
    unreadable: Vec<&'static str>,
}

impl Needs<'_> {
    /// A cell of the line that must be there.
    pub(crate) fn cell<T>(&mut self, value: Option<T>, column: LineColumn) -> Option<T> {
        self.need(value, self.line.is_faulty(column), column.name())
    }

    /// A cell of the claim that must be there.
    pub(crate) fn of_claim<T>(&mut self, value: Option<T>, column: Column) -> Option<T> {
        self.need(value, self.head.is_faulty(column), column.name())
    }

    fn need<T>(&mut self, value: Option<T>, unreadable: bool, name: &'static str) -> Option<T> {
        if value.is_none() {
            if unreadable { &mut self.unreadable } else { &mut self.blank }.push(name);
        }
        value
    }

    pub(crate) fn are_met(&self) -> bool {
        self.blank.is_empty() && self.unreadable.is_empty()
    }

    /// `date and county are blank; amount cannot be read`
    pub(crate) fn words(&self) -> String {
        let are = if self.blank.len() == 1 { "is" } else { "are" };
        let blank = (!self.blank.is_empty()).then(|| format!("{} {are} blank", list(&self.blank)));
        let unreadable = (!self.unreadable.is_empty()).then(|| format!("{} cannot be read", list(&self.unreadable)));
        [blank, unreadable].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

/// `a, b and c`
pub(crate) fn list(words: &[impl AsRef<str>]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, front)) => format!("{} and {last}", front.join(", ")),
        None => String::new(),
    }
}

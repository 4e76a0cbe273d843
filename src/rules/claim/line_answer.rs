//! The answer to one line while it is worked out, and the cells that it still needs.

use crate::finding::Source;
use crate::model::claim::{ClaimHead, ClaimLine, Column, LineColumn, LineKind};
use crate::rules::claim::result::LineOutcome;
use crate::values::money::Cents;

/// The answer to one line, before its share is taken.
pub(crate) struct LineAnswer {
    pub(crate) kind: Option<LineKind>,
    pub(crate) outcome: LineOutcome,
    pub(crate) claimed: Option<Cents>,
    pub(crate) eligible: Option<Cents>,
    pub(crate) why: String,
    pub(crate) sources: Vec<String>,
    pub(crate) notes: Vec<String>,
    pub(crate) amount_unreadable: bool,
}

impl LineAnswer {
    /// Starts an answer with nothing decided.
    pub(crate) fn new(line: &ClaimLine) -> Self {
        Self {
            kind: line.kind,
            outcome: LineOutcome::Unknown,
            claimed: line.amount,
            eligible: None,
            why: String::new(),
            sources: Vec::new(),
            notes: Vec::new(),
            amount_unreadable: line.is_faulty(LineColumn::Amount),
        }
    }

    /// Returns what the line adds to the sum claimed: zero when it is refused without an amount (settled 107).
    pub(crate) fn counts_as_claimed(&self) -> Option<Cents> {
        match self.outcome {
            LineOutcome::Refused if !self.amount_unreadable => Some(self.claimed.unwrap_or_default()),
            _ => self.claimed,
        }
    }

    /// Sets the outcome, the eligible amount and the reason.
    pub(crate) fn decide(mut self, outcome: LineOutcome, eligible: Option<Cents>, why: impl Into<String>) -> Self {
        (self.outcome, self.eligible, self.why) = (outcome, eligible, why.into());
        self
    }

    /// Makes the line unknown.
    pub(crate) fn unknown(self, why: impl Into<String>) -> Self {
        self.decide(LineOutcome::Unknown, None, why)
    }

    /// Adds sources.
    pub(crate) fn cite(mut self, sources: impl IntoIterator<Item = Source>) -> Self {
        self.sources.extend(sources.into_iter().map(|source| source.to_string()));
        self
    }

    /// Makes the amount eligible up to a limit; `sum` shows how the limit is worked out.
    pub(crate) fn up_to(self, amount: Cents, limit: Cents, sum: &str) -> Self {
        let (claimed, most) = (amount.grouped(), limit.grouped());
        if amount > limit {
            let why = format!("{claimed} is claimed, {most} is eligible: {sum}");
            self.decide(LineOutcome::Capped, Some(limit), why)
        } else {
            self.decide(LineOutcome::Allowed, Some(amount), format!("within {most}: {sum}"))
        }
    }
}

/// The cells that a line needs, with those found blank or unreadable.
pub(crate) struct NeededCells<'n> {
    line: &'n ClaimLine<'n>,
    head: &'n ClaimHead<'n>,
    blank: Vec<&'static str>,
    unreadable: Vec<&'static str>,
}

impl<'n> NeededCells<'n> {
    /// Starts with nothing missing.
    pub(crate) const fn new(line: &'n ClaimLine<'n>, head: &'n ClaimHead<'n>) -> Self {
        Self { line, head, blank: Vec::new(), unreadable: Vec::new() }
    }

    /// Requires a cell of the line.
    pub(crate) fn of_line<T>(&mut self, value: Option<T>, column: LineColumn) -> Option<T> {
        self.need(value, self.line.is_faulty(column), column.name())
    }

    /// Requires a cell of the claim.
    pub(crate) fn of_claim<T>(&mut self, value: Option<T>, column: Column) -> Option<T> {
        self.need(value, self.head.is_faulty(column), column.name())
    }

    fn need<T>(&mut self, value: Option<T>, unreadable: bool, name: &'static str) -> Option<T> {
        if value.is_none() {
            if unreadable { &mut self.unreadable } else { &mut self.blank }.push(name);
        }
        value
    }

    /// Returns whether every cell required so far is present.
    pub(crate) const fn are_present(&self) -> bool {
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

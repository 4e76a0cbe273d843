//! A rule, declared once: the source of `muster rules`, the manual, the findings and the tests.

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Cannot};
use crate::rules::law::figure::Figure;
use crate::values::place_set::PlaceSet;

/// One requirement for an officer: everything that `muster rules`, the manual, the findings and the tests need.
pub struct Rule {
    /// The permanent name: `basic-training-deadline`.
    pub name: &'static str,
    /// One line for a list. It contains no figure that `law::params` holds.
    pub title: &'static str,
    /// The requirement, how it is counted, and how doubts were settled; one paragraph each.
    pub explain: &'static [&'static str],
    /// The law: the source that decides first, then the others.
    pub sources: &'static [Source],
    /// Points on which another source differs.
    pub conflicts: &'static [Conflict],
    /// The figures it reads.
    pub figures: &'static [&'static dyn Figure],
    /// The cell that settles the rule; findings name it.
    pub column: Column,
    /// The conditions under which it applies to an officer.
    pub gates: &'static [&'static Gate],
    /// Columns that the file must have.
    pub required: &'static [Column],
    /// Columns of which the file must have at least one.
    pub one_of: &'static [Column],
    /// Columns that it reads when the file has them.
    pub optional: &'static [Column],
    /// Columns that it reads in some cases only, or for a note: an unreadable one makes the answer unknown only where
    /// the check says so.
    pub sometimes: &'static [Column],
    /// Answers for an officer to whom the rule applies and whose cells can all be read.
    pub check: fn(&Officer, &Ask) -> Result<Answer, Cannot>,
    /// Rows worked by hand, run by the tests and shown by `muster rules NAME`.
    pub examples: &'static [Example],
}

/// A requirement for the agency, checked once per file.
pub struct FileRule {
    /// The permanent name.
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// The requirement; one paragraph each.
    pub explain: &'static [&'static str],
    /// The law: the source that decides first, then the others.
    pub sources: &'static [Source],
    /// Answers, or returns nothing when the run does not ask for this rule.
    pub check: fn(&Ask) -> Option<Answer>,
}

/// A point on which another source differs, and the answer that would follow from it.
#[derive(Debug)]
pub struct Conflict {
    /// The other source.
    pub source: Source,
    /// The difference; the sentence continues the name of the source.
    pub says: &'static str,
}

/// A condition under which a rule applies to an officer. Several rules may share one.
pub struct Gate {
    /// The cells that decide, the first one first. An unreadable one leaves the gate undecided.
    pub columns: &'static [Column],
    /// Cells that decide in some cases only. [`Self::applies`] looks whether they can be read.
    pub sometimes: &'static [Column],
    /// Returns whether the rule applies; `None` when a cell that decides is blank without a default.
    pub applies: fn(&Officer, &Ask) -> Option<bool>,
    /// The reason when it does not apply: `the officer is not employed full-time`.
    pub otherwise: &'static str,
}

impl Gate {
    /// Declares a gate: the cells that decide, the condition, and the reason when it does not hold.
    pub const fn on(
        columns: &'static [Column],
        applies: fn(&Officer, &Ask) -> Option<bool>,
        otherwise: &'static str,
    ) -> Self {
        Self { columns, sometimes: &[], applies, otherwise }
    }

    /// Adds cells that decide in some cases only.
    #[must_use]
    pub const fn sometimes(self, sometimes: &'static [Column]) -> Self {
        Self { sometimes, ..self }
    }

    /// Returns the cells that it reads, each once.
    pub fn all_columns(&self) -> impl Iterator<Item = Column> + Clone {
        self.columns.iter().chain(self.sometimes).copied()
    }
}

/// A worked example: a row, a day, and the answer.
#[derive(Debug)]
pub struct Example {
    /// The story in a few words.
    pub title: &'static str,
    /// The cells of the row, by column name. Every other column of the rule is present and blank.
    pub row: &'static [(&'static str, &'static str)],
    /// The day asked about.
    pub as_of: &'static str,
    /// The expected status.
    pub status: Status,
    /// The expected due day, `YYYY-MM-DD`, where the answer has one.
    pub due: Option<&'static str>,
}

impl Rule {
    /// A rule with every list empty, for `..Rule::BASE`. The tests of the catalogue reject a rule that leaves out more
    /// than it may.
    pub const BASE: Self = Self {
        name: "",
        title: "",
        explain: &[],
        sources: &[],
        conflicts: &[],
        figures: &[],
        column: Column::PtbId,
        gates: &[],
        required: &[],
        one_of: &[],
        optional: &[],
        sometimes: &[],
        check: |_, ask| Ok(ask.unknown()),
        examples: &[],
    };

    /// Returns the columns whose cells must be readable for an answer, gates first, each once.
    pub fn decisive_columns(&self) -> impl Iterator<Item = Column> + Clone {
        let of_gates = self.gates.iter().flat_map(|gate| gate.columns).copied();
        once(of_gates.chain([self.required, self.one_of, self.optional].into_iter().flatten().copied()))
    }

    /// Returns every column that the rule reads, gates first, each once.
    pub fn columns(&self) -> impl Iterator<Item = Column> + Clone {
        let of_gates = self.gates.iter().flat_map(|gate| gate.sometimes).copied();
        once(self.decisive_columns().chain(of_gates).chain(self.sometimes.iter().copied()))
    }
}

/// Returns each column once, where it comes first.
fn once(columns: impl Iterator<Item = Column> + Clone) -> impl Iterator<Item = Column> + Clone {
    let mut seen = PlaceSet::EMPTY;
    columns.filter(move |column| {
        let new = !seen.has(*column as usize);
        seen.insert(*column as usize);
        new
    })
}

impl Example {
    /// Begins an example of a row in which every column is blank.
    pub const fn new(title: &'static str) -> Self {
        Self { title, row: &[], as_of: "", status: Status::Unknown, due: None }
    }

    /// Adds the cells of the row.
    #[must_use]
    pub const fn row(self, row: &'static [(&'static str, &'static str)]) -> Self {
        Self { row, ..self }
    }

    /// Adds the day asked about and the expected answer; an empty `due` means that the answer has no due day.
    #[must_use]
    pub const fn on(self, as_of: &'static str, status: Status, due: &'static str) -> Self {
        let due = if due.is_empty() { None } else { Some(due) };
        Self { as_of, status, due, ..self }
    }
}

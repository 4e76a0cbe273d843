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
    /// The law, highest authority first.
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
    /// The law, highest authority first.
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
    /// The cell that decides.
    pub column: Column,
    /// Returns whether the rule applies; `None` when the cell is blank and has no default.
    pub applies: fn(&Officer, &Ask) -> Option<bool>,
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
        check: |_, ask| Ok(ask.unknown()),
        examples: &[],
    };

    /// Returns the columns that the rule reads, gates first, each once.
    pub fn columns(&self) -> impl Iterator<Item = Column> + Clone {
        let mut seen = PlaceSet::EMPTY;
        self.gates
            .iter()
            .map(|gate| gate.column)
            .chain([self.required, self.one_of, self.optional].into_iter().flatten().copied())
            .filter(move |column| {
                let new = !seen.has(*column as usize);
                seen.insert(*column as usize);
                new
            })
    }
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

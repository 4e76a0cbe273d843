//! A rule, declared once: everything that `muster rules`, the manual, the findings and the tests say about it.

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Cannot};
use crate::rules::law::figure::Figure;
use crate::values::place_set::PlaceSet;

/// One requirement: everything that `muster rules`, the manual, the findings and the tests say about it.
pub struct Rule {
    /// What it is about, for ever: `basic-training-deadline`.
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// What it asks, how it is counted, how doubts were settled; a paragraph each.
    pub explain: &'static [&'static str],
    /// The law, highest authority first.
    pub sources: &'static [Source],
    /// Where another source says something else.
    pub conflicts: &'static [Conflict],
    /// The figures it reads.
    pub figures: &'static [&'static dyn Figure],
    /// The cell that would settle it, named on findings.
    pub column: Column,
    /// The questions that decide whether it speaks of a record at all.
    pub gates: &'static [&'static Gate],
    /// Columns without which it cannot be asked.
    pub required: &'static [Column],
    /// Columns of which at least one must be in the file.
    pub one_of: &'static [Column],
    /// Columns it reads when they are there.
    pub optional: &'static [Column],
    /// The answer about a record that the rule speaks of, whose cells can all be read.
    pub check: fn(&Officer, &Ask) -> Result<Answer, Cannot>,
    /// Rows worked by hand, run by the tests and shown by `muster rules NAME`.
    pub examples: &'static [Example],
}

/// A requirement that speaks of the agency, asked once a file.
pub struct FileRule {
    /// What it is about, for ever.
    pub name: &'static str,
    /// One line for a list.
    pub title: &'static str,
    /// What it asks; a paragraph each.
    pub explain: &'static [&'static str],
    /// The law, highest authority first.
    pub sources: &'static [Source],
    /// The answer, or nothing when it is not asked.
    pub check: fn(&Ask) -> Option<Answer>,
}

/// What another source says, and what the answer would be under it.
#[derive(Debug)]
pub struct Conflict {
    /// The other source.
    pub source: Source,
    /// What it says.
    pub says: &'static str,
}

/// A question that decides whether a rule speaks of a record; several rules may share it.
pub struct Gate {
    /// The cell that decides.
    pub column: Column,
    /// Whether the rule speaks of this officer; `None` when the cell is blank and has no default.
    pub applies: fn(&Officer, &Ask) -> Option<bool>,
}

/// A worked example: a row, a day, and the answer.
#[derive(Debug)]
pub struct Example {
    /// The story in a few words.
    pub title: &'static str,
    /// The cells of the row, by column name; every other column of the rule is there and blank.
    pub row: &'static [(&'static str, &'static str)],
    /// The day asked about.
    pub as_of: &'static str,
    /// The answer.
    pub status: Status,
    /// The due day, `YYYY-MM-DD`, where the answer has one.
    pub due: Option<&'static str>,
}

impl Rule {
    /// The columns it reads, gates first, each once.
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

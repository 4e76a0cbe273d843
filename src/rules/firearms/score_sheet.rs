//! The figures of one shooter and course, from a row or from flags.

use crate::model::shoot::Stage12Yards;
use crate::rules::firearms::result::StageHits;
use chrono::NaiveDate;

/// A count on a score sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SheetCount {
    /// The cell is blank.
    Blank,
    /// The cell cannot be read.
    Unreadable,
    /// The cell holds this number.
    Known(u32),
}

impl SheetCount {
    /// Returns the number, when it is known.
    pub(super) const fn known(self) -> Option<u32> {
        if let Self::Known(count) = self { Some(count) } else { None }
    }
}

impl From<Option<u32>> for SheetCount {
    fn from(cell: Option<u32>) -> Self {
        cell.map_or(Self::Blank, Self::Known)
    }
}

/// The figures of a score sheet.
pub(super) struct ScoreSheet {
    /// Hits of each stage.
    pub(super) stages: Vec<SheetCount>,
    /// Hits of the whole course.
    pub(super) hits: SheetCount,
    /// True when the firearm is a rifle or a shotgun.
    pub(super) is_long_gun: bool,
    /// Rounds that the firearm holds.
    pub(super) capacity: SheetCount,
    /// The distance of stage 12; `None` when it cannot be read.
    pub(super) stage_12_yards: Option<Stage12Yards>,
    /// Day on which the course was fired.
    pub(super) date: Option<NaiveDate>,
    /// True when that day cannot be read.
    pub(super) is_date_unreadable: bool,
}

impl ScoreSheet {
    /// Returns whether the sheet has hits of any stage, readable or not. Then the stages decide, and the hits of the
    /// whole course alone do not.
    pub(super) fn has_stages(&self) -> bool {
        self.stages.iter().any(|hits| *hits != SheetCount::Blank)
    }

    /// Returns the sum of the stages when all of them are known, or else the hits of the whole course; `None` when
    /// neither is known.
    pub(super) fn total(&self, stages: &[StageHits]) -> Option<u64> {
        if self.has_stages() {
            stages.iter().map(|stage| stage.hits.map(u64::from)).sum()
        } else {
            self.hits.known().map(u64::from)
        }
    }
}

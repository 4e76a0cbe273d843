//! Merged cells of a sheet. A merged area has one value, in its first cell; to which of its rows it belongs nobody can
//! say (settled 282).

use std::ops::RangeInclusive;

/// Rows and columns, from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) rows: RangeInclusive<u32>,
    pub(super) columns: RangeInclusive<u32>,
}

/// The most columns of merged areas that are looked at, all areas together.
const MOST_COLUMNS: u32 = 1 << 16;

/// The cells of a sheet that are merged with one in a row above.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Merged {
    areas: Vec<Area>,
    /// The number of columns of all areas together.
    columns: u32,
}

impl Merged {
    /// Adds the rows below the first of a merged area.
    pub(super) fn add(&mut self, rows: RangeInclusive<u32>, columns: RangeInclusive<u32>) {
        let (top, bottom) = rows.into_inner();
        let width = columns.end().saturating_sub(*columns.start()).saturating_add(1);
        let all = self.columns.saturating_add(width);
        if top < bottom && columns.start() <= columns.end() && all <= MOST_COLUMNS {
            self.columns = all;
            self.areas.push(Area { rows: top + 1..=bottom, columns });
        }
    }

    /// Returns the areas by their first rows.
    pub(super) fn into_areas(mut self) -> Vec<Area> {
        self.areas.sort_by_key(|area| *area.rows.start());
        self.areas
    }
}

//! A day as a cell of a file holds it.

use crate::input::column::{Cell, ColumnSpec, Reading, is_blank};
use crate::input::days::read_day;
use crate::input::no_day::{is_placeholder, why_no_day};
use crate::input::remarks::Remark;
use chrono::NaiveDate;

impl<'a> Cell<'a> for NaiveDate {
    const EXPECTED: &'static str = "a day, such as 2026-01-31 or 1/31/2026";
    const IS_DAY: bool = true;

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        read_day(text, how)
    }

    fn means_blank(text: &str, how: &Reading, _: &ColumnSpec) -> bool {
        is_blank(text) || noted_placeholder(text, how)
    }

    fn why_not(text: &str, quotes: bool) -> Option<String> {
        why_no_day(text, quotes)
    }

    fn day(&self) -> Option<NaiveDate> {
        Some(*self)
    }
}

/// Returns whether a day stands for none, and counts it.
pub(crate) fn noted_placeholder(text: &str, how: &Reading) -> bool {
    let found = is_placeholder(text, how);
    if found {
        how.remarks.count(Remark::PlaceholderDay, text);
    }
    found
}

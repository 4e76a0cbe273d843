//! Flags that hold the same kinds of value as cells.

use crate::input::cells::{Cell, Reading};
use chrono::NaiveDate;

/// Reads the value of a flag as a cell of a file is read.
///
/// # Errors
/// The kind of value that was expected.
pub fn value<T: for<'a> Cell<'a>>(text: &str) -> Result<T, String> {
    let how = Reading::on(NaiveDate::MIN);
    T::read(text.trim(), &how).ok_or_else(|| format!("expected {}", <T as Cell>::EXPECTED))
}

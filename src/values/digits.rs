//! Short texts for machines: figures, days, clock times. A value makes its text whole, because an encoder looks for
//! characters to escape in every piece that it is given.

use chrono::NaiveDate;
use serde::Serializer;

/// A short text.
pub type Text = String;

/// A value that machine output holds as one short text.
pub trait Short {
    /// Returns the text.
    fn text(&self) -> Text;
}

/// Implements `Display` and `Serialize` by the short text of a value.
macro_rules! written_short {
    ($($kind:ty),+) => { $(
        impl std::fmt::Display for $kind {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str(&$crate::values::digits::Short::text(self))
            }
        }

        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(&$crate::values::digits::Short::text(self))
            }
        }
    )+ };
}
pub(crate) use written_short;

impl Short for NaiveDate {
    /// Returns the day as `2026-02-28`.
    fn text(&self) -> Text {
        self.to_string()
    }
}

/// Serializes a day, or null.
///
/// # Errors
/// The serializer's own.
pub fn day_or_none<S: Serializer>(day: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
    match day {
        Some(day) => to.serialize_str(&day.text()),
        None => to.serialize_none(),
    }
}

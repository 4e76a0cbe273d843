//! Who somebody on a sheet or a roster is, when a day is entered.

use crate::model::matched_id;
use crate::model::name::{Name, key};
use chrono::NaiveDate;

/// Last name, first name and birth date, which identify a person without a PTB ID.
pub(super) type NameKey = (String, String, NaiveDate);

/// The cells that identify a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) ptb_id: Option<String>,
    last_name: Option<String>,
    /// Last name, first name and birth date, when all three are known.
    pub(super) named: Option<NameKey>,
}

impl Identity {
    /// Returns the identity of a person with these cells.
    pub(super) fn new(ptb_id: Option<&str>, name: Name, birth_date: Option<NaiveDate>) -> Self {
        let named = || Some((key(name.last?), key(name.first?), birth_date?));
        Self { ptb_id: ptb_id.map(|id| matched_id(id).into_owned()), last_name: name.last.map(key), named: named() }
    }

    /// Returns whether both last names are known and differ.
    pub(super) fn has_other_name(&self, other: &Self) -> bool {
        matches!((&self.last_name, &other.last_name), (Some(one), Some(another)) if one != another)
    }
}

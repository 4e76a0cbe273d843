//! Counts of answers by status.

use crate::finding::{Status, StatusSet};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};
use std::borrow::Cow;

/// Counts of records, and of answers by status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of records.
    pub records: u64,
    answers: [u64; Status::ALL.len()],
    /// The number of answers that somebody has accepted; they are counted under no status (settled 184).
    pub accepted: u64,
}

impl Tally {
    /// Returns the tally of one record without an answer.
    pub fn of_one_record() -> Self {
        Self { records: 1, ..Self::default() }
    }

    /// Counts one answer.
    pub fn count(&mut self, status: Status) {
        self.answers[status as usize] += 1;
    }

    /// Counts a number of answers of one status.
    pub fn count_many(&mut self, status: Status, answers: usize) {
        self.answers[status as usize] += answers as u64;
    }

    /// Counts an answer that was counted with a status as accepted instead.
    pub fn accept(&mut self, counted: Status) {
        self.answers[counted as usize] = self.answers[counted as usize].saturating_sub(1);
        self.accepted += 1;
    }

    /// Counts an answer that was counted with one status under another.
    pub fn recount(&mut self, from: Status, to: Status) {
        self.answers[from as usize] = self.answers[from as usize].saturating_sub(1);
        self.count(to);
    }

    /// Counts every one of these answers.
    pub fn counts(&mut self, statuses: impl IntoIterator<Item = Status>) {
        statuses.into_iter().for_each(|status| self.count(status));
    }

    /// Returns the number of answers with this status.
    pub fn of(&self, status: Status) -> u64 {
        self.answers[status as usize]
    }

    /// Returns the number of answers with one of these statuses.
    pub fn of_any(&self, statuses: StatusSet) -> u64 {
        Status::ALL.into_iter().filter(|status| statuses.has(*status)).map(|status| self.of(status)).sum()
    }

    /// Adds another tally to this one.
    pub fn add(&mut self, other: &Self) {
        self.records += other.records;
        self.accepted += other.accepted;
        for (mine, theirs) in self.answers.iter_mut().zip(other.answers) {
            *mine += theirs;
        }
    }
}

impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_struct("Tally", 9)?;
        map.serialize_field("records", &self.records)?;
        map.serialize_field("met", &self.of(Status::Met))?;
        map.serialize_field("not_applicable", &self.of(Status::NotApplicable))?;
        map.serialize_field("open", &self.of(Status::Open))?;
        map.serialize_field("due_soon", &self.of(Status::DueSoon))?;
        map.serialize_field("overdue", &self.of(Status::Overdue))?;
        map.serialize_field("review", &self.of(Status::Review))?;
        map.serialize_field("unknown", &self.of(Status::Unknown))?;
        map.serialize_field("accepted", &self.accepted)?;
        map.end()
    }
}

impl JsonSchema for Tally {
    fn schema_name() -> Cow<'static, str> {
        "Summary".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names = ["records"].into_iter().chain(Status::ALL.map(Status::name)).chain(["accepted"]);
        let names = names.map(|name| name.replace('-', "_"));
        let names: Vec<String> = names.collect();
        let count = serde_json::json!({ "type": "integer", "minimum": 0 });
        let properties: serde_json::Map<_, _> = names.iter().map(|name| (name.clone(), count.clone())).collect();
        json_schema!({ "type": "object", "properties": properties, "required": names })
    }
}

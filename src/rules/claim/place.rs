//! The places that have travel rates of their own: the federal areas of Illinois, and those that a user names.

use crate::rules::law::counties::{self, place_name};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// A place that has rates of its own.
#[derive(Clone, Debug)]
pub enum RatePlace {
    /// Every county of Illinois that is not named below.
    Standard,
    /// Will County.
    Will,
    /// Cook County.
    Cook,
    /// Lake County.
    Lake,
    /// St. Clair County.
    StClair,
    /// DuPage County.
    DuPage,
    /// A county, city or town that the user's own table names, as it is written there.
    Named(Box<str>),
}

impl RatePlace {
    /// Every place of the federal tables.
    pub const AREAS: [Self; 6] = [Self::Standard, Self::Will, Self::Cook, Self::Lake, Self::StClair, Self::DuPage];

    /// Returns the word in files and machine output: `dupage`; for a place of the user's its name.
    pub fn word(&self) -> &str {
        match self {
            Self::Standard => "standard",
            Self::Will => "will",
            Self::Cook => "cook",
            Self::Lake => "lake",
            Self::StClair => "st-clair",
            Self::DuPage => "dupage",
            Self::Named(name) => name,
        }
    }

    /// Returns the place whose federal rates hold in a county of Illinois (settled 159 and 238).
    pub fn of_county(county: &str) -> Self {
        match county {
            "Will" => Self::Will,
            "Cook" => Self::Cook,
            "Lake" => Self::Lake,
            "St. Clair" => Self::StClair,
            "DuPage" => Self::DuPage,
            _ => Self::Standard,
        }
    }

    /// Reads a cell of a user's table: an area, with or without "County" after it, or the name of any other place.
    pub fn read(text: &str) -> Option<Self> {
        let name = bare_name(text);
        if name.is_empty() {
            return None;
        }
        let area = Self::AREAS.into_iter().find(|area| bare_name(area.word()) == name);
        match area {
            // Standard is no county.
            Some(Self::Standard) if place_name(text) != name => None,
            Some(area) => Some(area),
            None => Some(Self::Named(text.into())),
        }
    }

    /// Returns the place whose federal rates hold here, apart from the user's own; `None` outside Illinois.
    pub fn federal(&self) -> Option<Self> {
        match self {
            Self::Named(name) => counties::county(name).map(Self::of_county),
            area => Some(area.clone()),
        }
    }

    /// Returns whether a cell of a claim names this place of the user's.
    pub(crate) fn is_named(&self, text: &str) -> bool {
        matches!(self, Self::Named(name) if bare_name(name) == bare_name(text))
    }
}

/// Returns the name of a place for comparisons, without "County" after it.
fn bare_name(text: &str) -> String {
    let name = place_name(text);
    name.strip_suffix("county").map(str::to_owned).unwrap_or(name)
}

impl PartialEq for RatePlace {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Named(one), Self::Named(other)) => bare_name(one) == bare_name(other),
            (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
        }
    }
}

impl Eq for RatePlace {}

impl fmt::Display for RatePlace {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.word())
    }
}

impl Serialize for RatePlace {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.word())
    }
}

impl JsonSchema for RatePlace {
    fn schema_name() -> Cow<'static, str> {
        "RatePlace".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// A federal table names areas only.
impl<'de> Deserialize<'de> for RatePlace {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::AREAS
            .into_iter()
            .find(|area| area.word() == text)
            .ok_or_else(|| de::Error::custom("not an area of the federal tables"))
    }
}

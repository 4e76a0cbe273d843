//! The 102 counties of Illinois, and the places that have travel rates of their own.

use crate::input::cells::choice;
use crate::values::fold::fold;
use serde::{Serialize, Serializer};

choice! {
    /// A place that has rates of its own.
    Place, "standard, dupage, cook or lake":
    /// Every county of Illinois that is not named below.
    Standard = "standard",
    /// DuPage County.
    DuPage = "dupage" | "dupagecounty",
    /// Cook County.
    Cook = "cook" | "cookcounty",
    /// Lake County.
    Lake = "lake" | "lakecounty",
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.word())
    }
}

/// Every county of Illinois, in alphabetical order.
pub const COUNTIES: [&str; 102] = [
    "Adams",
    "Alexander",
    "Bond",
    "Boone",
    "Brown",
    "Bureau",
    "Calhoun",
    "Carroll",
    "Cass",
    "Champaign",
    "Christian",
    "Clark",
    "Clay",
    "Clinton",
    "Coles",
    "Cook",
    "Crawford",
    "Cumberland",
    "DeKalb",
    "De Witt",
    "Douglas",
    "DuPage",
    "Edgar",
    "Edwards",
    "Effingham",
    "Fayette",
    "Ford",
    "Franklin",
    "Fulton",
    "Gallatin",
    "Greene",
    "Grundy",
    "Hamilton",
    "Hancock",
    "Hardin",
    "Henderson",
    "Henry",
    "Iroquois",
    "Jackson",
    "Jasper",
    "Jefferson",
    "Jersey",
    "Jo Daviess",
    "Johnson",
    "Kane",
    "Kankakee",
    "Kendall",
    "Knox",
    "Lake",
    "LaSalle",
    "Lawrence",
    "Lee",
    "Livingston",
    "Logan",
    "Macon",
    "Macoupin",
    "Madison",
    "Marion",
    "Marshall",
    "Mason",
    "Massac",
    "McDonough",
    "McHenry",
    "McLean",
    "Menard",
    "Mercer",
    "Monroe",
    "Montgomery",
    "Morgan",
    "Moultrie",
    "Ogle",
    "Peoria",
    "Perry",
    "Piatt",
    "Pike",
    "Pope",
    "Pulaski",
    "Putnam",
    "Randolph",
    "Richland",
    "Rock Island",
    "St. Clair",
    "Saline",
    "Sangamon",
    "Schuyler",
    "Scott",
    "Shelby",
    "Stark",
    "Stephenson",
    "Tazewell",
    "Union",
    "Vermilion",
    "Wabash",
    "Warren",
    "Washington",
    "Wayne",
    "White",
    "Whiteside",
    "Will",
    "Williamson",
    "Winnebago",
    "Woodford",
];

/// Returns the county that a cell names, with or without "County" after it. Case, spaces, points and hyphens do not
/// matter.
pub fn county(text: &str) -> Option<&'static str> {
    let named = place_name(text);
    let named = named.strip_suffix("county").unwrap_or(&named);
    COUNTIES.into_iter().find(|county| place_name(county) == named)
}

/// Returns the place whose travel rates hold in a county of Illinois: only DuPage, Cook and Lake have their own.
pub fn place(county: &str) -> Place {
    match county {
        "DuPage" => Place::DuPage,
        "Cook" => Place::Cook,
        "Lake" => Place::Lake,
        _ => Place::Standard,
    }
}

/// Returns the name of a place for comparisons: folded, with "Saint" written as "St".
pub(crate) fn place_name(text: &str) -> String {
    let folded = fold(text);
    match folded.strip_prefix("saint") {
        Some(rest) => format!("st{rest}"),
        None => folded,
    }
}

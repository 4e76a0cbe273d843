//! The 102 counties of Illinois, and which of them have travel rates of their own.

use crate::rules::claim::rates::Place;
use crate::values::fold::fold;

/// Every county of Illinois, in the order of the alphabet.
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

/// The county that a cell names, with or without "County" behind it; case, spaces, points and hyphens do not matter.
pub fn county(text: &str) -> Option<&'static str> {
    let named = place_name(text);
    let named = named.strip_suffix("county").unwrap_or(&named);
    COUNTIES.into_iter().find(|county| place_name(county) == named)
}

/// The place whose travel rates hold in a county of Illinois: only DuPage, Cook and Lake have their own.
pub fn place(county: &str) -> Place {
    match county {
        "DuPage" => Place::DuPage,
        "Cook" => Place::Cook,
        "Lake" => Place::Lake,
        _ => Place::Standard,
    }
}

/// The name of a place for comparing: folded, "Saint" written as "St".
pub(crate) fn place_name(text: &str) -> String {
    let folded = fold(text);
    match folded.strip_prefix("saint") {
        Some(rest) => format!("st{rest}"),
        None => folded,
    }
}

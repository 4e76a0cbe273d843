//! The States of the Union, by the two letters of the Postal Service.

use crate::values::fold::fold;

/// Every State, and the District of Columbia: its letters and its folded name.
const STATES: [(&str, &str); 51] = [
    ("al", "alabama"),
    ("ak", "alaska"),
    ("az", "arizona"),
    ("ar", "arkansas"),
    ("ca", "california"),
    ("co", "colorado"),
    ("ct", "connecticut"),
    ("de", "delaware"),
    ("dc", "districtofcolumbia"),
    ("fl", "florida"),
    ("ga", "georgia"),
    ("hi", "hawaii"),
    ("id", "idaho"),
    ("il", "illinois"),
    ("in", "indiana"),
    ("ia", "iowa"),
    ("ks", "kansas"),
    ("ky", "kentucky"),
    ("la", "louisiana"),
    ("me", "maine"),
    ("md", "maryland"),
    ("ma", "massachusetts"),
    ("mi", "michigan"),
    ("mn", "minnesota"),
    ("ms", "mississippi"),
    ("mo", "missouri"),
    ("mt", "montana"),
    ("ne", "nebraska"),
    ("nv", "nevada"),
    ("nh", "newhampshire"),
    ("nj", "newjersey"),
    ("nm", "newmexico"),
    ("ny", "newyork"),
    ("nc", "northcarolina"),
    ("nd", "northdakota"),
    ("oh", "ohio"),
    ("ok", "oklahoma"),
    ("or", "oregon"),
    ("pa", "pennsylvania"),
    ("ri", "rhodeisland"),
    ("sc", "southcarolina"),
    ("sd", "southdakota"),
    ("tn", "tennessee"),
    ("tx", "texas"),
    ("ut", "utah"),
    ("vt", "vermont"),
    ("va", "virginia"),
    ("wa", "washington"),
    ("wv", "westvirginia"),
    ("wi", "wisconsin"),
    ("wy", "wyoming"),
];

/// The letters of Illinois.
pub(crate) const ILLINOIS: &str = "il";

/// Returns the letters of the State that a text names, in full, by its letters, or as the older abbreviations do
/// (`Ill.`, `Wis.`, `Mo.`); a postal code behind it does not matter. `None` for any other text.
pub(crate) fn state(text: &str) -> Option<&'static str> {
    const OLDER: [(&str, &str); 8] = [
        ("ill", "il"),
        ("ind", "in"),
        ("wis", "wi"),
        ("wisc", "wi"),
        ("mich", "mi"),
        ("minn", "mn"),
        ("tenn", "tn"),
        ("kan", "ks"),
    ];
    let folded = fold(text);
    let name = folded.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let named = STATES.into_iter().find(|(letters, full)| *letters == name || *full == name);
    named
        .or_else(|| OLDER.into_iter().map(|(older, letters)| (letters, older)).find(|(_, older)| *older == name))
        .map(|(letters, _)| letters)
}

//! One heading: the column that it names, and how well; the marks around it; the name that it is near to.

use crate::input::column::{ColumnSpec, Role};
use crate::values::fold::{fold, folds_to};
use crate::values::near::mistakes;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::HashMap;

/// The user's own names for columns, by their folded form.
pub type OwnNames = HashMap<String, OwnName>;

/// One of the user's own names for columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnName {
    /// The name as it is written in the configuration.
    pub written: String,
    /// The column; `None` is a heading to ignore without a note.
    pub column: Option<&'static str>,
}

/// The meaning of a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderName {
    /// The column at this place of its declaration, by its name, an alias or one of the user's own names.
    Column(usize),
    /// A column that the user ignores.
    Ignored,
    /// An unknown column.
    Unknown,
}

/// How it is known what a heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KnownBy {
    /// It is the name of the column.
    Name,
    /// It is another name of the column.
    OtherName,
    /// The configuration names the column.
    Configuration,
    /// It is near to the name of a column, and nothing reads it.
    NearName,
    /// A better heading of the file is read as the same column, and nothing reads this one.
    BetterHeading,
    /// The configuration says that nothing is to read it.
    Ignored,
    /// It looks like Social Security numbers, which are never read.
    SocialSecurity,
    /// It is a list of records of its own.
    List,
    /// Nothing reads it.
    Unread,
}

impl KnownBy {
    /// Returns the name in machine output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::OtherName => "other-name",
            Self::Configuration => "configuration",
            Self::NearName => "near-name",
            Self::BetterHeading => "better-heading",
            Self::Ignored => "ignored",
            Self::SocialSecurity => "social-security",
            Self::List => "list",
            Self::Unread => "unread",
        }
    }

    /// Returns the words for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Name => "its name",
            Self::OtherName => "another name",
            Self::Configuration => "configuration",
            Self::NearName => "a near name",
            Self::BetterHeading => "a better heading",
            Self::Ignored => "configuration: ignore",
            Self::SocialSecurity => "never read: SSN",
            Self::List => "a list",
            Self::Unread => "nothing",
        }
    }
}

/// How well a heading names its column; the lower, the better (settled 164).
pub(crate) type Rank = u8;

/// The rank of one of the user's own names.
pub(crate) const OWN: Rank = 0;
/// The rank of the column's name.
pub(crate) const NAME: Rank = 1;
/// The rank of another name.
const ALIAS: Rank = 2;
/// The rank of a name with a digit or a unit behind it.
pub(crate) const MARKED: Rank = 3;
/// The rank of the first of [`STAND_INS`].
const STAND_IN: Rank = 4;

/// Headings of an agency's own numbers, the best first: read as the PTB ID only where no heading names that.
const STAND_INS: [&str; 13] = [
    "id",
    "idnumber",
    "employeeid",
    "employeenumber",
    "employeeno",
    "employee#",
    "empid",
    "empno",
    "emp",
    "emp#",
    "badge",
    "badgenumber",
    "star",
];

/// The rank of the first of [`GENERAL`].
const GENERAL_NAME: Rank = 20;

/// Other names that are so general that any more telling one is read in their place, the best first.
const GENERAL: [&str; 14] = [
    "rank",
    "jobtitle",
    "positiontitle",
    "title",
    "workemail",
    "personalemail",
    "startdate",
    "eod",
    "lastdayofemployment",
    "lastdayworked",
    "lastday",
    "enddate",
    "academy",
    "worker",
];

/// The stand-ins that are no more than some ID: nothing says that they are the agency's own numbers.
const PLAIN_IDS: [&str; 2] = ["id", "idnumber"];

/// Looks up a heading.
pub fn look_up(cell: &str, specs: &[ColumnSpec], own: &OwnNames) -> HeaderName {
    ranked(cell, specs, own).0
}

/// Looks up a heading, with how well it names its column.
pub(crate) fn ranked(cell: &str, specs: &[ColumnSpec], own: &OwnNames) -> (HeaderName, Rank) {
    let folded = fold(cell);
    match own.get(&folded) {
        Some(OwnName { column: None, .. }) => return (HeaderName::Ignored, OWN),
        Some(OwnName { column: Some(column), .. }) => {
            // An entry about another kind of file says nothing here.
            if let Some(place) = specs.iter().position(|spec| spec.name == *column) {
                return (HeaderName::Column(place), OWN);
            }
        }
        None => {}
    }
    if let Some((column, rank)) = known(&folded, specs) {
        return (HeaderName::Column(column), rank);
    }
    // A heading that ends in a digit is one of several where the columns are numbered too.
    let bare = without_marks(cell);
    let unmarked = known(&fold(bare), specs).filter(|_| bare.len() < cell.trim().len());
    let unnumbered = || {
        let (column, rank) = known(&fold(without_digit(bare)?), specs)?;
        (!is_numbered(specs, column)).then_some((column, rank.max(MARKED)))
    };
    match unmarked.or_else(unnumbered) {
        Some((column, rank)) => (HeaderName::Column(column), rank),
        None => (HeaderName::Unknown, OWN),
    }
}

/// Returns the column that a folded heading names exactly, with how well.
fn known(folded: &str, specs: &[ColumnSpec]) -> Option<(usize, Rank)> {
    let stand_in = STAND_INS.iter().position(|other| *other == folded);
    let general = GENERAL.iter().position(|other| *other == folded);
    let rank = |spec: &ColumnSpec| {
        if folds_to(spec.name, folded) {
            return Some(NAME);
        }
        let stand_in = stand_in.filter(|_| spec.role == Role::Id);
        let place = |at: usize| Rank::try_from(at).unwrap_or_default();
        if let Some(at) = stand_in {
            return Some(STAND_IN + place(at));
        }
        let rank = general.map_or(ALIAS, |at| GENERAL_NAME + place(at));
        spec.aliases.contains(&folded).then_some(rank)
    };
    specs.iter().enumerate().find_map(|(column, spec)| Some((column, rank(spec)?)))
}

/// Returns whether a heading holds an agency's own numbers, and not surely the Board's.
pub(crate) fn is_own_number(heading: &str) -> bool {
    let folded = fold(without_marks(heading));
    [folded, fold(heading)].iter().any(|name| STAND_INS.contains(&&**name) && !PLAIN_IDS.contains(&&**name))
}

/// Returns whether there are columns `sit_reach_1`, `sit_reach_2` beside `sit_reach`, or the column is one of them.
fn is_numbered(specs: &[ColumnSpec], column: usize) -> bool {
    let base = |name: &'static str| name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '_');
    let Some(spec) = specs.get(column) else { return false };
    specs.iter().any(|other| other.name != spec.name && base(other.name) == base(spec.name))
}

/// Units and forms that stand in brackets behind a name, folded.
const UNITS: [&str; 61] = [
    "#",
    "$",
    "%",
    "1min",
    "1rm",
    "15mi",
    "15mile",
    "15miles",
    "count",
    "date",
    "day",
    "days",
    "digits",
    "dt",
    "f/t",
    "ft/pt",
    "ft",
    "ftorpt",
    "hours",
    "hr",
    "hrs",
    "in",
    "inch",
    "inches",
    "lb",
    "lbs",
    "legal",
    "m/d/y",
    "m/d/yy",
    "m/d/yyyy",
    "m/f",
    "max",
    "mi",
    "mile",
    "miles",
    "min",
    "mins",
    "min:sec",
    "minutes",
    "mm/dd/yy",
    "mm/dd/yyyy",
    "mm:ss",
    "mmddyyyy",
    "month/day/year",
    "no",
    "number",
    "optional",
    "percent",
    "pounds",
    "pt",
    "reps",
    "required",
    "sec",
    "text",
    "usd",
    "y/n",
    "yards",
    "yds",
    "yes/no",
    "yyyymmdd",
    "years",
];

/// Returns a heading without the marks around it, such as `:`, `*`, `#` and `?`, the number of a list in front of it,
/// and a unit in brackets behind it (settled 164).
pub(crate) fn without_marks(heading: &str) -> &str {
    let is_mark = |letter: char| {
        let is_raised = matches!(letter, '\u{b2}' | '\u{b3}' | '\u{b9}' | '\u{2070}'..='\u{2079}');
        is_raised || !letter.is_alphanumeric() && !matches!(letter, '(' | ')' | '[' | ']' | '%')
    };
    let mut bare = heading.trim_matches(is_mark);
    if let Some(inside) = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
        bare.strip_prefix(open)?.strip_suffix(close).filter(|inside| !inside.contains(['(', ')', '[', ']']))
    }) {
        bare = inside.trim_matches(is_mark);
    }
    let numbered = bare
        .split_once(['.', ')'])
        .filter(|(number, _)| (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()));
    if let Some((_, name)) = numbered.filter(|(_, name)| name.trim_start().starts_with(char::is_alphabetic)) {
        bare = name.trim_matches(is_mark);
    }
    loop {
        let bracket = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
            let (name, unit) = bare.strip_suffix(close)?.rsplit_once(open)?;
            UNITS.contains(&&*fold(unit)).then_some(name)
        });
        match bracket {
            Some(name) if !name.trim().is_empty() => bare = name.trim_matches(is_mark),
            _ => return bare,
        }
    }
}

/// Returns whether a text below a heading is a unit or a form, such as `mm/dd/yyyy`, `(required)` and `date`.
pub(crate) fn is_unit(text: &str) -> bool {
    let in_brackets = text.starts_with(['(', '[']) && text.ends_with([')', ']']);
    in_brackets || UNITS.contains(&&*fold(text))
}

/// Returns a heading without the one digit behind it.
fn without_digit(bare: &str) -> Option<&str> {
    let name = bare.strip_suffix(|letter: char| letter.is_ascii_digit())?;
    let is_alone = name.chars().next_back().is_some_and(|before| !before.is_ascii_digit() && before != '.');
    is_alone.then(|| name.trim_end())
}

/// Words of a personnel file that look like a column's name and mean something else (settled 171).
const OTHER_MEANINGS: [&str; 46] = [
    "active",
    "address",
    "assigned",
    "assignment",
    "bureau",
    "captain",
    "cell",
    "city",
    "class",
    "classdate",
    "company",
    "course",
    "division",
    "employee",
    "enddate",
    "ethnicity",
    "expires",
    "home",
    "lieutenant",
    "member",
    "officer",
    "pay",
    "payer",
    "person",
    "phone",
    "position",
    "power",
    "previous",
    "promoted",
    "promotion",
    "race",
    "rate",
    "region",
    "relieved",
    "salary",
    "section",
    "sergeant",
    "shift",
    "squad",
    "state",
    "station",
    "street",
    "supervisor",
    "unit",
    "updated",
    "zip",
];

/// The longest name for which a near one is sought. No known name is longer, and the comparison is quadratic.
const LONGEST_NAME: usize = 64;

/// Returns the column whose name or alias a heading is near to and means the same as: the same word for a day, or a
/// letter or two mistyped behind the first (settled 171).
pub(crate) fn near_column(heading: &str, specs: &'static [ColumnSpec]) -> Option<&'static str> {
    let folded = fold(without_marks(heading));
    let (word, says_day) = without_day(&folded);
    if folded.len() > LONGEST_NAME || word.len() < 3 || [word, &folded].iter().any(|word| OTHER_MEANINGS.contains(word))
    {
        return None;
    }
    let far = |spec: &'static ColumnSpec| {
        // An agency's own words for its numbers are too short and too plain: Start is not Star.
        let aliases = spec.aliases.iter().copied().filter(|alias| !STAND_INS.contains(alias));
        let names = std::iter::once(spec.name).chain(aliases);
        let nearest = |name: &str| {
            let name = fold(name);
            distance(word, without_day(&name).0).into_iter().chain(distance(&folded, &name)).min()
        };
        names.filter_map(nearest).min()
    };
    let candidates = specs.iter().filter(|spec| spec.is_day || !says_day);
    candidates.filter_map(|spec| Some((far(spec)?, spec.name))).min_by_key(|(far, _)| *far).map(|(_, name)| name)
}

/// Returns the mistakes between two words, where they are few enough: one in a word of four letters or more, two in
/// twelve. The first letter is right.
fn distance(word: &str, known: &str) -> Option<usize> {
    let longest = word.len().max(known.len());
    let most = if longest < 4 { 0 } else { (longest / 6).max(1) };
    let begins_alike = word.chars().next() == known.chars().next();
    let far = if begins_alike { mistakes(word, known) } else { usize::MAX };
    (far <= most).then_some(far)
}

/// Returns a folded name without its word for a day, and whether it had one.
fn without_day(folded: &str) -> (&str, bool) {
    let behind = ["date", "dt"].into_iter().find_map(|word| folded.strip_suffix(word));
    let before = || ["dateof", "date"].into_iter().find_map(|word| folded.strip_prefix(word));
    match behind.or_else(before) {
        Some(word) => (word, true),
        None => (folded, false),
    }
}

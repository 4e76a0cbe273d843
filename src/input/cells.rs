//! Reads the text of a cell as a typed value, and defines the words that mean blank.

use crate::input::column::{ColumnSpec, Role, Unit};
use crate::input::remarks::{Remark, Remarks};
use crate::values::decimal::{Decimal, whole_number};
use crate::values::fold::fold;
use crate::values::money::{Cents, Rate};
use crate::values::run_time::RunTime;
use chrono::NaiveDate;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// The options with which cells are read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The day asked about; no two-digit year is read as a later one.
    pub as_of: NaiveDate,
    /// True when `1/31/26` is read at all (as the latest such year that is not after `as_of`).
    pub two_digit_years: bool,
    /// The user's own words for choices.
    pub own_words: Arc<OwnWords>,
    /// The order of the words in a `name` without a comma, where it is known.
    pub name_order: Option<NameOrder>,
    /// Counts the unusual cells of the file.
    pub remarks: Arc<Remarks>,
}

/// The user's own words for choices, folded, by column (settled 182).
pub type OwnWords = HashMap<&'static str, HashMap<String, &'static str>>;

/// The order of the words in a `name` without a comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum NameOrder {
    /// The last word is the last name.
    FirstLast,
    /// The first word is the last name.
    LastFirst,
}

impl Reading {
    /// Returns the reading of a day without options.
    pub fn on(as_of: NaiveDate) -> Self {
        Self { as_of, two_digit_years: false, own_words: Arc::default(), name_order: None, remarks: Arc::default() }
    }

    /// Returns the choice that one of the user's own words for a column means.
    pub fn own_word(&self, column: &ColumnSpec, text: &str) -> Option<&'static str> {
        if self.own_words.is_empty() { None } else { self.own_words.get(column.name)?.get(&fold(text)).copied() }
    }

    /// Returns the same reading for the cells of one file.
    #[must_use]
    pub fn of_file(&self, remarks: &Arc<Remarks>) -> Self {
        Self { remarks: Arc::clone(remarks), ..self.clone() }
    }
}

/// A kind of value that a cell can hold.
pub trait Cell<'a>: Sized {
    /// The form of a cell of this kind, for messages and help.
    const EXPECTED: &'static str;
    /// The words of a cell that holds one of a few.
    const CHOICES: &'static [&'static str] = &[];
    /// True when a value of this kind has a day, so that its column carries a mark of time.
    const IS_DAY: bool = false;

    /// Reads a trimmed cell that is not empty; `None` when it is not such a value, or means blank
    /// ([`Self::means_blank`]).
    fn read(text: &'a str, how: &Reading) -> Option<Self>;

    /// Reads a cell of one column, where the column matters.
    fn read_in(text: &'a str, how: &Reading, _: &ColumnSpec) -> Option<Self> {
        Self::read(text, how)
    }

    /// Returns whether a cell of a column that is no value stands for a blank one.
    fn means_blank(text: &str, _: &Reading, _: &ColumnSpec) -> bool {
        is_blank(text)
    }

    /// Returns the reason why a text is no such value, and what to do about it, where it can be told. With `quotes` the
    /// sentence may contain what the cell means.
    fn why_not(_text: &str, _quotes: bool) -> Option<String> {
        None
    }

    /// Returns the day of a value that has one.
    fn day(&self) -> Option<NaiveDate> {
        None
    }
}

/// Returns whether a trimmed cell is blank: empty, or a word that means so.
#[inline]
pub fn is_blank(text: &str) -> bool {
    match text.len() {
        0 => true,
        1 => text == "-",
        3 => text.eq_ignore_ascii_case("n/a"),
        4 => text.eq_ignore_ascii_case("none") || is_null(text),
        6 => is_null(text),
        7 => text.eq_ignore_ascii_case("unknown"),
        _ => false,
    }
}

/// Returns whether a cell is the word of a database or a spreadsheet for no value (settled 167).
fn is_null(text: &str) -> bool {
    text.eq_ignore_ascii_case("null") || is_null_in_any_column(text)
}

/// Returns whether a cell is such a word that nobody is called.
fn is_null_in_any_column(text: &str) -> bool {
    text.eq_ignore_ascii_case("(null)") || text.eq_ignore_ascii_case("#n/a")
}

/// Takes off what a spreadsheet or a person puts around a cell so that it stays text: `="…"`, and an apostrophe in
/// front, which in a name is a letter's neighbor (settled 161).
pub fn unprotected<'a>(text: &'a str, role: Role) -> &'a str {
    if let Some(inside) = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')) {
        return inside.trim();
    }
    match role {
        Role::LastName | Role::GivenName => text,
        Role::Id | Role::Plain => text.strip_prefix('\'').map_or(text, str::trim_start),
    }
}

impl<'a> Cell<'a> for &'a str {
    const EXPECTED: &'static str = "text";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        (!is_blank(text)).then_some(text)
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        if column.role == Role::Id { read_id(text) } else { Self::read(text, how) }
    }

    fn means_blank(text: &str, how: &Reading, column: &ColumnSpec) -> bool {
        if column.role != Role::Id {
            return is_blank(text);
        }
        let no_id = !is_blank(text) && !is_rounded(text);
        if no_id {
            how.remarks.count(Remark::NoId, text);
        }
        no_id || is_blank(text)
    }

    fn why_not(text: &str, _: bool) -> Option<String> {
        is_rounded(text)
            .then(|| "a spreadsheet has rounded it; format the column as text and export it again".to_owned())
    }
}

/// Reads an ID, without the `.0` that a spreadsheet puts behind a number. A word without a digit, zeros alone and text
/// with a blank inside are no ID, and `1.00E+07` was one before a spreadsheet rounded it (settled 161, 245 and 272).
pub fn read_id(text: &str) -> Option<&str> {
    let digits = text.strip_suffix(".0").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let id = digits.filter(|digits| !digits.is_empty()).unwrap_or(text);
    let is_id = id.bytes().any(|byte| byte.is_ascii_digit())
        && id.bytes().any(|byte| byte != b'0')
        && !id.contains(char::is_whitespace)
        && !is_blank(id);
    (is_id && !is_rounded(id)).then_some(id)
}

/// Returns whether a text is a number in the scientific form of a spreadsheet.
fn is_rounded(text: &str) -> bool {
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((front, exponent)) = text.split_once(['E', 'e']) else { return false };
    let Some((whole, decimals)) = front.split_once('.') else { return false };
    whole.len() == 1 && all_digits(whole) && all_digits(decimals) && exponent.strip_prefix('+').is_some_and(all_digits)
}

/// Returns a name without a remark in brackets at its end: `(On Leave)`, `(104183)` (settled 170).
fn without_remark(name: &str) -> &str {
    match name.rsplit_once('(') {
        Some((front, remark)) if remark.ends_with(')') && !front.trim().is_empty() => front.trim_end(),
        _ => name,
    }
}

/// Reads inches with a fraction: `16 1/2`, `16-1/2`, `16½` (settled 169 and 265).
fn inches(text: &str) -> Option<Decimal> {
    let (whole, numerator, denominator) = match text.char_indices().next_back() {
        Some((at, sign)) if !sign.is_ascii() => {
            let (_, numerator, denominator) = FRACTIONS.iter().find(|(known, ..)| *known == sign)?;
            (text[..at].trim_end(), *numerator, *denominator)
        }
        _ => {
            let (front, denominator) = text.split_once('/')?;
            let (whole, numerator) = front.rsplit_once([' ', '-'])?;
            (whole.trim_end(), whole_number(numerator)?, whole_number(denominator)?)
        }
    };
    // Millionths are exact for every fraction that a ruler has; thirds are cut.
    let millionths = (numerator < denominator && numerator > 0).then(|| numerator * 1_000_000 / denominator)?;
    Decimal::read(&format!("{}.{millionths:06}", whole_number(whole)?))
}

/// Fractions of one character.
const FRACTIONS: [(char, u64, u64); 9] = [
    ('½', 1, 2),
    ('¼', 1, 4),
    ('¾', 3, 4),
    ('⅛', 1, 8),
    ('⅜', 3, 8),
    ('⅝', 5, 8),
    ('⅞', 7, 8),
    ('⅓', 1, 3),
    ('⅔', 2, 3),
];

/// A part of a name, in which no word means blank: there are people called None.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamePart<'a>(pub &'a str);

impl fmt::Display for NamePart<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0)
    }
}

impl<'a> Cell<'a> for NamePart<'a> {
    const EXPECTED: &'static str = "a name";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Some(Self(text))
    }

    fn read_in(text: &'a str, _: &Reading, column: &ColumnSpec) -> Option<Self> {
        let (is_none, name) = match column.role {
            Role::LastName => (is_null_in_any_column(text), without_remark(text)),
            _ => (is_null(text), text),
        };
        (!is_none).then_some(Self(name))
    }

    fn means_blank(text: &str, _: &Reading, _: &ColumnSpec) -> bool {
        is_null(text)
    }
}

/// An e-mail address, checked only as far as a rule or a notice needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Email<'a>(pub &'a str);

impl Email<'_> {
    /// Returns the part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.bytes().position(|byte| byte == b'@').and_then(|at| self.0.get(at + 1..)).unwrap_or_default()
    }

    /// Returns whether mail could be sent to it: one `@` with text on both sides, a dot after it, and neither a comma
    /// nor a space inside (settled 173 and 224). Text that is none may still be read, so that a person looks at it.
    pub fn is_address(&self) -> bool {
        let Self(text) = self;
        !has_separator(text) && has_one_at_sign(text) && self.domain().contains('.')
    }
}

fn has_separator(text: &str) -> bool {
    text.contains(|sign: char| sign == ',' || sign.is_whitespace())
}

fn has_one_at_sign(text: &str) -> bool {
    let signs = text.bytes().filter(|byte| *byte == b'@').count();
    signs == 1 && !text.starts_with('@') && !text.ends_with('@')
}

impl fmt::Display for Email<'_> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(self.0)
    }
}

impl<'a> Cell<'a> for Email<'a> {
    const EXPECTED: &'static str = "one address, such as jane.doe@example.org";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        (has_separator(text) || has_one_at_sign(text)).then_some(Self(text))
    }
}

impl<'a> Cell<'a> for bool {
    const EXPECTED: &'static str = "yes or no";
    const CHOICES: &'static [&'static str] = &["yes", "no"];

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        let is = |word: &&str| text.eq_ignore_ascii_case(word);
        if ["yes", "y", "true", "1", "x"].iter().any(is) {
            Some(true)
        } else if ["no", "n", "false", "0"].iter().any(is) {
            Some(false)
        } else {
            None
        }
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        Self::read(text, how).or_else(|| Self::read(how.own_word(column, text)?, how))
    }
}

impl<'a> Cell<'a> for u32 {
    const EXPECTED: &'static str = "a whole number, such as 30";

    /// Reads a whole number; the `.0` of a spreadsheet is passed over (settled 169 and 265).
    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        u32::try_from(whole_number(text.strip_suffix(".0").unwrap_or(text))?).ok()
    }
}

impl<'a> Cell<'a> for Decimal {
    const EXPECTED: &'static str = "a number, such as 1560 or 14.5";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }

    /// Reads a number without the column's own unit behind it (settled 183); inches may end in a fraction.
    fn read_in(text: &'a str, _: &Reading, column: &ColumnSpec) -> Option<Self> {
        match column.unit {
            None => Self::read(text),
            Some(unit) => {
                let number = unit.without(text);
                Self::read(number).or_else(|| if unit == Unit::Inches { inches(number) } else { None })
            }
        }
    }
}

impl<'a> Cell<'a> for Cents {
    const EXPECTED: &'static str = "a sum of money, such as 1234.50 or $1,234.50";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

impl<'a> Cell<'a> for Rate {
    const EXPECTED: &'static str = "dollars with at most three decimals, such as 0.725 or 110";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        Self::read(text)
    }
}

impl<'a> Cell<'a> for RunTime {
    const EXPECTED: &'static str = "minutes and seconds, such as 14:34 or 14:34.5";

    fn read(text: &'a str, how: &Reading) -> Option<Self> {
        Self::read(text).or_else(|| run_of_a_spreadsheet(text, how))
    }

    fn why_not(text: &str, _: bool) -> Option<String> {
        let (minutes, seconds) = text.split_once('.')?;
        let is_decimal = [minutes, seconds].into_iter().all(|part| whole_number(part).is_some()) && seconds.len() == 2;
        is_decimal.then(|| format!("minutes and seconds are parted by a colon: {minutes}:{seconds}"))
    }
}

/// Reads `0:12:48`, `12'48"` and, counted for a note, `12:48:00` and `12:48:00 AM`: hours that nobody runs (settled 168,
/// 227 and 255).
fn run_of_a_spreadsheet(text: &str, how: &Reading) -> Option<RunTime> {
    if let Some((minutes, seconds)) = text.split_once(['\'', '\u{2032}', '\u{2019}']) {
        let seconds = seconds.trim_end_matches(['"', '\u{2033}', '\u{201d}', '\'']);
        return RunTime::read(&format!("{minutes}:{seconds}"));
    }
    let clock = ["AM", "am"].iter().find_map(|half| text.strip_suffix(half)).map_or(text, str::trim_end);
    let (first, rest) = clock.split_once(':')?;
    if matches!(first, "0" | "00") && clock == text {
        return RunTime::read(rest).filter(|_| rest.contains(':'));
    }
    let minutes_and_seconds = clock.strip_suffix(":00")?;
    let run = RunTime::read(minutes_and_seconds).filter(|_| !minutes_and_seconds.contains('.'))?;
    how.remarks.count(Remark::RunWithHours, text);
    Some(run)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::moment::Moment;

    fn reading() -> Reading {
        Reading { two_digit_years: true, ..Reading::on(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()) }
    }

    #[test]
    fn a_cell_of_yes_or_no_has_a_few_spellings() {
        for text in ["yes", "Y", "TRUE", "1", "x"] {
            assert_eq!(<bool as Cell>::read(text, &reading()), Some(true), "{text}");
        }
        for text in ["no", "N", "false", "0"] {
            assert_eq!(<bool as Cell>::read(text, &reading()), Some(false), "{text}");
        }
        assert_eq!(<bool as Cell>::read("maybe", &reading()), None);
    }

    #[test]
    fn a_word_that_means_blank_is_a_value_only_as_a_name() {
        fn reads<'a, Kind: Cell<'a>>(text: &'a str) -> bool {
            Kind::read(text, &reading()).is_some()
        }
        let kinds = [
            reads::<&str>,
            reads::<Email>,
            reads::<bool>,
            reads::<u32>,
            reads::<Decimal>,
            reads::<Cents>,
            reads::<Rate>,
            reads::<NaiveDate>,
            reads::<Moment>,
            reads::<RunTime>,
        ];
        for text in ["-", "n/a", "N/A", "None", "UNKNOWN"] {
            assert!(is_blank(text), "{text}");
            assert!(kinds.iter().all(|reads| !reads(text)), "{text}");
            assert!(reads::<NamePart>(text), "settled 15: {text}");
        }
        assert!(is_blank("") && !is_blank("no") && !is_blank("nil"));
    }

    /// Reads a cell in a column of the roster or of a POWER sheet.
    fn in_column<'a, Kind: Cell<'a>>(column: &str, text: &'a str) -> (Option<Kind>, bool, usize) {
        let (how, kinds) = (reading(), crate::model::KINDS.iter().flat_map(|kind| kind.specs));
        let spec = kinds.filter(|spec| spec.name == column).next().unwrap();
        let text = unprotected(text, spec.role);
        let value = Kind::read_in(text, &how, spec);
        let blank = value.is_none() && Kind::means_blank(text, &how, spec);
        (value, blank, how.remarks.notes("r.csv", false).len())
    }

    #[test]
    fn an_id_is_read_through_what_a_spreadsheet_puts_around_it() {
        // Settled 161, 245, 260 and 272.
        for (text, id) in [
            ("0012345", "0012345"),
            ("=\"0012345\"", "0012345"),
            ("'0012345", "0012345"),
            ("12345.0", "12345"),
            ("A-12345.0", "A-12345.0"),
            ("ab12", "ab12"),
        ] {
            assert_eq!(in_column::<&str>("ptb_id", text).0, Some(id), "{text}");
        }
        for text in ["TBD", "REDACTED", "#N/A", "pending", "0", "0000", "Page 1 of 1", "Total shooters: 2", "NULL"] {
            let noted = usize::from(!matches!(text, "#N/A" | "NULL"));
            assert_eq!(in_column::<&str>("ptb_id", text), (None, true, noted), "{text}");
        }
        for text in ["1.00E+07", "6.5E+07", "1.5e+3"] {
            assert_eq!(in_column::<&str>("ptb_id", text), (None, false, 0), "{text}");
            assert!(<&str as Cell>::why_not(text, true).unwrap().contains("rounded"), "{text}");
        }
        assert_eq!(in_column::<&str>("ptb_id", "1E7").0, Some("1E7"), "no point and no sign");
        assert_eq!(in_column::<&str>("agency", "Total shooters: 2").0, Some("Total shooters: 2"));
    }

    #[test]
    fn words_of_databases_are_blank_and_null_may_be_a_last_name() {
        // Settled 167 and 243.
        for text in ["NULL", "(null)", "#N/A", "null"] {
            assert_eq!(in_column::<NaiveDate>("hire_date", text), (None, true, 0), "{text}");
            assert_eq!(in_column::<NamePart>("first_name", text), (None, true, 0), "{text}");
        }
        assert_eq!(in_column::<NamePart>("last_name", "Null").0, Some(NamePart("Null")));
        for text in ["(null)", "#N/A"] {
            assert_eq!(in_column::<NamePart>("last_name", text), (None, true, 0), "{text}");
        }
    }

    #[test]
    fn a_remark_at_the_end_of_a_name_is_passed_over() {
        // Settled 170.
        for (text, name) in
            [("Orr (104183)", "Orr"), ("Orr (On Leave)", "Orr"), ("(On Leave)", "(On Leave)"), ("'t Hooft", "'t Hooft")]
        {
            assert_eq!(in_column::<NamePart>("last_name", text).0, Some(NamePart(name)), "{text}");
        }
    }

    #[test]
    fn counts_and_measures_as_spreadsheets_and_people_write_them() {
        // Settled 169, 183 and 265.
        assert_eq!(in_column::<u32>("sit_ups", "41.0").0, Some(41));
        for text in ["41.00", "41.5", "41 in"] {
            assert_eq!(in_column::<u32>("sit_ups", text).0, None, "{text}");
        }
        let number = |column, text| in_column::<Decimal>(column, text).0.map(|number| number.to_string());
        for (text, expected) in [
            ("16.5", Some("16.5")),
            ("16.5 in", Some("16.5")),
            ("16 1/2", Some("16.5")),
            ("16-1/2", Some("16.5")),
            ("16½", Some("16.5")),
            ("16 ½\"", Some("16.5")),
            ("16 3/2", None),
            ("16 0/2", None),
            ("16 1/0", None),
            ("½", None),
            ("16.5 lb", None),
        ] {
            assert_eq!(number("sit_reach", text).as_deref(), expected, "{text}");
        }
        assert_eq!(number("body_weight", "182 lbs").as_deref(), Some("182"));
        assert_eq!(number("bench_press", "185LB").as_deref(), Some("185"));
        assert_eq!(number("body_weight", "82 kg"), None);
        assert_eq!(number("hours_year", "12 in"), None);
    }

    #[test]
    fn a_run_is_read_as_a_spreadsheet_writes_it() {
        // Settled 168, 227 and 255.
        for (text, run, noted) in [
            ("0:12:48", Some("12:48"), 0),
            ("00:12:48", Some("12:48"), 0),
            ("0:12:48.5", Some("12:48.5"), 0),
            ("12'48\"", Some("12:48"), 0),
            ("12:48:00", Some("12:48"), 1),
            ("12:48:00 AM", Some("12:48"), 1),
            ("1:14:00", Some("1:14"), 1),
            ("12:48:30", None, 0),
            ("17.38", None, 0),
            ("0:00:00", None, 0),
            ("0:48", Some("0:48"), 0),
        ] {
            let (found, _, notes) = in_column::<RunTime>("run", text);
            assert_eq!((found.map(|run| run.to_string()).as_deref(), notes), (run, noted), "{text}");
        }
        assert!(<RunTime as Cell>::why_not("17.38", true).unwrap().ends_with("17:38"));
    }

    #[test]
    fn an_address_has_one_at_sign_with_text_on_both_sides() {
        for (text, domain) in [("a@b.gov", Some("b.gov")), ("a@", None), ("@b", None), ("a.b", None), ("a@b@c", None)] {
            assert_eq!(Email::read(text, &reading()).map(|email| email.domain().to_owned()).as_deref(), domain);
        }
    }

    #[test]
    fn what_mail_cannot_be_sent_to_is_read_as_no_address() {
        // Settled 224: read, but no address.
        for text in ["a@b", "a@x.com, b@y.com", "a b@x.com", "jane at example.org", "a@x.com,"] {
            assert_eq!(Email::read(text, &reading()).map(|email| email.is_address()), Some(false), "{text}");
        }
        for text in ["foo", "a@b@c", "a@b@c.org", "@x.com"] {
            assert_eq!(Email::read(text, &reading()), None, "{text}");
        }
        assert_eq!(Email::read("a@b.c", &reading()).map(|email| email.is_address()), Some(true));
    }
}

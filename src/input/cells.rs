//! Reads the text of a cell as a typed value, and defines the words that mean blank.

pub use crate::input::column::{Cell, NameOrder, OwnWord, OwnWords, Reading, is_blank};
use crate::input::column::{ColumnSpec, Role, is_null, is_null_in_any_column, is_said_blank};
use crate::input::remarks::Remark;
use crate::values::fold::trimmed;
use crate::words::personal::{holds_grouped_ssn, is_nine_digits};
use std::fmt;

/// Takes off what a spreadsheet or a person puts around a cell so that it stays text: `="…"`, and an apostrophe in
/// front, which in a name is a letter's neighbor (settled 161).
pub fn unprotected(text: &str, role: Role) -> &str {
    match text.as_bytes().first() {
        Some(b'=' | b'\'' | b'"' | 0xe2) => without_protection(text, role),
        _ => text,
    }
}

/// Takes off `="…"`, quotation marks on both sides, `=` before a number, and an apostrophe.
fn without_protection(text: &str, role: Role) -> &str {
    let inside = text.strip_prefix('=').unwrap_or(text);
    for (open, close) in [('"', '"'), ('\u{201c}', '\u{201d}')] {
        if let Some(inside) = inside.strip_prefix(open).and_then(|text| text.strip_suffix(close)) {
            return trimmed(inside);
        }
    }
    if role == Role::Id && !inside.is_empty() && inside.bytes().all(|byte| byte.is_ascii_digit()) {
        return inside;
    }
    match role {
        Role::LastName | Role::GivenName => text,
        Role::Id | Role::BirthDate | Role::Plain => match text.strip_prefix(['\'', '\u{2019}']) {
            Some(inside) => trimmed(inside.strip_suffix(['\'', '\u{2019}']).unwrap_or(inside)),
            None => text,
        },
    }
}

/// Returns whether a text is the error of a spreadsheet's formula, such as `#REF!`, `#SPILL!` or `Err:502`. `#N/A` is
/// none: it says that there is no value.
pub(crate) fn is_formula_error(text: &str) -> bool {
    if let Some(number) = text.strip_prefix("Err:") {
        return number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    let Some(word) = text.strip_prefix('#') else { return false };
    let is_name = |word: &str| {
        word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'/' | b'0' | b'_'))
    };
    word == "GETTING_DATA" || word.strip_suffix(['!', '?']).is_some_and(is_name)
}

/// The reason why the error of a formula is no value, and what to do.
const FORMULA_ERROR: &str = "it is the error of a formula; mend the formula in the spreadsheet, or write the value";

/// The text of a cell that holds a formula without a stored value: a value of no column.
pub(crate) const NO_STORED_VALUE: &str = "#NOVALUE!";
/// The text of a cell whose value is none of its type, because the workbook is damaged or badly made.
pub(crate) const DAMAGED: &str = "#DAMAGED!";
/// The text of an ID that was typed as a number of more digits than a spreadsheet keeps.
pub(crate) const ROUNDED_ID: &str = "#ROUNDED!";
/// The text of an ID that is a negative number, a fraction or a percentage.
pub(crate) const NO_WHOLE_ID: &str = "#NOTWHOLE!";
/// The text of an ID that has the format of a day or a clock time.
pub(crate) const DAY_AS_ID: &str = "#ASDAY!";

/// The text of a cell that is merged with one in a row above, where its value is.
pub(crate) const MERGED: &str = "#MERGED!";

/// What stands in place of a value in a cell of a workbook, and why there is none, with what to do.
const STAND_INS: [(&str, &str); 6] = [
    (NO_STORED_VALUE, "it is a formula without a stored value; open the workbook in a spreadsheet program and save it"),
    (DAMAGED, "the cell is damaged; open the workbook in a spreadsheet program, type the value anew, and save it"),
    (
        ROUNDED_ID,
        "the spreadsheet has kept only fifteen of its digits; format the column as text before the number is typed",
    ),
    (MERGED, "the cell is merged with one above it; take the merge away in the spreadsheet, and fill each cell"),
    (NO_WHOLE_ID, "it is no whole number; format the column as text before the number is typed"),
    (DAY_AS_ID, "the cell has the format of a day or a time; format the column as text before the number is typed"),
];

/// Returns whether a text stands in place of a value, so that quoting it says nothing.
pub(crate) fn is_stand_in(text: &str) -> bool {
    STAND_INS.iter().any(|(stand_in, _)| *stand_in == text)
}

/// Returns the reason why a cell of any column is no value, where it can be told.
pub(crate) fn why_no_value(text: &str) -> Option<&'static str> {
    let stand_in = STAND_INS.iter().find(|(stand_in, _)| *stand_in == text);
    stand_in.map(|(_, why)| *why).or_else(|| is_formula_error(text).then_some(FORMULA_ERROR))
}

impl<'a> Cell<'a> for &'a str {
    const EXPECTED: &'static str = "text";

    fn read(text: &'a str, _: &Reading) -> Option<Self> {
        (!is_blank(text) && !is_formula_error(text)).then_some(text)
    }

    fn read_in(text: &'a str, how: &Reading, column: &ColumnSpec) -> Option<Self> {
        if column.role != Role::Id {
            return Self::read(text, how);
        }
        let id = read_id(text)?;
        if is_nine_digits(id) {
            how.remarks.count(Remark::NineDigits, "");
        }
        Some(id)
    }

    fn means_blank(text: &str, how: &Reading, column: &ColumnSpec) -> bool {
        if column.role != Role::Id {
            return is_blank(text);
        }
        // Numbers between slashes may be a birth date, which no message quotes.
        let is_number = is_measure(text) && !text.contains('/');
        if is_number || is_rounded(text) || is_formula_error(text) || holds_grouped_ssn(text) {
            return false;
        }
        if !is_said_blank(text) {
            // A word or zeros are quoted; a text with a number in it may be anything, such as a street.
            let is_word = !text.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
            how.remarks.count(Remark::NoId, if is_word { text } else { "" });
        }
        true
    }

    fn why_not(text: &str, _: bool) -> Option<String> {
        let why = match () {
            () if is_rounded(text) => "a spreadsheet has rounded it; format the column as text and export it again",
            () if is_measure(text) => "it is no whole number; write the ID as it was issued",
            () if holds_grouped_ssn(text) => "it looks like a Social Security number; remove it from the file",
            () => return None,
        };
        Some(why.to_owned())
    }
}

/// Reads an ID, without the `.0` that a spreadsheet puts behind a number. A word without a digit, zeros alone, text
/// with a blank inside and other numbers than whole ones are no ID, `1.00E+07` was one before a spreadsheet rounded it
/// (settled 161, 245, 272 and 283), and a Social Security number is never read (settled 189).
pub fn read_id(text: &str) -> Option<&str> {
    let digits =
        text.strip_suffix(".0").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b','));
    let id = digits.filter(|digits| !digits.is_empty()).unwrap_or(text);
    let is_id = id.bytes().any(|byte| byte.is_ascii_digit())
        && id.bytes().any(|byte| byte != b'0')
        && !id.contains(char::is_whitespace)
        && !is_blank(id);
    (is_id && !is_rounded(id) && !is_measure(id) && !is_formula_error(id) && !holds_grouped_ssn(id)).then_some(id)
}

/// Returns whether a text is a negative number, a fraction, a percentage or numbers between slashes, as days are: none
/// of them is an ID, also where it is a text.
fn is_measure(text: &str) -> bool {
    let (number, signs) = match text.strip_suffix('%') {
        Some(number) => (number, 1),
        None => (text, 0),
    };
    let (number, signs) = number.strip_prefix('-').map_or((number, signs), |number| (number, signs + 1));
    let are_digits = |mut parts: std::str::Split<char>| {
        parts.all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let marks = number.bytes().filter(|byte| matches!(byte, b'.' | b'/')).count();
    (signs > 0 || marks > 0)
        && marks <= 2
        && (are_digits(number.split('.')) && marks < 2 || are_digits(number.split('/')))
}

/// Returns whether a text is a number in the scientific form of a spreadsheet: `1.00E+07`, `1E+07` and `1.0E7`. One
/// without a point and a sign may be an ID.
fn is_rounded(text: &str) -> bool {
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((front, exponent)) = text.split_once(['E', 'e']) else { return false };
    let (whole, decimals) = front.split_once('.').map_or((front, None), |(whole, decimals)| (whole, Some(decimals)));
    let digits = exponent.strip_prefix('+').or(decimals.and(Some(exponent)));
    whole.len() == 1 && all_digits(whole) && decimals.is_none_or(all_digits) && digits.is_some_and(all_digits)
}

/// Returns a name without a remark in brackets at its end: `(On Leave)`, `(104183)` (settled 170).
fn without_remark(name: &str) -> &str {
    match name.rsplit_once('(') {
        Some((front, remark)) if remark.ends_with(')') && !front.trim().is_empty() => front.trim_end(),
        _ => name,
    }
}

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
        (!is_none && !is_formula_error(text)).then_some(Self(name))
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

    fn choice_in(text: &str, how: &Reading, column: &ColumnSpec) -> Option<&'static str> {
        <Self as Cell>::read_in(text, how, column).map(|yes| if yes { "yes" } else { "no" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_no_whole_one_is_no_id() {
        for text in ["-12711", "12711.5", "0.5", "50%", "5/6/26", "2026/05", "-1.5"] {
            assert_eq!(read_id(text), None, "{text}");
        }
        for text in ["0012711", "12-711", "A12.5", "12711.0", "B-12", "2026-05", "1.2.3", "P/12"] {
            assert!(read_id(text).is_some(), "{text}");
        }
    }
    use crate::values::decimal::Decimal;
    use crate::values::moment::Moment;
    use crate::values::money::{Cents, Rate};
    use crate::values::run_time::RunTime;
    use chrono::NaiveDate;

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
        for text in ["NaN", "NaT", "<NA>", "NA", "\\N", "--", "\u{2014}", "/  /", "__/__/____", "..."] {
            assert!(is_blank(text), "settled 167: {text}");
        }
        for text in ["no", "nil", "nat 1", "0", "?", "#", "x", "-1", "1-"] {
            assert!(!is_blank(text), "{text}");
        }
        assert!(is_blank(""));
    }

    /// Reads a cell in a column of the roster or of a POWER sheet.
    fn in_column<'a, Kind: Cell<'a>>(column: &str, text: &'a str) -> (Option<Kind>, bool, usize) {
        let (how, mut kinds) = (reading(), crate::model::KINDS.iter().flat_map(|kind| kind.specs));
        let spec = kinds.find(|spec| spec.name == column).unwrap();
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
            ("12,345", "12,345"),
            ("12,345.0", "12,345"),
            ("=0012345", "0012345"),
            ("\u{2019}0012345", "0012345"),
            ("'0012345'", "0012345"),
            ("\u{201c}0012345\u{201d}", "0012345"),
        ] {
            assert_eq!(in_column::<&str>("ptb_id", text).0, Some(id), "{text}");
        }
        for text in ["TBD", "REDACTED", "#N/A", "pending", "0", "0000", "Page 1 of 1", "Total shooters: 2", "NULL"] {
            assert_eq!(in_column::<&str>("ptb_id", text), (None, true, 1), "{text}");
        }
        for text in ["1.00E+07", "6.5E+07", "1.5e+3", "1E+07", "1.0E7"] {
            assert_eq!(in_column::<&str>("ptb_id", text), (None, false, 0), "{text}");
            assert!(<&str as Cell>::why_not(text, true).unwrap().contains("rounded"), "{text}");
        }
        for text in ["#REF!", "#DIV/0!", "Err:502"] {
            assert_eq!(in_column::<&str>("ptb_id", text), (None, false, 0), "{text}");
            assert_eq!(in_column::<NamePart>("last_name", text), (None, false, 0), "{text}");
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

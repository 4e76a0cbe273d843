//! A cell of an `.ods` workbook before it is read: whether it has a value of its type (settled 281), and the text that
//! it shows. The library passes over a text without a type and a type without a value, and refuses the workbook for a
//! number that is none.

use crate::input::cells::{DAMAGED, NO_STORED_VALUE, is_formula_error};
use crate::input::workbook::cell::Shape;
use crate::input::workbook::mend::Edit;
use crate::input::workbook::tags::is_number;
use quick_xml::events::BytesStart;
use std::ops::Range;

/// The longest text that is kept, in bytes.
const LONGEST_SHOWN: usize = 64;

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Type {
    None,
    Number,
    Percent,
    Day,
    Duration,
    Truth,
    Text,
    Unknown,
}

/// The attributes that hold a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holder {
    Number,
    Day,
    Duration,
    Truth,
    Text,
}

/// The cell that is being looked at.
#[derive(Debug)]
pub(super) struct OdsCell {
    /// The place of its tag in the part, the name of the tag, and whether the cell ends with it.
    at: Range<u64>,
    name: String,
    is_whole: bool,
    depth: usize,
    /// How often it is repeated.
    pub(super) repeats: u64,
    /// The bytes of its text.
    pub(super) size: u64,
    of: Type,
    /// The attribute with its value, and whether that is one of its kind.
    value: Option<(Holder, bool)>,
    /// Whether it has two values, an attribute twice, or marks inside its text.
    is_odd: bool,
    has_formula: bool,
    /// Whether it shows the error of a formula, whose text stands beside a blank value.
    is_error: bool,
    /// The depth of a note or a drawing in the cell, whose text is none of the cell, while it is open.
    aside: Option<usize>,
    /// Whether the library would take a text for one of the cell that is none.
    has_strange_text: bool,
    is_note: bool,
    shown: String,
}

impl OdsCell {
    /// Begins a cell with its tag and the place of that.
    pub(super) fn new(tag: &BytesStart, at: Range<u64>, depth: usize, repeats: u64) -> Self {
        let mut cell = Self {
            // Beside what is within, a tag has its two brackets, and one without content a slash.
            is_whole: at.end - at.start > tag.len() as u64 + 2,
            at,
            name: tag.name().as_ref().to_owned(),
            depth,
            repeats,
            size: tag.len() as u64,
            of: Type::None,
            value: None,
            is_odd: false,
            has_formula: false,
            is_error: false,
            aside: None,
            has_strange_text: false,
            is_note: false,
            shown: String::new(),
        };
        for attribute in tag.attributes() {
            let Ok(attribute) = attribute else {
                cell.is_odd = true;
                continue;
            };
            let value = attribute.value.as_ref();
            let is_blank = value.trim().is_empty();
            let (holder, is_one) = match attribute.key.as_ref() {
                "office:value-type" => {
                    cell.of = match value {
                        "float" | "currency" => Type::Number,
                        "percentage" => Type::Percent,
                        "date" => Type::Day,
                        "time" => Type::Duration,
                        "boolean" => Type::Truth,
                        "string" => Type::Text,
                        "void" => Type::None,
                        _ => Type::Unknown,
                    };
                    continue;
                }
                "table:formula" => {
                    cell.has_formula = true;
                    continue;
                }
                "calcext:value-type" => {
                    cell.is_error = value == "error";
                    continue;
                }
                "office:value" => (Holder::Number, is_number(value.as_bytes())),
                "office:date-value" => (Holder::Day, !is_blank),
                "office:time-value" => (Holder::Duration, !is_blank),
                "office:boolean-value" => (Holder::Truth, matches!(value, "true" | "false" | "TRUE" | "FALSE")),
                "office:string-value" => (Holder::Text, !is_blank),
                _ => continue,
            };
            cell.is_odd |= cell.value.replace((holder, is_one)).is_some();
        }
        cell
    }

    /// Returns what its type says about the format of its value.
    pub(super) fn shape(&self) -> Option<Shape> {
        match self.of {
            Type::Percent => Some(Shape::Percent),
            Type::Number => Some(Shape::Other),
            _ => None,
        }
    }

    /// Looks at a tag inside the cell.
    pub(super) fn begin(&mut self, name: &str, depth: usize) {
        if self.aside.is_none() && depth == self.depth + 1 && !name.starts_with("text:") {
            self.aside = Some(depth);
            self.is_note = name == "office:annotation";
        }
    }

    /// Looks at the end of a tag inside the cell.
    pub(super) fn end(&mut self, depth: usize) {
        self.aside = self.aside.filter(|aside| *aside != depth);
    }

    /// Adds a text inside the cell, or a piece of it.
    pub(super) fn text(&mut self, text: &str) {
        self.size += text.len() as u64;
        match self.aside {
            None if self.shown.len() < LONGEST_SHOWN => self.shown.push_str(text),
            None => {}
            Some(_) => self.has_strange_text |= !self.is_note && !text.trim().is_empty(),
        }
    }

    /// Adds a text between marks inside the cell, which the library passes over.
    pub(super) fn marked_text(&mut self) {
        self.is_odd |= self.aside.is_none();
    }

    /// Returns whether the cell shows the error of a formula.
    fn is_fault(&self) -> bool {
        let shown = self.shown.trim();
        self.is_error || self.has_formula && (is_formula_error(shown) || shown == "#N/A")
    }

    /// Returns the number of digits of a number that is shown with zeros in front.
    pub(super) fn zeros(&self) -> Option<usize> {
        let digits = self.shown.trim();
        let has_zeros = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
        has_zeros.then_some(digits.len())
    }

    /// Returns what must be written in place of the cell's tag, for its value to be read, or to be unreadable.
    pub(super) fn judged(self) -> Option<Edit> {
        let has_text = !self.shown.trim().is_empty();
        let stand_in = match (self.of, self.value) {
            _ if self.is_odd => DAMAGED,
            // A number stands for the error of a formula, which the text names.
            (_, Some((holder, true))) if holder != Holder::Text && self.is_fault() => DAMAGED,
            (Type::None, None) if self.has_formula => NO_STORED_VALUE,
            (Type::None, None) if has_text => match self.has_strange_text {
                true => DAMAGED,
                false => return Some(self.with_type()),
            },
            (Type::None | Type::Unknown, None) if !has_text => return None,
            (Type::None, Some((_, true)))
            | (Type::Number | Type::Percent, Some((Holder::Number, true)))
            | (Type::Day, Some((Holder::Day, true)))
            | (Type::Duration, Some((Holder::Duration, true)))
            | (Type::Truth, Some((Holder::Truth, true)))
            | (Type::Text, Some((Holder::Text, true))) => return None,
            // The text is read instead, where a blank value is the error of a formula.
            (Type::Text, Some((Holder::Text, false))) if self.is_error || !has_text => return None,
            (Type::Text, None) if !self.has_strange_text => return None,
            (Type::Number | Type::Percent | Type::Day | Type::Duration | Type::Truth, None) if self.has_formula => {
                NO_STORED_VALUE
            }
            _ => DAMAGED,
        };
        let Self { name, repeats, .. } = &self;
        let end = if self.is_whole { "/>" } else { ">" };
        let tag = format!(
            "<{name} table:number-columns-repeated=\"{repeats}\" office:value-type=\"string\" \
             office:string-value=\"{stand_in}\"{end}"
        );
        Some(Edit { at: self.at, text: tag.into() })
    }

    /// Returns the cell with the type of a text, behind the name of its tag.
    fn with_type(self) -> Edit {
        let at = self.at.start + 1 + self.name.len() as u64;
        Edit { at: at..at, text: " office:value-type=\"string\"".into() }
    }
}

//! A sheet of an `.xlsx` workbook before it is read: whether its rows and cells are where they say, what is hidden,
//! which formulas have no stored value, and which cells hold a value that is none of their type.

use crate::input::cells::{DAMAGED, NO_STORED_VALUE, is_formula_error};
use crate::input::workbook::container::{broken_sheet, parts};
use crate::input::workbook::hidden::Hidden;
use crate::input::workbook::links::{Home, sheet_part};
use crate::input::workbook::mend::Edit;
use crate::input::workbook::merged::Merged;
use crate::input::workbook::tags::{Broken, Piece, Tag, Tags, is_number, is_zero, number, place_of};
use crate::input::workbook::{MOST_COLUMNS, MOST_ROWS, StandIns};
use std::io::Read;
use std::ops::Range;
use std::sync::Arc;

/// What is known of a sheet before its cells are read.
#[derive(Debug, Default)]
pub(super) struct SheetFacts {
    pub(super) hidden: Hidden,
    pub(super) stand_ins: StandIns,
    /// The part that holds the sheet.
    pub(super) part: String,
    /// The types of cells that the library would refuse, each with that of a text in its place.
    pub(super) types: Vec<Edit>,
    pub(super) merged: Merged,
}

/// Looks at a sheet.
///
/// # Errors
/// When a tag is missing, or a row or a cell repeats or goes backward, so that the cells may be those of others
/// (settled 281).
pub(super) fn look(bytes: &Arc<[u8]>, home: &Home, sheet: &str) -> anyhow::Result<SheetFacts> {
    let broken = || broken_sheet(sheet, "");
    let mut parts = parts(bytes).map_err(|_| broken())?;
    let name = sheet_part(&mut parts, home, sheet).ok_or_else(broken)?;
    let part = parts.by_name(&name).map_err(|_| broken())?;
    let mut look = Look { texts: home.texts, ..Look::default() };
    match look.at(part) {
        Ok(()) => Ok(SheetFacts { part: name, ..look.facts }),
        Err(Broken) => {
            let row = look.rows.filter(|_| look.data.is_some());
            let at = row.map_or_else(String::new, |row| format!(" in row {}", u64::from(row) + 1));
            Err(broken_sheet(sheet, &at))
        }
    }
}

/// The longest value that is kept to be judged, in bytes; a number is never so long.
const LONGEST_VALUE: usize = 512;
/// The most cells whose type is changed.
const MOST_TYPES: usize = 1 << 20;

/// What the type of a cell says about its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Type {
    /// No type: a number.
    #[default]
    None,
    Number,
    Shared,
    Truth,
    Fault,
    /// The text that a formula has computed: any text.
    Text,
    /// A day in ISO form.
    Day,
    Inline,
    Unknown,
}

/// The cell that is being looked at.
#[derive(Debug, Default)]
struct Cell {
    at: (u32, u32),
    of: Type,
    /// The place of the type.
    type_at: Range<u64>,
    has_formula: bool,
    has_value: bool,
    has_inline: bool,
    /// Whether it has two values, or marks or tags inside its value.
    is_odd: bool,
}

/// The state of a sheet that is being looked at.
#[derive(Default)]
struct Look {
    facts: SheetFacts,
    /// The number of texts that cells share.
    texts: u64,
    /// The depth of the element that holds the rows, while it is open, and whether there was one.
    data: Option<usize>,
    had_data: bool,
    /// The last row that began, and the next column in it.
    rows: Option<u32>,
    next_column: u32,
    cell: Option<Cell>,
    in_value: bool,
    in_inline: bool,
    value: Vec<u8>,
}

impl Look {
    fn at(&mut self, part: impl Read) -> Result<(), Broken> {
        let mut tags = Tags::new(part);
        loop {
            let depth = tags.depth();
            let Some(piece) = tags.next()? else { break };
            // 0 is the element that holds the rows, 1 a row, 2 a cell, 3 its value.
            let level = self.data.map(|data| depth - data);
            match (piece, level) {
                (Piece::Opens(tag), Some(level)) => self.open(level + 1, &tag)?,
                (Piece::Opens(tag), None) if tag.name == b"sheetData" => {
                    // Rows of a second one are not read.
                    if std::mem::replace(&mut self.had_data, true) {
                        return Err(Broken);
                    }
                    self.data = Some(depth + 1).filter(|_| !tag.is_whole);
                }
                (Piece::Opens(tag), None) if tag.name == b"mergeCell" => self.merge(&tag)?,
                (Piece::Opens(tag), None) if tag.name == b"col" => self.hide_columns(&tag)?,
                (Piece::Closes, Some(0)) => self.data = None,
                (Piece::Closes, Some(2)) => self.end_cell()?,
                (Piece::Closes, Some(3)) => (self.in_value, self.in_inline) = (false, false),
                (Piece::Text(text), Some(_)) if self.in_value => {
                    let room = LONGEST_VALUE.saturating_sub(self.value.len());
                    self.value.extend_from_slice(text.get(..room).unwrap_or(text));
                }
                // The library reads no text that has lost its tags.
                (Piece::Text(text), Some(3)) if self.in_inline && !text.trim_ascii().is_empty() => self.mark_odd(),
                (Piece::Text(text), Some(0..=2)) if !text.trim_ascii().is_empty() => return Err(Broken),
                (Piece::Other, Some(_)) if self.in_value => self.mark_odd(),
                _ => {}
            }
        }
        if self.had_data { Ok(()) } else { Err(Broken) }
    }

    /// Looks at a tag inside the element that holds the rows.
    fn open(&mut self, level: usize, tag: &Tag) -> Result<(), Broken> {
        match (level, tag.name) {
            (1, b"row") => self.begin_row(tag)?,
            (2, b"c") => {
                self.begin_cell(tag)?;
                if tag.is_whole {
                    self.end_cell()?;
                }
            }
            // The library takes what comes last for the value.
            (3, b"f") if let Some(cell) = &mut self.cell => {
                cell.has_formula = true;
                cell.is_odd |= cell.has_value || cell.has_inline;
            }
            (3, b"is") if let Some(cell) = &mut self.cell => {
                cell.is_odd |= std::mem::replace(&mut cell.has_inline, true);
                self.in_inline = !tag.is_whole;
            }
            (3, b"v") if let Some(cell) = &mut self.cell => {
                cell.is_odd |= std::mem::replace(&mut cell.has_value, true);
                self.in_value = !tag.is_whole;
            }
            (2 | 3, b"extLst") => {}
            (_, b"row" | b"c") | (1..=2, _) => return Err(Broken),
            _ if self.in_value => self.mark_odd(),
            _ => {}
        }
        Ok(())
    }

    fn mark_odd(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.is_odd = true;
        }
    }

    fn begin_row(&mut self, tag: &Tag) -> Result<(), Broken> {
        let next = self.rows.map_or(0, |row| row + 1);
        let (mut row, mut is_hidden) = (None, false);
        for attribute in tag.attributes() {
            let attribute = attribute?;
            match attribute.name {
                b"r" if row.is_some() => return Err(Broken),
                b"r" => row = Some(number(attribute.value).and_then(|row| row.checked_sub(1)).ok_or(Broken)?),
                b"hidden" => is_hidden |= matches!(attribute.value, b"1" | b"true"),
                b"ht" => is_hidden |= is_zero(attribute.value),
                _ => {}
            }
        }
        let row = row.unwrap_or(next);
        if row < next || row >= MOST_ROWS {
            return Err(Broken);
        }
        if is_hidden && !tag.is_whole {
            self.facts.hidden.add_row(row + 1);
        }
        (self.rows, self.next_column) = (Some(row), 0);
        Ok(())
    }

    fn begin_cell(&mut self, tag: &Tag) -> Result<(), Broken> {
        let row = self.rows.ok_or(Broken)?;
        let (mut place, mut of, mut type_at) = (None, None, 0..0);
        for attribute in tag.attributes() {
            let attribute = attribute?;
            match attribute.name {
                b"r" if place.is_some() => return Err(Broken),
                b"r" => place = Some(place_of(attribute.value).ok_or(Broken)?),
                b"t" if of.is_some() => return Err(Broken),
                b"t" => {
                    type_at = attribute.at..attribute.at + attribute.value.len() as u64;
                    of = Some(match attribute.value {
                        b"n" => Type::Number,
                        b"s" => Type::Shared,
                        b"b" => Type::Truth,
                        b"e" => Type::Fault,
                        b"str" => Type::Text,
                        b"d" => Type::Day,
                        b"inlineStr" | b"is" => Type::Inline,
                        _ => Type::Unknown,
                    });
                }
                _ => {}
            }
        }
        let at = place.unwrap_or((row, self.next_column));
        if at.0 != row || at.1 < self.next_column || at.1 >= MOST_COLUMNS {
            return Err(Broken);
        }
        self.next_column = at.1 + 1;
        self.value.clear();
        self.cell = Some(Cell { at, of: of.unwrap_or_default(), type_at, ..Cell::default() });
        Ok(())
    }

    /// Judges the value of the cell that ends.
    fn end_cell(&mut self) -> Result<(), Broken> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        self.in_value = false;
        let (stand_in, is_refused) = cell.judged(&self.value, self.texts)?;
        if let Some(stand_in) = stand_in {
            self.facts.stand_ins.insert(cell.at, stand_in);
        }
        if is_refused && !cell.type_at.is_empty() {
            if self.facts.types.len() >= MOST_TYPES {
                return Err(Broken);
            }
            self.facts.types.push(Edit { at: cell.type_at, text: "str".into() });
        }
        Ok(())
    }

    fn merge(&mut self, tag: &Tag) -> Result<(), Broken> {
        for attribute in tag.attributes() {
            let attribute = attribute?;
            let mut corners = attribute.value.split(|byte| *byte == b':').map(place_of);
            if let (b"ref", Some(Some((top, left))), Some(Some((bottom, right)))) =
                (attribute.name, corners.next(), corners.next())
            {
                if right < left {
                    return Err(Broken);
                }
                self.facts.merged.add(top..=bottom, left..=right);
            }
        }
        Ok(())
    }

    fn hide_columns(&mut self, tag: &Tag) -> Result<(), Broken> {
        let (mut first, mut last, mut is_hidden) = (None, None, false);
        for attribute in tag.attributes() {
            let attribute = attribute?;
            match attribute.name {
                b"min" => first = number(attribute.value),
                b"max" => last = number(attribute.value),
                b"hidden" => is_hidden |= matches!(attribute.value, b"1" | b"true"),
                b"width" => is_hidden |= is_zero(attribute.value),
                _ => {}
            }
        }
        if let Some((first, last)) = first.zip(last).filter(|(first, _)| is_hidden && *first > 0) {
            self.facts.hidden.add_columns(first - 1, last.saturating_sub(1));
        }
        Ok(())
    }
}

impl Cell {
    /// Returns what stands in place of a value that cannot be read, and whether the library would refuse the workbook
    /// for the type, or read another value.
    fn judged(&self, value: &[u8], texts: u64) -> Result<(Option<&'static str>, bool), Broken> {
        let damaged = Ok((Some(DAMAGED), true));
        if self.is_odd || self.has_value && self.has_inline {
            return damaged;
        }
        let trimmed = value.trim_ascii();
        if value.is_empty() && !self.has_inline {
            // A formula whose result is no text at all has stored that, where its type is that of a text.
            let is_stored = self.of == Type::Text && self.has_value;
            let stand_in = match self.has_formula && !is_stored {
                true => Some(NO_STORED_VALUE),
                // The error of a formula, and not which one; a day, and not which.
                false => Some(DAMAGED).filter(|_| matches!(self.of, Type::Fault | Type::Day)),
            };
            return Ok((stand_in, self.has_value && matches!(self.of, Type::Fault | Type::Day)));
        }
        match self.of {
            _ if !self.has_value => Ok((None, false)),
            Type::Text | Type::Day => Ok((None, false)),
            Type::None | Type::Number if is_number(value) => Ok((None, false)),
            // As a text, which is trimmed like any other.
            Type::None | Type::Number if is_number(trimmed) => Ok((None, true)),
            Type::Shared if value.iter().all(u8::is_ascii_digit) => {
                let index = std::str::from_utf8(value).ok().and_then(|value| value.parse::<u64>().ok());
                // The table of texts has lost one, and the others may have moved.
                if index.is_some_and(|index| index < texts) { Ok((None, false)) } else { Err(Broken) }
            }
            Type::Truth
                if [b"0".as_slice(), b"1", b"true", b"false"]
                    .iter()
                    .any(|truth| trimmed.eq_ignore_ascii_case(truth)) =>
            {
                Ok((None, false))
            }
            Type::Fault => match std::str::from_utf8(value) {
                Ok("#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!") => Ok((None, false)),
                Ok(fault) if is_formula_error(fault) => Ok((None, true)),
                _ => damaged,
            },
            _ => damaged,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn looked_at(text: &str) -> Result<SheetFacts, Broken> {
        let mut look = Look { texts: 2, ..Look::default() };
        look.at(text.as_bytes()).map(|()| look.facts)
    }

    fn rows(rows: &str) -> Result<SheetFacts, Broken> {
        looked_at(&format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    }

    #[test]
    fn hidden_rows_and_columns_are_found_in_any_pieces() {
        let filler: String =
            (2..20_000).map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")).collect();
        let text = format!(
            "<worksheet><cols><col min=\"3\" max=\"4\" hidden=\"1\"/><col min=\"9\" max=\"9\" hidden='true'/>\
             <col min=\"5\" max=\"5\" width=\"0.0\"/>\
             <col min=\"6\" max=\"6\" width=\"0.1\" hidden=\"0\"/></cols>\
             <sheetData><row r=\"1\" hidden=\"1\"><c/></row>{filler}<x:row hidden=\"true\" r=\"20077\" spans=\"1:2\">\
             <c/></x:row><row r=\"20078\" hidden=\"0\" ht=\"1\"><c/></row><row r=\"20079\" hidden=\"1\"/>\
             <row ht=\"0\" customHeight=\"1\"><c t=\"inlineStr\"><is><t>a hidden=\"1\"</t></is></c></row>\
             </sheetData></worksheet>"
        );
        let hidden = looked_at(&text).unwrap().hidden;
        // The header is in row 1, and column I has no heading.
        let columns = [0, 2, 3, 4, 5];
        assert_eq!(hidden.words(1, &columns).unwrap(), "2 rows (20077, 20080) and 3 columns (C, D, E)");
        assert_eq!(Hidden::default().words(1, &[0]), None);
    }

    #[test]
    fn formulas_without_a_stored_value_are_found() {
        let facts = rows(
            "<row r=\"1\"><c r=\"A1\" s=\"1\"><f>A2</f><v></v></c><c><f>1</f><v>2</v></c><c><f>1</f></c>\
             <c t=\"str\"><f>IF(A1,1,\"\")</f><v></v></c><c t=\"str\"><f>1</f></c></row>\
             <row r=\"12\"><c r='AB12' s='3'><f t=\"shared\" si=\"0\"/></c><c/><c><v/></c></row>",
        );
        let mut found: Vec<_> = facts.unwrap().stand_ins.into_iter().collect();
        found.sort_unstable();
        assert_eq!(found, [(0, 0), (0, 2), (0, 4), (11, 27)].map(|at| (at, NO_STORED_VALUE)));
    }

    #[test]
    fn a_value_that_is_none_of_its_type_costs_its_cell() {
        // The type, the value, what stands in its place, and whether the library would not read it.
        for (of, value, stand_in, is_refused) in [
            ("", "12.5", None, false),
            (" t=\"n\"", "-1.5E+3", None, false),
            (" t=\"n\"", " 12 ", None, true),
            (" t=\"n\"", "Orr", Some(DAMAGED), true),
            ("", "Orr", Some(DAMAGED), false),
            ("", "1&#50;", Some(DAMAGED), false),
            ("", "1<!-- -->2", Some(DAMAGED), false),
            (" t=\"n\"", "NaN", Some(DAMAGED), true),
            (" t=\"s\"", "1", None, false),
            (" t=\"s\"", "x", Some(DAMAGED), true),
            (" t=\"s\"", " 1", Some(DAMAGED), true),
            (" t=\"b\"", " TRUE", None, false),
            (" t=\"b\"", "2", Some(DAMAGED), true),
            (" t=\"e\"", "#REF!", None, false),
            (" t=\"e\"", "#SPILL!", None, true),
            (" t=\"e\"", "", Some(DAMAGED), true),
            (" t=\"e\"", "12345", Some(DAMAGED), true),
            (" t=\"str\"", "any", None, false),
            (" t=\"str\"", "a<![CDATA[b]]>", Some(DAMAGED), true),
            (" t=\"inlineStr\"", "12345", Some(DAMAGED), true),
            (" t=\"zz\"", "1", Some(DAMAGED), true),
        ] {
            let facts = rows(&format!("<row><c{of}><v>{value}</v></c></row>")).unwrap();
            assert_eq!(facts.stand_ins.get(&(0, 0)).copied(), stand_in, "{of} {value}");
            assert_eq!(!facts.types.is_empty(), is_refused, "{of} {value}");
        }
        for cells in [
            "<c><v>1</v><v>2</v></c>",
            "<c><v>1</v><is><t>2</t></is></c>",
            "<c t=\"inlineStr\"><is><t>2</t></is><v>1</v></c>",
            "<c t=\"inlineStr\"><is><t>2</t></is><v/></c>",
            "<c><v><v>1</v></v></c>",
            "<c><v>1</v><f>A2</f></c>",
            "<c t=\"inlineStr\"><is>2</is></c>",
            "<c t=\"d\"/>",
            "<c t=\"d\"><v></v></c>",
            "<c t=\"e\"></c>",
            "<c t=\"e\"/>",
        ] {
            assert_eq!(rows(&format!("<row>{cells}</row>")).unwrap().stand_ins[&(0, 0)], DAMAGED, "{cells}");
        }
        for cells in
            ["<c t=\"inlineStr\"><is><t>2</t></is></c>", "<c><is> <r><t>2</t></r> </is></c>", "<c t=\"inlineStr\"/>"]
        {
            assert!(rows(&format!("<row>{cells}</row>")).unwrap().stand_ins.is_empty(), "{cells}");
        }
    }

    #[test]
    fn rows_and_cells_that_are_not_where_they_say_are_refused() {
        for good in [
            "",
            "<row r=\"2\"><c r=\"B2\"/><c/><c r=\"E2\"/></row><row/><row r=\"9\"><c r=\"a9\"/></row>",
            "<row r=\"1048576\"><c r=\"XFD1048576\"/></row>",
            "<row><c t=\"s\"><v>1</v></c><extLst><ext>x</ext></extLst></row>\n",
        ] {
            assert!(rows(good).is_ok(), "{good}");
        }
        for broken in [
            "<row r=\"2\"/><row r=\"2\"/>",
            "<row r=\"2\"/><row r=\"1\"/>",
            "<row/><row r=\"1\"/>",
            "<row r=\"0\"/>",
            "<row r=\"x\"/>",
            "<row r=\"1048577\"/>",
            "<row r=\"1\" r=\"2\"/>",
            "<row r=\"1\"><c r=\"B1\"/><c r=\"B1\"/></row>",
            "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
            "<row r=\"1\"><c/><c r=\"A1\"/></row>",
            "<row r=\"1\"><c r=\"A2\"/></row>",
            "<row r=\"1\"><c r=\"XFE1\"/></row>",
            "<row r=\"1\"><c r=\"A\"/></row>",
            "<row r=\"1\"><c r=\"1\"/></row>",
            "<row><c><c/></c></row>",
            "<row><row/></row>",
            "<c/>",
            "<row><v>1</v></row>",
            "<row><c>1</c></row>",
            "<row>1</row>",
            "1",
            "<row><c t=\"s\"><v>2</v></c></row>",
            "<row><c><v>1</c></row>",
            "</sheetData><sheetData>",
        ] {
            assert_eq!(rows(broken).map(|_| ()), Err(Broken), "{broken}");
        }
        assert_eq!(looked_at("<worksheet></worksheet>").map(|_| ()), Err(Broken));
        assert!(looked_at("<worksheet><sheetData/></worksheet>").is_ok());
    }
}

//! The texts of an `.xls` workbook. The library compares neither their number with the one that is announced, nor a
//! text with its length: where one is missing, the others move into the cells of other officers.

/// Bytes of a record and of those that go on with it.
struct Bytes<'b> {
    /// What is left of the record that is being read.
    rest: &'b [u8],
    /// The records behind it.
    behind: Vec<&'b [u8]>,
}

impl Bytes<'_> {
    /// Goes on to the next record where this one has been read. Returns whether anything is left.
    fn has_more(&mut self) -> bool {
        while self.rest.is_empty() {
            let Some(next) = self.behind.pop() else { return false };
            self.rest = next;
        }
        true
    }

    /// Reads a number of this many bytes; a number is never divided.
    fn number(&mut self, bytes: usize) -> Option<usize> {
        let (number, rest) = self.rest.split_at_checked(bytes)?;
        self.rest = rest;
        Some(number.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
    }

    /// Passes over bytes, which may go on in the next record.
    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > 0 {
            if !self.has_more() {
                return None;
            }
            let taken = bytes.min(self.rest.len());
            self.rest = self.rest.get(taken..)?;
            bytes -= taken;
        }
        Some(())
    }

    /// Passes over a text: its length, its marks, its letters, and the formats and readings that they announce.
    fn text(&mut self) -> Option<()> {
        let (mut letters, mut marks) = (self.number(2)?, self.number(1)?);
        let formats = if marks & 8 == 0 { 0 } else { self.number(2)? };
        let readings = if marks & 4 == 0 { 0 } else { self.number(4)? };
        while letters > 0 {
            if self.rest.is_empty() {
                // A record that goes on with letters says anew whether each has two bytes.
                self.has_more();
                marks = self.number(1)?;
            }
            let width = 1 + (marks & 1);
            let taken = letters.min(self.rest.len() / width);
            if taken == 0 && !self.rest.is_empty() {
                return None;
            }
            self.rest = self.rest.get(taken * width..)?;
            letters -= taken;
        }
        self.skip(formats * 4)?;
        self.skip(readings)
    }
}

/// Counts the texts in the records that hold those of all cells; none where they cannot be read, which the library
/// finds as well.
pub(super) fn count(records: &[&[u8]]) -> Option<u32> {
    let mut bytes = Bytes { rest: &[], behind: records.iter().rev().copied().collect() };
    let mut count = 0;
    while bytes.has_more() {
        bytes.text()?;
        count += 1;
    }
    Some(count)
}

/// Returns whether a text that begins with its length is cut off. Since Excel 97 marks stand behind the length.
pub(super) fn is_cut(text: &[u8], has_marks: bool) -> bool {
    let mut bytes = Bytes { rest: text, behind: Vec::new() };
    let Some(letters) = bytes.number(2) else { return true };
    if has_marks { letters > 0 && Bytes { rest: text, ..bytes }.text().is_none() } else { bytes.rest.len() < letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_counted_over_the_ends_of_records() {
        let text = b"\x03\0\0Orr";
        for (records, expected) in [
            (vec![], Some(0)),
            (vec![text.as_slice(), text, b""], Some(2)),
            // Divided in its letters, which then have two bytes each, and behind them.
            (vec![b"\x03\0\0O".as_slice(), b"\x01r\0r\0", text], Some(2)),
            (vec![b"\x03\0\0Orr".as_slice(), b"\x02\0\x01a\0b\0"], Some(2)),
            // With one format of four bytes, and with readings of three, divided.
            (vec![b"\x01\0\x08\x01\0A\x01\x02\x03\x04\0\0\0".as_slice()], Some(2)),
            (vec![b"\x01\0\x04\x03\0\0\0A\x01".as_slice(), b"\x02\x03", text], Some(2)),
            (vec![b"\x03\0\0Or".as_slice()], None),
            (vec![b"\x03\0\x01O\0r\0r".as_slice()], None),
            (vec![b"\x03\0".as_slice()], None),
        ] {
            assert_eq!(count(&records), expected, "{records:?}");
        }
    }

    #[test]
    fn a_text_is_cut_where_letters_are_missing() {
        for (text, has_marks, expected) in [
            (b"\x03\0\0Orr".as_slice(), true, false),
            (b"\x03\0\0Or", true, true),
            (b"\x02\0\x01O\0r", true, true),
            (b"\x03\0Orr", false, false),
            (b"\x03\0Or", false, true),
            (b"\0\0", true, false),
            (b"\0", true, true),
        ] {
            assert_eq!(is_cut(text, has_marks), expected, "{text:?}");
        }
    }
}

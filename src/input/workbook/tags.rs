//! The tags of a part of an `.xlsx` workbook, one after the other. The library that reads the cells does not compare
//! the names of tags, and a missing one moves cells into other columns; here each tag must have its other. Only what
//! lies between `<` and `>` is looked at, which takes a fraction of the time that reading the cells takes.

use memchr::{memchr, memchr3, memmem};
use std::io::Read;

/// A part whose tags do not fit together, or that cannot be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// A piece of a part.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'p> {
    /// A tag that opens an element, or holds a whole one without content.
    Opens(Tag<'p>),
    /// The end of an element.
    Closes,
    /// Text, or a piece of it.
    Text(&'p [u8]),
    /// A comment, an instruction, or text between marks.
    Other,
}

/// A tag that opens.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'p> {
    /// The name without the prefix of its namespace.
    pub(super) name: &'p [u8],
    /// Whether the element ends with the tag.
    pub(super) is_whole: bool,
    attributes: &'p [u8],
    /// The place of the attributes in the part.
    begins: u64,
}

/// An attribute of a tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Attribute<'p> {
    pub(super) name: &'p [u8],
    /// The value as it is written.
    pub(super) value: &'p [u8],
    /// The place of the value in the part.
    pub(super) at: u64,
}

impl<'p> Tag<'p> {
    /// Returns the attributes in their order, and a fault in place of what is none.
    pub(super) fn attributes(&self) -> impl Iterator<Item = Result<Attribute<'p>, Broken>> {
        let (all, begins) = (self.attributes, self.begins);
        let mut at = 0;
        std::iter::from_fn(move || {
            at += all.get(at..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let rest = all.get(at..).filter(|rest| !rest.is_empty())?;
            let read = || {
                let equals = memchr(b'=', rest)?;
                let name = rest.get(..equals)?.trim_ascii_end();
                let blanks = rest.get(equals + 1..)?.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                let opens = equals + 1 + blanks;
                let quote = rest.get(opens).copied().filter(|quote| matches!(quote, b'"' | b'\''))?;
                let length = memchr(quote, rest.get(opens + 1..)?)?;
                let value = rest.get(opens + 1..opens + 1 + length)?;
                Some((name, value, opens + 1))
            };
            let attribute = read().ok_or(Broken).map(|(name, value, place)| {
                let attribute = Attribute { name, value, at: begins + (at + place) as u64 };
                at += place + value.len() + 1;
                attribute
            });
            if attribute.is_err() {
                at = all.len();
            }
            Some(attribute)
        })
    }
}

/// Bytes that are read at once.
const CHUNK: usize = 128 * 1024;
/// The longest tag or comment.
const LONGEST_TAG: usize = 16 << 20;
/// The most elements inside one another.
const DEEPEST: usize = 256;
/// The bytes of a byte order mark.
const MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// Reads the pieces of a part.
pub(super) struct Tags<R> {
    part: R,
    buffer: Vec<u8>,
    /// The next byte of the buffer, and the place of the buffer in the part.
    at: usize,
    base: u64,
    is_end: bool,
    /// The names of the open elements, and where each begins.
    names: Vec<u8>,
    open: Vec<usize>,
    has_root: bool,
}

impl<R: Read> Tags<R> {
    pub(super) fn new(part: R) -> Self {
        let (buffer, names, open) = (Vec::with_capacity(2 * CHUNK), Vec::new(), Vec::new());
        Self { part, buffer, at: 0, base: 0, is_end: false, names, open, has_root: false }
    }

    /// Returns the number of elements that are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Returns the next piece; none at the end.
    ///
    /// # Errors
    /// When a tag has no other, is none, or the part cannot be read.
    pub(super) fn next(&mut self) -> Result<Option<Piece<'_>>, Broken> {
        let (begins, ends) = loop {
            let rest = self.buffer.get(self.at..).unwrap_or_default();
            let ends = match rest.first() {
                Some(b'<') => end_of_tag(rest, self.is_end)?,
                Some(_) => Some(memchr(b'<', rest).unwrap_or(rest.len())),
                None => None,
            };
            match ends {
                Some(ends) => break (self.at, self.at + ends),
                None if self.is_end && rest.is_empty() && self.has_root && self.open.is_empty() => return Ok(None),
                None if self.is_end || rest.len() > LONGEST_TAG => return Err(Broken),
                None => self.fill()?,
            }
        };
        self.at = ends;
        let piece = self.buffer.get(begins..ends).unwrap_or_default();
        match piece {
            [b'<', b'!' | b'?', ..] => Ok(Some(Piece::Other)),
            [b'<', b'/', name @ .., b'>'] => {
                let begins = self.open.pop().ok_or(Broken)?;
                if self.names.get(begins..) != Some(name.trim_ascii_end()) {
                    return Err(Broken);
                }
                self.names.truncate(begins);
                Ok(Some(Piece::Closes))
            }
            [b'<', inside @ .., b'>'] => {
                let (inside, is_whole) = inside.strip_suffix(b"/").map_or((inside, false), |inside| (inside, true));
                let length = inside.iter().position(u8::is_ascii_whitespace).unwrap_or(inside.len());
                let (name, attributes) = inside.split_at(length);
                let is_second = self.open.is_empty() && self.has_root;
                if name.is_empty() || is_second || self.open.len() >= DEEPEST {
                    return Err(Broken);
                }
                self.has_root = true;
                if !is_whole {
                    self.open.push(self.names.len());
                    self.names.extend_from_slice(name);
                }
                let name = memchr(b':', name).and_then(|colon| name.get(colon + 1..)).unwrap_or(name);
                let begins = self.base + (begins + 1 + length) as u64;
                Ok(Some(Piece::Opens(Tag { name, is_whole, attributes, begins })))
            }
            text if self.open.is_empty()
                && !text.iter().all(|byte| byte.is_ascii_whitespace() || MARK.contains(byte)) =>
            {
                Err(Broken)
            }
            text => Ok(Some(Piece::Text(text))),
        }
    }

    /// Reads more of the part behind what has not been looked at.
    fn fill(&mut self) -> Result<(), Broken> {
        self.buffer.drain(..self.at);
        self.base += self.at as u64;
        self.at = 0;
        let length = self.buffer.len();
        self.buffer.resize(length + CHUNK, 0);
        let read = self.buffer.get_mut(length..).map_or(Ok(0), |to| self.part.read(to)).map_err(|_| Broken)?;
        self.buffer.truncate(length + read);
        self.is_end = read == 0;
        Ok(())
    }
}

/// Returns the length of the tag or comment that a text begins with; none when it goes on behind the text.
fn end_of_tag(text: &[u8], is_all: bool) -> Result<Option<usize>, Broken> {
    let behind = |from: usize, mark: &[u8]| {
        text.get(from..).and_then(|rest| memmem::find(rest, mark)).map(|at| from + at + mark.len())
    };
    match text {
        [b'<', b'?', ..] => Ok(behind(2, b"?>")),
        [b'<', b'!', b'-', b'-', ..] => Ok(behind(4, b"-->")),
        [b'<', b'!', b'[', b'C', b'D', b'A', b'T', b'A', b'[', ..] => Ok(behind(9, b"]]>")),
        // No spreadsheet declares a type of document.
        [b'<', b'!', ..] => {
            if text.len() < 9 && !is_all {
                Ok(None)
            } else {
                Err(Broken)
            }
        }
        _ => {
            let mut at = 1;
            while let Some(found) =
                text.get(at..).and_then(|rest| memchr3(b'>', b'"', b'\'', rest)).map(|next| at + next)
            {
                let Some(quote) = text.get(found).filter(|byte| **byte != b'>') else { return Ok(Some(found + 1)) };
                let Some(length) = text.get(found + 1..).and_then(|rest| memchr(*quote, rest)) else { break };
                at = found + length + 2;
            }
            Ok(None)
        }
    }
}

/// Returns a whole number of digits alone.
pub(super) fn number(text: &[u8]) -> Option<u32> {
    std::str::from_utf8(text).ok().filter(|text| !text.starts_with('+'))?.parse().ok()
}

/// Returns whether a height or a width is none.
pub(super) fn is_zero(size: &[u8]) -> bool {
    is_number(size) && size.iter().all(|byte| !matches!(byte, b'1'..=b'9'))
}

/// Returns whether a value is a number such as `-12.5E+3`.
pub(super) fn is_number(value: &[u8]) -> bool {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let unsigned = |text: &[u8]| usize::from(matches!(text, [b'-' | b'+', ..]));
    let rest = value.get(unsigned(value)..).unwrap_or_default();
    let whole = digits(rest);
    let rest = rest.get(whole..).unwrap_or_default();
    let (rest, decimals) = match rest {
        [b'.', rest @ ..] => (rest.get(digits(rest)..).unwrap_or_default(), digits(rest)),
        _ => (rest, 0),
    };
    match rest {
        [] => whole + decimals > 0,
        [b'e' | b'E', rest @ ..] => {
            let rest = rest.get(unsigned(rest)..).unwrap_or_default();
            whole + decimals > 0 && !rest.is_empty() && digits(rest) == rest.len()
        }
        _ => false,
    }
}

/// Returns the row and the column that a cell names: `F12`.
pub(super) fn place_of(name: &[u8]) -> Option<(u32, u32)> {
    let letters = name.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let (letters, row) = name.split_at_checked(letters).filter(|(letters, _)| (1..=3).contains(&letters.len()))?;
    let letter = |byte: &u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    let column = letters.iter().fold(0, |column, byte| column * 26 + letter(byte));
    Some((number(row)?.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the pieces of a text that is read byte by byte or at once, in short.
    fn pieces(text: &str) -> Result<String, Broken> {
        /// A reader of single bytes.
        struct Slowly<'t>(&'t [u8]);
        impl Read for Slowly<'_> {
            fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
                self.0.read(to.get_mut(..1).unwrap())
            }
        }
        fn all<R: Read>(mut tags: Tags<R>) -> Result<String, Broken> {
            let mut shown = String::new();
            while let Some(piece) = tags.next()? {
                match piece {
                    Piece::Opens(tag) => {
                        shown += &format!("<{}", String::from_utf8_lossy(tag.name));
                        for attribute in tag.attributes() {
                            let Attribute { name, value, at } = attribute?;
                            let [name, value] = [name, value].map(String::from_utf8_lossy);
                            shown += &format!(" {name}={value}@{at}");
                        }
                        shown += if tag.is_whole { "/>" } else { ">" };
                    }
                    Piece::Closes => shown += "</>",
                    Piece::Text(text) => shown.extend(text.iter().map(|byte| char::from(*byte))),
                    Piece::Other => shown += "!",
                }
            }
            Ok(shown)
        }
        let (whole, slow) = (all(Tags::new(text.as_bytes())), all(Tags::new(Slowly(text.as_bytes()))));
        assert_eq!(whole, slow, "{text}");
        whole
    }

    #[test]
    fn pieces_come_with_their_places_in_any_chunks() {
        let text = "<?xml a='>'?>\n<x:w><!-- <a> --><c r=\"A>1\" t = 's'/><v>1<![CDATA[<]]></v ></x:w>\n";
        assert_eq!(pieces(text), Ok("!\n<w>!<c r=A>1@37 t=s@47/><v>1!</></>\n".into()));
        assert_eq!(&text[47..48], "s");
        assert_eq!(pieces("\u{feff}<w/>"), Ok("\u{ef}\u{bb}\u{bf}<w/>".into()));
    }

    #[test]
    fn a_tag_without_its_other_is_a_fault() {
        for text in [
            "",
            "x",
            "<a>",
            "<a></b>",
            "</a>",
            "<a/><b/>",
            "<a></a>x",
            "<a><b></a></b>",
            "<a",
            "<a x=\"1></a>",
            "< a/>",
            "<x:a></a>",
            "<!DOCTYPE a><a/>",
            "<!",
            "<a><!-- </a>",
            "<a x=1/>",
            "<a x/>",
            "\0<\0a\0/\0>\0",
        ] {
            assert_eq!(pieces(text), Err(Broken), "{text}");
        }
        assert_eq!(pieces(&("<a>".repeat(257) + &"</a>".repeat(257))), Err(Broken));
        assert!(pieces(&("<a>".repeat(256) + &"</a>".repeat(256))).is_ok());
    }
}

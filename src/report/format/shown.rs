//! What a program or a terminal gets: characters that control a terminal, reorder a line or cannot be seen are written
//! by their code.

use crate::words::is_harmful;
use memchr::{memchr, memchr3};
use std::io::{self, Write};

/// How such characters are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Escapes {
    /// As they are: the format escapes them itself, or a program reads them as data.
    None,
    /// As JSON writes them, `\u202e`, which a program reads back as the same text.
    Json,
    /// By their code, `\u{202e}`: for a person at a terminal.
    Terminal,
}

/// A writer that writes such characters by their code.
pub struct Shown<W> {
    to: W,
    how: Escapes,
    /// The beginning of a character whose other bytes come with the next write.
    begun: Vec<u8>,
}

impl<W: Write> Shown<W> {
    /// Returns a writer to `to`.
    pub fn new(to: W, how: Escapes) -> Self {
        Self { to, how, begun: Vec::new() }
    }

    fn put(&mut self, text: &str) -> io::Result<()> {
        let mut written = 0;
        for (at, letter) in candidates(text) {
            let is_line_end = letter == '\n' || letter == '\r' && text[at + 1..].starts_with('\n');
            if at < written || !is_harmful(letter) || is_line_end {
                continue;
            }
            self.to.write_all(&text.as_bytes()[written..at])?;
            match self.how {
                Escapes::Json => {
                    for unit in letter.encode_utf16(&mut [0; 2]) {
                        write!(self.to, "\\u{unit:04x}")?;
                    }
                }
                _ => write!(self.to, "{}", letter.escape_unicode())?,
            }
            written = at + letter.len_utf8();
        }
        self.to.write_all(&text.as_bytes()[written..])
    }
}

/// Returns the places at which a character may be one to escape. Most text has none, and is searched at memory speed.
fn candidates(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let is_first = |byte: &u8| matches!(byte, 0..=0x1f | 0x7f | 0xc2 | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3);
    let places = bytes.iter().enumerate().filter(move |(_, byte)| is_first(byte)).map(|(at, _)| at);
    places.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)))
}

/// Returns whether JSON has a byte with which a character to escape may begin. The report of a million rows is half a
/// gigabyte, and hardly any of it has one.
fn has_candidate(json: &[u8]) -> bool {
    memchr3(0xc2, 0xe2, 0xef, json).is_some()
        || memchr3(0xd8, 0xe1, 0xf3, json).is_some()
        || memchr(0x7f, json).is_some()
}

impl<W: Write> Write for Shown<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.how == Escapes::None || self.how == Escapes::Json && self.begun.is_empty() && !has_candidate(bytes) {
            return self.to.write(bytes);
        }
        let joined = [std::mem::take(&mut self.begun), bytes.to_vec()].concat();
        let text = match std::str::from_utf8(&joined) {
            Ok(text) => text,
            Err(error) if error.error_len().is_none() => {
                let (whole, begun) = joined.split_at(error.valid_up_to());
                self.begun = begun.to_vec();
                std::str::from_utf8(whole).unwrap_or_default()
            }
            Err(error) => return Err(io::Error::new(io::ErrorKind::InvalidData, error)),
        };
        self.put(text)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(how: Escapes, parts: &[&[u8]]) -> String {
        let mut to = Shown::new(Vec::new(), how);
        parts.iter().for_each(|part| to.write_all(part).unwrap());
        String::from_utf8(to.to).unwrap()
    }

    #[test]
    fn json_has_escapes_that_read_back_as_the_same_text() {
        let text = "a\u{9b}31m\u{202e}\u{200b}\u{e0041}\u{7f}é王";
        let json = serde_json::to_string(text).unwrap() + "\n";
        let written = shown(Escapes::Json, &[json.as_bytes()]);
        assert_eq!(written, "\"a\\u009b31m\\u202e\\u200b\\udb40\\udc41\\u007fé王\"\n");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn a_terminal_gets_no_character_that_acts() {
        let text = "a,\u{1b}[31m\u{9b}1m\r\nb\rc\td\u{7}\u{202e},é\n";
        let written = "a,\\u{1b}[31m\\u{9b}1m\r\nb\\u{d}c\\u{9}d\\u{7}\\u{202e},é\n";
        assert_eq!(shown(Escapes::Terminal, &[text.as_bytes()]), written);
        assert_eq!(shown(Escapes::None, &[text.as_bytes()]), text);
    }

    #[test]
    fn json_is_escaped_always_and_csv_for_a_person() {
        use crate::report::Format;
        for (format, to_file, to_terminal) in [
            (Format::Json, Escapes::Json, Escapes::Json),
            (Format::Ndjson, Escapes::Json, Escapes::Json),
            (Format::Csv, Escapes::None, Escapes::Terminal),
            (Format::Table, Escapes::None, Escapes::None),
        ] {
            assert_eq!([format.escapes(false), format.escapes(true)], [to_file, to_terminal], "{format:?}");
        }
    }

    #[test]
    fn a_character_in_two_writes_is_one() {
        let bytes = "x\u{202e}é".as_bytes();
        for at in 0..=bytes.len() {
            assert_eq!(shown(Escapes::Json, &[&bytes[..at], &bytes[at..]]), "x\\u202eé", "{at}");
        }
    }
}

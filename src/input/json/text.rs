//! The text of a JSON file in a buffer that moves along: whitespace, values to skip, and places for messages.

use crate::input::bytes::Bytes;
use memchr::{memchr_iter, memrchr};
use std::io::{self, Read, Write};
use tempfile::SpooledTempFile;

/// The number of bytes asked of the source at a time.
const CHUNK: usize = 256 * 1024;

/// A text that is read piece by piece. Bytes stay in the buffer until [`Text::forget`] is called.
pub(super) struct Text {
    source: Bytes,
    /// Gets every byte that is read, where the source cannot be read twice.
    copy: Option<SpooledTempFile>,
    pub(super) bytes: Vec<u8>,
    /// The place of the next byte in the buffer.
    pub(super) at: usize,
    ended: bool,
    /// The line of the first byte of the buffer.
    line: u64,
    /// The number of bytes of that line before the buffer.
    column: usize,
}

/// The end of a value that was skipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Skipped {
    /// The whole value.
    Whole,
    /// The text ends in the middle of it.
    Cut,
    /// It goes on beyond the limit.
    TooLong,
}

impl Text {
    /// Returns a text that begins with bytes that were read already.
    pub(super) fn new(start: Vec<u8>, source: Bytes) -> Self {
        Self { source, copy: None, bytes: start, at: 0, ended: false, line: 1, column: 0 }
    }

    /// Keeps a copy of the whole text, for a second reading.
    ///
    /// # Errors
    /// When the temporary file cannot be written.
    pub(super) fn keep_copy(&mut self, mut copy: SpooledTempFile) -> io::Result<()> {
        copy.write_all(&self.bytes)?;
        self.copy = Some(copy);
        Ok(())
    }

    /// Returns the copy.
    pub(super) fn into_copy(self) -> Option<SpooledTempFile> {
        self.copy
    }

    /// Returns the source.
    pub(super) fn source(&self) -> &Bytes {
        &self.source
    }

    /// Returns the bytes in the buffer that have not been read yet.
    pub(super) fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    /// Returns whether the source has been read to its end.
    pub(super) fn has_ended(&self) -> bool {
        self.ended
    }

    /// Removes the bytes before the next one from the buffer.
    pub(super) fn forget(&mut self) {
        let (line, column) = self.place(self.at);
        (self.line, self.column) = (line, column - 1);
        self.bytes.drain(..self.at);
        self.at = 0;
    }

    /// Reads on: at least as much as the buffer still holds, so that a long record is not read over and over. Returns
    /// `false` at the end.
    ///
    /// # Errors
    /// When the source fails, or the temporary file.
    pub(super) fn read_on(&mut self) -> io::Result<bool> {
        let filled = self.bytes.len();
        let wanted = filled + self.rest().len().max(CHUNK);
        while !self.ended && self.bytes.len() < wanted {
            let from = self.bytes.len();
            self.bytes.resize(wanted, 0);
            let read = loop {
                match self.source.read(&mut self.bytes[from..]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read,
                }
            };
            self.bytes.truncate(from + *read.as_ref().unwrap_or(&0));
            self.ended = read? == 0;
        }
        if let Some(copy) = &mut self.copy {
            copy.write_all(&self.bytes[filled..])?;
        }
        Ok(self.bytes.len() > filled)
    }

    /// Returns the line and the column of a byte in the buffer, both from 1.
    pub(super) fn place(&self, at: usize) -> (u64, usize) {
        let before = &self.bytes[..at.min(self.bytes.len())];
        let lines = memchr_iter(b'\n', before).count() as u64;
        let column = memrchr(b'\n', before).map_or(self.column + before.len(), |end| before.len() - end - 1);
        (self.line + lines, column + 1)
    }

    /// Skips whitespace and returns the next byte without reading it; `None` at the end.
    ///
    /// # Errors
    /// When the source fails.
    pub(super) fn peek(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.bytes.get(self.at).copied() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(byte) => return Ok(Some(byte)),
                None if !self.read_on()? => return Ok(None),
                None => {}
            }
        }
    }

    /// Skips one value, whatever it holds. With `keep` the buffer is not moved, and at most `most` bytes of it are
    /// filled.
    ///
    /// # Errors
    /// When the source fails.
    pub(super) fn skip_value(&mut self, keep: bool, most: usize) -> io::Result<Skipped> {
        let (mut depth, mut in_string, mut is_escaped, mut has_begun) = (0_usize, false, false, false);
        loop {
            let Some(byte) = self.bytes.get(self.at).copied() else {
                if !keep {
                    self.forget();
                } else if self.at > most {
                    return Ok(Skipped::TooLong);
                }
                match self.read_on()? {
                    true => continue,
                    false if has_begun && depth == 0 && !in_string => return Ok(Skipped::Whole),
                    false => return Ok(Skipped::Cut),
                }
            };
            let is_end = match byte {
                _ if in_string => {
                    in_string = is_escaped || byte != b'"';
                    is_escaped = byte == b'\\' && !is_escaped;
                    !in_string && depth == 0
                }
                b'"' => {
                    in_string = true;
                    false
                }
                b'[' | b'{' => {
                    depth += 1;
                    false
                }
                // The end of the list or object around a single value.
                b',' | b']' | b'}' if depth == 0 => return Ok(Skipped::Whole),
                b']' | b'}' => {
                    depth -= 1;
                    depth == 0
                }
                b' ' | b'\n' | b'\r' | b'\t' if depth == 0 && has_begun => return Ok(Skipped::Whole),
                _ => false,
            };
            has_begun |= !byte.is_ascii_whitespace();
            self.at += 1;
            if is_end {
                return Ok(Skipped::Whole);
            }
        }
    }

    /// Skips everything up to the next line.
    ///
    /// # Errors
    /// When the source fails.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        loop {
            if let Some(end) = memchr::memchr(b'\n', self.rest()) {
                self.at += end + 1;
                return Ok(());
            }
            self.at = self.bytes.len();
            self.forget();
            if !self.read_on()? {
                return Ok(());
            }
        }
    }
}

//! The bytes of a file, standard input or a pipe: hashed, and decoded to UTF-8 where a byte order mark asks for it.

use crate::input::{opened, turns};
use crate::words::STANDARD_INPUT;
use anyhow::{Context, bail};
use encoding_rs::WINDOWS_1252;
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A reader of the text of an input, as UTF-8 or as bytes of an unknown encoding.
pub struct Bytes {
    decoded: DecodeReaderBytes<HashingReader, Vec<u8>>,
    hash: SharedHash,
}

/// The hash of the bytes read so far, and their number.
#[derive(Default)]
struct Hash {
    digest: Sha256,
    bytes: u64,
}

/// The hash, shared because the decoder keeps its source to itself.
#[derive(Clone, Default)]
struct SharedHash(Arc<Mutex<Hash>>);

impl SharedHash {
    fn lock(&self) -> MutexGuard<'_, Hash> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The most bytes of a text that is read at once: a configuration, a table or a course of the user's own.
pub const MOST_OF_A_TEXT: u64 = 1 << 20;

/// Opens a file of records for reading; `-` is standard input.
///
/// # Errors
/// When there is no file at the path, or it cannot be read.
pub fn open(path: &str) -> anyhow::Result<Box<dyn Read + Send>> {
    if path == STANDARD_INPUT {
        remember_standard_input();
        return Ok(Box::new(io::stdin()));
    }
    if let Some(book) = locked_book(path) {
        bail!("this is no workbook, but the mark that a spreadsheet program has {book:?} open; name {book:?}");
    }
    if Path::new(path).is_dir() {
        bail!("this is a folder; name the files in it");
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => anyhow::anyhow!("there is no such file"),
        io::ErrorKind::PermissionDenied => anyhow::anyhow!("no permission to read it"),
        _ => anyhow::Error::new(error).context("cannot be opened"),
    })?;
    opened::remember_records(&file.metadata().context("cannot be opened")?, Path::new(path), path);
    turns::reader(file, Path::new(path)).context("cannot be opened")
}

/// Remembers the file behind standard input, where there is one.
#[cfg(unix)]
fn remember_standard_input() {
    use std::os::fd::AsFd;
    let file = io::stdin().as_fd().try_clone_to_owned().map(File::from);
    if let Ok(found) = file.and_then(|file| file.metadata()) {
        opened::remember_records(&found, Path::new(STANDARD_INPUT), "standard input");
    }
}

#[cfg(not(unix))]
fn remember_standard_input() {}

/// Reads a text of the user's own that is no file of records: at most a megabyte, as UTF-8.
///
/// # Errors
/// When there is no file at the path, it cannot be read, is too long or not UTF-8.
pub fn read_text(path: &Path) -> io::Result<String> {
    let file = File::open(path)?;
    opened::remember(&file.metadata()?, path, &path.to_string_lossy());
    let mut bytes = Vec::new();
    file.take(MOST_OF_A_TEXT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_OF_A_TEXT {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is longer than a megabyte"));
    }
    let not_read = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what);
    if is_utf_16(&bytes) {
        return Err(not_read("it is text in UTF-16"));
    }
    String::from_utf8(bytes).map_err(|_| not_read("it is no text in UTF-8"))
}

/// Returns the workbook that a file is the lock of: `~$roster.xlsx` of Excel, `.~lock.roster.ods#` of LibreOffice.
fn locked_book(path: &str) -> Option<&str> {
    let name = Path::new(path).file_name()?.to_str()?;
    name.strip_prefix("~$").or_else(|| name.strip_prefix(".~lock.")?.strip_suffix('#')).filter(|book| !book.is_empty())
}

/// Decodes bytes as UTF-8, or where they are not UTF-8, as Windows-1252 into a new text.
pub fn decode_text(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0, Cow::Borrowed)
}

/// Returns what a text was before its UTF-8 was read as Windows-1252, as `Ã–berg` was `Öberg` (settled 170), once or
/// several times; `None` when it is no such text. A no-break space that has become a plain one is read too.
pub(crate) fn ungarbled(text: &str) -> Option<String> {
    /// Each wrong save makes of one letter two or three.
    const MOST_SAVES: usize = 3;
    let mut read_back = ungarbled_once(text)?;
    for _ in 1..MOST_SAVES {
        match ungarbled_once(&read_back) {
            Some(further) => read_back = further,
            None => break,
        }
    }
    Some(read_back)
}

/// Returns whether there may be garbled letters in a text: the first letters of all of them are two bytes in UTF-8, of
/// which this is the first.
pub(crate) fn may_be_garbled(text: &str) -> bool {
    memchr::memchr(0xc3, text.as_bytes()).is_some()
}

fn ungarbled_once(text: &str) -> Option<String> {
    // The first bytes of letters of western and central Europe (C2 to C5), Romania (C8), Greece and Russia (CE to D1),
    // of Vietnam (E1 BA, E1 BB) and of quotation marks (E2 80).
    let is_lead =
        |letter: char| matches!(letter, '\u{c2}'..='\u{c5}' | '\u{c8}' | '\u{ce}'..='\u{d1}' | '\u{e1}' | '\u{e2}');
    if text.is_ascii() || !text.contains(is_lead) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut after_lead = false;
    for letter in text.chars() {
        bytes.push(match letter {
            ' ' if after_lead => 0xa0,
            _ => windows_1252_byte(letter)?,
        });
        after_lead = ('\u{c2}'..='\u{c5}').contains(&letter);
    }
    let read_back = String::from_utf8(bytes).ok()?;
    // A letter and a quotation mark behind it, as in `RENÉ’S`, are not garbled for that: one script, no rare letters.
    let is_western = |letter| matches!(letter, '\u{a0}'..='\u{17f}' | '\u{218}'..='\u{21b}' | '\u{1e80}'..='\u{1eff}');
    let is_usual =
        |letter: char| letter.is_ascii() || is_western(letter) || ('\u{2010}'..='\u{203a}').contains(&letter);
    let is_other_script = |letter: char| !letter.is_alphabetic() || matches!(letter, '\u{370}'..='\u{52f}');
    (read_back.chars().all(is_usual) || read_back.chars().all(is_other_script)).then_some(read_back)
}

/// Returns the byte of a letter in Windows-1252. A control is its own byte: some programs read the letters of that code
/// page so.
fn windows_1252_byte(letter: char) -> Option<u8> {
    if let Ok(control @ 0x80..=0x9f) = u8::try_from(letter) {
        return Some(control);
    }
    let mut buffer = [0; 4];
    let (encoded, _, is_missing) = WINDOWS_1252.encode(letter.encode_utf8(&mut buffer));
    match (&*encoded, is_missing) {
        ([byte], false) => Some(*byte),
        _ => None,
    }
}

/// Returns the SHA-256 of bytes in memory, in hexadecimal.
pub fn sha256_of(bytes: &[u8]) -> String {
    hexadecimal(Sha256::new_with_prefix(bytes))
}

/// Returns the SHA-256 of what is read from a source, in hexadecimal.
///
/// # Errors
/// When it cannot be read.
pub fn sha256_in(source: &mut impl Read) -> io::Result<String> {
    let (mut hash, mut piece) = (Sha256::new(), vec![0; 64 * 1024]);
    loop {
        match source.read(&mut piece)? {
            0 => return Ok(hexadecimal(hash)),
            read => hash.update(&piece[..read]),
        }
    }
}

/// Returns the hash in hexadecimal.
fn hexadecimal(hash: Sha256) -> String {
    use std::fmt::Write;
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Bytes {
    /// Returns a reader of `source` that hashes every byte before it is decoded.
    pub fn new(source: Box<dyn Read + Send>) -> Self {
        let hash = SharedHash::default();
        let decoded = DecodeReaderBytesBuilder::new()
            .bom_sniffing(true)
            .utf8_passthru(true)
            .strip_bom(true)
            .build(HashingReader { source, hash: hash.clone() });
        Self { decoded, hash }
    }

    /// Returns the SHA-256 of the bytes read so far, in hexadecimal.
    pub fn sha256(&self) -> String {
        hexadecimal(self.hash.lock().digest.clone())
    }

    /// Returns the number of bytes read so far.
    pub fn bytes_read(&self) -> u64 {
        self.hash.lock().bytes
    }

    /// Reads the rest of the input.
    ///
    /// # Errors
    /// When the source fails.
    pub fn read_all(&mut self) -> anyhow::Result<Vec<u8>> {
        let mut all = Vec::new();
        self.read_to_end(&mut all).context("cannot be read")?;
        Ok(all)
    }
}

impl Read for Bytes {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.decoded.read(to)
    }
}

/// A source that hashes what is read from it.
struct HashingReader {
    source: Box<dyn Read + Send>,
    hash: SharedHash,
}

impl Read for HashingReader {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(to)?;
        let mut hash = self.hash.lock();
        hash.digest.update(&to[..read]);
        hash.bytes += read as u64;
        Ok(read)
    }
}

/// Returns a sentence about a file without a known header: its likely format, and what to do. `kind` names what it
/// should hold, such as `roster`.
pub fn diagnose(start: &[u8], kind: &str) -> Option<String> {
    let begins = |magic: &[u8]| start.starts_with(magic);
    if start.iter().all(u8::is_ascii_whitespace) {
        Some(format!(
            "the file is empty; this kind of file ({kind}) begins with a line of column names \
             (`muster template {kind} --explain` lists them)"
        ))
    } else if begins(b"%PDF") {
        Some(format!("this is a PDF; export the {kind} file as CSV from where it was made"))
    } else if begins(b"\x1f\x8b") {
        Some("this file is compressed; unpack it, or pipe it: gzip -dc FILE | muster COMMAND -".into())
    } else if is_utf_16(start) {
        Some("this is text in UTF-16 without its mark; save it as CSV in UTF-8 (in Excel: CSV UTF-8)".into())
    } else if start.iter().take(8192).any(|byte| *byte == 0) {
        Some(format!("this is a binary file, not text; export the {kind} file as CSV"))
    } else if begins(b"<") {
        Some(format!("this looks like HTML or XML; export the {kind} file as CSV"))
    } else {
        None
    }
}

/// Decodes a cell of a text that is not UTF-8. In Windows-1252, where the code pages of DOS have their letters, the
/// bytes 0x80 to 0x9F are marks: one before the first letter may be a lost one (settled 170 and 229).
pub(crate) fn decode_cell(bytes: &[u8]) -> Cow<'_, str> {
    let text = decode_text(bytes);
    let is_mark = |byte: &u8| (0x80..=0x9f).contains(byte);
    let first = bytes.iter().position(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80);
    match first.filter(|at| is_mark(&bytes[*at]) && std::str::from_utf8(bytes).is_err()) {
        // Every byte is one letter.
        Some(at) => text.chars().enumerate().map(|(place, sign)| if place == at { '\u{fffd}' } else { sign }).collect(),
        None => text,
    }
}

/// Returns whether a text is UTF-16: it has its mark, or the first letters are two bytes each, of which one is zero.
pub(crate) fn is_utf_16(start: &[u8]) -> bool {
    if start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") {
        return true;
    }
    let (pairs, _) = start.get(..64.min(start.len())).unwrap_or_default().as_chunks::<2>();
    let zeros = |at: usize| !pairs.is_empty() && pairs.iter().all(|pair| pair[at] == 0 && pair[1 - at] != 0);
    zeros(0) || zeros(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_are_hashed_before_they_are_decoded() {
        // UTF-16 with its byte order mark, in more pieces than one.
        let bytes = [b"\xff\xfe".as_slice(), &b"a\0,\0".repeat(50_000)].concat();
        let mut source = Bytes::new(Box::new(io::Cursor::new(bytes.clone())));
        assert_eq!(source.read_all().unwrap(), b"a,".repeat(50_000));
        assert_eq!(source.sha256(), sha256_of(&bytes));
        assert_eq!(source.bytes_read(), bytes.len() as u64);
    }
}

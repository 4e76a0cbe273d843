//! The bytes of an input: a file, standard input or a pipe, decoded to UTF-8 where a byte order mark says so, and hashed.

use crate::pipeline;
use crate::words::STANDARD_INPUT;
use anyhow::{Context, bail};
use encoding_rs::WINDOWS_1252;
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

/// Inputs longer than this are hashed on a thread of their own; below it a thread costs more than it gives.
const HASHED_ASIDE: u64 = 1 << 20;
/// With fewer cores than this the other threads keep all of them at work, and hashing aside would only hold them up.
const CORES_TO_SPARE: usize = 3;
/// How many chunks may wait for the hashing thread.
const CHUNKS_WAITING: usize = 4;

/// A reader of an input's text, as UTF-8 or as bytes that are no UTF-8 at all.
pub struct Bytes {
    decoded: DecodeReaderBytes<Hashing, Vec<u8>>,
    hash: Arc<Mutex<Hash>>,
}

/// The hash of what has been read, and how much that was.
#[derive(Default)]
struct Hash {
    digest: Digesting,
    bytes: u64,
    /// Whether there is a core for hashing alone.
    may_go_aside: bool,
}

enum Digesting {
    /// Here, between two reads.
    Here(Sha256),
    /// On a thread that takes chunks until there are no more, and gives each back to be filled again.
    Aside { chunks: SyncSender<Vec<u8>>, spare: Receiver<Vec<u8>>, thread: JoinHandle<Sha256> },
}

impl Default for Digesting {
    fn default() -> Self {
        Self::Here(Sha256::default())
    }
}

impl Hash {
    fn update(&mut self, chunk: &[u8]) {
        self.bytes += chunk.len() as u64;
        match &mut self.digest {
            Digesting::Here(digest) => {
                digest.update(chunk);
                if self.may_go_aside && self.bytes > HASHED_ASIDE {
                    self.digest = Digesting::aside(digest.clone());
                }
            }
            Digesting::Aside { chunks, spare, .. } => {
                let mut copy = spare.try_recv().unwrap_or_default();
                copy.clear();
                copy.extend_from_slice(chunk);
                // The thread lives as long as the sender.
                let _ = chunks.send(copy);
            }
        }
    }

    /// The digest of everything so far.
    fn finish(&mut self) -> Sha256 {
        let digest = match std::mem::take(&mut self.digest) {
            Digesting::Here(digest) => digest,
            Digesting::Aside { chunks, thread, .. } => {
                drop(chunks);
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            }
        };
        self.digest = Digesting::Here(digest.clone());
        digest
    }
}

impl Digesting {
    fn aside(mut digest: Sha256) -> Self {
        let (chunks, waiting) = sync_channel::<Vec<u8>>(CHUNKS_WAITING);
        let (done, spare) = channel();
        let thread = std::thread::spawn(move || {
            for chunk in waiting {
                digest.update(&chunk);
                // At the end nobody wants it any more.
                let _ = done.send(chunk);
            }
            digest
        });
        Self::Aside { chunks, spare, thread }
    }
}

/// Opens a path for reading; `-` is standard input.
///
/// # Errors
/// Says what stands at the path when it is no file that can be read.
pub fn open(path: &str) -> anyhow::Result<Box<dyn Read + Send>> {
    if path == STANDARD_INPUT {
        return Ok(Box::new(io::stdin()));
    }
    if Path::new(path).is_dir() {
        bail!("this is a folder; name the files in it");
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => anyhow::anyhow!("there is no such file"),
        io::ErrorKind::PermissionDenied => anyhow::anyhow!("no permission to read it"),
        _ => anyhow::Error::new(error).context("cannot be opened"),
    })?;
    Ok(Box::new(file))
}

/// What bytes say: as UTF-8, or else, then owned, as Windows-1252.
pub fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    std::str::from_utf8(bytes).map_or_else(|_| WINDOWS_1252.decode_without_bom_handling(bytes).0, Cow::Borrowed)
}

/// The SHA-256 of bytes in memory, in hexadecimal.
pub fn sha256_of(bytes: &[u8]) -> String {
    hexadecimal(Sha256::new_with_prefix(bytes))
}

fn hexadecimal(hash: Sha256) -> String {
    use std::fmt::Write;
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

impl Bytes {
    /// Reads from `source`, hashing every byte as it stands there.
    pub fn new(source: Box<dyn Read + Send>) -> Self {
        let may_go_aside = pipeline::cores() >= CORES_TO_SPARE;
        let hash = Arc::new(Mutex::new(Hash { may_go_aside, ..Hash::default() }));
        let decoded = DecodeReaderBytesBuilder::new()
            .bom_sniffing(true)
            .utf8_passthru(true)
            .strip_bom(true)
            .build(Hashing { source, hash: Arc::clone(&hash) });
        Self { decoded, hash }
    }

    /// The SHA-256 of what has been read so far, in hexadecimal.
    pub fn sha256(&self) -> String {
        hexadecimal(self.hash.lock().unwrap_or_else(PoisonError::into_inner).finish())
    }

    /// How many bytes have been read so far.
    pub fn bytes_read(&self) -> u64 {
        self.hash.lock().unwrap_or_else(PoisonError::into_inner).bytes
    }

    /// Reads everything that is left.
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

struct Hashing {
    source: Box<dyn Read + Send>,
    hash: Arc<Mutex<Hash>>,
}

impl Read for Hashing {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(to)?;
        self.hash.lock().unwrap_or_else(PoisonError::into_inner).update(&to[..read]);
        Ok(read)
    }
}

/// What a file without a header that we know seems to be, and what to do about it. `kind` is what it should hold: `roster`.
pub fn diagnose(start: &[u8], kind: &str) -> Option<String> {
    let begins = |magic: &[u8]| start.starts_with(magic);
    if start.iter().all(u8::is_ascii_whitespace) {
        Some(format!(
            "the file is empty; a {kind} file begins with a line of column names (`muster template {kind} --explain` lists them)"
        ))
    } else if begins(b"PK\x03\x04") || begins(b"\xd0\xcf\x11\xe0") {
        Some(
            "this is a spreadsheet workbook (Excel or similar); open it and export the sheet: File, Save As, \"CSV UTF-8 (Comma delimited)\""
                .into(),
        )
    } else if begins(b"%PDF") {
        Some(format!("this is a PDF; export the {kind} file as CSV from where it was made"))
    } else if begins(b"\x1f\x8b") {
        Some("this file is compressed; unpack it, or pipe it: gzip -dc FILE | muster COMMAND -".into())
    } else if start.iter().take(8192).any(|byte| *byte == 0) {
        Some(format!("this is a binary file, not text; export the {kind} file as CSV"))
    } else if begins(b"<") {
        Some(format!("this looks like HTML or XML; export the {kind} file as CSV"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hashed_aside_has_the_same_hash() {
        let chunk: Vec<u8> = (0..=250).cycle().take(100_000).collect();
        let hashed = |may_go_aside| {
            let mut hash = Hash { may_go_aside, ..Hash::default() };
            (0..30).for_each(|_| hash.update(&chunk));
            assert_eq!(matches!(hash.digest, Digesting::Aside { .. }), may_go_aside);
            hexadecimal(hash.finish())
        };
        assert_eq!(hashed(true), hashed(false));
        assert_eq!(hashed(false), sha256_of(&chunk.repeat(30)));
    }
}

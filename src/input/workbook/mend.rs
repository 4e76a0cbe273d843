//! A workbook in which some pieces of a part are written anew, because the library refuses a whole workbook for one
//! cell whose value is none of its type, or an error such as `#SPILL!` that it does not know, or passes over a text
//! that has no type.

use crate::input::workbook::container::parts;
use std::borrow::Cow;
use std::io::{self, Cursor, Read, Write};
use std::ops::Range;
use std::sync::Arc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A piece of a part, and what is written in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edit {
    /// The place of the piece in the part, in bytes.
    pub(super) at: Range<u64>,
    pub(super) text: Cow<'static, str>,
}

/// Returns the workbook in which a part has these edits, which are in their order.
///
/// # Errors
/// When a part of it cannot be read.
pub(super) fn edited(bytes: &Arc<[u8]>, edited: &str, edits: &[Edit]) -> zip::result::ZipResult<Arc<[u8]>> {
    if edits.is_empty() {
        return Ok(Arc::clone(bytes));
    }
    let mut archive = parts(bytes)?;
    let mut made = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index)?;
        let name = part.name()?.into_owned();
        if name != edited {
            made.raw_copy_file(part)?;
            continue;
        }
        drop(part);
        made.start_file(name, SimpleFileOptions::default())?;
        write(archive.by_index(index)?, edits, &mut made)?;
    }
    Ok(made.finish()?.into_inner().into())
}

/// Copies a part with its edits.
fn write(mut part: impl Read, edits: &[Edit], to: &mut impl Write) -> io::Result<()> {
    let mut at = 0;
    for Edit { at: place, text } in edits {
        io::copy(&mut part.by_ref().take(place.start.saturating_sub(at)), to)?;
        io::copy(&mut part.by_ref().take(place.end - place.start), &mut io::sink())?;
        to.write_all(text.as_bytes())?;
        at = place.end;
    }
    io::copy(&mut part, to).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_pieces_at_the_places_change() {
        let mut written = Vec::new();
        let edits = [6..7, 16..18, 21..21].map(|at| Edit { at, text: "str".into() });
        write(b"<c t=\"e\"/><c t='zz' s=\"1\"/><c t=\"n\"/>".as_slice(), &edits, &mut written).unwrap();
        assert_eq!(written, b"<c t=\"str\"/><c t='str' sstr=\"1\"/><c t=\"n\"/>");
    }
}

//! An `.xlsx` workbook in which the type of some cells is that of a text, because the library refuses a whole workbook
//! for one cell whose value is none of its type, or an error such as `#SPILL!` that it does not know.

use crate::input::workbook::container::parts;
use std::io::{self, Cursor, Read, Write};
use std::ops::Range;
use std::sync::Arc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Returns the workbook in which the part `sheet` has the type of a text at these places, which are in their order.
///
/// # Errors
/// When a part of it cannot be read.
pub(super) fn with_texts(bytes: &Arc<[u8]>, sheet: &str, places: &[Range<u64>]) -> zip::result::ZipResult<Arc<[u8]>> {
    let mut archive = parts(bytes)?;
    let mut made = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index)?;
        let name = part.name()?.into_owned();
        if name != sheet {
            made.raw_copy_file(part)?;
            continue;
        }
        drop(part);
        made.start_file(name, SimpleFileOptions::default())?;
        write(archive.by_index(index)?, places, &mut made)?;
    }
    Ok(made.finish()?.into_inner().into())
}

/// Copies a part with `str` at each of the places.
fn write(mut part: impl Read, places: &[Range<u64>], to: &mut impl Write) -> io::Result<()> {
    let mut at = 0;
    for place in places {
        io::copy(&mut part.by_ref().take(place.start.saturating_sub(at)), to)?;
        io::copy(&mut part.by_ref().take(place.end - place.start), &mut io::sink())?;
        to.write_all(b"str")?;
        at = place.end;
    }
    io::copy(&mut part, to).map(drop)
}

#[cfg(test)]
mod tests {
    use super::write;

    #[test]
    fn only_the_types_at_the_places_change() {
        let mut written = Vec::new();
        write(b"<c t=\"e\"/><c t='zz' s=\"1\"/><c t=\"n\"/>".as_slice(), &[6..7, 16..18], &mut written).unwrap();
        assert_eq!(written, b"<c t=\"str\"/><c t='str' s=\"1\"/><c t=\"n\"/>");
    }
}

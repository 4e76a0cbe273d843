//! Errors of formulas that the library does not know, such as `#SPILL!` and `#BUSY!`, in an `.xlsx` workbook: their
//! cells become text, so that one of them costs no more than itself.

use crate::input::workbook::container::{BROKEN, parts};
use anyhow::bail;
use memchr::{memchr, memmem};
use std::io::{Cursor, Read, Write};
use std::sync::Arc;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Returns the workbook in which every cell with an error is a cell with the text of that error.
///
/// # Errors
/// When a part of it cannot be read.
pub(super) fn as_text(bytes: &Arc<[u8]>) -> anyhow::Result<Arc<[u8]>> {
    let written = parts(bytes).and_then(|mut archive| {
        let mut made = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index)?;
            let name = part.name()?.into_owned();
            if !name.to_ascii_lowercase().contains("/worksheets/") || !name.ends_with(".xml") {
                made.raw_copy_file(part)?;
                continue;
            }
            drop(part);
            let mut xml = Vec::new();
            archive.by_index(index)?.read_to_end(&mut xml)?;
            made.start_file(name, SimpleFileOptions::default())?;
            made.write_all(&with_text(&xml))?;
        }
        Ok(made.finish()?.into_inner())
    });
    match written {
        Ok(written) => Ok(written.into()),
        Err(_) => bail!(BROKEN),
    }
}

/// Returns the XML of a sheet in which the type of an error is that of a text.
fn with_text(xml: &[u8]) -> Vec<u8> {
    let mut written = Vec::with_capacity(xml.len());
    let mut rest = xml;
    while let Some(begins) = memchr(b'<', rest) {
        let (text, tag) = rest.split_at(begins);
        let (tag, behind) = tag.split_at(memchr(b'>', tag).map_or(tag.len(), |end| end + 1));
        written.extend_from_slice(text);
        let marks = [b" t=\"e\"".as_slice(), b" t='e'"];
        match marks.iter().find_map(|mark| memmem::find(tag, mark)) {
            Some(at) => {
                written.extend_from_slice(&tag[..at]);
                written.extend_from_slice(b" t=\"str\"");
                written.extend_from_slice(&tag[at + marks[0].len()..]);
            }
            None => written.extend_from_slice(tag),
        }
        rest = behind;
    }
    written.extend_from_slice(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::with_text;

    #[test]
    fn only_the_type_in_a_tag_changes() {
        let xml = b"<c r=\"A1\" t=\"e\" s=\"1\"><v>#SPILL!</v></c><c t='e'/><t> t=\"e\"</t><c t=\"s\"/>x";
        let written = b"<c r=\"A1\" t=\"str\" s=\"1\"><v>#SPILL!</v></c><c t=\"str\"/><t> t=\"e\"</t><c t=\"s\"/>x";
        assert_eq!(with_text(xml), written);
        assert_eq!(with_text(b"<c t=\"e\""), b"<c t=\"str\"");
    }
}

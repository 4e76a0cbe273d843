//! Which kind of file it is that comes as a package of parts, and whether its parts have sizes that can be unpacked.

use crate::words::shown_text;
use anyhow::{anyhow, bail};
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashSet;
use std::io::{BufReader, Cursor, Read};
use std::sync::Arc;
use zip::ZipArchive;

/// The kind of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BookKind {
    /// Excel since 2007: `.xlsx`, `.xlsm`.
    Xlsx,
    /// Excel until 2003.
    Xls,
    /// LibreOffice and others.
    Ods,
}

/// The parts of a workbook that is a zip archive.
pub(super) type Parts = ZipArchive<Cursor<Arc<[u8]>>>;

/// The largest part that is unpacked: a sheet of a million rows with twenty columns has about 700 MiB.
const LARGEST_PART: u64 = 1 << 30;
/// The largest size of all parts that are held in memory as a whole, such as the texts of all cells.
const LARGEST_TEXTS: u64 = 1 << 29;
/// The most bytes of the list of parts that are looked at.
const LARGEST_LIST: u64 = 1 << 20;
/// A part above this size must not be packed to less than this fraction. Sheets are packed to about a fifteenth.
const PACKED: (u64, u64) = (16 << 20, 250);

/// Returns whether a file begins as a package of parts: a zip archive, or a compound file of the old Office.
pub(crate) fn is_package(start: &[u8]) -> bool {
    [b"PK\x03\x04".as_slice(), b"PK\x05\x06", COMPOUND].iter().any(|magic| start.starts_with(magic))
}

const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";

/// The sentence about a workbook of Excel with a password.
pub(super) const PASSWORD: &str = "a password protects this workbook, and nothing in it can be read; open it in Excel, \
                                   remove the password (File, Info, Protect Workbook, Encrypt with Password: leave it \
                                   blank), and save a copy as an Excel Workbook (.xlsx)";

/// The sentence about one of LibreOffice.
const ODS_PASSWORD: &str = "a password protects this workbook, and nothing in it can be read; open it in LibreOffice, \
                            choose File, Save As, take the check mark off \"Save with password\", and save a copy";

/// The sentence about an archive.
const ZIP_PASSWORD: &str = "a password protects this zip archive; unpack it with its password, and name the file in it";

/// Returns the kind of workbook that a package is.
///
/// # Errors
/// When it is no workbook, or one that cannot be read: what it is, and what to do.
pub(super) fn identify(bytes: &Arc<[u8]>) -> anyhow::Result<BookKind> {
    if bytes.starts_with(COMPOUND) { identify_compound(bytes) } else { identify_archive(bytes) }
}

fn identify_compound(bytes: &Arc<[u8]>) -> anyhow::Result<BookKind> {
    let Ok(file) = cfb::CompoundFile::open(Cursor::new(Arc::clone(bytes))) else { bail!(BROKEN) };
    let has = |name: &str| file.exists(format!("/{name}"));
    if has("Workbook") || has("Book") {
        return Ok(BookKind::Xls);
    }
    if has("EncryptedPackage") {
        bail!(PASSWORD);
    }
    if has("WordDocument") {
        bail!("this is a Word document; muster reads workbooks and CSV, so copy the table into a workbook and save it");
    }
    bail!("this is a file of the old Office, but no workbook; export the table as .xlsx or CSV")
}

fn identify_archive(bytes: &Arc<[u8]>) -> anyhow::Result<BookKind> {
    let Ok(mut parts) = parts(bytes) else { bail!(BROKEN) };
    let names: Vec<String> = parts.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let has = |name: &str| names.iter().any(|part| part.eq_ignore_ascii_case(name));
    let has_under = |folder: &str| names.iter().any(|part| part.to_ascii_lowercase().starts_with(folder));
    if (0..parts.len()).any(|index| parts.by_index_raw(index).is_ok_and(|part| part.encrypted())) {
        bail!(ZIP_PASSWORD);
    }
    if has("encrypted-package") || is_encrypted_ods(&mut parts) {
        bail!(ODS_PASSWORD);
    }
    if has("xl/workbook.bin") {
        bail!("this is a binary workbook (.xlsb); open it and save it as an Excel Workbook (.xlsx)");
    }
    let kind = if has("content.xml") && has("mimetype") {
        let mut mime = String::new();
        let part = parts.by_name("mimetype").ok();
        let _ = part.map(|part| part.take(100).read_to_string(&mut mime));
        if !mime.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
            bail!("this is a LibreOffice document, but no spreadsheet; copy the table into one and save it");
        }
        BookKind::Ods
    } else if has("[Content_Types].xml") && has_under("xl/") {
        BookKind::Xlsx
    } else if has_under("word/") {
        bail!("this is a Word document; muster reads workbooks and CSV, so copy the table into a workbook and save it");
    } else if has_under("ppt/") {
        bail!("this is a PowerPoint presentation; copy the table into a workbook and save it");
    } else if names.iter().any(|name| name.ends_with(".iwa")) || has("Index.zip") {
        bail!("this is an Apple Numbers file; in Numbers choose File, Export To, Excel or CSV");
    } else {
        bail!("this is a zip archive, but no workbook; unpack it and name the file in it");
    };
    // Of two parts of one name, great letters and small ones alike, only one would be read.
    let mut once = HashSet::new();
    let is_once = |name: &String| once.insert(name.replace('\\', "/").to_ascii_lowercase());
    if parts.has_duplicate_names() || !names.iter().all(is_once) {
        bail!(BROKEN);
    }
    check_sizes(&mut parts)?;
    Ok(kind)
}

/// Returns whether the list of the parts of an `.ods` workbook names a part that is encrypted.
fn is_encrypted_ods(parts: &mut Parts) -> bool {
    let Ok(part) = parts.by_name("META-INF/manifest.xml") else { return false };
    let mut list = Vec::new();
    // A list that cannot be read is found by the library.
    let _ = part.take(LARGEST_LIST).read_to_end(&mut list);
    memmem::find(&list, b"encryption-data").is_some()
}

/// Opens the archive of a workbook.
pub(super) fn parts(bytes: &Arc<[u8]>) -> zip::result::ZipResult<Parts> {
    ZipArchive::new(Cursor::new(Arc::clone(bytes)))
}

/// The sentence about a workbook whose structure is not right.
pub(super) const BROKEN: &str = "this workbook is damaged or cut off; open it in the spreadsheet program, save it \
                                 under another name, and try that";

/// Refuses an archive whose parts would take the memory of the machine. A part that holds more than it declares is cut
/// off with an error when it is read.
fn check_sizes(parts: &mut Parts) -> anyhow::Result<()> {
    let mut texts = 0_u64;
    for index in 0..parts.len() {
        let Ok(part) = parts.by_index_raw(index) else { bail!(BROKEN) };
        let name = part.name().unwrap_or_default().to_ascii_lowercase();
        // Pictures and the like are never unpacked.
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let (size, packed) = (part.size(), part.compressed_size());
        let is_sheet = name.contains("/worksheets/") || name == "content.xml";
        texts += if is_sheet { 0 } else { size };
        if size > LARGEST_PART || texts > LARGEST_TEXTS || size > PACKED.0 && size / PACKED.1 > packed {
            bail!(
                "this workbook would take {} MiB of memory when it is unpacked, which no roster needs; copy the sheet \
                 into a new workbook and save that",
                size.max(texts) >> 20
            );
        }
    }
    check_text_count(parts)
}

/// Refuses a workbook that announces more texts than it can hold: memory for them is taken at once.
fn check_text_count(parts: &mut Parts) -> anyhow::Result<()> {
    let names = parts.file_names().filter_map(|name| Some(name.ok()?.into_owned()));
    let texts: Vec<String> = names.filter(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml")).collect();
    for name in texts {
        let Ok(part) = parts.by_name(&name) else { bail!(BROKEN) };
        // Each text takes at least `<si/>`.
        let most = part.size() / 5;
        let mut xml = Reader::from_reader(BufReader::new(part));
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag) | Event::Empty(tag)) if tag.local_name().as_ref() == "sst" => {
                    let count = tag.try_get_attribute("uniqueCount").ok().flatten();
                    let count = count.and_then(|count| count.value.trim().parse::<u64>().ok());
                    if count.is_some_and(|count| count > most) {
                        bail!(BROKEN);
                    }
                    break;
                }
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
        }
    }
    Ok(())
}

/// Returns the error about a password or damage that stopped the reading. What the library says quotes the file, and is
/// not shown.
pub(super) fn unreadable(failure: &calamine::Error) -> anyhow::Error {
    use calamine::{OdsError, XlsError, XlsxError};
    match failure {
        calamine::Error::Xlsx(XlsxError::Password) | calamine::Error::Xls(XlsError::Password) => anyhow!(PASSWORD),
        calamine::Error::Ods(OdsError::Password) => anyhow!(ODS_PASSWORD),
        _ => anyhow!(BROKEN),
    }
}

/// Returns the error about a sheet that cannot be read.
pub(super) fn broken_sheet(name: &str, wrong: &str) -> anyhow::Error {
    let name = shown_text(name);
    anyhow!(
        "the sheet {name:?} of this workbook is damaged or cut off{wrong}; open the workbook in the spreadsheet \
         program, save it under another name, and try that"
    )
}

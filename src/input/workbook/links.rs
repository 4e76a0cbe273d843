//! Which part of an `.xlsx` workbook holds what: as the library finds it, by the links between the parts.

use crate::input::workbook::container::{BROKEN, Parts, parts};
use crate::input::workbook::tags::{Broken, Piece, Tags};
use anyhow::bail;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::BufReader;
use std::sync::Arc;

/// Where the part that lists the sheets is, and how many texts the cells share.
#[derive(Clone, Debug)]
pub(super) struct Home {
    /// `xl/`
    folder: String,
    /// `workbook.xml`
    name: String,
    pub(super) texts: u64,
}

/// Finds the list of the sheets, and checks that the tags of all parts fit together on which the cells depend.
///
/// # Errors
/// When they do not.
pub(super) fn look(bytes: &Arc<[u8]>) -> anyhow::Result<Home> {
    let Ok(mut parts) = parts(bytes) else { bail!(BROKEN) };
    let mut target = None;
    each_tag(&mut parts, "_rels/.rels", &mut |tag| {
        if text(tag, "Type").is_some_and(|kind| kind.ends_with("/relationships/officeDocument")) {
            target = text(tag, "Target");
        }
    });
    let Some(target) = target else { bail!(BROKEN) };
    let target = target.strip_prefix('/').unwrap_or(&target);
    let (folder, name) = target.rfind('/').map_or(("", target), |at| target.split_at(at + 1));
    let mut home = Home { folder: folder.to_owned(), name: name.to_owned(), texts: 0 };
    if named(&parts, &format!("{folder}{name}")).is_none() {
        bail!(BROKEN);
    }
    for part in [format!("{folder}{name}"), format!("{folder}_rels/{name}.rels"), format!("{folder}styles.xml")] {
        if check(&mut parts, &part, "").is_err() {
            bail!(BROKEN);
        }
    }
    match check(&mut parts, &format!("{folder}sharedStrings.xml"), "si") {
        Ok(texts) => home.texts = texts,
        Err(Broken) => bail!(BROKEN),
    }
    Ok(home)
}

/// Checks the tags of a part, if it is there, and counts the elements of a name, which stand right inside the first.
/// The first may announce how many they are; where there are fewer, one is missing and all behind it have moved.
fn check(parts: &mut Parts, part: &str, counted: &str) -> Result<u64, Broken> {
    let Some(part) = named(parts, part) else { return Ok(0) };
    let Ok(part) = parts.by_name(&part) else { return Err(Broken) };
    let (mut tags, mut count, mut announced, mut is_first) = (Tags::new(part), 0, 0, true);
    loop {
        let depth = tags.depth();
        let Some(piece) = tags.next()? else { break };
        let tag = match piece {
            Piece::Opens(tag) => tag,
            // Text that has lost its tags would be a blank one.
            Piece::Text(text) if !counted.is_empty() && depth <= 2 && !text.trim_ascii().is_empty() => {
                return Err(Broken);
            }
            _ => continue,
        };
        if std::mem::take(&mut is_first) {
            let unique = tag.attributes().flatten().find(|attribute| attribute.name == b"uniqueCount");
            let unique = unique.and_then(|unique| std::str::from_utf8(unique.value).ok()?.trim().parse().ok());
            announced = unique.unwrap_or(0);
        }
        if !counted.is_empty() && tag.name == counted.as_bytes() {
            if depth != 1 {
                return Err(Broken);
            }
            count += 1;
        }
    }
    if count < announced && !counted.is_empty() { Err(Broken) } else { Ok(count) }
}

/// Returns the name of a part as the archive has it: its letters may be small or great.
fn named(parts: &Parts, path: &str) -> Option<String> {
    let names = parts.file_names().filter_map(Result::ok);
    let same = |name: &str| name.replace('\\', "/").eq_ignore_ascii_case(path);
    names.filter(|name| same(name)).last().map(|name| name.into_owned())
}

/// Returns the name of the part that holds a sheet.
pub(super) fn sheet_part(parts: &mut Parts, home: &Home, sheet: &str) -> Option<String> {
    let Home { folder, name, .. } = home;
    let mut link = None;
    each_tag(parts, &format!("{folder}{name}"), &mut |tag| {
        if tag.local_name().as_ref() == "sheet" && text(tag, "name").is_some_and(|name| name == sheet) {
            let mut links = tag.attributes().flatten().filter(|link| link.key.local_name().as_ref() == "id");
            link = links.next().map(|link| link.value.into_owned());
        }
    });
    let (link, mut target) = (link?, None);
    each_tag(parts, &format!("{folder}_rels/{name}.rels"), &mut |tag| {
        if text(tag, "Id").is_some_and(|id| id == link) {
            target = text(tag, "Target");
        }
    });
    let target = target?;
    let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
    named(parts, &path)
}

/// Calls `on` for every tag that opens in a small part.
fn each_tag(parts: &mut Parts, part: &str, on: &mut dyn FnMut(&BytesStart)) {
    let Some(part) = named(parts, part) else { return };
    let Ok(part) = parts.by_name(&part) else { return };
    let mut xml = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => on(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// Returns the value of an attribute.
fn text(tag: &BytesStart, name: &str) -> Option<String> {
    let value = tag.try_get_attribute(name).ok().flatten()?;
    quick_xml::escape::unescape(&value.value).ok().map(std::borrow::Cow::into_owned)
}

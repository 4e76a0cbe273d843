//! What is told of files before their records: the headings that nothing reads (settled 179), and the user's own names
//! that no file has (settled 171).

use crate::cli::config::Settings;
use crate::finding::{Finding, Place, Status};
use crate::input::cells::OwnWord;
use crate::input::faults::{UNREAD_COLUMN, UNREAD_SHEET};
use crate::input::header::{Header, HeaderName, OwnName, OwnNames, Unread, list_unknown, look_up};
use crate::input::heading::is_own_number;
use crate::input::kind::Kind;
use crate::input::sample::SAMPLE;
use crate::input::sheet::{Headings, Sheet, UnreadSheet};
use crate::model::KINDS;
use crate::values::fold::fold;
use crate::words::{shown_path, shown_text};

/// The facts about opened files that come before their findings.
#[derive(Default)]
pub(crate) struct FileFacts {
    /// A line a file whose headings are not all read.
    pub(crate) lines: Vec<String>,
    /// A finding a column that nothing reads and that may matter.
    pub(crate) findings: Vec<Finding<'static>>,
    /// Further notes.
    pub(crate) notes: Vec<String>,
    /// The user's own words for columns that are read, each with its column. Which of them were of use is known after
    /// the files have been read.
    own_words: Vec<(&'static str, OwnWord)>,
}

impl FileFacts {
    /// Returns the facts about every file of a run.
    pub(crate) fn of<'s>(sheets: impl IntoIterator<Item = &'s Sheet>, settings: &Settings) -> Self {
        let sheets: Vec<&Sheet> = sheets.into_iter().collect();
        let mut facts = Self::default();
        for sheet in &sheets {
            facts.lines.extend(sheets_line(sheet));
            facts.lines.extend(line(sheet));
            facts.notes.extend(own_number_note(sheet));
            facts.findings.extend(sheet.unread_sheets.iter().map(|unread| unread_sheet(sheet, unread)));
            facts.findings.extend(sheet.header.unknown.iter().filter_map(|heading| finding(sheet, heading)));
        }
        facts.notes.extend(unused_names(&sheets, settings));
        let is_read = |column: &str| {
            let place = |sheet: &Sheet| sheet.kind.specs.iter().position(|spec| spec.name == column);
            sheets.iter().any(|sheet| place(sheet).is_some_and(|at| sheet.header.place(at).is_some()))
        };
        let columns = settings.values.iter().filter(|(column, _)| is_read(column));
        let words = columns.flat_map(|(column, words)| words.values().map(move |word| (*column, word.clone())));
        facts.own_words = words.collect();
        facts
    }

    /// Returns a note on the user's own words by which no cell of the files was read (settled 182).
    pub(crate) fn unused_words(&self) -> Option<String> {
        let unused = self.own_words.iter().filter(|(_, word)| !word.is_used());
        let mut unused: Vec<String> =
            unused.map(|(column, word)| format!("{column} {:?} = {:?}", word.written, word.means)).collect();
        unused.sort_unstable();
        let (entries, change) = if unused.len() == 1 { ("this entry", "changes") } else { ("these entries", "change") };
        (!unused.is_empty()).then(|| {
            let unused = unused.join(", ");
            format!("{entries} of [values] in the configuration {change} no cell of the files: {unused}")
        })
    }
}

/// Returns the line about the sheets of a workbook that are not read and hold records too.
fn sheets_line(sheet: &Sheet) -> Option<String> {
    let rosters = sheet.unread_sheets.iter().filter(|unread| !unread.is_damaged);
    let names: Vec<String> = rosters.map(|unread| format!("{:?}", shown_text(&unread.name))).collect();
    let sheets = if names.len() == 1 { "the sheet" } else { "the sheets" };
    let (path, kind) = (shown_path(&sheet.path), sheet.kind.name);
    (!names.is_empty()).then(|| format!("{path}: not read, with a {kind} of its own: {sheets} {}", names.join(", ")))
}
/// The most columns without a heading that a line names.
const MOST_PLACES: usize = 5;

/// Returns the line about the headings of a file; `None` when all are read or ignored.
fn line(sheet: &Sheet) -> Option<String> {
    let (header, redact) = (&sheet.header, sheet.redact);
    let mut parts = Vec::new();
    if !header.unknown.is_empty() {
        parts.push(format!("nothing reads {}", list_unknown(header.unknown.iter(), redact)));
    }
    for lesser in &header.lesser {
        let field = lesser.near.unwrap_or_default();
        let read = |column: usize| header.place(column).and_then(|at| header.name_at(at));
        let better = sheet.kind.specs.iter().position(|spec| spec.name == field).and_then(read);
        let better = better.map_or_else(|| "a better heading".into(), |name| format!("{name:?}"));
        parts.push(format!("{} is not read, because {better} is read as {field}", lesser.shown(redact)));
    }
    if header.beyond > 0 {
        parts.push("every record has cells beyond the header, a column without a heading, which is not read".into());
    }
    if !header.unheaded.is_empty() {
        let places: Vec<String> = header.unheaded.iter().take(MOST_PLACES).map(|at| (at + 1).to_string()).collect();
        let more = if header.unheaded.len() > MOST_PLACES { " and others" } else { "" };
        parts.push(format!("no heading stands above column {}{more}, which is not read", places.join(", ")));
    }
    parts.extend(other_kind(header, sheet.kind));
    let Headings { read, there } = sheet.headings();
    let headings = if there == 1 { "heading is" } else { "headings are" };
    let path = shown_path(&sheet.path);
    (!parts.is_empty()).then(|| format!("{path}: {read} of {there} {headings} read; {}", parts.join("; ")))
}

/// Returns the words about a file whose headings are rather those of another kind of file.
pub(crate) fn other_kind(header: &Header, kind: &Kind) -> Option<String> {
    /// The least headings that the other kind reads and this one does not.
    const LEAST_MORE: usize = 2;
    let read_as = |kind: &Kind| {
        let columns = header.names().map(|name| look_up(name, kind.specs, &OwnNames::new()));
        let mut places: Vec<usize> =
            columns.filter_map(|found| if let HeaderName::Column(at) = found { Some(at) } else { None }).collect();
        places.sort_unstable();
        places.dedup();
        places.len()
    };
    let own = header.columns_read();
    let others = KINDS.iter().filter(|other| other.name != kind.name).map(|other| (read_as(other), other));
    let (known, other) = others.max_by_key(|(known, _)| *known)?;
    (known >= own + LEAST_MORE && known > header.headings() / 2)
        .then(|| format!("{known} of its headings are those of a {} file, which `{}` reads", other.name, other.read_by))
}

/// Returns the finding about a column that nothing reads, where its heading is near to a known name or it holds days.
fn finding(sheet: &Sheet, heading: &Unread) -> Option<Finding<'static>> {
    let shown = heading.shown(sheet.redact);
    let days = if heading.holds_days { ", and it holds days" } else { "" };
    let way_out = |column: &str| match sheet.redact {
        true => format!("write its heading with {column:?} under [columns] in the configuration, otherwise \"ignore\""),
        false => {
            format!("write {shown} = {column:?} under [columns] in the configuration, otherwise {shown} = \"ignore\"")
        }
    };
    let left = || {
        let (records, say) = match heading.departed {
            1 => ("1 record".to_owned(), "says"),
            count => (format!("{count} records"), "say"),
        };
        let ignored = if sheet.redact { "otherwise write its heading with" } else { "otherwise write" };
        let entry = if sheet.redact { "\"ignore\"".to_owned() } else { format!("{shown} = \"ignore\"") };
        format!(
            "nothing reads {shown}, where {records} among the first {SAMPLE} {say} that somebody has left; such people \
             are checked like those in service. Give the day in a column separated, or take them out of the file; \
             {ignored} {entry} under [columns] in the configuration"
        )
    };
    let message = match heading.near {
        _ if heading.departed > 0 => left(),
        Some(near) => format!("nothing reads {shown}{days}; if it is {near}, {}", way_out(near)),
        None if heading.holds_days => {
            let kind = sheet.kind.name;
            let columns = format!("one of the columns that `muster template {kind} --explain` lists");
            format!("nothing reads {shown}{days}; if it is {columns}, {}", way_out("its name"))
        }
        None => return None,
    };
    let mut place = Place::record(&sheet.path, sheet.header_line);
    if let Some(grid) = &sheet.header.grid {
        grid.locate(&mut place);
    }
    Some(Finding { status: Status::Review, ..UNREAD_COLUMN.finding(place, message) }.to_owned())
}

/// Returns the finding about a sheet of the same kind that is not read (settled 246).
fn unread_sheet(sheet: &Sheet, UnreadSheet { name, is_damaged }: &UnreadSheet) -> Finding<'static> {
    let name = shown_text(name);
    if *is_damaged {
        let message = format!(
            "the sheet {name:?} is damaged, so that nobody knows whether it has records; open the workbook in the \
             spreadsheet, save it again, or take the sheet out"
        );
        return Finding { status: Status::Review, ..UNREAD_SHEET.finding(Place::file(&sheet.path), message) }
            .to_owned();
    }
    let read = sheet.header.grid.as_ref().map(|grid| format!(", only {:?} is", shown_text(grid.sheet())));
    let way_out = match sheet.is_beside {
        true => "put the sheet that is meant into a workbook of its own".to_owned(),
        false => format!("check it with --sheet {name:?}, or name the sheet that is meant with --sheet"),
    };
    let (kind, read) = (sheet.kind.name, read.unwrap_or_default());
    let message = format!("the sheet {name:?} has a {kind} of its own and is not read{read}; {way_out}");
    Finding { status: Status::Review, ..UNREAD_SHEET.finding(Place::file(&sheet.path), message) }.to_owned()
}

/// Returns the note on a column of an agency's own numbers that is read as the PTB ID.
fn own_number_note(sheet: &Sheet) -> Option<String> {
    let column = sheet.kind.specs.iter().position(|spec| spec.name == "ptb_id")?;
    let name = sheet.header.name_at(sheet.header.place(column)?).filter(|name| is_own_number(name))?;
    let path = shown_path(&sheet.path);
    Some(format!(
        "{path}: {name:?} tells people apart here, in place of ptb_id; whether it is the Board's number is not asked"
    ))
}

/// Returns a note on the user's own names for columns of these files that are the heading of none.
fn unused_names(sheets: &[&Sheet], settings: &Settings) -> Option<String> {
    let is_there = |folded: &String| {
        // The keys of a list in JSON are headings too, and known only when the list is read.
        sheets.iter().any(|sheet| {
            sheet.is_json() && sheet.kind.list.is_some() || sheet.header.names().any(|name| fold(name) == *folded)
        })
    };
    let is_of_a_kind =
        |column: &str| sheets.iter().any(|sheet| sheet.kind.specs.iter().any(|spec| spec.name == column));
    let mut unused: Vec<String> = settings
        .columns
        .iter()
        .filter(|(folded, own)| own.column.is_some_and(is_of_a_kind) && !is_there(folded))
        .map(|(_, OwnName { written, column })| format!("{written:?} = {:?}", column.unwrap_or_default()))
        .collect();
    unused.sort_unstable();
    let (entries, match_no) =
        if unused.len() == 1 { ("this entry", "matches no") } else { ("these entries", "match no") };
    (!unused.is_empty()).then(|| {
        let unused = unused.join(", ");
        format!("{entries} of [columns] in the configuration {match_no} heading of the files: {unused}")
    })
}

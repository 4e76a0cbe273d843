//! Markers in every column of every kind of file, and then the files spoiled: cells moved, rows cut, headings lost,
//! records that are none. No command, in no format, writes a marker that it must not.
//!
//! The commands come from the tree of the command line, the formats from `Format`, kinds of file and columns from
//! `model::KINDS`: a new one is covered without a line here.

use crate::calls::{Call, Files, calls};
use crate::harness::name_of;
use clap::ValueEnum;
use passmuster::input::column::ColumnSpec;
use passmuster::input::sheet::Kind;
use passmuster::model::KINDS;
use passmuster::report::Format;
use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The names in the files.
const NAME: &str = "Qvist";
/// A day of birth, a number and addresses that no output may show, with the ways in which each may be written.
const BIRTH: &str = "1977-07-09";
const NUMBER: &str = "123-45-6789";
const MAIL: &str = "hidden.person@private.example";
const STREET: &str = "44 Hiddenway";
const NEVER: [&str; 9] =
    ["1977", "7/9/", "9 Jul", "19770709", "45-6789", "123456789", "private.example", "hidden.person", "Hiddenway"];
/// Text of a course and an agency, which `--redact` leaves out.
const PLACE: &str = "Zebraville";
/// What `--redact` leaves out besides.
const REDACTED: [&str; 2] = [NAME, PLACE];

/// Columns that are never read, beside those of the kind: a number, and text of which nothing is known.
const STRANGERS: [(&str, &str); 2] = [("ssn", NUMBER), ("home address", STREET)];

/// Returns the cell of a column, with the marker that belongs there.
fn cell(spec: &ColumnSpec) -> String {
    let text = match spec.name {
        "birth_date" => BIRTH,
        "email" => MAIL,
        "ptb_id" => "0077",
        "claim_id" => "C-1",
        "agency" | "course" | "provider" | "from_city" | "school_city" | "county" => PLACE,
        _ => match spec.expected {
            "a name" => NAME,
            "text" => "plain words",
            "yes or no" => "yes",
            day if day.starts_with("a day with") => "2026-03-02 10:00",
            day if day.starts_with("a day") => "2026-03-02",
            count if count.starts_with("a whole number") => "2",
            time if time.starts_with("minutes") => "12:30",
            number if number.starts_with("a number") || number.contains("sum") || number.starts_with("dollars") => "3",
            choice => choice.split([',', ' ']).next().unwrap(),
        },
    };
    text.to_owned()
}

/// One row as names and texts.
type Cells = Vec<(String, String)>;

fn whole_row(kind: &Kind) -> Cells {
    let doubled = |at: usize| kind.either.iter().any(|(_, other)| *other == at);
    let own = (0..kind.specs.len()).filter(|at| !doubled(*at)).map(|at| &kind.specs[at]);
    let own = own.map(|spec| (spec.name.to_owned(), cell(spec)));
    own.chain(STRANGERS.map(|(name, text)| (name.to_owned(), text.to_owned()))).collect()
}

fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    rows.into_iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn names(row: &Cells) -> Vec<String> {
    row.iter().map(|(name, _)| name.clone()).collect()
}

fn texts(row: &Cells) -> Vec<String> {
    row.iter().map(|(_, text)| text.clone()).collect()
}

/// A way in which a file is spoiled: its name, the ending of the file, and what makes its text.
type Way = (String, &'static str, Box<dyn Fn(&Kind) -> String>);

/// The ways in which a file is spoiled, each with the ending of the file.
fn spoiled() -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    let mut csv_way = |name: String, change: Box<dyn Fn(Vec<String>) -> Vec<String>>| {
        let change: Rc<dyn Fn(Vec<String>) -> Vec<String>> = change.into();
        // A quarter of them as workbooks too: the same rows reach the same tests there.
        let endings = if ways.len().is_multiple_of(4) { &["csv", "xlsx"][..] } else { &["csv"] };
        for ending in endings {
            let change = Rc::clone(&change);
            let text = move |kind: &Kind| {
                let row = whole_row(kind);
                csv([names(&row), texts(&row), change(texts(&row))])
            };
            ways.push((format!("{name}, {ending}"), ending, Box::new(text)));
        }
    };
    csv_way("in place".into(), Box::new(|row| row));
    for by in [1, 2] {
        // Behind the first cell and at the front, to the right; with the surplus and without it.
        for from in [0, 1, 2] {
            let moved = move |row: Vec<String>| [&row[..from], &vec!["Qvistson".to_owned(); by], &row[from..]].concat();
            csv_way(format!("{by} to the right from {from}"), Box::new(moved));
            csv_way(
                format!("{by} to the right from {from}, cut to the width"),
                Box::new(move |row| moved(row.clone())[..row.len()].to_vec()),
            );
            let left = move |row: Vec<String>| [&row[..from], &row[from + by..]].concat();
            csv_way(format!("{by} to the left from {from}"), Box::new(left));
            csv_way(
                format!("{by} to the left from {from}, filled up"),
                Box::new(move |row| [left(row), vec![String::new(); by]].concat()),
            );
        }
    }
    for at in [3, 7, 12] {
        csv_way(format!("cut off after {at} cells"), Box::new(move |row| row[..at.min(row.len())].to_vec()));
    }
    csv_way(
        "the ID is a number of a person".into(),
        Box::new(|row| row.into_iter().map(|text| if text == "0077" { NUMBER.into() } else { text }).collect()),
    );
    // The mark of a private value in every other column, the other's cell in its place.
    for marker in [NUMBER, MAIL] {
        for at in (0..24).step_by(2) {
            let swap = move |mut row: Vec<String>| {
                let from = row.iter().position(|text| text == marker).unwrap_or_default();
                let to = at % row.len();
                row.swap(from, to);
                row
            };
            csv_way(format!("{marker} swapped with cell {at}"), Box::new(swap));
        }
    }
    ways.push(("no heading".into(), "csv", Box::new(|kind| csv([texts(&whole_row(kind)), texts(&whole_row(kind))]))));
    ways.push((
        "a cell as the heading".into(),
        "csv",
        Box::new(|kind| {
            let row = whole_row(kind);
            let mut headings = names(&row);
            let at = headings.len();
            headings[at - 1] = format!("{NAME} {NUMBER} {MAIL}");
            csv([headings, texts(&row)])
        }),
    ));
    ways.push((
        "an open quote".into(),
        "csv",
        Box::new(|kind| {
            let row = whole_row(kind);
            format!("{}{}\n", csv([names(&row), texts(&row)]), texts(&row).join(",").replacen(NAME, "\"Qvist", 1))
        }),
    ));
    let object = |kind: &Kind| -> serde_json::Map<String, serde_json::Value> {
        whole_row(kind).into_iter().map(|(name, text)| (name, text.into())).collect()
    };
    let personal = format!("{NAME} {BIRTH} {NUMBER} {MAIL} {STREET}");
    let records: [(&str, serde_json::Value); 4] = [
        ("a text", personal.clone().into()),
        ("a list", vec![personal.clone()].into()),
        ("nested", serde_json::json!({ "ptb_id": { "a": personal }, "last_name": [personal], personal.clone(): 1 })),
        ("keys", serde_json::json!({ "ptb_id": "0078", "last_name": NAME, personal: NAME, NUMBER: MAIL })),
    ];
    for (name, record) in records {
        let of_list = record.clone();
        ways.push((
            format!("JSON, {name}"),
            "json",
            Box::new(move |kind| serde_json::json!([object(kind), of_list]).to_string()),
        ));
        ways.push((
            format!("NDJSON, {name}"),
            "ndjson",
            Box::new(move |kind| format!("{}\n{record}\n", serde_json::json!(object(kind)))),
        ));
    }
    ways.push((
        "JSON that breaks off".into(),
        "json",
        Box::new(move |kind| serde_json::json!([object(kind), object(kind)]).to_string()[..150].to_owned()),
    ));
    ways
}

/// The formats of a call: every one for the plain file, some for the many spoiled ones.
fn flags() -> Vec<Vec<String>> {
    let formats = Format::value_variants().iter().map(|format| vec!["-f".to_owned(), name_of(*format)]);
    let redacted = formats.clone().map(|flags| [flags, vec!["--redact".to_owned()]].concat());
    formats.chain(redacted).collect()
}

/// Returns the names and the texts of every file below a folder.
fn written_below(folder: &Path) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        all += &format!("{}\n", entry.file_name().to_string_lossy());
        all += &match entry.path().is_dir() {
            true => written_below(&entry.path()),
            false => String::from_utf8_lossy(&std::fs::read(entry.path()).unwrap()).into_owned(),
        };
    }
    all
}

/// Runs a call and returns everything that it wrote, and what must not be in it.
fn leaks(files: &Files, call: &Call, flags: &[String], searches: &AtomicUsize) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut more: Vec<String> = flags.to_vec();
    if call.takes("--letters") {
        more.extend(["--letters".to_owned(), folder.path().join("letters").to_str().unwrap().to_owned()]);
    }
    let is_redacted = flags.iter().any(|flag| flag == "--redact");
    let more: Vec<&str> = more.iter().map(String::as_str).collect();
    let output = files.command(call, &more).output().unwrap();
    assert!(matches!(output.status.code(), Some(0..=2)), "{} {more:?}: {:?}", call.shown(), output.status);
    let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n ", ""));
    // A table folds its lines.
    let folded: Vec<String> = told.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let all = [&told.concat(), &*folded.concat(), &written_below(folder.path())].concat();
    let is_notice = call.is(&["roster", "notices"]) && !is_redacted;
    let never = NEVER.iter().filter(|marker| !(is_notice && ["private.example", "hidden.person"].contains(marker)));
    let never: Vec<&&str> = never.chain(REDACTED.iter().filter(|_| is_redacted)).collect();
    searches.fetch_add(never.len(), Ordering::Relaxed);
    let found = never.into_iter().filter_map(|marker| {
        let at = all.find(*marker)?;
        let (from, to) =
            (all.floor_char_boundary(at.saturating_sub(60)), all.ceil_char_boundary((at + 40).min(all.len())));
        Some(format!("{} {}: {marker}: …{}…", call.shown(), more.join(" "), all[from..to].replace('\n', " ")))
    });
    found.collect()
}

#[test]
fn no_marker_is_written_whatever_is_wrong_with_a_file() {
    let calls: Vec<Call> = calls().into_iter().filter(|call| call.reads_files()).collect();
    let (flags, ways) = (flags(), spoiled());
    let (runs, searches) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, (name, ending, text)) in ways.iter().enumerate() {
        let files = Files::of_texts_as(ending, text);
        // Each way with each command; each command with each format, over the ways. All of them: MUSTER_EVERY_MARKER=1.
        let every = number == 0 || std::env::var_os("MUSTER_EVERY_MARKER").is_some();
        for (at, call) in calls.iter().enumerate() {
            let chosen = flags.iter().enumerate().filter(|(flag, _)| every || (flag + at + number) % flags.len() == 0);
            for (_, flags) in chosen {
                runs.fetch_add(1, Ordering::Relaxed);
                let leaks = leaks(&files, call, flags, &searches);
                if !leaks.is_empty() {
                    found.entry(name.clone()).or_default().extend(leaks);
                }
            }
        }
    }
    let told = format!(
        "{} commands, {} ways to spoil a file, {} kinds of file: {} runs, {} searches for a marker",
        calls.len(),
        ways.len(),
        KINDS.len(),
        runs.into_inner(),
        searches.into_inner()
    );
    println!("{told}");
    let lines: Vec<String> = found.iter().map(|(name, leaks)| format!("{name}\n  {}", leaks.join("\n  "))).collect();
    assert!(found.is_empty(), "{told}; found:\n{}", lines.join("\n"));
}

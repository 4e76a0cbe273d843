//! `cargo bench --bench workbooks`: a workbook of a hundred thousand invented officers, read by the library alone and
//! checked by the whole program, in one run.

#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    clippy::print_stdout,
    reason = "a bench may stop, divide and print"
)]

#[allow(dead_code, reason = "the other benches use the rest")]
mod people;

use calamine::{Reader, Xlsx, open_workbook};
use chrono::NaiveDate;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

/// The number of officers.
const ROWS: u32 = 100_000;
/// The number of runs, of which the best is shown.
const RUNS: usize = 7;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("roster.xlsx");
    write(&path);
    let args: Vec<String> = std::env::args().collect();
    if let Some(to) = args.iter().position(|arg| arg == "--write").and_then(|at| args.get(at + 1)) {
        std::fs::copy(&path, to).unwrap();
        return;
    }
    let (mut cells, mut range, mut check) = (Duration::MAX, Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        cells = cells.min(timed(|| read_cells(&path)));
        range = range.min(timed(|| read_range(&path)));
        check = check.min(timed(|| run(&mut command(&path))));
    }
    println!("| rows | what | seconds | against streaming | against the range | peak memory |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: |");
    let line = |what: &str, time: Duration, memory: &str| {
        let [seconds, one, other] = [time, cells, range].map(|time| time.as_secs_f64());
        println!("| {ROWS} | {what} | {seconds:.2} | {:.2} | {:.2} | {memory} |", seconds / one, seconds / other);
    };
    line("calamine: cells, streamed", cells, "");
    line("calamine: the sheet as a range", range, "");
    line("muster roster check -f ndjson", check, &peak_memory(&mut command(&path)));
}

fn timed(run: impl FnOnce()) -> Duration {
    let began = Instant::now();
    run();
    began.elapsed()
}

fn read_cells(path: &Path) {
    let mut book: Xlsx<BufReader<File>> = open_workbook(path).unwrap();
    let mut reader = book.worksheet_cells_reader("Roster").unwrap();
    let mut cells = 0;
    while reader.next_cell().unwrap().is_some() {
        cells += 1;
    }
    assert!(cells > ROWS);
}

fn read_range(path: &Path) {
    let mut book: Xlsx<BufReader<File>> = open_workbook(path).unwrap();
    assert!(book.worksheet_range("Roster").unwrap().height() > ROWS as usize);
}

fn command(path: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.args(["roster", "check", "--config", "", "--as-of", people::TODAY, "-f", "ndjson"]).arg(path);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn run(command: &mut Command) {
    assert_ne!(command.status().unwrap().code(), Some(2), "{command:?}");
}

/// Returns the peak memory of a run, if the system shows it.
fn peak_memory(command: &mut Command) -> String {
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let high = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(high);
        std::thread::sleep(Duration::from_micros(500));
    }
    peak.map_or_else(String::new, |kib: u64| format!("{} MiB", kib / 1024))
}

/// Writes the invented officers as a workbook, as a spreadsheet would: shared texts, true days, numbers.
fn write(path: &Path) {
    let mut csv_text = Vec::new();
    people::roster(&mut csv_text, ROWS).unwrap();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv_text.as_slice());
    let (mut sheet, mut texts) = (String::from("<worksheet><sheetData>"), Vec::new());
    let mut places = std::collections::HashMap::new();
    for (row, record) in (1..).zip(reader.records()) {
        write!(sheet, "<row r=\"{row}\">").unwrap();
        for (at, cell) in record.unwrap().iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            write!(sheet, "<c r=\"{}{row}\"", letters(at)).unwrap();
            if let Some(number) = serial(cell) {
                write!(sheet, " s=\"1\"><v>{number}</v></c>").unwrap();
            } else if !cell.starts_with('0') && cell.bytes().all(|byte| byte.is_ascii_digit()) {
                write!(sheet, "><v>{cell}</v></c>").unwrap();
            } else {
                let next = texts.len();
                let place = *places.entry(cell.to_owned()).or_insert_with(|| {
                    texts.push(cell.replace('&', "&amp;").replace('<', "&lt;"));
                    next
                });
                write!(sheet, " t=\"s\"><v>{place}</v></c>").unwrap();
            }
        }
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    let shared: String = texts.iter().map(|text| format!("<si><t>{text}</t></si>")).collect();
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let link = |kind_of: &str, target: &str| {
        format!(r#"<Relationships><Relationship Id="r1" Type="{kind}/{kind_of}" Target="{target}"/></Relationships>"#)
    };
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", link("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="Roster" sheetId="1" r:id="r1"/></sheets></workbook>"#.to_owned(),
        ),
        ("xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/styles.xml",
            r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.to_owned(),
        ),
        ("xl/sharedStrings.xml", format!("<sst uniqueCount=\"{}\">{shared}</sst>", texts.len())),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut archive = zip::ZipWriter::new(File::create(path).unwrap());
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
}

/// Returns the number by which a spreadsheet stores a day.
fn serial(cell: &str) -> Option<i64> {
    let day: NaiveDate = cell.parse().ok().filter(|_| cell.len() == 10)?;
    Some(day.signed_duration_since(NaiveDate::from_ymd_opt(1899, 12, 30)?).num_days())
}

fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    match column / 26 {
        0 => letter(column).to_string(),
        before => format!("{}{}", letter(before - 1), letter(column % 26)),
    }
}

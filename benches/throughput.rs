//! `cargo bench --bench throughput`: records a second of the whole program, beside the plain cost of reading the same
//! file, in one run. `-- --beside python3` also runs the same questions by pandas; `-- --write FILE --rows N --kind
//! roster` only writes the invented file (or power, or firearms).

#![allow(
    clippy::unwrap_used,
    clippy::float_arithmetic,
    clippy::print_stdout,
    reason = "a bench may stop, divide and print"
)]

mod people;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The number of runs, of which the best is shown.
const RUNS: usize = 21;
/// The number of runs of each way to write the same rows.
const JSON_RUNS: usize = 5;
/// The number of runs of a program that ends at once.
const SHORT_RUNS: usize = 200;

/// A kind of invented file: its name, how to write it, and the command and formats that are measured.
struct Kind {
    name: &'static str,
    write: fn(&mut BufWriter<File>, u32) -> std::io::Result<()>,
    command: [&'static str; 2],
    formats: &'static [&'static str],
}

const KINDS: [Kind; 3] = [
    Kind {
        name: "roster",
        write: people::roster::<BufWriter<File>>,
        command: ["roster", "check"],
        formats: &["ndjson", "json", "csv", "table"],
    },
    Kind {
        name: "power",
        write: people::power::<BufWriter<File>>,
        command: ["power", "score"],
        formats: &["ndjson", "csv"],
    },
    Kind {
        name: "firearms",
        write: people::firearms::<BufWriter<File>>,
        command: ["firearms", "score"],
        formats: &["ndjson", "csv"],
    },
];

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if args.iter().any(|arg| arg == "--nothing") {
        return;
    }
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1));
    let rows = value("--rows").map_or(1_000_000, |rows| rows.parse().unwrap());
    let [roster, scores @ ..] = &KINDS;
    if let Some(path) = value("--write") {
        let kind = KINDS.iter().find(|kind| value("--kind").is_some_and(|name| name == kind.name)).unwrap_or(roster);
        write(kind, Path::new(path), rows);
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    println!("| rows | what | seconds | records a second | against reading | peak memory |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: |");
    for rows in [30_000, rows] {
        measure(roster, folder.path(), rows, value("--beside"));
    }
    for kind in scores {
        measure(kind, folder.path(), rows.min(100_000), None);
    }
    println!("\n| rows | the same roster as | seconds | against CSV | peak memory |");
    println!("| ---: | --- | ---: | ---: | ---: |");
    for rows in [100_000, rows] {
        measure_json(roster, folder.path(), rows);
    }
    let path = folder.path().join("50.csv");
    write(roster, &path, 50);
    let check = best(SHORT_RUNS, || run(&mut command(roster, &path, "ndjson")));
    let nothing = best(SHORT_RUNS, || run(Command::new(std::env::current_exe().unwrap()).arg("--nothing")));
    let [check, nothing] = [check, nothing].map(|time| time.as_secs_f64() * 1e3);
    println!("\nmuster roster check on 50 rows: {check:.1} ms; a program that does nothing: {nothing:.1} ms");
}

/// Writes a file of this kind, and prints a line for reading it, for each format of the command, and for
/// the script in Python that a clerk would write instead, if an interpreter is given.
fn measure(kind: &Kind, folder: &Path, rows: u32, python: Option<&String>) {
    let path = folder.join(format!("{}-{rows}.csv", kind.name));
    write(kind, &path, rows);
    // By turns, so that a moment in which the machine is busy slows all of them.
    let mut reading = Duration::MAX;
    let mut times = vec![Duration::MAX; kind.formats.len()];
    for _ in 0..RUNS {
        reading = reading.min(best(1, || read(&path)));
        for (format, time) in kind.formats.iter().zip(&mut times) {
            *time = (*time).min(best(1, || run(&mut command(kind, &path, format))));
        }
    }
    line(rows, &format!("{}: csv crate, byte records", kind.name), reading, reading, None);
    for (format, time) in kind.formats.iter().zip(times) {
        let peak = peak_memory(&mut command(kind, &path, format));
        line(rows, &format!("muster {} -f {format}", kind.command.join(" ")), time, reading, peak);
    }
    if let Some(python) = python {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/by_spreadsheet.py");
        let mut command = Command::new(python);
        command.arg(script).arg(&path).stdout(Stdio::null()).stderr(Stdio::null());
        let time = best(2, || run(&mut command));
        let peak = peak_memory(&mut command);
        line(rows, "pandas: eight of the rules", time, reading, peak);
    }
}

/// Prints a line for the same rows as CSV, JSON and NDJSON, with the columns declared and without.
fn measure_json(kind: &Kind, folder: &Path, rows: u32) {
    let path = |ending: &str| folder.join(format!("{}-{rows}.{ending}", kind.name));
    write(kind, &path("csv"), rows);
    let columns = write_json(&path("csv"), &path("json"), &path("ndjson"));
    let with = |ending: &str, is_declared: bool| {
        let mut command = command(kind, &path(ending), "ndjson");
        command.args(["--columns", &columns].iter().take(if is_declared { 2 } else { 0 }));
        command
    };
    let ways = [("csv", false), ("json", true), ("json", false), ("ndjson", true), ("ndjson", false)];
    let mut times = [Duration::MAX; 5];
    for _ in 0..JSON_RUNS {
        for ((ending, is_declared), time) in ways.into_iter().zip(&mut times) {
            *time = (*time).min(best(1, || run(&mut with(ending, is_declared))));
        }
    }
    for ((ending, is_declared), time) in ways.into_iter().zip(times) {
        let (seconds, ratio) = (time.as_secs_f64(), time.as_secs_f64() / times[0].as_secs_f64());
        let memory = peak_memory(&mut with(ending, is_declared)).unwrap_or_default() / 1024;
        let columns = if is_declared { ", --columns" } else { "" };
        println!("| {rows} | {ending}{columns} | {seconds:.3} | {ratio:.1} | {memory} MiB |");
    }
}

/// Writes the rows of a CSV file as objects, a blank cell as null. Returns the columns.
fn write_json(csv: &Path, json: &Path, ndjson: &Path) -> String {
    let mut reader = csv::Reader::from_path(csv).unwrap();
    let [mut json, mut ndjson] = [json, ndjson].map(|path| BufWriter::new(File::create(path).unwrap()));
    let columns: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let mut separator = "[";
    for record in reader.records() {
        let value = |cell: &str| if cell.is_empty() { "null".to_owned() } else { format!("{cell:?}") };
        let record = record.unwrap();
        let members = columns.iter().zip(&record).map(|(name, cell)| format!("{name:?}:{}", value(cell)));
        let object = format!("{{{}}}", members.collect::<Vec<_>>().join(","));
        write!(json, "{separator}{object}").unwrap();
        writeln!(ndjson, "{object}").unwrap();
        separator = ",\n";
    }
    json.write_all(b"]").unwrap();
    // The column that the program does not read.
    columns[..columns.len() - 1].join(",")
}

fn write(kind: &Kind, path: &Path, rows: u32) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    (kind.write)(&mut file, rows).unwrap();
    file.flush().unwrap();
}

fn line(rows: u32, what: &str, time: Duration, reading: Duration, peak_kib: Option<u64>) {
    let seconds = time.as_secs_f64();
    let memory = peak_kib.map_or_else(String::new, |kib| format!("{:.0} MiB", kib as f64 / 1024.0));
    let (rate, ratio) = (f64::from(rows) / seconds, seconds / reading.as_secs_f64());
    println!("| {rows} | {what} | {seconds:.3} | {rate:.0} | {ratio:.1} | {memory} |");
}

fn best(runs: usize, mut measured: impl FnMut()) -> Duration {
    let runs = (0..runs).map(|_| {
        let began = Instant::now();
        measured();
        began.elapsed()
    });
    runs.min().unwrap()
}

fn read(path: &Path) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_path(path).unwrap();
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while reader.read_byte_record(&mut record).unwrap() {
        cells += record.len();
    }
    assert!(cells > 0);
}

fn command(kind: &Kind, path: &Path, format: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.args(kind.command).args(["--config", "", "--as-of", people::TODAY, "-f", format]).arg(path);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn run(command: &mut Command) {
    assert_ne!(command.status().unwrap().code(), Some(2), "{command:?}");
}

/// Returns the peak memory of a run in KiB, if the system shows it.
fn peak_memory(command: &mut Command) -> Option<u64> {
    let mut child = command.spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let high = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = peak.max(high);
        std::thread::sleep(Duration::from_micros(200));
    }
    peak
}

//! `cargo bench --bench throughput`: records a second of the whole program, beside the plain cost of reading the same file,
//! in one run. `-- --write FILE --rows N` only writes the invented roster.

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

/// Each figure is the best of so many runs.
const RUNS: usize = 3;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let value = |flag: &str| args.iter().position(|arg| arg == flag).and_then(|at| args.get(at + 1));
    let rows = value("--rows").map_or(1_000_000, |rows| rows.parse().unwrap());
    if let Some(path) = value("--write") {
        write(Path::new(path), rows);
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    println!("| rows | what | seconds | records a second | against reading | peak memory |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: |");
    for rows in [50, 30_000, rows] {
        let path = folder.path().join(format!("{rows}.csv"));
        write(&path, rows);
        let reading = best(|| {
            read(&path);
            None
        });
        line(rows, "csv crate, byte records", reading, reading);
        for format in ["ndjson", "json", "csv", "table"] {
            let measured = best(|| Some(check(&path, format)));
            line(rows, &format!("muster roster check -f {format}"), measured, reading);
        }
    }
    let empty = best(|| Some(run(Command::new(env!("CARGO_BIN_EXE_muster")).arg("--version"))));
    println!("\n`muster --version` alone: {:.1} ms", empty.0.as_secs_f64() * 1e3);
}

fn write(path: &Path, rows: u32) {
    let mut file = BufWriter::new(File::create(path).unwrap());
    people::roster(&mut file, rows).unwrap();
    file.flush().unwrap();
}

fn line(rows: u32, what: &str, (time, memory): (Duration, Option<u64>), reading: (Duration, Option<u64>)) {
    let seconds = time.as_secs_f64();
    let memory = memory.map_or_else(|| "".into(), |kib| format!("{:.0} MiB", kib as f64 / 1024.0));
    let (rate, ratio) = (f64::from(rows) / seconds, seconds / reading.0.as_secs_f64());
    println!("| {rows} | {what} | {seconds:.4} | {rate:.0} | {ratio:.2} | {memory} |");
}

fn best(mut measured: impl FnMut() -> Option<u64>) -> (Duration, Option<u64>) {
    let runs = (0..RUNS).map(|_| {
        let began = Instant::now();
        let memory = measured();
        (began.elapsed(), memory)
    });
    runs.min_by_key(|(time, _)| *time).unwrap()
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

fn check(path: &Path, format: &str) -> u64 {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.args(["roster", "check", "--config", "", "--as-of", people::TODAY, "-f", format]).arg(path);
    run(&mut command)
}

/// Runs a command to its end; gives its peak memory in KiB where the system tells (0 elsewhere).
fn run(command: &mut Command) -> u64 {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let high = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = high.unwrap_or(0).max(peak);
        std::thread::sleep(Duration::from_micros(500));
    }
    peak
}

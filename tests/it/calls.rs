//! Every command of the program with arguments to run it, and files with every column for those that read some.
//!
//! The commands come from the command line itself: one without a line in `CALLS` fails `every_command_has_a_call`. The
//! kinds of file and their columns come from `model::KINDS`: a new one is covered without a line here.

use crate::harness::{command, written};
use passmuster::input::column::ColumnSpec;
use passmuster::input::sheet::Kind;
use passmuster::model::KINDS;
use passmuster::model::officer::ROSTER;
use std::cell::Cell;
use std::collections::HashMap;
use std::io::Write as _;
use std::process::Command;
use tempfile::TempDir;

/// Commands as they are called. `{roster}` is replaced by the path of the file of that kind, `{new}` by that of no
/// file.
const CALLS: &[&[&str]] = &[
    &["start", "{roster}"],
    &["roster", "check", "{roster}"],
    &["roster", "check", "--all", "--signed-by", "chief", "--signed-on", "2026-08-03", "{roster}"],
    &["roster", "columns", "{roster}"],
    &["roster", "columns", "--kind", "claim", "{claim}"],
    &["roster", "columns", "--kind", "accepted", "{accepted}"],
    &["roster", "columns", "--kind", "assumed", "{assumed}"],
    &["roster", "due", "--within", "3000", "{roster}"],
    &["roster", "due", "--within", "3000", "--training", "{training}", "--courses", "{courses}", "{roster}"],
    &["roster", "notices", "{roster}"],
    &["roster", "notices", "--digest", "{roster}"],
    &["roster", "notices", "--training", "{training}", "{roster}"],
    &["roster", "diff", "{roster}", "{blank-roster}"],
    &["roster", "diff", "{blank-roster}", "{roster}"],
    &["power", "score", "{power}"],
    &["power", "score", "--retests", "{power}"],
    &["power", "standards"],
    &["firearms", "score", "--roster", "{roster}", "{firearms}"],
    &["firearms", "course"],
    &["deadline"],
    &["deadline", "basic-training", "2025-08-31"],
    &["esign-cohort", "--roster", "{roster}"],
    &["esign-cohort", "Doe"],
    &["reimburse", "claim", "{claim}"],
    &["reimburse", "forms"],
    &["reimburse", "rates"],
    &["training", "check", "--roster", "{roster}", "--courses", "{courses}", "{training}"],
    &["exam", "check", "{exam}"],
    &["permit", "check", "{permit}"],
    &["why", "{person}", "{roster}"],
    &["verify", "{report}", "{roster}"],
    &["hire", "2027-01-04", "--certified", "--name", "Doe, Jane"],
    &["accept", "7", "ptb-id", "--reason", "x", "--until", "2030-01-01", "--accepted", "{new}"],
    &["rules"],
    &["rules", "--params"],
    &["rules", "executive-hours"],
    &["rules", "--find", "court of claims"],
    &["rules", "--changes", "2024-01-01"],
    &["rules", "--revision"],
    &["template", "claim", "--example"],
    &["template", "roster", "--explain"],
    &["config", "path"],
    &["config", "show"],
    &["config", "init", "--config", "{new}"],
    &["completions", "bash"],
    &["man"],
    &["schema"],
];

/// Commands that only ask a person, on a terminal, and read and write one file; their own tests sit before one.
const ASKING: &[&[&str]] = &[&["power", "enter"]];

/// A command with arguments to run it.
pub(crate) struct Call {
    /// The names of the command, such as `["roster", "due"]`.
    path: Vec<String>,
    /// The arguments, its names first.
    args: &'static [&'static str],
    /// The long flags that it takes, without their dashes.
    flags: Vec<String>,
}

impl Call {
    /// Returns the number of files that it reads.
    pub(crate) fn files(&self) -> usize {
        self.args.iter().filter(|arg| arg.starts_with('{') && !["{new}", "{person}"].contains(arg)).count()
    }

    /// Returns whether it reads files.
    pub(crate) fn reads_files(&self) -> bool {
        self.files() > 0
    }

    /// Returns whether the command takes this long flag, given with its dashes.
    pub(crate) fn takes(&self, flag: &str) -> bool {
        flag.strip_prefix("--").is_some_and(|name| self.flags.iter().any(|known| known == name))
    }

    /// Returns the arguments as a person reads them.
    pub(crate) fn shown(&self) -> String {
        self.args.join(" ")
    }

    /// Returns whether the command is this one.
    pub(crate) fn is(&self, path: &[&str]) -> bool {
        self.path == path
    }
}

/// Returns every command that holds no others, with the long flags that it takes.
fn leaves() -> Vec<(Vec<String>, Vec<String>)> {
    fn walk(command: &clap::Command, path: &[String], leaves: &mut Vec<(Vec<String>, Vec<String>)>) {
        // `help` shows what --help does.
        let below = command.get_subcommands().filter(|sub| sub.get_name() != "help");
        let mut holds_others = false;
        for sub in below {
            holds_others = true;
            walk(sub, &[path, &[sub.get_name().to_owned()]].concat(), leaves);
        }
        if !holds_others {
            let flags = command.get_arguments().filter(|arg| !arg.is_hide_set());
            leaves.push((path.to_vec(), flags.filter_map(|arg| arg.get_long().map(str::to_owned)).collect()));
        }
    }
    let mut tree = passmuster::cmd::command();
    tree.build();
    let mut leaves = Vec::new();
    walk(&tree, &[], &mut leaves);
    leaves
}

/// Returns every call of every command.
pub(crate) fn calls() -> Vec<Call> {
    let of_leaf = |(path, flags): (Vec<String>, Vec<String>)| {
        let own = CALLS.iter().filter(|args| args.len() >= path.len() && args[..path.len()] == path);
        own.map(|args| Call { path: path.clone(), args, flags: flags.clone() }).collect::<Vec<_>>()
    };
    leaves().into_iter().flat_map(of_leaf).collect()
}

#[test]
fn every_command_has_a_call() {
    let calls = calls();
    for (path, _) in leaves() {
        let name = path.join(" ");
        if ASKING.iter().any(|asking| path == *asking) {
            // Without a terminal it asks nothing and writes nothing.
            let output = command(&path).args(["-o", "no-such-sheet.csv"]).output().unwrap();
            assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{name}");
            assert!(!std::path::Path::new("no-such-sheet.csv").exists(), "{name}");
            continue;
        }
        assert!(calls.iter().any(|call| call.path == path), "muster {name}: add a line to CALLS in tests/it/calls.rs");
    }
    for args in CALLS {
        assert!(calls.iter().any(|call| call.args == *args), "{args:?} in tests/it/calls.rs calls no command");
    }
    for kind in KINDS {
        let name = format!("{{{}}}", kind.name);
        let read = CALLS.iter().any(|args| args.contains(&name.as_str()));
        assert!(read, "{name}: no line of CALLS in tests/it/calls.rs reads a file of this kind");
    }
}

/// How the text of a cell is made of its column.
pub(crate) type Fill<'f> = &'f dyn Fn(&ColumnSpec) -> String;

/// A column that the program refuses to read, and the text in it. It is no number, and the column is refused by its
/// name.
const REFUSED_COLUMN: &str = "ssn";
pub(crate) const REFUSED: &str = "REFUSED-CELL";

/// Returns a file of a kind with every column and these rows.
fn sheet(kind: &Kind, rows: &[Fill]) -> String {
    let doubled = |at: usize| kind.either.iter().any(|(_, other)| *other == at);
    let specs: Vec<&ColumnSpec> = (0..kind.specs.len()).filter(|at| !doubled(*at)).map(|at| &kind.specs[at]).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(specs.iter().map(|spec| spec.name).chain([REFUSED_COLUMN])).unwrap();
    for row in rows {
        writer.write_record(specs.iter().map(|spec| row(spec)).chain([REFUSED.to_owned()])).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A file of each kind, in a folder that lives as long as the value.
pub(crate) struct Files {
    folder: TempDir,
    paths: HashMap<String, String>,
    new: Cell<u32>,
    /// The PTB ID of an officer of the roster.
    person: String,
}

/// Returns a workbook of one sheet with the cells of a CSV file as texts.
pub(crate) fn book(text: &str) -> Vec<u8> {
    let escaped = |cell: &str| cell.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |cell: &str| format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(cell));
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let rows = reader.records().map(|row| format!("<row>{}</row>", row.unwrap().iter().map(cell).collect::<String>()));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.collect::<String>());
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let link = |of: &str, target: &str| {
        format!("<Relationships><Relationship Id=\"r1\" Type=\"{kind}/{of}\" Target=\"{target}\"/></Relationships>")
    };
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", link("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".into(),
        ),
        ("xl/_rels/workbook.xml.rels", link("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Returns the PTB ID in the first row of a roster in CSV, or the last name where the ID is none.
fn person(roster: &str) -> String {
    let mut reader = csv::Reader::from_reader(roster.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
    let cell = |name: &str| first.get(header.iter().position(|own| own == name)?).map(str::to_owned);
    let id = cell("ptb_id").filter(|id| id.bytes().all(|byte| byte.is_ascii_digit()));
    id.or_else(|| cell("last_name")).unwrap_or_else(|| "0077".into())
}

impl Files {
    /// Writes a file of each kind with these rows.
    pub(crate) fn of(rows: &[Fill]) -> Self {
        // Of the same officer as the first row of the roster, and nothing else about them.
        let blank = |spec: &ColumnSpec| if spec.name == "ptb_id" { "0077".into() } else { String::new() };
        Self::of_texts(|kind| sheet(kind, rows)).with_blank_roster(&[&blank])
    }

    /// Writes a file of each kind that has a header and no row.
    pub(crate) fn without_rows() -> Self {
        Self::of_texts(|kind| sheet(kind, &[])).with_blank_roster(&[])
    }

    /// Writes a file of each kind with the text that `text` returns.
    pub(crate) fn of_texts(text: impl Fn(&Kind) -> String) -> Self {
        Self::of_texts_as("csv", text)
    }

    /// Writes a file of each kind with the text that `text` returns and a name of this ending.
    pub(crate) fn of_texts_as(ending: &str, text: impl Fn(&Kind) -> String) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut files = Self { folder, paths: HashMap::new(), new: Cell::new(0), person: person(&text(&ROSTER)) };
        KINDS.iter().for_each(|kind| files.write_as(kind.name, ending, &text(kind)));
        files.write_as("blank-roster", ending, &text(&ROSTER));
        files.write_report();
        files
    }

    /// Writes a report on the roster.
    fn write_report(&mut self) {
        let path = self.folder.path().join("report.json").to_str().unwrap().to_owned();
        command(["roster", "check", "-f", "json", "-o", &path, &self.paths["{roster}"]]).output().unwrap();
        self.paths.insert("{report}".into(), path);
    }

    fn with_blank_roster(mut self, rows: &[Fill]) -> Self {
        self.write("blank-roster", &sheet(&ROSTER, rows));
        self
    }

    fn write(&mut self, name: &str, text: &str) {
        self.write_as(name, "csv", text);
    }

    fn write_as(&mut self, name: &str, ending: &str, text: &str) {
        let path = match ending {
            "xlsx" => {
                let path = self.folder.path().join(format!("{name}.{ending}"));
                std::fs::write(&path, book(text)).unwrap();
                path.to_str().unwrap().to_owned()
            }
            _ => written(&self.folder, &format!("{name}.{ending}"), text),
        };
        self.paths.insert(format!("{{{name}}}"), path);
    }

    /// Returns the program with the arguments of this call and more, not yet started.
    pub(crate) fn command(&self, call: &Call, more: &[&str]) -> Command {
        let args = call.args.iter().map(|arg| match *arg {
            "{new}" => {
                self.new.set(self.new.get() + 1);
                self.folder.path().join(format!("new-{}", self.new.get())).to_str().unwrap().to_owned()
            }
            // The officer of the files, whichever they are.
            "{person}" => self.person.clone(),
            arg if arg.starts_with('{') => self.paths[arg].clone(),
            arg => arg.to_owned(),
        });
        command(args.chain(more.iter().map(|arg| (*arg).to_owned())))
    }
}

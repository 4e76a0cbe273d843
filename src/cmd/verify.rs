//! `muster verify`: a report held against its files. The question is asked once more, by this same program, and the
//! answers are compared.

use crate::check::open;
use crate::check::report::{Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::Status;
use crate::hint::with_hint;
use crate::input::bytes;
use crate::report::SCHEMA;
use crate::report::item::End;
use crate::report::page::verify::Verified;
use crate::rules::revision::revision;
use crate::words::{STANDARD_INPUT, count_words, shown_path, shown_text};
use anyhow::{Context, bail};
use clap::Args;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::process::{Command, Stdio};

/// Hold a report against its files: the same bytes, the same rules, the same answers
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster verify report.json roster.csv
  muster verify night.ndjson rosters/*.csv
  muster verify report.json roster.csv && echo as it was

REPORT is what another command wrote with -f json or -f ndjson. A report keeps
the fingerprint (SHA-256) of each file that it read, the revision of the rules,
and the arguments of its run. The files are told by their fingerprints, whatever
they are called now; when all of them are there, the question is asked once more
for the same day, and findings, results and totals are compared.

Settings of the configuration are those of today: give --config to name the one
of the report.
",
    after_long_help = "\
Exit codes: 0 everything is as the report has it, 1 something differs, 2 could
not run."
)]
pub struct VerifyArgs {
    /// Report in JSON or NDJSON
    #[arg(value_name = "REPORT")]
    report: String,

    /// The files that it was made from
    #[arg(value_name = "FILE")]
    files: Vec<String>,
}

/// The most answers that are named, of those that went and of those that are new.
const MOST_NAMED: usize = 10;

/// The commands that only ask, and write their answers in JSON. `muster start` asks what `muster roster check` does.
const ASKING: [&str; 18] = [
    "deadline",
    "esign-cohort",
    "exam check",
    "firearms course",
    "firearms score",
    "hire",
    "permit check",
    "power score",
    "power standards",
    "reimburse claim",
    "reimburse forms",
    "reimburse rates",
    "roster check",
    "roster columns",
    "roster diff",
    "roster due",
    "roster notices",
    "training check",
];
/// More of them.
const ASKING_TOO: [&str; 2] = ["rules", "why"];
/// The flags by which a command writes a file, or reads what decides where.
pub const WRITING: [&str; 5] = ["config", "letters", "output", "slips", "update"];

/// A report, as far as it is read.
#[derive(Deserialize)]
struct Kept {
    schema: String,
    command: String,
    version: String,
    rules_revision: String,
    as_of: chrono::NaiveDate,
    inputs: Vec<KeptInput>,
    #[serde(default)]
    arguments: Option<Vec<String>>,
    #[serde(default)]
    findings: Vec<Value>,
    #[serde(default)]
    results: Vec<Value>,
    /// Every other key: totals, notes, what was not asked.
    #[serde(flatten)]
    others: Map<String, Value>,
}

/// A file that a report was made from.
#[derive(PartialEq, Deserialize)]
struct KeptInput {
    path: String,
    sha256: String,
    /// Every other key: records, headings, what was passed over.
    #[serde(flatten)]
    others: Map<String, Value>,
}

/// Runs the command.
///
/// # Errors
/// A report or a file that cannot be read, a question that cannot be asked again, and an output that cannot be written.
pub fn run(args: &VerifyArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    if args.files.iter().any(|file| file == STANDARD_INPUT) {
        bail!("each file is read twice, so none can be standard input; name a file");
    }
    let (files, kept) = open::both(open::expanded(&args.files), report_in(&args.report))?;
    let mut given = Vec::new();
    for file in files {
        let print = fingerprint(&file).with_context(|| shown_path(&file))?;
        given.push((file, print));
    }
    let mut rows = files_compared(&kept, &given);
    let revision = revision();
    rows.push(Verified {
        what: "rules",
        same: kept.rules_revision == revision,
        file: None,
        line: None,
        message: match kept.rules_revision == revision {
            true => format!("revision {revision}"),
            false => format!("revision {revision} now, {} in the report", kept.rules_revision),
        },
    });
    let all_there = rows.iter().all(|row| row.what != "file" || row.same);
    rows.extend(match (&kept.arguments, all_there) {
        (_, false) => vec![not_compared("the answers were not compared, because the files are not the same")],
        (None, true) => vec![not_compared(
            "the answers cannot be compared: the report does not keep the arguments of its run, as one with --assume \
             and a redacted one about somebody by name do not",
        )],
        (Some(arguments), true) => answers_compared(&kept, arguments, &given, flags)?,
    });
    let mut end = End::default();
    if rows.iter().any(|row| row.what == "answers" && !row.same) && kept.arguments.is_some() && all_there {
        end.notes.push("the settings are those of today's configuration: --config names another".into());
    }
    if kept.version != env!("CARGO_PKG_VERSION") {
        let now = env!("CARGO_PKG_VERSION");
        end.notes.push(format!("the report was written by version {}, and this is {now}", kept.version));
    }
    for row in &rows {
        end.summary.count(if row.same { Status::Met } else { Status::Review });
    }
    let differing = rows.iter().filter(|row| !row.same).count();
    end.closing.push(match differing {
        0 => format!("{} is as its files and the rules make it.", shown_path(&args.report)),
        _ => format!("{} differs in {}.", shown_path(&args.report), count_words(differing as i64, "point")),
    });
    let is_shown = differing > 0 || !flags.quiet;
    Run::new("verify", flags, &settings).report_then::<Verified>(
        |report| {
            rows.iter().filter(|_| is_shown).try_for_each(|row| report.result(row))?;
            Ok((end, None))
        },
        |_| differing > 0,
    )
}

/// Reads a report in JSON or NDJSON.
fn report_in(path: &str) -> anyhow::Result<Kept> {
    let mut text = String::new();
    let shown = shown_path(path);
    bytes::open(path)
        .and_then(|mut file| Ok(file.read_to_string(&mut text)?))
        .with_context(|| format!("{shown}: cannot be read"))?;
    let kept = kept(&text).with_context(|| {
        let problem = format!("{shown}: this is no whole report in JSON or NDJSON");
        with_hint(problem, "write one with -f json -o FILE; -q leaves the summary line of NDJSON out")
    })?;
    if kept.schema != SCHEMA {
        bail!("{shown}: this is a report of the schema {}, not of {SCHEMA}", kept.schema);
    }
    Ok(kept)
}

/// Returns the report in a text: one object, or a line each and the summary at the end.
fn kept(text: &str) -> anyhow::Result<Kept> {
    let whole = serde_json::from_str::<Kept>(text);
    let (mut findings, mut results) = (Vec::new(), Vec::new());
    if let Ok(kept) = whole {
        return Ok(kept);
    }
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut value: Value = serde_json::from_str(line)?;
        let kind = value.as_object_mut().and_then(|object| object.remove("type"));
        match kind.as_ref().and_then(Value::as_str) {
            Some("finding") => findings.push(value),
            Some("result") => results.push(value),
            Some("summary") => return Ok(Kept { findings, results, ..serde_json::from_value(value)? }),
            _ => bail!("a line is neither a finding nor a result"),
        }
    }
    bail!("there is no summary")
}

/// Returns the SHA-256 of a file.
fn fingerprint(path: &str) -> anyhow::Result<String> {
    Ok(bytes::sha256_in(&mut bytes::open(path)?)?)
}

/// Returns whether each file of the report is among those given, and each of those is of the report.
fn files_compared(kept: &Kept, given: &[(String, String)]) -> Vec<Verified> {
    let row = |file: &str, same, message: &str| Verified {
        what: "file",
        same,
        file: Some(file.to_owned()),
        line: None,
        message: message.to_owned(),
    };
    let is_there = |sha256: &str| given.iter().any(|(_, print)| print == sha256);
    let of_report = kept.inputs.iter().map(|input| match is_there(&input.sha256) {
        true => row(&input.path, true, "the same bytes"),
        false => row(&input.path, false, "no file that was given has its fingerprint: it was changed, or is another"),
    });
    let is_of_report = |print: &str| kept.inputs.iter().any(|input| input.sha256 == print);
    let others = given.iter().filter(|(_, print)| !is_of_report(print));
    of_report.chain(others.map(|(file, _)| row(file, false, "the report was not made from this file"))).collect()
}

fn not_compared(why: &str) -> Verified {
    Verified { what: "answers", same: false, file: None, line: None, message: why.to_owned() }
}

/// Asks the question of the report once more and compares the answers.
fn answers_compared(
    kept: &Kept,
    arguments: &[String],
    given: &[(String, String)],
    flags: &Flags,
) -> anyhow::Result<Vec<Verified>> {
    let names = names_now(kept, given);
    let now = |path: &str| names.iter().find(|(was, _)| *was == path).map(|(_, now)| (*now).to_owned());
    let argument = |argument: &String| {
        let of_flag = || {
            let (flag, path) = argument.split_once('=').filter(|_| argument.starts_with("--"))?;
            Some(format!("{flag}={}", now(path)?))
        };
        now(argument).or_else(of_flag).unwrap_or_else(|| argument.clone())
    };
    // The report of `muster start` is that of `muster roster check`.
    let (command, rest) = match arguments.split_first() {
        Some((start, rest)) if start == "start" => (vec!["roster".to_owned(), "check".to_owned()], rest),
        _ => (Vec::new(), arguments),
    };
    refuse_writing(&kept.command, arguments)?;
    let program = std::env::current_exe().context("the program cannot be found, to ask once more")?;
    let mut again = Command::new(program);
    again.args(command).args(rest.iter().map(argument));
    again.args(["-f", "json", "--no-progress", "--as-of", &kept.as_of.to_string()]);
    if let Some(config) = &flags.config {
        again.arg("--config").arg(config);
    }
    let output = again.stdin(Stdio::null()).output().context("the question cannot be asked once more")?;
    let told = String::from_utf8_lossy(&output.stderr);
    let mut asked = serde_json::from_slice::<Kept>(&output.stdout)
        .with_context(|| with_hint("the question cannot be asked once more", told.trim()))?;
    // Files may have other names now.
    let then = |path: &str| names.iter().find(|(_, now)| *now == path).map(|(was, _)| (*was).to_owned());
    for item in asked.findings.iter_mut().chain(&mut asked.results).chain(asked.others.values_mut()) {
        rename_files(item, &then);
    }
    for input in &mut asked.inputs {
        input.path = then(&input.path).unwrap_or_else(|| input.path.clone());
    }
    for note in asked.others.get_mut("notes").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Value::String(text) = note {
            for (was, now) in names.iter().filter(|(was, now)| was != now) {
                *text = text.replace(now, was);
            }
        }
    }
    let mut rows = Vec::new();
    for (what, then, now) in [("finding", &kept.findings, &asked.findings), ("result", &kept.results, &asked.results)] {
        for (items, words) in [(alone(then, now), "the report alone has"), (alone(now, then), "the report has not")] {
            let more = items.len().saturating_sub(MOST_NAMED);
            rows.extend(items.iter().take(MOST_NAMED).map(|item| differing(item, words, what)));
            if more > 0 {
                rows.push(not_compared(&format!("{words} {} more", count_words(more as i64, what))));
            }
        }
    }
    let mut keys: BTreeSet<&String> = kept.others.keys().chain(asked.others.keys()).collect();
    keys.retain(|key| kept.others.get(*key) != asked.others.get(*key));
    rows.extend(keys.into_iter().map(|key| not_compared(&format!("{} differs", shown_text(key)))));
    if kept.inputs != asked.inputs {
        rows.push(not_compared("inputs differs: what was read of the files"));
    }
    if rows.is_empty() {
        let count = |items: &[Value], what| count_words(items.len() as i64, what);
        let message = format!("{}, {}", count(&kept.findings, "finding"), count(&kept.results, "result"));
        rows.push(Verified { what: "answers", same: true, file: None, line: None, message });
    }
    Ok(rows)
}

/// Refuses arguments that would do more than ask: a report may come from anywhere.
///
/// # Errors
/// Those of another command, and every flag that writes.
fn refuse_writing(command: &str, arguments: &[String]) -> anyhow::Result<()> {
    let asks = |words: &str| ASKING.contains(&words) || ASKING_TOO.contains(&words) || words == "start";
    let first: Vec<&str> = arguments.iter().take(command.split(' ').count()).map(String::as_str).collect();
    let rest = arguments.get(first.len()..).unwrap_or_default();
    // A report has flags in their long form alone.
    let is_refused = |argument: &&String| match argument.strip_prefix("--") {
        Some(flag) => flag.is_empty() || WRITING.contains(&flag.split('=').next().unwrap_or_default()),
        None => argument.starts_with('-') && argument.len() > 1,
    };
    if !asks(command) || first.join(" ") != command {
        bail!("the report is of a command that muster verify does not run, or its arguments are of another");
    }
    match rest.iter().find(is_refused) {
        Some(flag) => bail!("the arguments of the report hold {}, which muster verify does not run", shown_text(flag)),
        None => Ok(()),
    }
}

/// Returns the files of the report, each with the name that it has now: of several with the same bytes one after the
/// other, in the order in which they are given.
fn names_now<'v>(kept: &'v Kept, given: &'v [(String, String)]) -> Vec<(&'v str, &'v str)> {
    let mut left: Vec<&(String, String)> = given.iter().collect();
    let name = |input: &'v KeptInput| {
        let same_name = left.iter().position(|(file, print)| *file == input.path && *print == input.sha256);
        let at = same_name.or_else(|| left.iter().position(|(_, print)| *print == input.sha256));
        let file = match at {
            Some(at) => Some(left.remove(at)),
            None => given.iter().find(|(_, print)| *print == input.sha256),
        };
        file.map(|(file, _)| (input.path.as_str(), file.as_str()))
    };
    kept.inputs.iter().filter_map(name).collect()
}

/// Puts the names of the report in place of the names that files have now.
fn rename_files(value: &mut Value, name: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::String(path) if key == "file" => *path = name(path).unwrap_or_else(|| path.clone()),
                    value => rename_files(value, name),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| rename_files(value, name)),
        _ => {}
    }
}

/// Returns the items that one list has more often than the other.
fn alone<'v>(of: &'v [Value], other: &[Value]) -> Vec<&'v Value> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for item in other {
        *counts.entry(item.to_string()).or_default() += 1;
    }
    let is_alone = |item: &&Value| match counts.get_mut(&item.to_string()).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            false
        }
        None => true,
    };
    of.iter().filter(is_alone).collect()
}

/// Returns the row about an answer that differs. Nobody is named.
fn differing(item: &Value, words: &str, what: &str) -> Verified {
    let text = |key: &str| item[key].as_str().map(str::to_owned);
    let of = [text("status"), text("rule")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let of = if of.is_empty() { String::new() } else { format!(": {of}") };
    Verified {
        what: "answers",
        same: false,
        file: text("file"),
        line: item["line"].as_u64(),
        message: format!("{words} this {what}{of}"),
    }
}

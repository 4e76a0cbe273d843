//! What is new since an earlier report of the same command (settled 185): each finding is matched with one of that
//! report by rule and person, never by line.

use crate::check::select::{Key, Selection};
use crate::cli::flags::Flags;
use crate::finding::{Finding, Place, Source, Status, StatusSet};
use crate::hint::with_hint;
use crate::input::{bytes, faults};
use crate::model::matched_id;
use crate::report::SCHEMA;
use crate::rules::{catalogue, file_rules};
use crate::values::fold::fold;
use crate::words::{count_words, day_words};
use anyhow::{Context, bail};
use chrono::NaiveDate;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::io::Read;
use std::path::Path;

/// The change of a finding since the baseline.
pub(crate) const NEW: &str = "new";
/// The status is worse than it was.
pub(crate) const WORSE: &str = "worse";
/// The finding is as it was, or better.
pub(crate) const SAME: &str = "same";
/// The finding has gone.
pub(crate) const CLEARED: &str = "cleared";

/// An earlier report.
pub(crate) struct Baseline {
    as_of: NaiveDate,
    /// The rules that it could not ask.
    not_asked: BTreeSet<String>,
    /// Its findings that no finding of this run has been matched with yet.
    left: HashMap<Who, Vec<Old>>,
    counts: [i64; 3],
    /// The new and worse findings by status.
    news: Vec<Status>,
}

/// The rule, the person and the fault by which a finding is matched.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Who {
    rule: String,
    /// The PTB ID, else the name.
    person: String,
    /// Of the fault of a file: the column, and the sentence without what it quotes.
    fault: Option<(String, String)>,
}

/// A finding of the earlier report, as far as it is read.
#[derive(Deserialize)]
struct Old {
    rule: String,
    status: String,
    ptb_id: Option<String>,
    name: Option<String>,
    file: String,
    line: Option<u64>,
    column: Option<String>,
    due: Option<NaiveDate>,
    message: String,
    change: Option<String>,
}

/// The parts of an earlier report that are read, in JSON or as the last line of NDJSON.
#[derive(Deserialize)]
struct Envelope {
    schema: String,
    command: String,
    as_of: NaiveDate,
    #[serde(default)]
    findings: Vec<Old>,
    not_asked: Vec<OldNotAsked>,
}

#[derive(Deserialize)]
struct OldNotAsked {
    rule: String,
}

impl Baseline {
    /// Reads an earlier report of this command, in JSON or NDJSON.
    ///
    /// # Errors
    /// When it cannot be read, is no such report, or was made for a later day.
    pub(crate) fn read(path: &Path, command: &str, as_of: NaiveDate) -> anyhow::Result<Self> {
        let shown = path.display();
        let mut text = String::new();
        let read = bytes::open(&path.to_string_lossy()).and_then(|mut file| Ok(file.read_to_string(&mut text)?));
        read.with_context(|| {
            let problem = format!("--baseline: {shown}: cannot be read");
            with_hint(problem, format!("muster {command} -f json -o {shown} FILE writes the first one"))
        })?;
        let Envelope { schema, command: its, as_of: then, findings, not_asked } =
            envelope(&text).with_context(|| {
                let problem = format!("--baseline: {shown}: this is no whole report in JSON or NDJSON");
                with_hint(
                    problem,
                    "write it with -f json -o FILE; -q leaves the summary line of NDJSON on a screen out",
                )
            })?;
        if schema != SCHEMA || its != command {
            bail!(
                "--baseline: {shown}: this is a report of muster {its} ({schema}), not of muster {command} ({SCHEMA})"
            );
        }
        if then > as_of {
            let (then, now) = (day_words(then), day_words(as_of));
            bail!("--baseline: {shown}: this report answers for {then}, after the day asked about, {now}");
        }
        let mut left: HashMap<Who, Vec<Old>> = HashMap::new();
        // A report with a baseline of its own also tells findings that went; they are none of its own.
        for old in findings.into_iter().filter(|old| old.change.as_deref() != Some(CLEARED)) {
            let who = who(&old.rule, old.ptb_id.as_deref(), old.name.as_deref(), old.column.as_deref(), &old.message);
            left.entry(who).or_default().push(old);
        }
        let not_asked = not_asked.into_iter().map(|it| it.rule).collect();
        Ok(Self { as_of: then, not_asked, left, counts: [0; 3], news: Vec::new() })
    }

    /// Returns the rules that the earlier report could ask.
    pub(crate) fn asked(&self) -> impl Iterator<Item = &'static str> {
        catalogue().map(|rule| rule.name).filter(|rule| !self.not_asked.contains(*rule))
    }

    /// Sets the change of a finding.
    pub(crate) fn mark(&mut self, finding: &mut Finding) {
        let column = finding.place.column.as_deref();
        let who = who(finding.rule, finding.ptb_id.as_deref(), finding.name.as_deref(), column, &finding.message);
        let (change, at) = match self.matched(&who, finding.status) {
            None => (NEW, 0),
            Some(was) if finding.status > was => (WORSE, 1),
            Some(_) => (SAME, 2),
        };
        self.counts[at] += 1;
        if change != SAME {
            let since = day_words(self.as_of);
            finding.notes.insert(0, format!("{change} since the report of {since}"));
            self.news.extend(finding.accepted.is_none().then_some(finding.status));
        }
        finding.change = Some(change);
    }

    /// Takes the earlier finding that is matched, and returns its status: the one of the same status, else the worst.
    fn matched(&mut self, who: &Who, status: Status) -> Option<Status> {
        let old = self.left.get_mut(who)?;
        let worst = (0..old.len()).max_by_key(|at| status_of(&old[*at].status))?;
        let at = old.iter().position(|old| status_of(&old.status) == Some(status)).unwrap_or(worst);
        status_of(&old.swap_remove(at).status)
    }

    /// Returns the findings that went, in the order of the earlier report's files. Findings of rules that were not
    /// asked this time, and of officers who are not selected, did not go.
    pub(crate) fn cleared(&mut self, is_asked: impl Fn(&str) -> bool, flags: &Flags) -> Vec<Finding<'static>> {
        let selection = Selection::of(flags);
        let selected = |old: &Old| selection.has_id(Key { value: old.ptb_id.as_deref(), unreadable: false });
        let is_fault = |rule: &str| faults::KINDS.iter().any(|kind| kind.name == rule);
        let left = std::mem::take(&mut self.left).into_values().flatten();
        let went = left.filter(|old| (is_asked(&old.rule) || is_fault(&old.rule)) && selected(old));
        let mut went: Vec<Finding> = went.filter_map(|old| old.finding(flags.redact)).collect();
        let note = format!("cleared since the report of {}", day_words(self.as_of));
        went.iter_mut().for_each(|finding| finding.notes.push(note.clone()));
        went.sort_by_cached_key(|finding| (finding.place.file.clone(), finding.place.line, finding.rule));
        went
    }

    /// Returns whether a new or worse finding has one of these statuses.
    pub(crate) fn has_news(&self, of: StatusSet) -> bool {
        self.news.iter().any(|status| of.has(*status))
    }

    /// `Since the report of 20 Nov 2026: 2 new, 1 worse, 31 the same, 4 cleared.`
    pub(crate) fn sentence(&self, cleared: usize) -> String {
        let [new, worse, same] = self.counts;
        let then = day_words(self.as_of);
        format!("Since the report of {then}: {new} new, {worse} worse, {same} the same, {cleared} cleared.")
    }

    /// Returns the line about findings that are not shown because they are as they were.
    pub(crate) fn not_shown(&self) -> Option<String> {
        let [.., same] = self.counts;
        (same > 0).then(|| format!("{} as before: --all shows them.", count_words(same, "answer")))
    }
}

/// Reads the envelope of a report with its findings: one object, or a line a finding and the summary at the end.
fn envelope(text: &str) -> anyhow::Result<Envelope> {
    if let Ok(envelope) = serde_json::from_str::<Envelope>(text) {
        return Ok(envelope);
    }
    #[derive(Deserialize)]
    struct Line {
        r#type: String,
    }
    let mut findings = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match serde_json::from_str::<Line>(line)?.r#type.as_str() {
            "finding" => findings.push(serde_json::from_str(line)?),
            "summary" => return Ok(Envelope { findings, ..serde_json::from_str(line)? }),
            _ => {}
        }
    }
    bail!("there is no summary line")
}

/// Returns what a finding is matched by.
fn who(rule: &str, ptb_id: Option<&str>, name: Option<&str>, column: Option<&str>, message: &str) -> Who {
    let person = match (ptb_id, name) {
        (Some(id), _) => matched_id(id).into_owned(),
        (None, Some(name)) => fold(name),
        (None, None) => String::new(),
    };
    let is_fault = faults::KINDS.iter().any(|kind| kind.name == rule);
    let fault = is_fault.then(|| (column.unwrap_or_default().to_owned(), without_quotes(message)));
    Who { rule: rule.to_owned(), person, fault }
}

/// Returns a sentence without what stands in it between the first and the last quotation mark, and without figures: the
/// kind of a fault, whatever the cell and the line.
fn without_quotes(message: &str) -> String {
    let ends = message.find('\'').zip(message.rfind('\'')).filter(|(first, last)| first < last);
    let rest =
        ends.map_or_else(|| message.to_owned(), |(first, last)| format!("{}{}", &message[..first], &message[last..]));
    rest.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

fn status_of(name: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|status| status.name() == name)
}

impl Old {
    /// Makes a finding that was cleared; `None` for a rule that this version does not know.
    fn finding(self, redact: bool) -> Option<Finding<'static>> {
        let rules = catalogue().map(|rule| (rule.name, rule.title, rule.sources));
        let of_files = file_rules().map(|rule| (rule.name, rule.title, rule.sources));
        let none: &[Source] = &[];
        let of_faults = faults::KINDS.iter().map(|kind| (kind.name, kind.title, none));
        let known = rules.chain(of_files).chain(of_faults).find(|(name, ..)| *name == self.rule);
        let (rule, title, sources) = known?;
        let place = Place { column: self.column.map(Cow::Owned), ..Place::record("", self.line.unwrap_or(0)) };
        let place = Place { file: Cow::Owned(self.file), ..place };
        Some(Finding {
            title,
            ptb_id: self.ptb_id.map(Cow::Owned),
            name: self.name.filter(|_| !redact).map(Cow::Owned),
            due: self.due,
            sources,
            change: Some(CLEARED),
            ..Finding::new(rule, status_of(&self.status)?, place, self.message)
        })
    }
}

//! The search of `muster rules --find` and `muster help`: rules, guides, figures, deadlines, columns and commands by
//! any of their words.

use crate::check::report::{Exit, Run};
use crate::cmd::catalogue::{entries, paths, short_examples};
use crate::hint::with_hint;
use crate::model;
use crate::report::item::End;
use crate::report::page::hit::Hit;
use crate::report::page::rule::Entry;
use crate::rules::deadlines::KINDS;
use crate::rules::figures;
use crate::rules::law::figure::FigureRow;
use crate::values::search::{Searchable, nearest_words, search};
use crate::words::harmless;

/// The most hits that are shown.
const MOST_HITS: usize = 20;

/// Everything that can be found.
pub(crate) struct Index {
    hits: Vec<Hit>,
    texts: Vec<Searchable>,
}

impl Index {
    /// Collects everything that can be found. The figures are those of the law; a rate of the user's is in
    /// `muster reimburse rates`.
    pub(crate) fn new() -> Self {
        let mut index = Self { hits: Vec::new(), texts: Vec::new() };
        for entry in entries() {
            let (name, title) = (entry.name(), entry.title());
            let explain = entry.explain();
            // A guide answers in words; a mandate only names a course.
            let importance = match entry {
                Entry::Guide(_) => 4,
                Entry::Rule(_) | Entry::FileRule(_) => 3,
                Entry::Mandate(_) | Entry::Fault(_) => 2,
            };
            let found = Find { name, kind: entry.kind(), title, command: format!("muster rules {name}") };
            index.add(found, importance, explain.iter());
        }
        for kind in KINDS {
            let (name, title) = (kind.name, kind.label);
            let notes = kind.notes.iter().map(|(_, note)| *note).chain([kind.date]);
            index.add(
                Find { name, kind: "deadline", title, command: format!("muster deadline {name} DATE") },
                2,
                notes,
            );
        }
        let tree = crate::cmd::command();
        for path in paths(&tree, "") {
            let (about, examples) = short_examples(&tree, &path);
            let found = Find { name: &path, kind: "command", title: &about, command: format!("muster help {path}") };
            // An example of a search is no answer to it.
            index.add(
                found,
                2,
                examples.lines().filter(|line| !line.contains("--find") && !line.contains("muster help")),
            );
        }
        let rows: Vec<FigureRow> = figures().flat_map(|figure| figure.rows()).collect();
        for same in rows.chunk_by(|one, next| one.name == next.name) {
            if let Some(row) = same.last() {
                let title = format!("{}: {} {}", row.title, row.value, row.unit);
                let command = format!("muster rules --params {}", row.name);
                index.add(Find { name: &row.name, kind: "figure", title: &title, command }, 1, [row.source.as_str()]);
            }
        }
        for kind in model::KINDS {
            for spec in kind.specs {
                let command = format!("muster template {} --explain", kind.name);
                index.add(Find { name: spec.name, kind: "column", title: spec.meaning, command }, 1, spec.aliases);
            }
        }
        index
    }

    fn add<T: AsRef<str>>(&mut self, of: Find, importance: u64, says: impl IntoIterator<Item = T>) {
        let says: Vec<T> = says.into_iter().collect();
        self.texts.push(Searchable::new(of.name, of.title, says.iter().map(AsRef::as_ref)).important(importance));
        let Find { name, kind, title, command } = of;
        self.hits.push(Hit { name: name.into(), kind, title: title.into(), line: String::new(), command });
    }

    /// Returns what has any of the words, the nearest first.
    pub(crate) fn find(&self, words: &str) -> Vec<Hit> {
        let found = search(&self.texts, words).into_iter();
        found.map(|found| Hit { line: found.line, ..self.hits[found.at].clone() }).collect()
    }

    /// Returns the error about words that nothing has, with the nearest ones.
    pub(crate) fn nothing(&self, words: &str) -> anyhow::Error {
        let near = nearest_words(&self.texts, words);
        let hint = match near.as_slice() {
            [] => "`muster rules` and `muster rules --guides` list everything".to_owned(),
            near => format!("the nearest words are {}", near.join(", ")),
        };
        let shown: String = words.chars().take(60).collect();
        anyhow::anyhow!(with_hint(format!("nothing is found for {:?}", harmless(&shown)), hint))
    }
}

/// A thing to be found.
struct Find<'f> {
    name: &'f str,
    kind: &'static str,
    title: &'f str,
    command: String,
}

/// Writes what has any of the words, and the note on it.
///
/// # Errors
/// When nothing has, or the output cannot be written.
pub(crate) fn report(run: Run, words: &str, note: Option<String>) -> anyhow::Result<Exit> {
    let index = Index::new();
    let mut hits = index.find(words);
    if hits.is_empty() {
        return Err(index.nothing(words));
    }
    let more = hits.len().saturating_sub(MOST_HITS);
    hits.truncate(MOST_HITS);
    let mut end = End { notes: note.into_iter().collect(), ..End::default() };
    if more > 0 {
        end.notes.push(format!("{more} more match less well; add a word to narrow the search"));
    }
    run.report::<Hit>(|report| {
        hits.iter().try_for_each(|hit| report.result(hit))?;
        Ok((end, None))
    })
}

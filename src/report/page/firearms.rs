//! Scores of a course of fire for people and spreadsheets: hits, percent, outcome, and at which stages rounds missed; and how
//! its stages stand in JSON.

use crate::model::shoot::Category;
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::Person;
use crate::report::layout::screen::{Screen, cell, status_style, tinted};
use crate::rules::firearms::result::{FirearmsOutcome, FirearmsScore, StageHits};
use crate::words::{day_words, tally_words};
use anstyle::Style;
use comfy_table::Cell;
use std::io::{self, Write};

/// Stages that have columns in a spreadsheet: as many as a sheet has.
const STAGES: usize = 12;
/// What there is to know of one stage, in the order of the columns.
const OF_A_STAGE: [&str; 4] = ["yards", "rounds", "seconds", "hits"];

impl Rows for FirearmsScore<'_> {
    fn columns() -> Vec<String> {
        let first =
            ["ptb_id", "name", "date", "category", "weapon", "hits", "rounds", "percent", "required", "outcome"];
        let stages = (1..=STAGES).flat_map(|stage| OF_A_STAGE.map(|part| format!("stage_{stage}.{part}")));
        let last = ["file", "line", "notes"];
        first.map(str::to_owned).into_iter().chain(stages).chain(last.map(str::to_owned)).collect()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let mut row = vec![
            Value::foreign(self.ptb_id),
            Value::foreign(self.name.as_deref()),
            Value::own_or_empty(self.date),
            Value::own_or_empty(self.category.map(|category| category.word())),
            Value::own_or_empty(self.weapon.map(|weapon| weapon.word())),
            Value::own_or_empty(self.hits),
            Value::own(self.rounds),
            Value::own_or_empty(self.percent),
            Value::own(self.required),
            Value::own(self.outcome.name()),
        ];
        for at in 0..STAGES {
            let stage = self.stages.get(at);
            row.extend([
                Value::own_or_empty(stage.and_then(|stage| stage.yards)),
                Value::own_or_empty(stage.map(|stage| stage.rounds)),
                Value::own_or_empty(stage.and_then(|stage| stage.seconds).map(|seconds| seconds.plain(0))),
                Value::own_or_empty(stage.and_then(|stage| stage.hits)),
            ]);
        }
        row.extend([
            Value::foreign(self.file),
            Value::own_or_empty(self.line),
            Value::foreign(Some(&self.notes.join("; "))),
        ]);
        vec![row]
    }

    fn for_people() -> Vec<usize> {
        let shown = |name: &str| !name.starts_with("stage_") && !["file", "required"].contains(&name);
        Self::columns().iter().enumerate().filter(|(_, name)| shown(name)).map(|(at, _)| at).collect()
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] = [
    ("shooter,\nday, weapon", Align::Left),
    ("hits,\npercent", Align::Right),
    ("outcome", Align::Left),
    ("missed,\nstage:rounds", Align::Left),
];

impl Outcome for FirearmsScore<'_> {
    fn show(&self, page: &mut Page) {
        if self.file.is_none() {
            page.block(|to, screen| self.sentences(to, screen));
            return;
        }
        let hits = match (self.hits, &self.percent) {
            (Some(hits), Some(percent)) => format!("{hits} of {}\n{percent}%", self.rounds),
            _ => format!("? of {}", self.rounds),
        };
        let row = vec![
            cell(&format!("{}\n{}", self.person().short(), self.day_and_weapon())),
            Cell::new(hits),
            tinted(Cell::new(self.outcome.words()), self.outcome.status()),
            Cell::new(self.missed()),
        ];
        page.row(&COLUMNS, row);
        for note in &self.notes {
            page.note(format!("{}: {note}", self.person().long()));
        }
    }
}

impl FirearmsScore<'_> {
    /// What hits from the command line came to.
    fn sentences(&self, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
        // Without a count the notes begin with the outcome, and say why.
        if let (Some(hits), Some(percent)) = (self.hits, &self.percent) {
            let outcome = (status_style(self.outcome.status()), self.outcome.words());
            let (rounds, required) = (self.rounds, self.required);
            let rest = format!("with {hits} of {rounds} hits, {percent}%; {required} are needed");
            screen.paragraph(to, 2, &[outcome, (Style::new(), &rest)])?;
            let missed = self.missed();
            if !missed.is_empty() {
                screen.plain(to, 2, &format!("missed, stage:rounds: {missed}"))?;
            }
        }
        self.notes.iter().try_for_each(|note| screen.plain(to, 2, note))
    }

    /// Who fired.
    pub fn person(&self) -> Person<'_> {
        Person { name: self.name.as_deref(), ptb_id: self.ptb_id, file: self.file, line: self.line }
    }

    /// `14 Nov 2026, semi-auto`; `14 Nov 2026, revolver, off-duty`
    fn day_and_weapon(&self) -> String {
        let day = self.date.map_or_else(|| "no day".into(), |day| day_words(day).to_string());
        let weapon = self.weapon.map(|weapon| weapon.word().to_owned());
        let category = self.category.filter(|category| *category != Category::Duty);
        let category = category.map(|category| category.word().to_owned());
        [Some(day), weapon, category].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// `7:1 11:2`: one round of stage 7 missed, two of stage 11; `4:?` is not known. Nothing where no stage is.
    fn missed(&self) -> String {
        if self.outcome == FirearmsOutcome::Invalid || self.stages.iter().all(|stage| stage.hits.is_none()) {
            return String::new();
        }
        let missed = |stage: &StageHits| match stage.hits {
            Some(hits) if hits >= stage.rounds => None,
            Some(hits) => Some(format!("{}:{}", stage.stage, stage.rounds - hits)),
            None => Some(format!("{}:?", stage.stage)),
        };
        let missed: Vec<String> = self.stages.iter().filter_map(missed).collect();
        if missed.is_empty() { "none".into() } else { missed.join(" ") }
    }
}

/// What sheets come to: how many courses had which outcome.
pub fn closing(scores: &[FirearmsScore]) -> Vec<String> {
    if scores.iter().all(|score| score.file.is_none()) {
        return Vec::new();
    }
    let with = |outcome: FirearmsOutcome| scores.iter().filter(|score| score.outcome == outcome).count();
    vec![tally_words("course", FirearmsOutcome::ALL.map(|outcome| (with(outcome), outcome.words())))]
}

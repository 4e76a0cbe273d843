//! Scores of a course of fire: hits, percent, outcome, the stages with misses; and the JSON of the stages.

use crate::model::shoot::Category;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::person::Person;
use crate::report::layout::screen::{Screen, cell, status_style, tinted};
use crate::rules::firearms::result::{FirearmsOutcome, FirearmsScore, StageHits};
use crate::words::{day_words, tally_words};
use anstyle::Style;
use comfy_table::Cell;
use std::io::{self, Write};

/// The stages that have columns in a spreadsheet: as many as a score sheet has.
const STAGE_NAMES: [&str; 12] = [
    "stage_1", "stage_2", "stage_3", "stage_4", "stage_5", "stage_6", "stage_7", "stage_8", "stage_9", "stage_10",
    "stage_11", "stage_12",
];

impl Rows for FirearmsScore<'_> {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("ptb_id", |score| Value::foreign(score.ptb_id));
        to.shown("name", |score| Value::foreign(score.name.as_deref()));
        to.shown("date", |score| Value::figure_or_blank(score.date));
        to.shown("category", |score| Value::word_or_blank(score.category.map(|category| category.word())));
        to.shown("weapon", |score| Value::word_or_blank(score.weapon.map(|weapon| weapon.word())));
        to.shown("hits", |score| Value::figure_or_blank(score.hits));
        to.shown("rounds", |score| Value::figure(score.rounds));
        to.shown("percent", |score| Value::figure_or_blank(score.percent));
        to.hidden("required", |score| Value::figure(score.required));
        to.shown("outcome", |score| Value::word(score.outcome.name()));
        for (at, name) in STAGE_NAMES.into_iter().enumerate() {
            to.part(name, |score| score.stages.get(at));
        }
        to.hidden("file", |score| Value::foreign(score.file));
        to.shown("line", |score| Value::figure_or_blank(score.line));
        to.shown("notes", |score| Value::foreign_list(&score.notes));
    }
}

impl Rows for StageHits {
    fn columns(to: &mut impl Columns<Self>) {
        to.hidden("yards", |stage| Value::figure_or_blank(stage.yards));
        to.hidden("rounds", |stage| Value::figure(stage.rounds));
        to.hidden("seconds", |stage| Value::figure_or_blank(stage.seconds.map(|seconds| seconds.plain(0))));
        to.hidden("hits", |stage| Value::figure_or_blank(stage.hits));
    }
}

/// The columns of the table for people.
const COLUMNS: [(&str, Align); 4] = [
    ("shooter,\nday, weapon", Align::Left),
    ("hits,\npercent", Align::Right),
    ("outcome", Align::Left),
    ("missed,\nstage:rounds", Align::Left),
];

impl ReportEntry for FirearmsScore<'_> {
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
    /// Writes the result of hits given on the command line.
    fn sentences(&self, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
        // Without a count the notes have the outcome and the reason.
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

    /// Returns the shooter.
    pub fn person(&self) -> Person<'_> {
        Person { name: self.name.as_deref(), ptb_id: self.ptb_id, file: self.file, line: self.line, sheet: self.sheet }
    }

    /// Returns the day and the weapon: `14 Nov 2026, semi-auto`; `14 Nov 2026, revolver, off-duty`
    fn day_and_weapon(&self) -> String {
        let day = self.date.map_or_else(|| "no day".into(), |day| day_words(day).to_string());
        let weapon = self.weapon.map(|weapon| weapon.word().to_owned());
        let category = self.category.filter(|category| *category != Category::Duty);
        let category = category.map(|category| category.word().to_owned());
        [Some(day), weapon, category].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Returns the misses by stage, empty when no stage is known.
    ///
    /// `7:1 11:2` means one round of stage 7 and two of stage 11; the misses of `4:?` are not known.
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

/// Returns the closing sentence of a sheet: how many courses had each outcome.
pub fn closing(scores: &[FirearmsScore]) -> Vec<String> {
    if scores.iter().all(|score| score.file.is_none()) {
        return Vec::new();
    }
    let with = |outcome: FirearmsOutcome| scores.iter().filter(|score| score.outcome == outcome).count();
    vec![tally_words("course", FirearmsOutcome::ALL.map(|outcome| (with(outcome), outcome.words())))]
}

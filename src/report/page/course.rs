//! A course of fire: its stages for a clipboard, the pass mark, and the law.

use crate::finding::address::{SourcesAndUrls, with_urls};
use crate::model::shoot::Category;
use crate::report::item::{Columns, ReportEntry, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{BOLD, cell};
use crate::rules::firearms::course::{Course, LINES, Stage, StageStart};
use crate::rules::law::params;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use comfy_table::Cell;
use schemars::JsonSchema;
use serde::Serialize;

/// A course of fire with everything a range officer needs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FirearmsCourse")]
pub struct CourseSheet {
    /// The agency's name for its own course.
    name: Option<String>,
    /// The category of carry.
    #[schemars(with = "String")]
    category: Category,
    /// The command on which every stage begins: `draw` or `present`.
    start: &'static str,
    /// Rounds of the whole course.
    rounds: u64,
    /// Percent of the rounds that must hit.
    passing_percent: String,
    /// The fewest hits that pass.
    required: u64,
    /// Rounds that the firearm must hold.
    least_capacity: Option<u32>,
    /// The stages. One that may be fired in place of another comes after it.
    stages: Vec<CourseStage>,
    /// First day of the State's course.
    from: Option<NaiveDate>,
    /// The law; for an agency's own course, the law that it was checked against.
    #[serde(flatten, serialize_with = "with_urls")]
    #[schemars(flatten, with = "SourcesAndUrls")]
    sources: Vec<String>,
    /// The file of an agency's own course.
    file: Option<String>,
    #[serde(skip)]
    starts: StageStart,
}

/// A stage of the sheet.
#[derive(Debug, Serialize, JsonSchema)]
struct CourseStage {
    #[serde(flatten)]
    stage: Stage,
    /// True when it may be fired in place of the stage before it.
    optional: bool,
}

impl CourseSheet {
    /// Returns the sheet of a course for a category on a day. `file` is the file of an agency's own course.
    pub fn new(course: &Course, file: Option<String>, category: Category, day: NaiveDate) -> Self {
        let mut stages = Vec::new();
        for stage in &course.stages {
            stages.push(CourseStage { stage: *stage, optional: false });
            let instead = course.instead.iter().filter(|other| other.stage == stage.stage);
            stages.extend(instead.map(|stage| CourseStage { stage: *stage, optional: true }));
        }
        let in_force = || LINES.iter().filter(|line| line.from <= day && line.until.is_none_or(|until| day <= until));
        let mut sources: Vec<String> = in_force().map(|line| line.source.clone()).collect();
        sources.dedup();
        let starts = StageStart::of(category);
        Self {
            name: course.name.clone(),
            category,
            start: starts.name(),
            rounds: course.rounds(),
            passing_percent: course.passing_percent.to_string(),
            required: course.required(),
            least_capacity: params::FIREARM_LEAST_CAPACITY.on(day),
            stages,
            from: in_force().map(|line| line.from).max(),
            sources,
            file,
            starts,
        }
    }

    fn title(&self) -> String {
        let category = self.category.word();
        match (&self.name, &self.file) {
            (Some(name), _) => format!("{name}, {category}"),
            (None, Some(file)) => format!("Course of fire of {file}, {category}"),
            (None, None) => format!("State course of fire, {category}"),
        }
    }
}

impl CourseSheet {
    /// Returns the pass mark, the start of a stage, and the rounds that the firearm must hold.
    pub fn facts(&self) -> Vec<String> {
        let area = if self.file.is_none() { " on the center-mass area of 8½ by 14 inches" } else { "" };
        let (required, rounds) = (self.required, self.rounds);
        let mut facts = vec![
            format!("{required} of {rounds} hits{area} qualify ({} percent)", self.passing_percent),
            format!("Start of every stage: {}", self.starts.words()),
        ];
        facts.extend(
            self.least_capacity.map(|least| format!("The firearm holds at least {}", count_words(least, "round"))),
        );
        if self.file.is_none() {
            facts.push("Shooters reload as needed between the stages, without a command".into());
        }
        facts
    }

    /// Returns the law, and the file of an agency's own course.
    pub fn source(&self) -> String {
        let law = self.sources.join("; ");
        let from = self.from.map(|from| format!(", in force from {}", day_words(from))).unwrap_or_default();
        match &self.file {
            Some(file) => format!("{file}, checked against {law}{from}"),
            None => format!("{law}{from}"),
        }
    }
}

impl Rows for CourseSheet {
    fn columns(to: &mut impl Columns<Self>) {
        to.hidden("name", |course| Value::foreign(course.name.as_deref()));
        to.hidden("category", |course| Value::word(course.category.word()));
        to.shown_after("stages.yards", "start", |course| Value::word(course.start));
        to.shown_after("required", "rounds", |course| Value::figure(course.rounds));
        to.hidden("passing_percent", |course| Value::word(&course.passing_percent));
        to.shown_after("stages.optional", "required", |course| Value::figure(course.required));
        to.hidden("least_capacity", |course| Value::figure_or_blank(course.least_capacity));
        to.items("stages", |course| &course.stages);
        to.hidden("from", |course| Value::figure_or_blank(course.from));
        to.hidden("sources", |course| Value::list(&course.sources));
        to.hidden("file", |course| Value::foreign(course.file.as_deref()));
    }
}

impl Rows for CourseStage {
    fn columns(to: &mut impl Columns<Self>) {
        to.shown("stage", |it| Value::figure(it.stage.stage));
        to.shown("yards", |it| Value::figure(it.stage.yards));
        to.shown("rounds", |it| Value::figure(it.stage.rounds));
        to.shown("seconds", |it| Value::figure(it.stage.seconds.plain(0)));
        to.shown("optional", |it| Value::figure(it.optional));
    }
}

/// The columns of the clipboard. The last one is filled in by hand.
const COLUMNS: [(&str, Align); 6] = [
    ("stage", Align::Right),
    ("yards", Align::Right),
    ("start", Align::Left),
    ("rounds", Align::Right),
    ("seconds", Align::Right),
    ("hits", Align::Left),
];
/// The blank for the hits.
const PENCIL: &str = "____";

impl ReportEntry for CourseSheet {
    fn show(&self, page: &mut Page) {
        page.block(|to, screen| {
            screen.paragraph(to, 2, &[(BOLD, &self.title())])?;
            self.facts().iter().try_for_each(|fact| screen.block(to, 2, fact))
        });
        for CourseStage { stage, optional } in &self.stages {
            let number = if *optional { format!("or {}", stage.stage) } else { stage.stage.to_string() };
            let cells = [number, stage.yards.to_string(), self.start.into(), stage.rounds.to_string()];
            let rest = [stage.seconds.to_string(), PENCIL.into()];
            page.row(&COLUMNS, cells.into_iter().chain(rest).map(Cell::new).collect());
        }
        let total = ["total", "", "", &self.rounds.to_string(), "", PENCIL].map(cell);
        page.row(&COLUMNS, total.into());
        if self.stages.iter().any(|stage| stage.optional) {
            page.note("A stage with \"or\" may be fired in place of the one above it.".into());
        }
        page.line("Source", self.source());
    }
}

//! A course of fire for people and spreadsheets: its stages for a clipboard, what passes, who says so.

use crate::model::shoot::Category;
use crate::report::item::{Outcome, Rows, Value};
use crate::report::layout::page::{Align, Page};
use crate::report::layout::screen::{BOLD, cell};
use crate::rules::firearms::course::{Course, LINES, Stage, StageStart};
use crate::rules::law::params;
use crate::words::{count_words, day_words};
use chrono::NaiveDate;
use comfy_table::Cell;
use schemars::JsonSchema;
use serde::Serialize;

/// A course of fire with all that a range officer asks of it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "FirearmsCourse")]
pub struct CourseSheet {
    /// The agency's name for its own course.
    name: Option<String>,
    /// What is qualified for.
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
    /// The stages, one that may be fired in place of another after it.
    stages: Vec<CourseStage>,
    /// First day of the State's course.
    from: Option<NaiveDate>,
    /// The law: of an agency's own course, what it was held against.
    sources: Vec<String>,
    /// The file of an agency's own course.
    file: Option<String>,
    #[serde(skip)]
    starts: StageStart,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CourseStage {
    #[serde(flatten)]
    stage: Stage,
    optional: bool,
}

impl CourseSheet {
    /// The sheet of a course for a category on a day; `file` is that of an agency's own.
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
    /// What passes, how a stage begins, what the firearm must hold.
    pub fn facts(&self) -> Vec<String> {
        let area = if self.file.is_none() { " on the centre-mass area of 8½ by 14 inches" } else { "" };
        let (required, rounds) = (self.required, self.rounds);
        let mut facts = vec![
            format!("{required} of {rounds} hits{area} qualify ({} percent)", self.passing_percent),
            format!("Start of every stage: {}", self.starts.words()),
        ];
        facts.extend(
            self.least_capacity.map(|least| format!("The firearm holds at least {}", count_words(least, "round"))),
        );
        facts
    }

    /// Who says so.
    pub fn source(&self) -> String {
        let law = self.sources.join("; ");
        let from = self.from.map(|from| format!(", in force from {}", day_words(from))).unwrap_or_default();
        match &self.file {
            Some(file) => format!("{file}, held against {law}{from}"),
            None => format!("{law}{from}"),
        }
    }
}

impl Rows for CourseSheet {
    fn columns() -> Vec<String> {
        [
            "name",
            "category",
            "start",
            "rounds",
            "passing_percent",
            "required",
            "least_capacity",
            "stages.stage",
            "stages.yards",
            "stages.rounds",
            "stages.seconds",
            "stages.optional",
            "from",
            "sources",
            "file",
        ]
        .map(str::to_owned)
        .into()
    }

    fn rows(&self) -> Vec<Vec<Value>> {
        let row = |CourseStage { stage, optional }: &CourseStage| {
            vec![
                Value::foreign(self.name.as_deref()),
                Value::own(self.category.word()),
                Value::own(self.start),
                Value::own(self.rounds),
                Value::own(&self.passing_percent),
                Value::own(self.required),
                Value::own_or_empty(self.least_capacity),
                Value::own(stage.stage),
                Value::own(stage.yards),
                Value::own(stage.rounds),
                Value::own(stage.seconds.plain(0)),
                Value::own(optional),
                Value::own_or_empty(self.from),
                Value::own(self.sources.join("; ")),
                Value::foreign(self.file.as_deref()),
            ]
        };
        self.stages.iter().map(row).collect()
    }

    fn for_people() -> Vec<usize> {
        vec![7, 8, 2, 9, 10, 11, 5, 3]
    }
}

/// The columns of the clipboard; the last one is for a pencil.
const COLUMNS: [(&str, Align); 6] = [
    ("stage", Align::Right),
    ("yards", Align::Right),
    ("start", Align::Left),
    ("rounds", Align::Right),
    ("seconds", Align::Right),
    ("hits", Align::Left),
];
const PENCIL: &str = "____";

impl Outcome for CourseSheet {
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

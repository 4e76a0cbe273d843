//! `muster firearms course`: the course of fire, stage by stage, for a clipboard.

use crate::check::own_course;
use crate::check::report::{Exit, Run};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cli::value::value;
use crate::model::shoot::Category;
use crate::report::item::End;
use crate::report::page::course::CourseSheet;
use clap::Args;
use std::path::PathBuf;

/// Show the course of fire in force, stage by stage, for a clipboard
#[derive(Debug, Args)]
#[command(before_help = "\
Examples:
  muster firearms course                       the State's course, duty
  muster firearms course --category off-duty   from the low ready
  muster firearms course --course ours.toml    the agency's own
  muster firearms course -f csv > course.csv   a row for each stage
")]
pub struct CourseArgs {
    /// Qualification: duty, off-duty or retired [default: duty]
    #[arg(long, value_name = "CATEGORY", value_parser = value::<Category>)]
    category: Option<Category>,

    /// The agency's own course, TOML or JSON; '' for the State's
    #[arg(long, value_name = "FILE", value_parser = crate::cli::flags::path)]
    course: Option<PathBuf>,
}

/// Runs the command.
///
/// # Errors
/// A course that cannot be read or is easier than the State's, and an output that cannot be written.
pub fn run(args: &CourseArgs, flags: &Flags) -> anyhow::Result<Exit> {
    let settings = Settings::load(flags)?;
    let as_of = flags.as_of();
    let state = own_course::state(as_of)?;
    let own = own_course::load(args.course.as_ref(), &settings, as_of)?;
    let category = args.category.unwrap_or(Category::Duty);
    let mut end = End::default();
    end.summary.records = 1;
    let sheet = match own {
        Some(own) => {
            end.notes = own.notes;
            CourseSheet::new(&own.course, Some(own.file), category, as_of)
        }
        None => CourseSheet::new(&state, None, category, as_of),
    };
    let run = Run::new("firearms course", flags, &settings);
    if !run.format.is_page() {
        // A person reads these above and below the table.
        end.closing = sheet.facts();
        end.closing.push(sheet.source());
    }
    run.report::<CourseSheet>(|report| {
        report.result(&sheet)?;
        Ok((end, None))
    })
}

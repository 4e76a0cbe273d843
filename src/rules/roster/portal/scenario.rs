//! Scenario-based training in the use of force, and its windows.

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::params;
use crate::rules::law::schedule::{SCENARIO_WINDOWS, ScenarioWindow, WINDOW_FIGURES, WindowBasis};
use crate::words::{count_words, day_words};

/// Officers not hired after the last window that is checked. An officer hired later is exempt even if the day of the
/// training cannot be read (settled 112).
static HIRED_IN_A_WINDOW: Gate = Gate {
    column: Column::OriginalHireDate,
    applies: |officer, ask| {
        let last = SCENARIO_WINDOWS.iter().rfind(|window| window.is_checked(ask.inferred_scenario_windows));
        Some(last.zip(officer.first_hired()).is_none_or(|(window, hired)| hired <= window.to))
    },
};

/// The rule on scenario-based training.
pub(crate) const SCENARIO_TRAINING: Rule = Rule {
    name: "scenario-training",
    title: "Scenario-based use-of-force training inside its window",
    explain: &[
        "Officers complete scenario-based training in the use of force between 1 July 2022 and 30 June 2025. The \
         window is the same for all last names; the days of the portal signature do not move it. Both its first and \
         its last day count.",
        "Training before the window does not count. Training after it is late, and a person decides: the answer is \
         review. The rule does not apply to officers hired after 30 June 2025, by original_hire_date if it is \
         recorded, otherwise by hire_date. If neither is recorded and the training was not completed inside the \
         window, the answer is unknown.",
        "No later window has been published. Three more years, 1 July 2025 to 30 June 2028, are an inference. This \
         window is checked only if scenario_windows is set to inferred, after the published window, and then every \
         answer about it says so.",
    ],
    sources: &[Source::statute("50 ILCS 705/10.6"), Source::portal("scenario-based training dates")],
    conflicts: &[Conflict {
        source: Source::statute("50 ILCS 705/10.6"),
        says: "requires at least 12 hours hands-on within three years and names no calendar days. Counted for each \
               officer separately, the three years could end on another day than 30 June 2025; the days of the \
               Officer Portal page decide.",
    }],
    figures: &[&WINDOW_FIGURES, &params::SCENARIO_HOURS],
    column: Column::ScenarioCompleted,
    gates: &[&HIRED_IN_A_WINDOW],
    required: &[Column::ScenarioCompleted],
    optional: &[Column::HireDate, Column::OriginalHireDate],
    check: |officer, ask| {
        let mut answer = Err(Cannot::NoLaw("windows of scenario-based training", ask.as_of));
        for window in SCENARIO_WINDOWS.iter().filter(|window| window.is_checked(ask.inferred_scenario_windows)) {
            // Once one window is satisfied, the next is checked from its first day on.
            if answer.is_ok() && window.from > ask.as_of {
                break;
            }
            answer = scenario_in(window, officer, ask);
            // The oldest window that is not satisfied gives the answer.
            if !matches!(&answer, Ok(answer) if matches!(answer.status, Status::Met | Status::NotApplicable)) {
                break;
            }
        }
        answer
    },
    examples: &[
        Example::new("completed on the last good day")
            .on("2026-11-21", Status::Met, "2025-06-30")
            .row(&[("scenario_completed", "2025-06-30"), ("hire_date", "2019-05-01")]),
        Example::new("completed a day too late")
            .on("2026-11-21", Status::Review, "2025-06-30")
            .row(&[("scenario_completed", "2025-07-01"), ("hire_date", "2019-05-01")]),
        Example::new("completed on the day before the window opened")
            .on("2026-11-21", Status::Overdue, "2025-06-30")
            .row(&[("scenario_completed", "2022-06-30"), ("hire_date", "2019-05-01")]),
        Example::new("hired after the window")
            .on("2026-11-21", Status::NotApplicable, "")
            .row(&[("hire_date", "2025-07-01")]),
        Example::new("neither the training nor a day of hire on record").on("2026-11-21", Status::Unknown, ""),
    ],
    ..Rule::BASE
};

/// Answers for one window.
fn scenario_in(window: &ScenarioWindow, officer: &Officer, ask: &Ask) -> Result<Answer, Cannot> {
    let due = window.to;
    let hired = officer.first_hired();
    if let Some(hired) = hired.filter(|hired| *hired > due) {
        return Ok(ask
            .not_applicable()
            .because(|| format!("hired on {}, after the window closed on {}", day_words(hired), day_words(due))));
    }
    let completed = officer.scenario_completed;
    let answer = match completed {
        Some(day) if window.has(day) => {
            ask.met().due_on(Some(due)).because(|| format!("completed on {}, {}", day_words(day), inside(window)))
        }
        // Without a day of hire it is unknown whether the officer was employed during the window.
        _ if hired.is_none() => return Err(Cannot::Blank(Column::HireDate)),
        Some(day) if day > due => ask
            .review(Some(due))
            .because(|| {
                let late = count_words((day - due).num_days(), "day");
                format!("completed on {}, {late} too late to be {}; the Board decides", day_words(day), inside(window))
            })
            .note_if(
                ask.inferred_scenario_windows
                    && SCENARIO_WINDOWS.iter().any(|other| other.basis == WindowBasis::Inferred && other.has(day)),
                || {
                    "that day is in a later window, which is inferred; only the latest training is on record, and an \
                     earlier one would not show"
                        .into()
                },
            ),
        early => {
            let hours = ask.law(&params::SCENARIO_HOURS, due)?;
            let days = ask.days_to(due);
            ask.by_day(due).because(|| {
                let (was, when) = if days < 0 {
                    ("was", format!("{} ago", count_words(-days, "day")))
                } else {
                    ("is", format!("in {}", count_words(days, "day")))
                };
                let mut sentence = format!(
                    "scenario-based training of at least {} {was} due {}, {when}",
                    count_words(hours, "hour"),
                    day_words(due)
                );
                if let Some(day) = early {
                    sentence += &format!("; {} is not {}", day_words(day), inside(window));
                }
                sentence
            })
        }
    };
    Ok(answer.note_if(window.basis == WindowBasis::Inferred, || {
        format!(
            "this window, {} to {}, is an inference ({}); without it nothing would be due",
            day_words(window.from),
            day_words(window.to),
            window.source
        )
    }))
}

/// Writes `inside 1 Jul 2022 to 30 Jun 2025`.
fn inside(window: &ScenarioWindow) -> String {
    format!("inside {} to {}", day_words(window.from), day_words(window.to))
}

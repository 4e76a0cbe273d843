//! Scenario-based training in the use of force, and its windows.

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Discipline, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Gate, Rule};
use crate::rules::law::params;
use crate::rules::law::schedule::{SCENARIO_WINDOWS, ScenarioWindow, WINDOW_FIGURES, WindowBasis};
use crate::words::{count_words, day_words, in_days};

/// Officers not hired after the last window that is checked. An officer hired later is exempt even if the day of the
/// training cannot be read (settled 112).
static HIRED_IN_A_WINDOW: Gate = Gate::on(
    &[Column::OriginalHireDate, Column::HireDate, Column::FullTimeSince, Column::PartTimeSince],
    |officer, ask| {
        let last = SCENARIO_WINDOWS.iter().rfind(|window| window.is_checked(ask.inferred_scenario_windows));
        Some(last.zip(officer.first_in_service()).is_none_or(|(window, hired)| hired <= window.to))
    },
    "the officer was hired after the window",
);

/// Every officer but conservators of the peace, who owe the yearly training only (settled 138).
static NOT_CONSERVATOR: Gate = Gate::on(
    &[Column::Discipline],
    |officer, _| Some(!matches!(officer.discipline(), Discipline::Conservator | Discipline::ConservatorOfficial)),
    "conservators of the peace owe the yearly training only",
);

/// The rule on scenario-based training.
pub(crate) const SCENARIO_TRAINING: Rule = Rule {
    name: "scenario-training",
    title: "Scenario-based use-of-force training inside its window",
    explain: &[
        "Officers complete scenario-based training in the use of force between 1 July 2022 and 30 June 2025. The \
         window is the same for all last names; the days of the portal signature do not move it. Both its first and \
         its last day count.",
        "Training before the window does not count. Training after it is late, and a person decides: the answer is \
         review. An officer first hired inside the window, from 2 July 2022 on, is judged by the due day while the \
         window is open; after it a person decides, because no source says whether fewer hours are owed for a part of \
         the window.",
        "The rule does not apply to officers first hired after 30 June 2025, by the earliest of original_hire_date, \
         hire_date, full_time_since and part_time_since, nor to officers who were between two appointments on that \
         day (previous_separation and hire_date), nor to conservators of the peace, of whom 20 Ill. Adm. \
         Code 1720.80(c) asks the yearly training only. If no day of hire is recorded and the training was not \
         completed inside the window, the answer is unknown.",
        "No later window has been published. Three more years, 1 July 2025 to 30 June 2028, are an inference. This \
         window is checked only if scenario_windows is set to inferred, after the published window, and then every \
         answer about it says so.",
    ],
    sources: &[Source::portal("scenario-based training dates"), Source::statute("50 ILCS 705/10.6")],
    conflicts: &[Conflict {
        source: Source::statute("50 ILCS 705/10.6"),
        says: "requires at least 12 hours hands-on within three years and names no calendar days. Counted for each \
               officer separately, the three years could end on another day than 30 June 2025; the days of the \
               Officer Portal page decide.",
    }],
    figures: &[&WINDOW_FIGURES, &params::SCENARIO_HOURS],
    column: Column::ScenarioCompleted,
    gates: &[&NOT_CONSERVATOR, &HIRED_IN_A_WINDOW],
    required: &[Column::ScenarioCompleted],
    optional: &[Column::HireDate, Column::OriginalHireDate, Column::PreviousSeparation, Column::Discipline],
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
        Example::new("first hired on the second day of the window, not trained")
            .on("2026-11-21", Status::Review, "2025-06-30")
            .row(&[("hire_date", "2022-07-02")]),
        Example::new("first hired on its first day")
            .on("2026-11-21", Status::Overdue, "2025-06-30")
            .row(&[("hire_date", "2022-07-01")]),
        Example::new("between two appointments on its last day").on("2026-11-21", Status::NotApplicable, "").row(&[
            ("original_hire_date", "2015-03-02"),
            ("previous_separation", "2025-06-29"),
            ("hire_date", "2025-07-01"),
        ]),
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
    let hired = officer.first_in_service();
    if let Some(hired) = hired.filter(|hired| *hired > due) {
        return Ok(ask
            .not_applicable()
            .because(|| format!("hired on {}, after the window closed on {}", day_words(hired), day_words(due))));
    }
    if officer.was_between_appointments(due) {
        return Ok(ask
            .not_applicable()
            .because(|| format!("between two appointments on {}, when the window closed", day_words(due))));
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
            // Settled 138 and 216: no source says whether less is owed for a part of the window.
            let hired_inside = hired.filter(|hired| window.from < *hired);
            if let (Some(hired), true) = (hired_inside, days < 0) {
                return Ok(with_basis(
                    ask.review(Some(due)).because(|| {
                        format!(
                            "first hired on {}, {}, and no training in it is on record; no source says whether less \
                             is owed for a part of the window, so a person must decide",
                            day_words(hired),
                            inside(window)
                        )
                    }),
                    window,
                ));
            }
            ask.by_day(due).because(|| {
                let (was, when) = if days < 0 {
                    ("was", format!("{} ago", count_words(-days, "day")))
                } else {
                    ("is", in_days(days))
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
    Ok(with_basis(answer, window))
}

/// Adds the note on a window that no source publishes.
fn with_basis(answer: Answer, window: &ScenarioWindow) -> Answer {
    answer.note_if(window.basis == WindowBasis::Inferred, || {
        format!(
            "this window, {} to {}, is an inference ({}); without it nothing would be due",
            day_words(window.from),
            day_words(window.to),
            window.source
        )
    })
}

/// Writes `inside 1 Jul 2022 to 30 Jun 2025`.
fn inside(window: &ScenarioWindow) -> String {
    format!("inside {} to {}", day_words(window.from), day_words(window.to))
}

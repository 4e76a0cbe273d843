//! The signature on the Officer Portal, by the letters of the last name.

use crate::finding::{Source, Status};
use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Conflict, Example, Rule};
use crate::rules::law::schedule::{COHORT_FIGURES, Cohort, EsignStanding, NoCohort, Schedule, SignatureTiming};
use crate::rules::law::{calendar, params};
use crate::words::{count_words, day_words, in_days};
use chrono::{Datelike, NaiveDate};

/// The rule on the portal signature.
pub(crate) const ESIGN_VERIFICATION: Rule = Rule {
    name: "esign-verification",
    title: "Regular signature on the Officer Portal, by last name",
    explain: &[
        "Every three years each officer signs on the Officer Portal that the training is up to date. The first \
         letter of the last name, as recorded now, decides when: A to H by 31 January 2026, I to M by 31 January \
         2027, N to Z by 31 January 2028, and every third year after that. Accents do not matter (É is E, Ø is O), \
         and signs before the first letter are skipped: 't Hooft is T, de la Cruz is D, O'Brien is O. A name that \
         does not begin with a letter A to Z has no cohort, and the answer is unknown.",
        "A signature counts for a due day if it was given in the twelve months up to and including that day, the very \
         first due day included; no source says when the page opens for signing, so the twelve months are a reading. \
         A signature after the due day is late: the answer is met, with a note.",
        "An officer who has signed for the latest due day has met the rule until the twelve months before the next \
         one begin. An officer who has not is overdue since that day. Only the latest signature is on record, so one \
         for the coming due day meets the rule, whatever was signed before. An officer first hired after a due day, \
         by the earliest of hire_date, original_hire_date, full_time_since and part_time_since, does not owe that \
         one, nor does an officer who was between two appointments on it (previous_separation and hire_date).",
        "The statute, and later pages of the Board, divide the letters differently and name 30 January. The Officer \
         Portal page decides unless --schedule statute is chosen; if the cohort or the year would differ, a note \
         gives the answer of the other schedule.",
    ],
    sources: &[Source::portal("e-sign"), Source::statute("50 ILCS 705/8.4(a)(1)")],
    conflicts: &[
        Conflict {
            source: Source::statute("50 ILCS 705/8.4(a)(1)"),
            says: "has the form due by 30 January, with A to G in the first group: H would sign by 30 January 2027 \
                   instead of 31 January 2026, N and O by 30 January 2027 instead of 31 January 2028, all others a \
                   day earlier; --schedule statute answers so.",
        },
        Conflict {
            source: Source::statute("50 ILCS 705/8.4(a)(1)"),
            says: "is carried out, on the Board's later pages, in periods (A to G: 30 January 2023 to 29 January \
                   2026) with grace to 31 March, an extension waiver to 31 July that is requested by the 31 December \
                   before, and a notice every 1 October: under them a signature in February or March would not be \
                   late, and no officer would be overdue before 1 April.",
        },
        Conflict {
            source: Source::mtu10("home page"),
            says: "lists A to G, H to O and P to Z with 1 March as the last day: the cohorts would be those of \
                   --schedule statute, and a signature in February would still be in time.",
        },
    ],
    figures: &[&COHORT_FIGURES, &params::ESIGN_WINDOW_MONTHS, &params::ESIGN_GRACE_UNTIL, &params::ESIGN_WAIVER_UNTIL],
    column: Column::Esigned,
    required: &[Column::LastName, Column::Esigned],
    optional: &[
        Column::HireDate,
        Column::OriginalHireDate,
        Column::FullTimeSince,
        Column::PartTimeSince,
        Column::PreviousSeparation,
    ],
    check: |officer, ask| {
        let name = match officer.unordered_name() {
            Some([first, last]) => {
                let letters = |word| ask.schedule.cohort_of(word).ok().map(|cohort| cohort.cohort);
                if letters(first) != letters(last) {
                    return Ok(ask.unknown().about(Column::WholeName).because(|| {
                        "which word is the last name? Write Last, First, or say name_order in the configuration \
                         (--name-order)"
                            .into()
                    }));
                }
                last
            }
            None => officer.last_name.ok_or(Cannot::Blank(Column::LastName))?.0,
        };
        let cohort = match ask.schedule.cohort_of(name) {
            Ok(cohort) => cohort,
            Err(NoCohort::NoLetter) => {
                return Ok(ask.unknown().about(Column::LastName).because(|| {
                    "last_name does not begin with a letter A to Z that can be read, so no source gives the due day"
                        .into()
                }));
            }
            Err(NoCohort::NotInTheTable) => return Err(Cannot::NoLaw("cohorts of the portal signature", ask.as_of)),
        };
        let months = ask.law(&params::ESIGN_WINDOW_MONTHS, ask.as_of)?;
        let hired = officer.first_in_service();
        let owed = |due| hired.is_none_or(|hired| hired <= due) && !officer.was_between_appointments(due);
        let standing_in = |cohort: &Cohort| cohort.standing(officer.esigned, owed, months, ask.as_of);
        let standing = standing_in(cohort);
        let mut answer = esign_answer(cohort, standing, officer, ask)
            .note_if(standing.signature == SignatureTiming::Late, || {
                let next = cohort.next_due(ask.as_of);
                format!(
                    "a late signature; the next one is due {} and counts from the day after {}",
                    day_words(next),
                    day_words(calendar::months_before(next, months))
                )
            })
            .note_if(
                standing.signature == SignatureTiming::Missing && standing.due < ask.as_of && hired.is_none(),
                || {
                    format!(
                        "no day of hire is recorded; an officer first hired after {} owes only the next one",
                        day_words(standing.due)
                    )
                },
            );
        if !ask.wanted.has(answer.status) {
            return Ok(answer);
        }
        if ask.schedule == Schedule::Statute {
            answer = answer.citing(UNDER_STATUTE);
        }
        if let Some(passed) = cohort.latest_passed(ask.as_of).filter(|passed| *passed < standing.due) {
            answer = answer
                .note_if(hired.is_some_and(|hired| passed < hired), || {
                    let hired = hired.map(day_words).map_or_else(String::new, |day| day.to_string());
                    format!("first hired on {hired}, after {}: that day is not owed", day_words(passed))
                })
                .note_if(officer.was_between_appointments(passed), || {
                    format!("between two appointments on {}: that day is not owed", day_words(passed))
                });
        }
        answer = answer.note_if(has_grace(name, standing, ask)?, || grace(ask));
        if let Ok(other) = ask.schedule.other().cohort_of(name) {
            let theirs = standing_in(other);
            let differs = other.cohort != cohort.cohort
                || theirs.due.year() != standing.due.year()
                || esign_status(theirs, ask).status != answer.status;
            answer = answer.note_if(differs, || {
                format!(
                    "{} puts this last name in {}, due {}: the answer would be {} (--schedule {})",
                    other.source,
                    other.letters(),
                    day_words(theirs.due),
                    esign_status(theirs, ask).status.words(),
                    other.schedule.name()
                )
            });
        }
        Ok(answer)
    },
    examples: &[
        Example::new("A to H, not signed, on the last good day")
            .on("2026-01-31", Status::DueSoon, "2026-01-31")
            .row(&[("last_name", "Hernandez"), ("hire_date", "2015-06-01")]),
        Example::new("the day after")
            .on("2026-02-01", Status::Overdue, "2026-01-31")
            .row(&[("last_name", "Hernandez"), ("hire_date", "2015-06-01")]),
        Example::new("signed late").on("2026-11-21", Status::Met, "2026-01-31").row(&[
            ("last_name", "de la Cruz"),
            ("esigned", "2026-03-05"),
            ("hire_date", "2015-06-01"),
        ]),
        Example::new("signed for 2026, and the twelve months before 31 January 2029 have begun")
            .on("2028-02-01", Status::Open, "2029-01-31")
            .row(&[("last_name", "Ames"), ("esigned", "2026-01-12"), ("hire_date", "2015-06-01")]),
        Example::new("hired after the due day, which is not owed")
            .on("2026-11-21", Status::Open, "2029-01-31")
            .row(&[("last_name", "Ames"), ("hire_date", "2026-02-01")]),
        Example::new("a last name without a letter A to Z")
            .on("2026-11-21", Status::Unknown, "")
            .row(&[("last_name", "王"), ("hire_date", "2015-06-01")]),
    ],
    ..Rule::BASE
};

/// The sources under `--schedule statute`, the one that decides first.
const UNDER_STATUTE: &[Source] = &[Source::statute("50 ILCS 705/8.4(a)(1)"), Source::portal("e-sign")];

/// Returns whether the Board's grace speaks of this answer: the due day that has passed is that of the statute's first
/// letters, in the year of the grace (settled 142).
fn has_grace(name: &str, standing: EsignStanding, ask: &Ask) -> Result<bool, Cannot> {
    let until = ask.law(&params::ESIGN_GRACE_UNTIL, ask.as_of)?;
    let first_letters = Schedule::Statute.cohort_of(name).is_ok_and(|cohort| cohort.first_due.year() == until.year());
    let passed = standing.due < ask.as_of && standing.due.year() == until.year();
    Ok(first_letters && passed && standing.signature != SignatureTiming::InTime)
}

fn grace(ask: &Ask) -> String {
    let day = |param| ask.law(param, ask.as_of).map_or_else(|_| String::new(), |day| day_words(day).to_string());
    format!(
        "the Board's later pages give these last names grace until {}, and with an extension waiver until {}",
        day(&params::ESIGN_GRACE_UNTIL),
        day(&params::ESIGN_WAIVER_UNTIL)
    )
}

/// A new last name whose day has passed, where that of the old one has not (settled 143).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct MovedByName {
    /// The due day under the new name, which has passed.
    new_due: NaiveDate,
    /// The due day under the old name, where its answer has one.
    old_due: Option<NaiveDate>,
}

impl MovedByName {
    /// Returns the sentence with both days.
    pub(crate) fn sentence(self) -> String {
        let old = self.old_due.map_or_else(
            || "under the old one nothing is overdue".into(),
            |day| format!("that of the old one is {}", day_words(day)),
        );
        format!(
            "the due day of the new last name, {}, has passed; {old}; a person must decide which one holds",
            day_words(self.new_due)
        )
    }
}

/// Returns both due days if the signature is overdue under the new last name and would not be under the old one
/// (settled 143 and 241).
pub(crate) fn overdue_by_new_name(old: &Officer, new: &Officer, ask: &Ask) -> Option<MovedByName> {
    let ended = new.separated.is_some_and(|last_day| ask.as_of > last_day) || new.is_faulty(Column::Separated);
    let unreadable = ESIGN_VERIFICATION.decisive_columns().any(|column| new.is_faulty(column));
    if ended || unreadable || old.last_name == new.last_name {
        return None;
    }
    let under_old_name = Officer { last_name: old.last_name, ..new.clone() };
    let answer = |officer: &Officer| (ESIGN_VERIFICATION.check)(officer, ask).ok();
    let (by_new, by_old) = (answer(new)?, answer(&under_old_name)?);
    let moved = by_new.status == Status::Overdue && !matches!(by_old.status, Status::Overdue | Status::Unknown);
    moved.then_some(MovedByName { new_due: by_new.due?, old_due: by_old.due })
}

/// Returns the answer for a standing, without text.
fn esign_status(standing: EsignStanding, ask: &Ask) -> Answer {
    match standing.signature {
        SignatureTiming::InTime | SignatureTiming::Late => ask.met().due_on(Some(standing.due)),
        SignatureTiming::Missing => ask.by_day(standing.due),
    }
}

/// Returns the answer for a standing, with its sentence.
fn esign_answer(cohort: &Cohort, standing: EsignStanding, officer: &Officer, ask: &Ask) -> Answer {
    let due = standing.due;
    esign_status(standing, ask).because(|| {
        let days = ask.days_to(due);
        let mut sentence = match (standing.signature, officer.esigned) {
            (SignatureTiming::Late, Some(signed)) => {
                let late = count_words((signed - due).num_days(), "day");
                return format!("signed on {}, {late} after {}", day_words(signed), day_words(due));
            }
            (SignatureTiming::InTime, Some(signed)) => {
                return format!("signed on {} for {}", day_words(signed), day_words(due));
            }
            _ if days < 0 => format!(
                "no signature for {}, the due day of last names {}, which was {} ago",
                day_words(due),
                cohort.letters(),
                count_words(-days, "day")
            ),
            _ => {
                format!("the signature of last names {} is due {}, {}", cohort.letters(), day_words(due), in_days(days))
            }
        };
        if let Some(signed) = officer.esigned {
            sentence += &format!("; the one of {} is too early for it", day_words(signed));
        }
        sentence
    })
}

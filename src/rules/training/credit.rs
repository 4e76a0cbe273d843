//! Decides whether a completion counts, and for what: by the Board's certification or the user's list of approved
//! courses.

use crate::model::name;
use crate::model::training::approved::{ApprovedCourse, Column as ListColumn};
use crate::model::training::{Column, Completion};
use crate::rules::training::mandates::{Mandate, TOTAL, mandate_of};
use crate::values::decimal::Decimal;
use crate::values::fold::{fold, folds_to};
use crate::words::{day_words, shown_text};
use chrono::NaiveDate;

/// The user's list of approved courses of the COPS Training Portal.
#[derive(Clone, Debug, Default)]
pub struct CourseList {
    courses: Vec<Approval>,
}

/// One line of the list. A course may be approved, withdrawn and approved again.
#[derive(Clone, Debug)]
struct Approval {
    course: String,
    hours: Option<Decimal>,
    topics: Vec<String>,
    approved_on: Option<NaiveDate>,
    withdrawn_on: Result<Option<NaiveDate>, ()>,
}

impl CourseList {
    /// Adds a line of the list. A line without the name of a course approves nothing.
    pub fn add(&mut self, line: &ApprovedCourse) {
        let Some(course) = line.course else { return };
        let topics = line.topics.unwrap_or_default().split(';').map(str::trim).filter(|topic| !topic.is_empty());
        self.courses.push(Approval {
            course: course_key(course),
            hours: line.hours,
            topics: topics.map(str::to_owned).collect(),
            approved_on: line.approved_on,
            withdrawn_on: if line.is_faulty(ListColumn::WithdrawnOn) { Err(()) } else { Ok(line.withdrawn_on) },
        });
    }

    /// Returns the approval under which a course completed on a day counts.
    ///
    /// # Errors
    /// The reason why there is none.
    fn approval(&self, course: &str, completed: NaiveDate) -> Result<&Approval, String> {
        let key = course_key(course);
        let mut refusal = Err("the course is not on the list of approved courses".to_owned());
        for approval in self.courses.iter().filter(|approval| approval.course == key) {
            match approval.covers(completed) {
                Ok(()) => return Ok(approval),
                Err(why) => refusal = Err(why),
            }
        }
        refusal
    }
}

impl Approval {
    fn covers(&self, completed: NaiveDate) -> Result<(), String> {
        let Some(approved) = self.approved_on else {
            return Err("the list of approved courses has no readable day of approval for the course".into());
        };
        if completed < approved {
            return Err(format!("completed before the course was approved on {}", day_words(approved)));
        }
        match self.withdrawn_on {
            Err(()) => Err("the day of withdrawal in the list of approved courses cannot be read".into()),
            Ok(Some(withdrawn)) if completed > withdrawn => {
                Err(format!("completed after the approval was withdrawn on {}", day_words(withdrawn)))
            }
            Ok(_) => Ok(()),
        }
    }
}

/// Returns the key by which names of a course are compared: case and the width of gaps do not matter.
pub(crate) fn course_key(course: &str) -> String {
    name::key(&course.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A completion that counts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Credit<'a> {
    /// The mandate it counts for; `None` when its topic is not a mandate.
    pub(crate) mandate: Option<&'static Mandate>,
    /// The course as recorded.
    pub(crate) course: Option<&'a str>,
    /// The day of completion.
    pub(crate) day: NaiveDate,
    /// Its hours; `None` when they are not recorded.
    pub(crate) hours: Option<Decimal>,
    /// The list approves the course for several topics and the record names none.
    pub(crate) ambiguous: bool,
    /// The mandate of its topic for which it does not count, because that takes hands-on hours (settled 152).
    pub(crate) not_hands_on: Option<&'static Mandate>,
}

/// A completion that does not count only because a cell of it cannot be read.
pub(crate) enum UnreadableCredit {
    /// It might count for this mandate.
    For(&'static Mandate),
    /// It might count for any mandate.
    ForAny,
}

impl UnreadableCredit {
    /// Returns whether it might count for a mandate.
    pub(crate) fn may_count_for(&self, mandate: &Mandate) -> bool {
        match self {
            Self::For(own) => own.topic == mandate.topic || mandate.topic == TOTAL,
            Self::ForAny => true,
        }
    }
}

/// Returns what a completion that does not count might count for, if a deciding cell could be read. `None` when every
/// deciding cell can be read.
pub(crate) fn unreadable(completion: &Completion) -> Option<UnreadableCredit> {
    let decides = [Column::Completed, Column::Topic, Column::Provider, Column::Certified];
    if !decides.into_iter().any(|column| completion.is_faulty(column)) || completion.certified == Some(false) {
        return None;
    }
    match completion.topic {
        Some(topic) => mandate_of(topic).map(UnreadableCredit::For),
        None => Some(UnreadableCredit::ForAny),
    }
}

/// Decides whether a completion counts, and for what.
///
/// # Errors
/// The reason why it does not count.
pub(crate) fn credit<'a>(
    completion: &Completion<'a>,
    courses: Option<&CourseList>,
    redact: bool,
) -> Result<Credit<'a>, String> {
    let is_online = completion.provider.is_some_and(|provider| is_cops(provider) || is_online(provider));
    let hands_on = |mandate: Option<&'static Mandate>| mandate.filter(|mandate| is_online && mandate.is_hands_on());
    // Settled 233: refused for that topic only; the hours still count toward the total.
    let instead = |mandate| if hands_on(mandate).is_some() { mandate_of(TOTAL) } else { mandate };
    let missing = |column: Column, why: &str| {
        let state = if completion.is_faulty(column) { "cannot be read" } else { "is blank" };
        format!("{} {state}{why}", column.name())
    };
    let day = completion.completed.ok_or_else(|| missing(Column::Completed, ""))?;
    for column in [Column::Topic, Column::Provider] {
        if completion.is_faulty(column) {
            return Err(missing(column, ""));
        }
    }
    if !completion.provider.is_some_and(is_cops) {
        return match completion.certified {
            Some(true) => {
                let mandate = completion.topic.and_then(mandate_of);
                Ok(Credit {
                    mandate: instead(mandate),
                    course: completion.course,
                    day,
                    hours: completion.hours,
                    ambiguous: false,
                    not_hands_on: hands_on(mandate),
                })
            }
            Some(false) => Err("not certified by the Board".into()),
            None => Err(missing(Column::Certified, ": only courses that the Board certified count")),
        };
    }
    if completion.ptb_id.is_none() {
        return Err("no PTB ID on the record: the portal's report cannot be matched to the officer".into());
    }
    let course = completion.course.ok_or_else(|| missing(Column::Course, ""))?;
    let courses = courses.ok_or("no list of approved courses was given")?;
    let approval = courses.approval(course, day)?;
    let (topic, ambiguous) = topic_of(completion, approval, redact)?;
    let mandate = topic.and_then(mandate_of);
    let hours = if completion.is_faulty(Column::Hours) { None } else { completion.hours.or(approval.hours) };
    Ok(Credit {
        mandate: instead(mandate),
        course: Some(course),
        day,
        hours,
        ambiguous,
        not_hands_on: hands_on(mandate),
    })
}

/// Returns whether a provider is the COPS Training Portal, in whichever words: `C.O.P.S.`, `COPS (online)`.
fn is_cops(provider: &str) -> bool {
    let bare: String = provider.chars().filter(|letter| *letter != '.').collect();
    let mut words = bare.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| word.eq_ignore_ascii_case("cops") || folds_to(word, "copstrainingportal"))
}

/// Returns whether the name of a provider says that the course was online.
fn is_online(provider: &str) -> bool {
    let provider = provider.to_lowercase();
    provider.contains("online") || provider.contains("on-line")
}

/// Returns the topic that an approved course counts for, and whether it is ambiguous: the topic on the record, if the
/// list names it; otherwise the one topic of the list. With several, the hours count toward the total only.
fn topic_of<'t>(
    completion: &Completion<'t>,
    approval: &'t Approval,
    redact: bool,
) -> Result<(Option<&'t str>, bool), String> {
    match (completion.topic, approval.topics.as_slice()) {
        (Some(topic), []) => Ok((Some(topic), false)),
        (Some(topic), topics) if topics.iter().any(|listed| fold(listed) == fold(topic)) => Ok((Some(topic), false)),
        (Some(_), _) if redact => Err("not approved for the topic on the record".to_owned()),
        (Some(topic), topics) => Err(format!("approved for {}, not for {}", topics.join(", "), shown_text(topic))),
        (None, topics) => {
            let is_hands_on = |topic: &&String| mandate_of(topic).is_some_and(Mandate::is_hands_on);
            let mut countable = topics.iter().filter(|topic| !is_hands_on(topic));
            match (countable.next(), countable.next()) {
                (Some(_), Some(_)) => Ok((Some(TOTAL), true)),
                (only, _) => Ok((only.or(topics.first()).map(String::as_str), false)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_cops;

    #[test]
    fn the_portal_is_known_by_its_word() {
        for provider in ["cops", "COPS Training Portal", "C.O.P.S.", "COPS (online)", "Online COPS", "COPS-TP"] {
            assert!(is_cops(provider), "{provider}");
        }
        for provider in ["Copley College", "Police Training Institute", "ILETSB", "MTU 10", ""] {
            assert!(!is_cops(provider), "{provider}");
        }
    }
}

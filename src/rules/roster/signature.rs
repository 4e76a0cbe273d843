//! The signature under a roster: the signer, the form, and the half of the year that it covers.

use crate::finding::Source;
use crate::model::signature::{RosterSignature, SignatureForm, Signer};
use crate::rules::ask::{Answer, Ask, FileRule};
use crate::words::{count_words, day_words, in_days};
use chrono::{Datelike, NaiveDate};

/// Half of a calendar year, numbered from the year 0 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct HalfYear(i32);

impl HalfYear {
    fn of(day: NaiveDate) -> Self {
        Self(day.year() * 2 + i32::from(day.month() > 6))
    }

    fn year(self) -> i32 {
        self.0.div_euclid(2)
    }

    fn last_day(self) -> NaiveDate {
        let (month, last) = if self.0 % 2 == 0 { (6, 30) } else { (12, 31) };
        NaiveDate::from_ymd_opt(self.year(), month, last).unwrap_or(NaiveDate::MAX)
    }

    /// `January to June 2026`
    fn words(self) -> String {
        format!("{} {}", if self.0 % 2 == 0 { "January to June" } else { "July to December" }, self.year())
    }
}

/// The rules that are checked once per file.
pub static FILE_RULES: &[FileRule] = &[FileRule {
    name: "roster-signature",
    title: "The roster is signed by the chief or the mayor, twice a year",
    explain: &[
        "The roster that the Board keeps of an agency is signed twice a year, by the chief or the mayor. An interim \
         chief may sign only if a Notice of Appointment signed by the mayor is on file, which a person has to look \
         up: the answer is review. The sources speak of police departments; that a sheriff signs the roster of a \
         sheriff's office is a reading, and a note says so. No other signature counts.",
        "Only an original signature makes the roster a legal document. A fax shows that the work is done, but the \
         rule stays overdue until the original is mailed. A signature through the electronic data interchange (edi) \
         meets the rule; the Mobile Team Unit's page knew of no such program, later pages of the Board do.",
        "A signature covers the half of the year in which it was given: January to June, or July to December. No \
         source names months, so the halves are a reading of \"twice a year\". If the half of the day asked about is \
         not signed for yet, the answer is open or due soon by its last day, 30 June or 31 December. It is overdue \
         when a whole half has passed unsigned, since the last day of that half.",
        "The rule is checked only when roster check is given the signature: --signed-by, --signed-on, --signature.",
    ],
    sources: &[Source::faq("rosters signed twice a year"), Source::mtu10("personnel rosters")],
    check: |ask| ask.signature.as_ref().map(|signature| answer(signature, ask)),
}];

fn answer(signature: &RosterSignature, ask: &Ask) -> Answer {
    let RosterSignature { signer, role, on, form } = signature;
    let signed = || format!("signed on {} by the {}", day_words(*on), crate::words::harmless(role));
    let (covered, asked) = (HalfYear::of(*on), HalfYear::of(ask.as_of));
    let reading = || "the halves of the year are a reading of \"twice a year\"; no source names months".into();
    let on_file = || "for an interim chief a Notice of Appointment signed by the mayor must be on file".into();
    let no_programme = || "MTU #10 knew of no electronic program for rosters; the Board's pages do".into();
    let sheriff = || {
        "the Board's pages name the chief or the mayor of a police department; that a sheriff signs for a sheriff's \
         office is a reading"
            .into()
    };
    let is_sheriff = *signer == Some(Signer::Sheriff);
    // Settled 195: the first half that the signature does not cover, at most the running one.
    let owed = HalfYear((covered.0 + 1).min(asked.0));
    match (signer, form) {
        (None, _) => ask.overdue(None).because(|| {
            format!("{}; this signature does not count, because the chief, the mayor or the sheriff signs", signed())
        }),
        (Some(_), SignatureForm::Fax) => ask.overdue(None).because(|| {
            format!("{} on a fax, which is not a legal document; the original must still be mailed", signed())
        }),
        _ if covered < asked => ask
            .by_day(owed.last_day())
            .because(|| {
                let days = ask.days_to(owed.last_day());
                let when = if days < 0 {
                    format!("was due {}, {} ago", day_words(owed.last_day()), count_words(-days, "day"))
                } else {
                    format!("is due {}, {}", day_words(owed.last_day()), in_days(days))
                };
                format!("{}, which covers {}; the signature for {} {when}", signed(), covered.words(), owed.words())
            })
            .note_if(*signer == Some(Signer::InterimChief), on_file)
            .note_if(is_sheriff, sheriff)
            .note_if(*form == SignatureForm::Edi, no_programme)
            .note(reading),
        (Some(Signer::InterimChief), _) => ask
            .review(None)
            .because(|| format!("{}; a Notice of Appointment signed by the mayor must be on file", signed())),
        // Settled 148: a sheriff as well, with a note.
        (Some(Signer::Chief | Signer::Mayor | Signer::Sheriff), form) => {
            let is_edi = *form == SignatureForm::Edi;
            let through = if is_edi { " through EDI" } else { "" };
            ask.met()
                .because(|| format!("{}{through}, which covers {}", signed(), covered.words()))
                .note_if(is_sheriff, sheriff)
                .note_if(is_edi, no_programme)
                .note(reading)
        }
    }
}

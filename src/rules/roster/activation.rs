//! The activated certificate that an officer needs before police authority.

use crate::finding::{Source, Status};
use crate::model::officer::{Certification, Column, Employment, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Example, Gate, Rule};
use crate::rules::law::params;
use crate::rules::roster::trained_before::{Earlier, earlier_certificate};
use crate::words::day_words;
use chrono::NaiveDate;

/// The rules of this subject.
pub static RULES: &[Rule] = &[CERTIFICATE_ACTIVATION];

/// Officers employed full-time or part-time.
static EMPLOYED: Gate =
    Gate::on(&[Column::Employment], |officer, _| officer.employment.map(|_| true), "no employment is on record");

/// Officers with police authority, or a planned day of it.
static HAS_AUTHORITY: Gate = Gate::on(
    &[Column::AuthorityFrom],
    |officer, _| Some(officer.authority_from.is_some()),
    "no police authority is on record",
);

/// Officers whose police authority is not older than the present wording (settled 139).
static SINCE_PRESENT_WORDING: Gate = Gate::on(
    &[Column::AuthorityFrom],
    |officer, _| {
        let wording = |from| params::ACTIVATION_WORDING_DAY.on(from);
        Some(officer.authority_from.is_none_or(|from| wording(from).is_none_or(|wording| from >= wording)))
    },
    "police authority is older than the present wording of the section; what it asked before is not known here",
);

const CERTIFICATE_ACTIVATION: Rule = Rule {
    name: "certificate-activation",
    title: "Certificate activated before police authority",
    explain: &[
        "Before a full-time officer is given police authority the agency activates the certificate. A newly trained \
         officer needs a background check and the certificate of basic training, which is awarded on the passed \
         examination; an officer certified before needs a background check and the Board's notice that the \
         certificate is active again. Until then the officer has no police duties and carries no firearm under the \
         employer's authority, except as otherwise authorized to carry a firearm under State or federal law.",
        "A part-time officer certificated before this appointment needs the Board's notice as well; for a new \
         part-time officer the section asks nothing, and the rule does not apply.",
        "authority_from is the first day of police authority. Each of the required days must be that day or earlier. \
         If one is later or missing the answer is overdue, and doing it later does not cure the breach. While \
         authority_from is in the future the answer is open or due soon. If authority_from is blank, or before 23 \
         June 2023, the first day of the present wording, the rule does not apply.",
        "An officer counts as certified before if basic_completed is before hire_date, if out_of_state is yes, or if \
         previous_separation is recorded, unless certification is none and nothing was completed. A part-time officer \
         with a previous_separation counts only with a certification of full-time or part-time; if certification is \
         blank a person decides. A full-time officer who goes through the academy again in this appointment \
         (basic_enrolled or basic_completed on or after hire_date) needs the new certificate or the Board's notice, \
         whichever comes first; the earlier certificate does not count. waiver_date holds the Board's notice; a \
         notice older than previous_separation belongs to the earlier employment and does not count. An officer \
         trained elsewhere is inactive until the Board issues the reciprocity certification, so the same column holds \
         that day.",
        "If the day of hire is blank, a full-time officer with basic_completed may be new or certified before: the \
         answer is then met only if the conditions of both are satisfied.",
    ],
    sources: &[Source::code("1720.60(d)"), Source::code("1720.60(f), (g)"), Source::statute("50 ILCS 705/8.1")],
    figures: &[&params::ACTIVATION_WORDING_DAY],
    column: Column::AuthorityFrom,
    gates: &[&EMPLOYED, &HAS_AUTHORITY, &SINCE_PRESENT_WORDING],
    required: &[
        Column::Employment,
        Column::AuthorityFrom,
        Column::BackgroundCertified,
        Column::BasicCompleted,
        Column::WaiverDate,
        Column::HireDate,
    ],
    optional: &[Column::PreviousSeparation, Column::OutOfState, Column::BasicEnrolled],
    sometimes: &[Column::Certification],
    check: |officer, ask| {
        let from = officer.authority_from.ok_or(Cannot::Blank(Column::AuthorityFrom))?;
        let notice =
            officer.waiver_date.filter(|notice| officer.previous_separation.is_none_or(|left| *notice >= left));
        let issued = match officer.out_of_state {
            Some(true) => "reciprocity certification by the Board",
            _ => "notice of reactivation by the Board",
        };
        let reactivated = (issued, Column::WaiverDate, notice);
        if officer.employment == Some(Employment::PartTime) {
            return part_time(officer, from, reactivated, ask);
        }
        let background = ("background check", Column::BackgroundCertified, officer.background_certified);
        // A second time at the academy calls for its certificate; the earlier one does not count.
        let certificate =
            officer.basic_completed.filter(|done| !trained_again(officer) || Some(*done) >= officer.hire_date);
        let too_old = certificate.is_none() && officer.basic_completed.is_some();
        let what = if too_old { "certificate of the new basic training" } else { "certificate of basic training" };
        let trained = (what, Column::BasicCompleted, certificate);
        let in_time = |needed: &Needed| needed.2.is_some_and(|day| day <= from);
        let missing: Vec<Needed> = match certified_before(officer) {
            Some(true) => [background, reactivated].into_iter().filter(|needed| !in_time(needed)).collect(),
            // After a second time at the academy, an officer who was certified before may use either way.
            Some(false) if held_before(officer) && in_time(&reactivated) => {
                [background].into_iter().filter(|needed| !in_time(needed)).collect()
            }
            Some(false) => [background, trained].into_iter().filter(|needed| !in_time(needed)).collect(),
            // New or certified before: the background check is needed either way, the rest is unknown.
            None if !in_time(&background) => vec![background],
            None if in_time(&trained) && in_time(&reactivated) => Vec::new(),
            None => return Err(Cannot::Blank(Column::HireDate)),
        };
        Ok(activated(from, &missing, ask))
    },
    examples: &[
        Example::new("new officer, everything on the first day of authority")
            .on("2026-03-01", Status::Met, "2026-02-02")
            .row(&[
                ("employment", "full-time"),
                ("hire_date", "2025-09-01"),
                ("authority_from", "2026-02-02"),
                ("background_certified", "2025-09-15"),
                ("basic_completed", "2026-02-02"),
            ]),
        Example::new("certificate awarded one day later").on("2026-03-01", Status::Overdue, "2026-02-02").row(&[
            ("employment", "full-time"),
            ("hire_date", "2025-09-01"),
            ("authority_from", "2026-02-02"),
            ("background_certified", "2025-09-15"),
            ("basic_completed", "2026-02-03"),
        ]),
        Example::new("certified before, the Board's notice came one day late")
            .on("2026-03-01", Status::Overdue, "2026-02-02")
            .row(&[
                ("employment", "full-time"),
                ("hire_date", "2026-01-05"),
                ("authority_from", "2026-02-02"),
                ("background_certified", "2026-01-05"),
                ("basic_completed", "2012-05-18"),
                ("waiver_date", "2026-02-03"),
            ]),
        Example::new("authority planned, no background check yet").on("2026-03-01", Status::DueSoon, "2026-04-01").row(
            &[
                ("employment", "full-time"),
                ("hire_date", "2025-09-01"),
                ("authority_from", "2026-04-01"),
                ("basic_completed", "2026-02-20"),
            ],
        ),
        Example::new("day of hire not recorded").on("2026-03-01", Status::Unknown, "").row(&[
            ("employment", "full-time"),
            ("authority_from", "2026-02-02"),
            ("background_certified", "2026-01-05"),
            ("basic_completed", "2012-05-18"),
        ]),
        Example::new("authority since the day before the present wording")
            .on("2026-03-01", Status::NotApplicable, "")
            .row(&[("employment", "full-time"), ("hire_date", "2023-01-05"), ("authority_from", "2023-06-22")]),
        Example::new("authority since its first day").on("2026-03-01", Status::Overdue, "2023-06-23").row(&[
            ("employment", "full-time"),
            ("hire_date", "2023-01-05"),
            ("authority_from", "2023-06-23"),
        ]),
        Example::new("part-time, certificated before, no notice").on("2026-03-01", Status::Overdue, "2026-02-02").row(
            &[
                ("employment", "part-time"),
                ("hire_date", "2026-01-05"),
                ("authority_from", "2026-02-02"),
                ("basic_completed", "2012-05-18"),
            ],
        ),
        Example::new("part-time, new").on("2026-03-01", Status::NotApplicable, "").row(&[
            ("employment", "part-time"),
            ("hire_date", "2026-01-05"),
            ("authority_from", "2026-02-02"),
        ]),
        Example::new("no authority yet")
            .on("2026-03-01", Status::NotApplicable, "")
            .row(&[("employment", "full-time"), ("hire_date", "2026-01-05")]),
    ],
    ..Rule::BASE
};

/// Answers for a part-time officer: 1720.60(f) alone, for officers certificated before (settled 139 and 239).
fn part_time(officer: &Officer, from: NaiveDate, reactivated: Needed, ask: &Ask) -> Result<Answer, Cannot> {
    let not_on_record = match earlier_certificate(officer) {
        Earlier::No => {
            return Ok(ask.not_applicable().because(|| {
                "a part-time officer without an earlier certificate; the section speaks of full-time officers".into()
            }));
        }
        Earlier::Unclear(why) => return Err(why),
        Earlier::NotOnRecord => true,
        Earlier::Yes => false,
    };
    let missing: Vec<Needed> = [reactivated].into_iter().filter(|it| it.2.is_none_or(|day| day > from)).collect();
    let answer = activated(from, &missing, ask);
    Ok(match answer.status {
        Status::Overdue if not_on_record => ask.review(None).about(Column::Certification).because(|| {
            let if_so = sentence(from, &missing, ask);
            format!("whether the officer was certificated before is not on record; if so: {if_so}")
        }),
        _ => answer,
    }
    .citing(PART_TIME_SOURCES))
}

/// The sources on part-time officers: 1720.60(d) speaks of full-time ones.
const PART_TIME_SOURCES: &[Source] = &[Source::code("1720.60(f), (g)"), Source::statute("50 ILCS 705/8.1")];

/// Answers by what is missing on the first day of police authority.
fn activated(from: NaiveDate, missing: &[Needed], ask: &Ask) -> Answer {
    let Some((_, column, _)) = missing.first().copied() else {
        return ask
            .met()
            .due_on(Some(from))
            .because(|| format!("activated by {}, the first day of police authority", day_words(from)));
    };
    let answer = if from > ask.as_of { ask.by_day(from) } else { ask.overdue(Some(from)) };
    answer.about(column).because(|| sentence(from, missing, ask))
}

/// A condition of police authority: its name, its column, its day.
type Needed = (&'static str, Column, Option<NaiveDate>);

/// Returns whether the officer enrolled in an academy, or finished one, in this appointment.
fn trained_again(officer: &Officer) -> bool {
    officer.hire_date.is_some_and(|hired| {
        [officer.basic_completed, officer.basic_enrolled].into_iter().flatten().any(|day| day >= hired)
    })
}

/// Returns whether the record shows that the officer came with a certificate of this State or another.
fn held_before(officer: &Officer) -> bool {
    let trained = officer.basic_completed.zip(officer.hire_date).is_some_and(|(done, hired)| done < hired);
    trained || officer.previous_separation.is_some() || officer.out_of_state == Some(true)
}

/// Returns whether the officer held a certificate before this appointment; `None` when the missing day of hire
/// decides.
fn certified_before(officer: &Officer) -> Option<bool> {
    if trained_again(officer) {
        return Some(false);
    }
    // Settled 135: earlier service alone shows no certificate where the record says that there was none.
    let never = officer.certification == Some(Certification::None) && officer.basic_completed.is_none();
    if officer.out_of_state == Some(true) || (officer.previous_separation.is_some() && !never) {
        return Some(true);
    }
    match (officer.basic_completed, officer.hire_date) {
        (None, _) => Some(false),
        (Some(_), None) => None,
        (Some(completed), Some(hired)) => Some(completed < hired),
    }
}

/// `police authority began on 2 Feb 2026, with the certificate of basic training only on 3 Feb 2026; …`
fn sentence(from: NaiveDate, missing: &[Needed], ask: &Ask) -> String {
    let parts: Vec<String> = missing
        .iter()
        .map(|(what, _, day)| match day {
            Some(day) => format!("the {what} only on {}", day_words(*day)),
            None => format!("no {what} on record"),
        })
        .collect();
    let planned = if from > ask.as_of { "is planned from" } else { "began on" };
    format!(
        "police authority {planned} {}, with {}; before activation no police duties, and no firearm under the \
         employer's authority except as otherwise authorized to carry a firearm under State or federal law",
        day_words(from),
        parts.join(" and ")
    )
}

//! Checks a claim as a whole: the claimant, the training, an earlier claim, the dates. Every reason is given, not only
//! the first.

use crate::finding::Source;
use crate::model::claim::{ClaimHead, Column, Payer, Training};
use crate::rules::claim::form::{ClaimStanding, claim_days};
use crate::rules::claim::result::{ClaimAsk, Decision, Reason};
use crate::rules::law::params;
use crate::words::{day_words, shown_text};
use chrono::NaiveDate;

const FAQ: Source = Source::faq("reimbursement claims");

/// Returns every reason against the claim, apart from its lines.
pub(crate) fn reasons(head: &ClaimHead, ask: &ClaimAsk) -> Vec<Reason> {
    let mut conditions = Conditions { head, as_of: ask.as_of, redact: ask.redact, reasons: Vec::new() };
    conditions.claimant();
    conditions.training();
    conditions.earlier_claim();
    conditions.dates();
    if head.is_faulty(Column::StatutoryMaximum) {
        conditions.unknown(Column::StatutoryMaximum, "how much can be paid at most");
    }
    conditions.reasons
}

/// The conditions of one claim, with the reasons found so far.
struct Conditions<'c> {
    head: &'c ClaimHead<'c>,
    as_of: NaiveDate,
    redact: bool,
    reasons: Vec<Reason>,
}

impl Conditions<'_> {
    fn add(&mut self, decision: Decision, source: Source, text: impl Into<String>) {
        self.reasons.push(Reason::new(decision, source, text));
    }

    /// Adds the reason that a needed cell is blank or cannot be read.
    fn unknown(&mut self, column: Column, what: &str) {
        let state = if self.head.is_faulty(column) { "cannot be read" } else { "is blank" };
        let text = format!("{} {state}, so it is not known {what}", column.name());
        self.reasons.push(Reason::new(Decision::Unknown, None, text));
    }

    /// Returns the value of a required cell, or adds a reason.
    fn needed<T>(&mut self, value: Option<T>, column: Column, what: &str) -> Option<T> {
        if value.is_none() {
            self.unknown(column, what);
        }
        value
    }

    /// Returns the value of a cell, or `blank` for a blank one, or adds a reason when it cannot be read.
    fn value_or<T>(&mut self, value: Option<T>, blank: T, column: Column, what: &str) -> Option<T> {
        if self.head.is_faulty(column) { self.needed(None, column, what) } else { Some(value.unwrap_or(blank)) }
    }

    /// Checks the claimant: only a unit of government is paid, and only one that takes part (settled 74).
    fn claimant(&mut self) {
        let head = self.head;
        if self.value_or(head.paid_by, Payer::Agency, Column::PaidBy, "who paid") == Some(Payer::Officer) {
            self.add(
                Decision::Denied,
                FAQ,
                "the officer paid: only a unit of government can pay for training and be reimbursed",
            );
        }
        match self.needed(head.home_rule, Column::HomeRule, "whether a resolution or a full-time officer is required") {
            Some(true) => {
                let what = "whether the unit of government takes part";
                if self.needed(head.resolution_on_file, Column::ResolutionOnFile, what) == Some(false) {
                    let text =
                        "a home-rule unit is reimbursed only with its resolution or ordinance on file with the Board";
                    self.add(Decision::Denied, Source::code("1720.50(c)(1)"), text);
                }
            }
            Some(false) => self.full_time_officers(),
            None => {}
        }
    }

    fn full_time_officers(&mut self) {
        let what = "whether the unit of government takes part";
        let least = params::CLAIM_FULL_TIME_OFFICERS.on(self.head.class_end.unwrap_or(self.as_of));
        let Some(officers) = self.needed(self.head.full_time_officers, Column::FullTimeOfficers, what) else { return };
        let source = Source::code("1720.50(c)(2)");
        if least.is_some_and(|least| officers >= least) {
            return;
        }
        match self.head.training {
            Some(Training::PartTimeBasic) => self.add(
                Decision::Review,
                source,
                "a unit without home rule is reimbursed when it employs a full-time officer, and this unit employs \
                 none; no source says whether that also applies to part-time basic training",
            ),
            Some(_) => self.add(
                Decision::Denied,
                source,
                "a unit without home rule is reimbursed only when it employs at least one full-time officer",
            ),
            None => self.add(
                Decision::Unknown,
                source,
                "the unit employs no full-time officer, and the consequence depends on the kind of training",
            ),
        }
    }

    /// Checks that the training is reimbursable, and that the trainee meets its conditions.
    fn training(&mut self) {
        let head = self.head;
        let training = self.needed(head.training, Column::Training, "which form the claim needs and what it may hold");
        if self.value_or(head.reimbursable, true, Column::Reimbursable, "whether the course is reimbursed")
            == Some(false)
        {
            let text = "the course is not reimbursable: it has an asterisk in the Board's schedule";
            self.add(Decision::Denied, FAQ, text);
        }
        match training {
            Some(training @ (Training::PartTimeBasic | Training::Basic)) => self.completed(training),
            Some(Training::NonBasic | Training::Transition) => self.basic_certificate(),
            None => {}
        }
    }

    /// Checks that basic training was completed: required of a part-time officer (settled 74), for a person to review
    /// of a full-time one, where a blank cell says nothing (settled 155 and 235).
    fn completed(&mut self, training: Training) {
        let (completed, what) = (self.head.completed, "whether the training was completed");
        let source = Source::mtu10("basic training tuition fee");
        if training == Training::PartTimeBasic {
            if self.needed(completed, Column::Completed, what) == Some(false) {
                let text =
                    "part-time basic training is reimbursed only after the officer has completed it successfully";
                self.add(Decision::Denied, source, text);
            }
        } else if self.value_or(completed, true, Column::Completed, what) == Some(false) {
            let text = "the basic training was not completed: MTU #10 names one procedure for part-time and full-time \
                        tuition, which is reimbursed when the officer successfully completes the training; no other \
                        source says so of full-time training";
            self.add(Decision::Review, source, text);
        }
    }

    fn basic_certificate(&mut self) {
        let what = "whether the trainee had the basic certificate or a waiver before";
        if self.needed(self.head.basic_certificate, Column::BasicCertificate, what) == Some(false) {
            let text = "as a general rule, training other than basic is reimbursed only for officers who already had \
                        the basic certificate or a waiver";
            self.add(Decision::Denied, Source::code("1720.50(e)"), text);
        }
    }

    /// Checks for an earlier claim: a course is paid once for an officer, unless circumstances are unusual.
    fn earlier_claim(&mut self) {
        let head = self.head;
        let source = Source::code("1720.50(d)");
        let what = "whether the course was reimbursed before";
        if self.value_or(head.previously_reimbursed, false, Column::PreviouslyReimbursed, what) != Some(true) {
            return;
        }
        if head.is_faulty(Column::UnusualCircumstances) {
            self.unknown(Column::UnusualCircumstances, "whether the course can be reimbursed a second time");
            return;
        }
        match head.circumstances() {
            Some(text) => {
                let quoted = if self.redact { String::new() } else { format!(": '{}'", shown_text(text)) };
                let text = format!(
                    "the course was reimbursed for this officer before; the Board decides whether the circumstances \
                     are unusual{quoted}"
                );
                self.add(Decision::Review, source, text);
            }
            None => self.add(
                Decision::Denied,
                source,
                "the course was reimbursed for this officer before: it is paid only once, unless unusual \
                 circumstances exist",
            ),
        }
    }

    /// Checks that the claim comes after the class and before the fiscal year is closed (settled 73).
    fn dates(&mut self) {
        let head = self.head;
        let class_end = self.needed(head.class_end, Column::ClassEnd, "by when the claim must be in");
        let handed_in = self.value_or(head.submitted, self.as_of, Column::Submitted, "whether the claim is in time");
        let (Some(class_end), Some(handed_in)) = (class_end, handed_in) else { return };
        let Some(days) = claim_days(class_end) else {
            self.reasons.push(Reason::new(
                Decision::Unknown,
                None,
                format!("no last day for claims is known for a class that ends on {}", day_words(class_end)),
            ));
            return;
        };
        let day = match head.submitted {
            Some(_) => format!("handed in on {}", day_words(handed_in)),
            None => format!("not handed in yet on {}", day_words(handed_in)),
        };
        if handed_in < class_end {
            self.add(
                Decision::Review,
                FAQ,
                format!("{day}, before the class ends on {}: a claim is sent after the class", day_words(class_end)),
            );
            return;
        }
        match days.standing(handed_in) {
            ClaimStanding::InTime => {}
            ClaimStanding::Late => self.add(
                Decision::Denied,
                Source::other_code("20 Ill. Adm. Code 1700.40(c)"),
                format!(
                    "{day}: claims of fiscal year {} are received no later than {}",
                    days.fiscal_year,
                    day_words(days.received_by)
                ),
            ),
            ClaimStanding::LateByFaq => self.add(
                Decision::Review,
                FAQ,
                format!(
                    "{day}: late by the Board's FAQ, which wants the claim before {}; in time by 20 Ill. Adm. Code \
                     1700.40(c), which accepts it until that day",
                    day_words(handed_in)
                ),
            ),
        }
    }
}

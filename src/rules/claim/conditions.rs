//! What can stand against a claim as a whole: who claims, what for, and when. Every reason is given, not only the first.

use crate::finding::Source;
use crate::input::cells::{Cell, Reading};
use crate::model::claim::{ClaimHead, Column, Payer, Training};
use crate::rules::claim::judge::{Decision, Judging, PART_TIME, Reason, claim_days};
use crate::rules::law::params;
use crate::words::day_words;
use chrono::NaiveDate;

const FAQ: Source = Source::faq("reimbursement claims");

/// Every reason against the claim, apart from its lines.
pub(crate) fn of(head: &ClaimHead, how: &Judging) -> Vec<Reason> {
    let mut check = Check { head, as_of: how.as_of, redact: how.redact, reasons: Vec::new() };
    check.who();
    check.what();
    check.once();
    check.when();
    if head.is_faulty(Column::StatutoryMaximum) {
        check.unknown(Column::StatutoryMaximum, "how much is paid at most");
    }
    check.reasons
}

struct Check<'c> {
    head: &'c ClaimHead<'c>,
    as_of: NaiveDate,
    redact: bool,
    reasons: Vec<Reason>,
}

impl Check<'_> {
    fn say(&mut self, decision: Decision, source: Source, text: impl Into<String>) {
        self.reasons.push(Reason::new(decision, source, text));
    }

    /// A cell that the answer needs is blank or cannot be read.
    fn unknown(&mut self, column: Column, what: &str) {
        let state = if self.head.is_faulty(column) { "cannot be read" } else { "is blank" };
        let text = format!("{} {state}, so that it is not known {what}", column.name());
        self.reasons.push(Reason::new(Decision::Unknown, None, text));
    }

    /// The value of a cell that must be there, or a reason.
    fn needed<T>(&mut self, value: Option<T>, column: Column, what: &str) -> Option<T> {
        if value.is_none() {
            self.unknown(column, what);
        }
        value
    }

    /// The value of a cell, what it is when it is blank, or a reason when it cannot be read.
    fn or_blank<T>(&mut self, value: Option<T>, blank: T, column: Column, what: &str) -> Option<T> {
        if self.head.is_faulty(column) { self.needed(None, column, what) } else { Some(value.unwrap_or(blank)) }
    }

    /// Only a unit of government is paid, and only one that takes part (settled 74).
    fn who(&mut self) {
        let head = self.head;
        if self.or_blank(head.paid_by, Payer::Agency, Column::PaidBy, "who paid") == Some(Payer::Officer) {
            self.say(
                Decision::Denied,
                FAQ,
                "the officer paid: only a unit of government can pay for training and be reimbursed",
            );
        }
        match self.needed(head.home_rule, Column::HomeRule, "whether a resolution or a full-time officer is asked for")
        {
            Some(true) => {
                let what = "whether the unit of government takes part";
                if self.needed(head.resolution_on_file, Column::ResolutionOnFile, what) == Some(false) {
                    let text =
                        "a home-rule unit is reimbursed only with its resolution or ordinance on file with the Board";
                    self.say(Decision::Denied, Source::code("1720.50(c)(1)"), text);
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
            Some(Training::PartTimeBasic) => self.say(
                Decision::Review,
                source,
                "a unit without home rule is reimbursed when it employs a full-time officer, and this one employs none; \
                 no source says whether that holds for part-time basic training too",
            ),
            Some(_) => self.say(
                Decision::Denied,
                source,
                "a unit without home rule is reimbursed only when it employs at least one full-time officer",
            ),
            None => self.say(
                Decision::Unknown,
                source,
                "the unit employs no full-time officer, and what follows depends on the kind of training",
            ),
        }
    }

    /// The training must be one that is reimbursed, and the trainee one who may have it.
    fn what(&mut self) {
        let head = self.head;
        let training = self.needed(head.training, Column::Training, "which form the claim needs and what it may hold");
        if self.or_blank(head.reimbursable, true, Column::Reimbursable, "whether the course is reimbursed")
            == Some(false)
        {
            let text = "the course is not reimbursable: it has an asterisk in the Board's schedule";
            self.say(Decision::Denied, FAQ, text);
        }
        match training {
            Some(Training::PartTimeBasic) => {
                if self.needed(head.completed, Column::Completed, "whether the training was completed") == Some(false) {
                    let text =
                        "part-time basic training is reimbursed only after the officer has completed it successfully";
                    self.say(Decision::Denied, Source::mtu10("basic training tuition fee"), text);
                }
            }
            Some(Training::NonBasic | Training::Transition) => {
                let what = "whether the trainee had the basic certificate or a waiver before";
                if self.needed(head.basic_certificate, Column::BasicCertificate, what) == Some(false) {
                    let text = "other than basic training is, as a general rule, reimbursed only for officers who had the \
                                basic certificate or a waiver before it";
                    self.say(Decision::Denied, Source::code("1720.50(e)"), text);
                }
            }
            Some(Training::Basic) | None => {}
        }
    }

    /// A course is paid once for an officer, unless circumstances are unusual.
    fn once(&mut self) {
        let head = self.head;
        let source = Source::code("1720.50(d)");
        let what = "whether the course was reimbursed before";
        if self.or_blank(head.previously_reimbursed, false, Column::PreviouslyReimbursed, what) != Some(true) {
            return;
        }
        if head.is_faulty(Column::UnusualCircumstances) {
            self.unknown(Column::UnusualCircumstances, "whether the course can be reimbursed a second time");
            return;
        }
        // A plain "no" gives no circumstances.
        let how = Reading { as_of: self.as_of, two_digit_years: false };
        match head.unusual_circumstances.filter(|text| <bool as Cell>::read(text, &how) != Some(false)) {
            Some(text) => self.say(
                Decision::Review,
                source,
                format!(
                    "the course was reimbursed for this officer before; whether the circumstances are unusual is for the Board \
                     to say{}",
                    if self.redact { String::new() } else { format!(": '{}'", crate::words::shown_text(text)) }
                ),
            ),
            None => self.say(
                Decision::Denied,
                source,
                "the course was reimbursed for this officer before: it is paid only once, unless unusual circumstances exist",
            ),
        }
    }

    /// After the class, and before the books of its fiscal year are closed (settled 73).
    fn when(&mut self) {
        let head = self.head;
        let class_end = self.needed(head.class_end, Column::ClassEnd, "by when the claim must be in");
        let handed_in = self.or_blank(head.submitted, self.as_of, Column::Submitted, "whether the claim is in time");
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
            self.say(
                Decision::Review,
                FAQ,
                format!("{day}, before the class ends on {}: a claim is sent after it", day_words(class_end)),
            );
        } else if handed_in > days.received_by {
            self.say(
                Decision::Denied,
                Source::other_code("20 Ill. Adm. Code 1700.40(c)"),
                format!(
                    "{day}: claims of fiscal year {} are received no later than {}",
                    days.fiscal_year,
                    day_words(days.received_by)
                ),
            );
        } else if handed_in > days.due {
            self.say(
                Decision::Review,
                FAQ,
                format!(
                    "{day}: late by the Board's FAQ, which wants the claim before {}, and in time by 20 Ill. Adm. Code \
                     1700.40(c), which takes it until that day",
                    day_words(handed_in)
                ),
            );
        }
    }
}

/// The sources of what part-time claims may hold.
pub(crate) const PART_TIME_SOURCES: [Source; 2] = [PART_TIME, Source::mtu10("part-time reimbursement")];

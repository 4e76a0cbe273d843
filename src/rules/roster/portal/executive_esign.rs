//! The yearly signature of chiefs, deputy chiefs and sheriffs on the Officer Portal.

use crate::finding::{Source, Status};
use crate::model::officer::Column;
use crate::rules::ask::{Example, Rule};
use crate::rules::roster::portal::EXECUTIVE;
use crate::words::day_words;
use chrono::Datelike;

pub(crate) const EXECUTIVE_ESIGN: Rule = Rule {
    name: "executive-esign",
    title: "Chiefs, deputy chiefs and sheriffs: the yearly portal signature",
    explain: &[
        "A chief of police, deputy chief or sheriff signs the fourth page of the Officer Portal once a year, stating that the 20 hours \
         of the year were reached. A signature on any day of the calendar year asked about meets the rule, the first and the last \
         included; executive_esigned holds the latest.",
        "No source publishes a day by which the page must be signed, and the page itself had not opened when the Board described \
         it. So nothing here is ever overdue: without a signature in the year a person decides, and the answer is review.",
        "The signature states hours; whether they were reached is the business of executive-hours.",
    ],
    sources: &[Source::portal("executives' yearly signature")],
    column: Column::ExecutiveEsigned,
    gates: &[&EXECUTIVE],
    required: &[Column::Position, Column::ExecutiveEsigned],
    check: |officer, ask| {
        let year = ask.as_of.year();
        Ok(match officer.executive_esigned {
            Some(signed) if signed.year() == year => ask.met().because(|| format!("signed on {}", day_words(signed))),
            Some(signed) => ask.review(None).because(|| {
                format!(
                    "no executive's signature for {year}; the latest is of {}, and no day is published for the next",
                    day_words(signed)
                )
            }),
            None => ask.review(None).because(|| {
                format!("no executive's signature is on record for {year}, and no day is published for it")
            }),
        })
    },
    examples: &[
        Example::new("signed on the first day of the year")
            .on("2026-11-21", Status::Met, "")
            .row(&[("position", "chief"), ("executive_esigned", "2026-01-01")]),
        Example::new("signed on the last day of the year before")
            .on("2026-11-21", Status::Review, "")
            .row(&[("position", "deputy-chief"), ("executive_esigned", "2025-12-31")]),
        Example::new("a day that no calendar has")
            .on("2026-11-21", Status::Unknown, "")
            .row(&[("position", "sheriff"), ("executive_esigned", "2026-02-30")]),
        Example::new("any other officer").on("2026-11-21", Status::NotApplicable, ""),
    ],
    ..Rule::BASE
};

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
        "A chief of police, deputy chief or sheriff signs the fourth page of the Officer Portal once a year, stating \
         that the 20 hours of the year were reached. A signature on any day of the calendar year of the day asked \
         about meets the rule, from the first day to the last; executive_esigned holds the latest.",
        "No source publishes a day by which the page must be signed, and the page itself had not opened when the \
         Board described it. So the answer is never overdue: without a signature in the year it is review, and a \
         person decides.",
        "The signature only states the hours; executive-hours checks whether they were reached.",
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
                    "no executive's signature for {year}; the latest is of {}, and no due day is published for the \
                     next",
                    day_words(signed)
                )
            }),
            None => ask.review(None).because(|| {
                format!("no executive's signature is on record for {year}, and no due day is published for it")
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
        Example::new("a day that does not exist")
            .on("2026-11-21", Status::Unknown, "")
            .row(&[("position", "sheriff"), ("executive_esigned", "2026-02-30")]),
        Example::new("any other officer").on("2026-11-21", Status::NotApplicable, ""),
    ],
    ..Rule::BASE
};

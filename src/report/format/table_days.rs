//! The short agenda: what falls due, day by day, and once a day and rule, with the officers it is due from.

use crate::finding::{Finding, Status};
use crate::report::layout::names::{Names, SHARED_FROM};
use crate::report::layout::screen::{Screen, fit, status_style};
use crate::words::{count_words, day_words};
use anstyle::Style;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// `28 Feb 2026`, with two blanks after it.
const DAY_WIDTH: usize = 13;

/// The items by day, the worst of a day first, those that somebody has accepted last.
#[derive(Default)]
pub(crate) struct Days(BTreeMap<(NaiveDate, bool, Reverse<Status>, &'static str), Item>);

/// What is due by a rule on a day.
struct Item {
    days: i64,
    officers: Names,
    /// The first officers, with their IDs or places.
    first: Vec<String>,
}

impl Item {
    /// Returns `266 days late`, `today` or `40 days left`.
    fn distance(&self, status: Status) -> String {
        match self.days {
            ..0 => format!("{} late", count_words(-self.days, "day")),
            0 if status == Status::Overdue => "late today".into(),
            0 => "today".into(),
            1.. => format!("{} left", count_words(self.days, "day")),
        }
    }
}

impl Days {
    /// Adds a finding that has a due day; others are no part of an agenda.
    pub(crate) fn add(&mut self, finding: &Finding) {
        let (Some(due), Some(days)) = (finding.due, finding.days) else { return };
        let key = (due, finding.accepted.is_some(), Reverse(finding.status), finding.rule);
        let new = || Item { days, officers: Names::default(), first: Vec::new() };
        let item = self.0.entry(key).or_insert_with(new);
        item.officers.add(finding);
        if item.officers.count < SHARED_FROM {
            item.first.push(match (finding.name.as_deref(), finding.ptb_id.as_deref()) {
                (Some(name), Some(id)) => format!("{name} {id}"),
                (Some(name), None) => format!("{name}, {}", finding.place),
                (None, Some(id)) => format!("PTB {id}"),
                (None, None) => finding.place.to_string(),
            });
        }
    }

    /// Returns the lines: the day, the distance with its status, and what is due from whom.
    pub(crate) fn lines(self, screen: &Screen) -> Vec<u8> {
        let mut lines = Vec::new();
        let distances = self.0.iter().map(|((.., Reverse(status), _), item)| item.distance(*status).width());
        let distance_width = distances.max().unwrap_or_default() + 2;
        let room = screen.width.saturating_sub(DAY_WIDTH + distance_width);
        for ((due, is_accepted, Reverse(status), rule), item) in self.0 {
            let accepted = if is_accepted { " (accepted)" } else { "" };
            let texts = match item.officers.count {
                ..SHARED_FROM => item.first.iter().map(|who| fit(&format!("{rule}{accepted}: {who}"), room)).collect(),
                count => {
                    let officers = count_words(count.cast_signed(), "officer");
                    item.officers.lines(&format!("{rule}{accepted}: {officers}"), room)
                }
            };
            let style = if screen.color && !is_accepted { status_style(status) } else { Style::new() };
            let mut left = (day_words(due).to_string(), item.distance(status));
            for text in texts {
                let blanks = distance_width.saturating_sub(left.1.width());
                // Writing to a Vec cannot fail.
                let _: io::Result<()> =
                    writeln!(lines, "{:DAY_WIDTH$}{style}{}{style:#}{:blanks$}{text}", left.0, left.1, "");
                left = (String::new(), String::new());
            }
        }
        lines
    }
}

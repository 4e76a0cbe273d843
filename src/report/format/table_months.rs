//! The table of an agenda: due items, month by month.

use crate::finding::{Finding, Status};
use crate::report::format::table_people::lines;
use crate::report::layout::person::who;
use crate::report::layout::screen::{BOLD, Screen, cell, colored_cell};
use crate::words::{MONTHS, count_words, day_words};
use chrono::{Datelike, NaiveDate};
use comfy_table::{Cell, ColumnConstraint, Width};
use std::io::{self, Write};

/// `28 Feb 2026`, with a blank on either side.
const DAY_WIDTH: usize = 13;
/// `1,234 days late`, the same.
const DISTANCE_WIDTH: u16 = 17;

/// Months with their rows, in order.
#[derive(Default)]
pub(crate) struct Months(Vec<(String, Vec<Row>)>);

/// An item that falls due for an officer.
struct Row {
    status: Status,
    due: NaiveDate,
    days: i64,
    who: String,
    /// The rule; several when they have the same day for the same reason.
    rules: Vec<&'static str>,
    message: String,
    /// Notes and sources.
    lines: String,
}

impl Row {
    /// Returns whether another row says the same about the same person.
    fn is_like(&self, other: &Self) -> bool {
        (self.status, self.due) == (other.status, other.due)
            && (&self.who, &self.message, &self.lines) == (&other.who, &other.message, &other.lines)
    }

    fn cells(self) -> [Cell; 3] {
        let how_far = match self.days {
            ..0 => format!("{} late", count_words(-self.days, "day")),
            0 if self.status == Status::Overdue => "late today".into(),
            0 => "today".into(),
            1.. => format!("{} left", count_words(self.days, "day")),
        };
        let text = format!("{}: {}\n{}{}", self.who, self.rules.join(", "), self.message, self.lines);
        [cell(&day_words(self.due).to_string()), colored_cell(self.status, &how_far), cell(&text)]
    }
}

impl Months {
    /// Adds a finding that has a due day; others are no part of an agenda.
    pub(crate) fn add(&mut self, finding: &Finding) {
        let (Some(due), Some(days)) = (finding.due, finding.days) else { return };
        let title = format!("{} {}", MONTHS[due.month0() as usize], due.year());
        let who = who(finding).unwrap_or_else(|| finding.place.to_string());
        let (status, rule, message) = (finding.status, finding.rule, finding.message.clone().into_owned());
        let row = Row { status, due, days, who, rules: vec![rule], message, lines: lines(finding) };
        match self.0.last_mut() {
            Some((last, rows)) if *last == title => {
                let mut before = rows.iter_mut().rev().take_while(|other| other.due == due && other.who == row.who);
                match before.find(|other| other.is_like(&row)) {
                    Some(other) => other.rules.push(rule),
                    None => rows.push(row),
                }
            }
            _ => self.0.push((title, vec![row])),
        }
    }

    /// Writes every month.
    pub(crate) fn write(self, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
        for (title, rows) in self.0 {
            screen.paragraph(to, 2, &[(BOLD, &title)])?;
            let mut table = screen.plain_table();
            table.add_rows(rows.into_iter().map(Row::cells));
            if let Some(column) = table.column_mut(1) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(DISTANCE_WIDTH)));
            }
            screen.write_table(to, table, Some(DAY_WIDTH))?;
            writeln!(to)?;
        }
        Ok(())
    }
}

//! What falls due, month by month: the table of an agenda.

use super::screen::{BOLD, Screen, cell, colored_cell};
use super::table::lines;
use crate::finding::Finding;
use crate::input::sheet::shown;
use crate::text::{MONTHS, count_words, day_words};
use chrono::Datelike;
use comfy_table::{Cell, ColumnConstraint, Width};
use std::io::{self, Write};

/// `28 Feb 2026`, with a blank on either side.
const DAY_WIDTH: usize = 13;
/// `1,234 days late`, the same.
const DISTANCE_WIDTH: u16 = 17;

/// Months with their rows, in the order in which they come.
#[derive(Default)]
pub(super) struct Months(Vec<(String, Vec<[Cell; 3]>)>);

impl Months {
    /// Adds a finding with a due day; others have no place in an agenda.
    pub(super) fn add(&mut self, finding: &Finding) {
        let (Some(due), Some(days)) = (finding.due, finding.days) else { return };
        let title = format!("{} {}", MONTHS[due.month0() as usize], due.year());
        let how_far = match days {
            ..0 => format!("{} late", count_words(-days, "day")),
            0 => "today".into(),
            1.. => format!("{} left", count_words(days, "day")),
        };
        let who = super::who(finding).unwrap_or_else(|| format!("{} line {}", shown(finding.file), finding.line));
        let text = format!("{who}: {}\n{}{}", finding.rule, finding.message, lines(finding));
        let row = [cell(&day_words(due).to_string()), colored_cell(finding.status, &how_far), cell(&text)];
        match self.0.last_mut() {
            Some((last, rows)) if *last == title => rows.push(row),
            _ => self.0.push((title, vec![row])),
        }
    }

    /// Writes every month.
    pub(super) fn write(self, to: &mut impl Write, screen: &Screen) -> io::Result<()> {
        for (title, rows) in self.0 {
            screen.paragraph(to, 2, &[(BOLD, &title)])?;
            let mut table = screen.plain_table();
            table.add_rows(rows);
            if let Some(column) = table.column_mut(1) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(DISTANCE_WIDTH)));
            }
            screen.write_table(to, table, Some(DAY_WIDTH))?;
            writeln!(to)?;
        }
        Ok(())
    }
}

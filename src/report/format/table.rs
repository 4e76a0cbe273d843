//! The report for a person: officer by officer, worst first, then the summary and the next step.

use crate::finding::{Finding, Status, Tally};
use crate::report::Layout;
use crate::report::format::table_faults::Faults;
use crate::report::format::table_months::Months;
use crate::report::format::table_people::{ACCEPTED, People};
use crate::report::item::{End, Head, List, NotAsked};
use crate::report::layout::page::Page;
use crate::report::layout::screen::{BOLD, Screen, cell, status_cell, status_style};
use crate::words::{count_words, day_words, thousands};
use anstyle::Style;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The most agencies that are listed.
const MOST_LISTED: usize = 20;

/// The findings, which wait until all are known.
pub(crate) struct Table {
    screen: Screen,
    head: Head,
    people: People,
    faults: Faults,
    /// The months of an agenda, in place of people.
    months: Option<Months>,
    page: Page,
}

impl Table {
    pub(crate) fn new(screen: Screen, layout: Layout, head: Head) -> Self {
        let months = (layout == Layout::ByMonth).then(Months::default);
        Self { screen, head, people: People::new(), faults: Faults::default(), months, page: Page::new(screen) }
    }

    pub(crate) fn page(&mut self) -> &mut Page {
        &mut self.page
    }

    pub(crate) fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        match &mut self.months {
            // What has no due day stands beside the agenda.
            Some(months) if finding.due.is_some() => {
                months.add(finding);
                Ok(())
            }
            _ if self.faults.take(finding) => Ok(()),
            _ => self.people.add(finding),
        }
    }

    pub(crate) fn end(mut self, to: &mut impl Write, end: &End) -> io::Result<()> {
        if !self.head.quiet {
            for line in &self.head.opening {
                self.screen.plain(to, 2, line)?;
            }
            if !self.head.opening.is_empty() {
                writeln!(to)?;
            }
        }
        // An agenda comes first, and below it what has no day.
        if let Some(months) = self.months.take() {
            months.write(to, &self.screen)?;
        }
        self.faults.write(to, &self.screen)?;
        let worst = self.people.show(|heading, items, status_width| {
            self.screen.paragraph(to, 2, &[(BOLD, heading)])?;
            let mut table = self.screen.plain_table();
            for (status, text) in items {
                table.add_row([status.map_or_else(|| cell(ACCEPTED), status_cell), cell(text)]);
            }
            self.screen.write_table(to, table, Some(status_width + 2))?;
            writeln!(to)
        })?;
        let page = std::mem::replace(&mut self.page, Page::new(self.screen));
        let ends_in_block = page.ends_in_block();
        page.write(to)?;
        if self.head.quiet {
            return Ok(());
        }
        if ends_in_block && !(end.closing.is_empty() && end.notes.is_empty()) {
            writeln!(to)?;
        }
        if end.closing.is_empty() && self.head.streams == List::Findings {
            self.summary(to, end)?;
        }
        for sentence in &end.closing {
            self.screen.plain(to, 2, sentence)?;
        }
        if end.by_agency.len() > 1 {
            self.tallies(to, "agency", &end.by_agency)?;
        }
        self.tallies(to, "class to book", &end.by_mandate)?;
        self.not_asked(to)?;
        for note in &end.notes {
            self.screen.plain(to, 2, &format!("note: {note}"))?;
        }
        if let Some(worst) = worst {
            let more = match self.head.streams {
                List::Findings => "that rule; --all shows every answer.",
                List::Results => "that fault.",
            };
            self.screen.plain(to, 2, &format!("Next: `muster rules {worst}` explains {more}"))?;
        }
        Ok(())
    }

    fn summary(&self, to: &mut impl Write, end: &End) -> io::Result<()> {
        let tally = &end.summary;
        let people = match tally.records {
            1 => "1 officer".into(),
            count => format!("{} officers", thousands(count as i64)),
        };
        let day = day_words(self.head.as_of);
        let quiet = [Status::Overdue, Status::Unknown, Status::Review, Status::DueSoon];
        if tally.records > 0 && tally.accepted == 0 && quiet.iter().all(|status| tally.of(*status) == 0) {
            let counts = [Status::Met, Status::Open].map(|status| part(tally, status)).join(", ");
            let not_asked: BTreeSet<&str> = self.head.not_asked.iter().map(|not_asked| not_asked.rule).collect();
            // An officer who was asked half of the questions has not passed muster.
            let calm = match (not_asked.len(), tally.records) {
                (0, 1) => format!("The officer passes muster on {day}: {counts}."),
                (0, _) => format!("All {people} pass muster on {day}: {counts}."),
                (rules, _) => {
                    let rules = count_words(rules as i64, "rule");
                    format!("Nothing to act on for {people} on {day}: {counts}; {rules} not asked.")
                }
            };
            return self.screen.plain(to, 2, &calm);
        }
        let counted: Vec<Status> = Status::ALL.into_iter().rev().filter(|status| tally.of(*status) > 0).collect();
        let accepted = (tally.accepted > 0).then(|| format!("{} {ACCEPTED}", thousands(tally.accepted as i64)));
        let styles = counted.iter().map(|status| status_style(*status)).chain(accepted.iter().map(|_| Style::new()));
        let parts: Vec<String> = counted.iter().map(|status| part(tally, *status)).chain(accepted.clone()).collect();
        let lead = format!("{people} checked on {day}{}", if parts.is_empty() { "." } else { ":" });
        let last = parts.len().saturating_sub(1);
        let parts = parts.iter().enumerate().map(|(at, part)| format!("{part}{}", if at == last { "." } else { "," }));
        let parts: Vec<String> = parts.collect();
        let mut spans = vec![(BOLD, lead.as_str())];
        spans.extend(styles.zip(parts.iter().map(String::as_str)));
        self.screen.paragraph(to, 2, &spans)
    }

    /// Writes tallies as a table, worst first.
    fn tallies(&self, to: &mut impl Write, what: &str, tallies: &[(String, Tally)]) -> io::Result<()> {
        if tallies.is_empty() {
            return Ok(());
        }
        let columns = [Status::Overdue, Status::Unknown, Status::Review, Status::DueSoon];
        let mut worst: Vec<_> = tallies.iter().collect();
        worst.sort_by_key(|(_, tally)| std::cmp::Reverse(columns.map(|status| tally.of(status))));
        let mut table = self.screen.plain_table();
        let heads = [what, "officers"].into_iter().chain(columns.map(Status::words));
        table.set_header(heads);
        for (name, tally) in worst.iter().take(MOST_LISTED) {
            let counts = [tally.records].into_iter().chain(columns.map(|status| tally.of(status)));
            let mut row = vec![cell(if name.is_empty() { "(none)" } else { name })];
            row.extend(counts.map(|count| comfy_table::Cell::new(thousands(count as i64))));
            table.add_row(row);
        }
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(comfy_table::CellAlignment::Right);
        }
        writeln!(to)?;
        self.screen.write_table(to, table, None)?;
        if tallies.len() > MOST_LISTED {
            writeln!(to, "  and {} more with less to do", thousands((tallies.len() - MOST_LISTED) as i64))?;
        }
        writeln!(to)
    }

    /// Writes, once a file, the rules that were not asked and the columns they lack.
    fn not_asked(&self, to: &mut impl Write) -> io::Result<()> {
        NotAsked::sentences(&self.head.not_asked).iter().try_for_each(|sentence| self.screen.plain(to, 2, sentence))
    }
}

fn part(tally: &Tally, status: Status) -> String {
    format!("{} {}", thousands(tally.of(status) as i64), status.words())
}

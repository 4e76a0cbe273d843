//! The report for a person: officer by officer, worst first, then the summary and the next step. The short one begins
//! with what was read, and has a line for each answer; where it is longer than a screen, counts by rule come first.

use crate::finding::{Finding, Status, StatusSet, Tally};
use crate::input::input_file::{Headings, Input};
use crate::report::Layout;
use crate::report::format::table_days::Days;
use crate::report::format::table_faults::Faults;
use crate::report::format::table_lines::{self, Lines};
use crate::report::format::table_months::Months;
use crate::report::format::table_people::{ACCEPTED, People};
use crate::report::item::{End, Head, List, NotAsked};
use crate::report::layout::page::Page;
use crate::report::layout::person::Files;
use crate::report::layout::screen::{BOLD, Screen, cell, status_cell, status_style};
use crate::words::{count_words, day_words, shown_path, thousands};
use anstyle::Style;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The most agencies that are listed.
const MOST_LISTED: usize = 20;
/// The statuses of answers that somebody has to act on, the worst first.
const COLUMNS: [Status; 4] = [Status::Overdue, Status::Unknown, Status::Review, Status::DueSoon];
/// The statuses of an agenda, which has no reviews and much that is open.
const AGENDA_COLUMNS: [Status; 4] = [Status::Overdue, Status::Unknown, Status::DueSoon, Status::Open];
const TOLD: StatusSet = StatusSet::of(&COLUMNS);
/// The number of lines on a screen. What is longer begins with counts.
const SCREEN: u64 = 24;
/// The least width of a screen on which the names of classes stand in a table.
const LEAST_FOR_CLASSES: usize = 66;
/// The most files that the short table lists, and the most notes.
const MOST_FILES: usize = 6;
const MOST_NOTES: usize = 8;

/// The findings, which wait until all are known.
pub(crate) struct Table {
    screen: Screen,
    head: Head,
    people: People,
    faults: Faults,
    /// The lines of the short table.
    lines: Option<Lines>,
    /// The days of a short agenda.
    days: Option<Days>,
    /// The months of an agenda, in place of people.
    months: Option<Months>,
    page: Page,
}

impl Table {
    pub(crate) fn new(screen: Screen, layout: Layout, head: Head) -> Self {
        let months = (layout == Layout::ByMonth).then(Months::default);
        let lines = matches!(layout, Layout::ByLine | Layout::ByDay).then(Lines::default);
        let days = (layout == Layout::ByDay).then(Days::default);
        let (people, faults) = (People::new(), Faults::default());
        let mut page = Page::new(screen);
        page.is_short = lines.is_some();
        Self { screen, head, people, faults, lines, days, months, page }
    }

    pub(crate) fn page(&mut self) -> &mut Page {
        &mut self.page
    }

    pub(crate) fn finding(&mut self, finding: &Finding) -> io::Result<()> {
        if let Some(lines) = &mut self.lines {
            lines.add(finding, self.days.is_none());
        }
        if let Some(days) = self.days.as_mut().filter(|_| finding.due.is_some()) {
            days.add(finding);
            return Ok(());
        }
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
        if let Some(lines) = self.lines.take() {
            return self.end_of_lines(lines, to, end);
        }
        if !self.head.quiet {
            for line in &self.head.opening {
                self.screen.plain(to, 2, line)?;
            }
            if !self.head.opening.is_empty() {
                writeln!(to)?;
            }
        }
        // An agenda comes first, and below it what has no day.
        let is_agenda = self.months.is_some();
        if let Some(months) = self.months.take() {
            months.write(to, &self.screen)?;
        }
        self.faults.write(to, &self.screen)?;
        let status_width = self.people.status_width()?;
        let worst = self.people.show(|_, person| {
            self.screen.paragraph(to, 2, &[(BOLD, &person.heading())])?;
            let mut table = self.screen.plain_table();
            for item in &person.items {
                let status = if item.is_accepted { cell(ACCEPTED) } else { status_cell(item.status) };
                table.add_row([status, cell(&item.paragraph())]);
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
            self.summary(to, end, None)?;
        }
        for sentence in &end.closing {
            self.screen.plain(to, 2, sentence)?;
        }
        if end.by_agency.len() > 1 {
            writeln!(to)?;
            self.tallies(to, ["agency", "officers"], &end.by_agency, &COLUMNS)?;
        }
        if !end.by_mandate.is_empty() {
            writeln!(to)?;
        }
        self.tallies(to, ["class to book", "officers"], &end.by_mandate, &COLUMNS)?;
        self.not_asked(to)?;
        for note in &end.notes {
            self.screen.plain(to, 2, &format!("note: {note}"))?;
        }
        if let Some(worst) = worst {
            let more = match self.head.streams {
                // No agenda takes --all.
                List::Findings if is_agenda => "that rule.",
                List::Findings => "that rule; --all shows every answer.",
                List::Results => "that fault.",
            };
            self.screen.plain(to, 2, &format!("Next: `muster rules {worst}` explains {more}"))?;
        }
        Ok(())
    }

    /// Writes the counts by status. `left_out`: the statuses that the short table does not tell; it has named the day.
    fn summary(&self, to: &mut impl Write, end: &End, left_out: Option<StatusSet>) -> io::Result<()> {
        let tally = &end.summary;
        let people = match tally.records {
            1 => "1 officer".into(),
            count => format!("{} officers", thousands(count as i64)),
        };
        let (day, checked) = match left_out {
            Some(_) => (String::new(), ""),
            None => (format!(" on {}", day_words(self.head.as_of)), " checked"),
        };
        if tally.records > 0 && tally.accepted == 0 && tally.of_any(TOLD) == 0 {
            let counts = [Status::Met, Status::Open].map(|status| part(tally, status)).join(", ");
            let not_asked: BTreeSet<&str> = self.head.not_asked.iter().map(|not_asked| not_asked.rule).collect();
            // An officer who was asked half of the questions has not passed muster.
            let calm = match (not_asked.len(), tally.records) {
                (0, 1) => format!("The officer passes muster{day}: {counts}."),
                (0, _) => format!("All {people} pass muster{day}: {counts}."),
                // The next line tells how many they are.
                _ if left_out.is_some() => format!("Nothing to act on for {people}: {counts}."),
                (rules, _) => {
                    let rules = count_words(rules as i64, "rule");
                    format!("Nothing to act on for {people}{day}: {counts}; {rules} not asked.")
                }
            };
            return self.screen.plain(to, 2, &calm);
        }
        let is_counted =
            |status: &Status| tally.of(*status) > 0 && !left_out.is_some_and(|left_out| left_out.has(*status));
        let counted: Vec<Status> = Status::ALL.into_iter().rev().filter(is_counted).collect();
        let accepted = (tally.accepted > 0).then(|| format!("{} {ACCEPTED}", thousands(tally.accepted as i64)));
        let styles = counted.iter().map(|status| status_style(*status)).chain(accepted.iter().map(|_| Style::new()));
        let parts: Vec<String> = counted.iter().map(|status| part(tally, *status)).chain(accepted.clone()).collect();
        let lead = format!("{people}{checked}{day}{}", if parts.is_empty() { "." } else { ":" });
        let last = parts.len().saturating_sub(1);
        let parts = parts.iter().enumerate().map(|(at, part)| format!("{part}{}", if at == last { "." } else { "," }));
        let parts: Vec<String> = parts.collect();
        let mut spans = vec![(BOLD, lead.as_str())];
        spans.extend(styles.zip(parts.iter().map(String::as_str)));
        self.screen.paragraph(to, 2, &spans)
    }

    /// Writes tallies as a table, worst first. `heads`: the words above the names and above the numbers of records,
    /// which are left out without one.
    fn tallies<const N: usize>(
        &self,
        to: &mut impl Write,
        heads: [&str; N],
        tallies: &[(impl AsRef<str>, Tally)],
        columns: &[Status],
    ) -> io::Result<()> {
        if tallies.is_empty() {
            return Ok(());
        }
        let counts = |tally: &Tally| columns.iter().map(|status| tally.of(*status)).collect::<Vec<_>>();
        let mut worst: Vec<_> = tallies.iter().collect();
        worst.sort_by_key(|(_, tally)| std::cmp::Reverse(counts(tally)));
        let mut table = self.screen.plain_table();
        table.set_header(heads.into_iter().chain(columns.iter().map(|status| status.words())));
        for (name, tally) in worst.iter().take(MOST_LISTED) {
            let records = (N > 1).then_some(tally.records);
            let counts = records.into_iter().chain(counts(tally));
            let name = name.as_ref();
            let mut row = vec![cell(if name.is_empty() { "(none)" } else { name })];
            row.extend(counts.map(|count| comfy_table::Cell::new(thousands(count as i64))));
            table.add_row(row);
        }
        for column in table.column_iter_mut().skip(1) {
            column.set_cell_alignment(comfy_table::CellAlignment::Right);
        }
        self.screen.write_table(to, table, None)?;
        if tallies.len() > MOST_LISTED {
            writeln!(to, "  and {} more with less to do", thousands((tallies.len() - MOST_LISTED) as i64))?;
        }
        writeln!(to)
    }

    /// Writes the short table: what was read, counts by rule where the lines are more than a screen, the lines, and the
    /// end.
    fn end_of_lines(mut self, mut lines: Lines, to: &mut impl Write, end: &End) -> io::Result<()> {
        let files = Files::of(end.inputs.iter().map(|input| &*input.path));
        let shared = lines.shared(&self.screen);
        // An agenda comes first, and below it what has no day.
        let is_agenda = self.days.is_some();
        let days = self.days.take().map(|days| days.lines(&self.screen)).unwrap_or_default();
        let mut page = std::mem::replace(&mut self.page, Page::new(self.screen));
        let answers = std::mem::take(&mut page.answers);
        let height = shared.height(&self.people, (&self.faults, files), &self.screen);
        let height = height + newlines(&days) + newlines(&answers);
        if self.head.quiet {
            to.write_all(&days)?;
            table_lines::write(to, &self.screen, (&mut self.people, &self.faults, shared), files)?;
            to.write_all(&answers)?;
            if height > 0 && !page.is_empty() {
                writeln!(to)?;
            }
            return page.write(to);
        }
        let (mut before, mut after) = (Vec::new(), Vec::new());
        self.files_read(&mut before, files, end)?;
        // Where other totals come first, the sentences about all come last.
        let closes = !(end.by_mandate.is_empty() && page.totals.is_empty());
        let (first, last) = if closes { (&[][..], &end.closing[..]) } else { (&end.closing[..], &[][..]) };
        first.iter().try_for_each(|sentence| self.screen.plain(&mut before, 2, sentence))?;
        if closes {
            writeln!(before)?;
        }
        self.by_mandate(&mut before, &end.by_mandate)?;
        if !page.totals.is_empty() {
            before.append(&mut page.totals);
            writeln!(before)?;
        }
        let worst_of_page = page.worst;
        if height > 0 || !page.is_empty() {
            writeln!(after)?;
        }
        page.write(&mut after)?;
        last.iter().try_for_each(|sentence| self.screen.plain(&mut after, 2, sentence))?;
        // Answers that are not told are not counted either.
        let is_told = lines.by_rule.values().any(|tally| tally.of(Status::NotApplicable) > 0);
        let left_out = if is_told { StatusSet::default() } else { StatusSet::of(&[Status::NotApplicable]) };
        self.end_in_short(&mut after, end, left_out)?;
        // The line of the next step is not there yet.
        let is_of_findings = self.head.streams == List::Findings;
        if is_of_findings && newlines(&before) + height + newlines(&after) + 1 > SCREEN {
            let columns: &[Status] = if is_agenda { &AGENDA_COLUMNS } else { &COLUMNS };
            let is_told = |(_, tally): &(&str, Tally)| tally.of_any(StatusSet::of(columns)) > 0;
            let by_rule: Vec<_> = std::mem::take(&mut lines.by_rule).into_iter().filter(is_told).collect();
            writeln!(before)?;
            self.tallies(&mut before, ["rule"], &by_rule, columns)?;
        }
        to.write_all(&before)?;
        to.write_all(&days)?;
        let worst = table_lines::write(to, &self.screen, (&mut self.people, &self.faults, shared), files)?;
        to.write_all(&answers)?;
        to.write_all(&after)?;
        let rule = worst_of_page.map(Into::into).or(worst).map(|worst| format!("`muster rules {worst}` explains it; "));
        let next = format!("Next: {}--long tells all.", rule.unwrap_or_default());
        if height > 0 { self.screen.plain(to, 2, &next) } else { Ok(()) }
    }

    /// Writes which class to book. Classes that as many officers lack share a row, or on a narrow screen a sentence.
    fn by_mandate(&self, to: &mut impl Write, by_mandate: &[(String, Tally)]) -> io::Result<()> {
        let counts = |tally: &Tally| COLUMNS.map(|status| tally.of(status));
        let mut alike: Vec<(String, Tally)> = Vec::new();
        for (mandate, tally) in by_mandate {
            match alike.iter_mut().find(|(_, known)| counts(known) == counts(tally)) {
                Some((mandates, _)) => mandates.extend([", ", mandate]),
                None => alike.push((mandate.clone(), tally.clone())),
            }
        }
        if self.screen.width >= LEAST_FOR_CLASSES || alike.is_empty() {
            return self.tallies(to, ["class to book"], &alike, &COLUMNS);
        }
        alike.sort_by_key(|(_, tally)| std::cmp::Reverse(counts(tally)));
        for (mandates, tally) in alike {
            let counted = COLUMNS.into_iter().filter(|status| tally.of(*status) > 0);
            let counts = counted.map(|status| part(&tally, status)).collect::<Vec<_>>().join(", ");
            self.screen.plain(to, 2, &format!("{mandates}: {counts}"))?;
        }
        writeln!(to)
    }

    /// Writes what was read: the file, or the sum of several and a line for each.
    fn files_read(&self, to: &mut impl Write, files: Files, end: &End) -> io::Result<()> {
        let sum = |of: fn(&Input) -> u64| end.inputs.iter().map(of).sum::<u64>();
        let what = match &end.inputs[..] {
            [] => String::new(),
            [input] => file_words(files, input),
            inputs => count_words(inputs.len() as i64, "file"),
        };
        let records = count_words(sum(|input| input.records).cast_signed(), "record");
        let [read, there] = [sum(|input| input.headings.read), sum(|input| input.headings.there)];
        let mut opening: Vec<&str> = self.head.opening.iter().map(String::as_str).collect();
        let headings = match &end.inputs[..] {
            [input] => headings_words(input, &mut opening),
            _ => format!(", {} of {} headings read", thousands(read.cast_signed()), thousands(there.cast_signed())),
        };
        if !what.is_empty() {
            let first = format!("{what} on {}: {records}{headings}", day_words(self.head.as_of));
            self.screen.paragraph(to, 2, &[(BOLD, &first)])?;
        }
        if (2..=MOST_FILES).contains(&end.inputs.len()) {
            for input in &end.inputs {
                let records = count_words(input.records.cast_signed(), "record");
                let headings = headings_words(input, &mut opening);
                self.screen.paragraph_in(to, 2, &format!("{}: {records}{headings}", file_words(files, input)))?;
            }
        }
        opening.iter().try_for_each(|line| self.screen.plain(to, 2, line))
    }

    /// Writes the counts, the rules that were not asked, and the notes.
    fn end_in_short(&self, to: &mut impl Write, end: &End, left_out: StatusSet) -> io::Result<()> {
        if end.by_agency.len() > 1 {
            self.tallies(to, ["agency", "officers"], &end.by_agency, &COLUMNS)?;
        }
        if end.closing.is_empty() && self.head.streams == List::Findings {
            self.summary(to, end, Some(left_out))?;
        }
        self.not_asked(to)?;
        let only = end.inputs.first().filter(|_| end.inputs.len() == 1).map(|input| format!("{}: ", input.path));
        for note in end.notes.iter().take(MOST_NOTES) {
            // The file of all notes is named above.
            let note = only.as_deref().and_then(|path| note.strip_prefix(path)).unwrap_or(note);
            self.screen.plain(to, 2, &format!("note: {note}"))?;
        }
        let others = end.notes.len().saturating_sub(MOST_NOTES);
        match others {
            0 => Ok(()),
            _ => writeln!(to, "and {}: --long lists them", count_words(others as i64, "more note")),
        }
    }

    /// Writes how many rules were not asked; or, once a file, which they are and the columns they lack.
    fn not_asked(&self, to: &mut impl Write) -> io::Result<()> {
        if let Some(line) = NotAsked::line(&self.head.not_asked).filter(|_| !self.head.why_not) {
            return self.screen.plain(to, 2, &line);
        }
        NotAsked::sentences(&self.head.not_asked).iter().try_for_each(|sentence| self.screen.plain(to, 2, sentence))
    }
}

/// Returns the name of a file, with its sheet.
fn file_words(files: Files, input: &Input) -> String {
    let sheet = input.sheet.as_ref().map(|sheet| format!(", sheet {sheet:?},")).unwrap_or_default();
    files.name(&input.path) + &sheet
}

/// Returns how many headings of a file are read, as its opening line says it where it has one; that is then taken away.
fn headings_words(input: &Input, opening: &mut Vec<&str>) -> String {
    let Headings { read, there } = input.headings;
    let (path, counts) = (format!("{}: ", shown_path(&input.path)), format!("{read} of {there} "));
    let line = |line: &&str| line.strip_prefix(&*path).is_some_and(|line| line.starts_with(&counts));
    match opening.iter().position(line).map(|at| opening.remove(at)) {
        Some(line) => format!("; {}", line.strip_prefix(&*path).unwrap_or(line)),
        None => format!(", {} of {} headings read", thousands(read.cast_signed()), thousands(there.cast_signed())),
    }
}

fn newlines(text: &[u8]) -> u64 {
    text.iter().filter(|byte| **byte == b'\n').count() as u64
}

fn part(tally: &Tally, status: Status) -> String {
    format!("{} {}", thousands(tally.of(status) as i64), status.words())
}

//! A page of results for a person: blocks of text, then one table with a row a result, then short lists under it.

use crate::report::layout::screen::{BOLD, Screen};
use comfy_table::{Cell, CellAlignment};
use std::io::{self, Write};

/// A page being filled.
pub struct Page {
    screen: Screen,
    /// True where nothing is repeated for each person that is said once.
    pub is_short: bool,
    /// The totals, which come before every answer of a short page.
    pub(crate) totals: Vec<u8>,
    /// A line an answer, right below the faults of the files.
    pub(crate) answers: Vec<u8>,
    /// The rule that decides the worst answer.
    pub(crate) worst: Option<&'static str>,
    blocks: Vec<u8>,
    columns: Vec<(&'static str, Align)>,
    rows: Vec<Vec<Cell>>,
    lists: Vec<(String, Vec<String>)>,
    notes: Vec<String>,
}

/// The alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// For words.
    Left,
    /// For figures.
    Right,
}

impl Page {
    /// Starts an empty page.
    pub fn new(screen: Screen) -> Self {
        Self {
            screen,
            is_short: false,
            totals: Vec::new(),
            answers: Vec::new(),
            worst: None,
            blocks: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            lists: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Returns the screen it is made for.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Adds a block of text, with an empty line before it unless it is the first.
    pub fn block(&mut self, write: impl FnOnce(&mut Vec<u8>, &Screen) -> io::Result<()>) {
        if !self.blocks.is_empty() {
            self.blocks.push(b'\n');
        }
        // Writing to a Vec cannot fail.
        let _ = write(&mut self.blocks, &self.screen);
    }

    /// Adds totals to a short page.
    pub fn total(&mut self, write: impl FnOnce(&mut Vec<u8>, &Screen) -> io::Result<()>) {
        // Writing to a Vec cannot fail.
        let _ = write(&mut self.totals, &self.screen);
    }

    /// Adds lines of answers to a short page.
    pub fn answer(&mut self, write: impl FnOnce(&mut Vec<u8>, &Screen) -> io::Result<()>) {
        // Writing to a Vec cannot fail.
        let _ = write(&mut self.answers, &self.screen);
    }

    /// Adds a row to the table; the first row sets the columns.
    pub fn row(&mut self, columns: &[(&'static str, Align)], cells: Vec<Cell>) {
        if self.columns.is_empty() {
            self.columns = columns.to_vec();
        }
        self.rows.push(cells);
    }

    /// Adds a line to the list of this title under the table, unless it is there already.
    pub fn line(&mut self, title: &str, line: String) {
        match self.lists.iter_mut().find(|(known, _)| known == title) {
            Some((_, lines)) if lines.contains(&line) => {}
            Some((_, lines)) => lines.push(line),
            None => self.lists.push((title.to_owned(), vec![line])),
        }
    }

    /// Adds a line to the notes, which come after every other list.
    pub fn note(&mut self, line: String) {
        self.notes.push(line);
    }

    /// Adds words to the one line of the list of this title.
    pub fn mention(&mut self, title: &str, words: &str) {
        match self.lists.iter_mut().find(|(known, _)| known == title).and_then(|(_, lines)| lines.last_mut()) {
            Some(line) => {
                line.push_str("; ");
                line.push_str(words);
            }
            None => self.line(title, words.to_owned()),
        }
    }

    /// Returns whether nothing was added that comes below the answers.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.rows.is_empty() && self.lists.is_empty() && self.notes.is_empty()
    }

    /// Returns whether it ends in a block, which no empty line follows.
    pub fn ends_in_block(&self) -> bool {
        !self.blocks.is_empty() && self.rows.is_empty() && self.lists.is_empty() && self.notes.is_empty()
    }

    /// Writes the page.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(self, to: &mut impl Write) -> io::Result<()> {
        let Self { screen, blocks, columns, rows, mut lists, notes, .. } = self;
        if !notes.is_empty() {
            lists.push(("Notes".into(), notes));
        }
        if !blocks.is_empty() {
            to.write_all(&blocks)?;
            if !rows.is_empty() {
                writeln!(to)?;
            }
        }
        if !rows.is_empty() {
            let mut table = screen.plain_table();
            table.set_header(columns.iter().map(|(name, _)| *name));
            table.add_rows(rows);
            for (column, (_, align)) in table.column_iter_mut().zip(&columns) {
                if *align == Align::Right {
                    column.set_cell_alignment(CellAlignment::Right);
                }
            }
            screen.write_table(to, table, None)?;
            writeln!(to)?;
        }
        for (title, lines) in lists {
            screen.paragraph(to, 2, &[(BOLD, &title)])?;
            for line in lines {
                screen.block(to, 2, &line)?;
            }
            writeln!(to)?;
        }
        Ok(())
    }
}

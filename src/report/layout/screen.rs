//! The screen of a person: its width and color, and the layout of lines and columns on it.

use crate::finding::Status;
use crate::words::harmless;
use anstyle::{AnsiColor, Style};
use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Table, Width, presets};
use std::io::{self, IsTerminal, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The width of a table that goes to no terminal.
const WIDTH_ELSEWHERE: usize = 100;
/// Narrower and wider tables are unreadable.
const WIDTHS: std::ops::RangeInclusive<usize> = 40..=400;

/// The flag `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The screen, or the file that a person will read.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// The number of columns.
    pub width: usize,
    /// True when words are colored.
    pub color: bool,
}

impl Screen {
    /// Returns the screen behind standard output, or that of a file. `columns`: the width that the user sets.
    pub fn new(color: Color, columns: Option<usize>, to_file: bool) -> Self {
        Self::of(color, columns, !to_file && io::stdout().is_terminal())
    }

    /// Returns the screen behind standard error, where questions are shown.
    pub fn of_errors(color: Color, columns: Option<usize>) -> Self {
        Self::of(color, columns, io::stderr().is_terminal())
    }

    fn of(color: Color, columns: Option<usize>, terminal: bool) -> Self {
        let width = columns
            .or_else(|| terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0)))
            .unwrap_or(WIDTH_ELSEWHERE);
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
        let color = match color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto if set("NO_COLOR") => false,
            Color::Auto => {
                set("CLICOLOR_FORCE") || terminal && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
            }
        };
        Self { width: width.clamp(*WIDTHS.start(), *WIDTHS.end()), color }
    }

    /// Writes a paragraph of words in their styles, wrapped between words; every line but the first is indented.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn paragraph(&self, to: &mut impl Write, indent: usize, spans: &[(Style, &str)]) -> io::Result<()> {
        self.words(to, 0, indent, spans)
    }

    /// Writes a paragraph of which every line is indented.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn block(&self, to: &mut impl Write, indent: usize, text: &str) -> io::Result<()> {
        self.words(to, indent, indent, &[(Style::new(), text)])
    }

    /// Writes an indented paragraph; its further lines are indented by two more.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn paragraph_in(&self, to: &mut impl Write, indent: usize, text: &str) -> io::Result<()> {
        self.words(to, indent, indent + 2, &[(Style::new(), text)])
    }

    fn words(&self, to: &mut impl Write, first: usize, indent: usize, spans: &[(Style, &str)]) -> io::Result<()> {
        write!(to, "{:first$}", "")?;
        let mut column = first;
        let mut fresh = true;
        for (style, text) in spans {
            let style = if self.color { *style } else { Style::new() };
            for word in text.split_whitespace() {
                let word = harmless(word);
                let width = word.width();
                if !fresh && column + 1 + width > self.width {
                    write!(to, "\n{:indent$}", "")?;
                    column = indent;
                } else if !fresh {
                    write!(to, " ")?;
                    column += 1;
                }
                fresh = false;
                write!(to, "{style}{word}{style:#}")?;
                column += width;
            }
        }
        writeln!(to)
    }

    /// Writes a paragraph without any style.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn plain(&self, to: &mut impl Write, indent: usize, text: &str) -> io::Result<()> {
        self.paragraph(to, indent, &[(Style::new(), text)])
    }

    /// Returns a table without rules, as wide as the screen.
    pub fn plain_table(&self) -> Table {
        let mut table = Table::new();
        table
            .load_style(presets::NOTHING)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.width).unwrap_or(u16::MAX));
        if self.color {
            table.enforce_styling();
        } else {
            table.force_no_tty();
        }
        table
    }

    /// Writes a table, without trailing blanks. `first`: the width of its first column, where it is fixed, so that
    /// tables under each other align.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write_table(&self, to: &mut impl Write, mut table: Table, first: Option<usize>) -> io::Result<()> {
        if let (Some(column), Some(width)) = (table.column_mut(0), first.and_then(|width| u16::try_from(width).ok())) {
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        table.lines().try_for_each(|line| writeln!(to, "{}", line.trim_end()))
    }
}

/// Returns foreign text in one line, in which control characters are shown and not sent. What is wider than this number
/// of columns is cut, with … at its end.
pub fn fit(text: &str, columns: usize) -> String {
    let text = harmless(text);
    if text.width() <= columns {
        return text.into_owned();
    }
    let (mut short, mut width) = (String::new(), 1);
    for letter in text.chars() {
        width += letter.width().unwrap_or_default();
        if width > columns {
            break;
        }
        short.push(letter);
    }
    format!("{}…", short.trim_end())
}

/// Returns foreign text in lines of at most this number of columns, divided between words where that is possible.
pub fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut last = 0;
    for word in text.split_whitespace() {
        let word = fit(word, columns);
        let width = word.width();
        match lines.last_mut().filter(|_| last + 1 + width <= columns) {
            Some(line) => {
                line.extend([" ", &word]);
                last += 1 + width;
            }
            None => {
                lines.push(word);
                last = width;
            }
        }
    }
    lines
}

/// Returns a cell of foreign text, in which control characters are shown, not sent.
pub fn cell(text: &str) -> Cell {
    let lines: Vec<_> = text.lines().map(harmless).collect();
    Cell::new(lines.join("\n"))
}

/// Returns a cell with a status word in its color.
pub fn status_cell(status: Status) -> Cell {
    colored_cell(status, status.words())
}

/// Returns a cell with our own words in the color of a status.
pub fn colored_cell(status: Status, words: &str) -> Cell {
    tinted(Cell::new(words), status)
}

/// Returns a cell in the color of a status.
pub fn tinted(cell: Cell, status: Status) -> Cell {
    match status {
        Status::Overdue => cell.fg(comfy_table::Color::Red),
        Status::Unknown => cell.fg(comfy_table::Color::Magenta),
        Status::DueSoon => cell.fg(comfy_table::Color::Yellow),
        Status::Review => cell.fg(comfy_table::Color::Cyan),
        Status::Met => cell.fg(comfy_table::Color::Green),
        Status::Open | Status::NotApplicable => cell,
    }
}

/// Returns the style of a status word.
pub fn status_style(status: Status) -> Style {
    let color = match status {
        Status::Overdue => AnsiColor::Red,
        Status::Unknown => AnsiColor::Magenta,
        Status::DueSoon => AnsiColor::Yellow,
        Status::Review => AnsiColor::Cyan,
        Status::Met => AnsiColor::Green,
        Status::Open | Status::NotApplicable => return Style::new(),
    };
    color.on_default()
}

/// The style of headings.
pub const BOLD: Style = Style::new().bold();

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_its_width_and_says_so() {
        for (text, columns, expected) in [
            ("Núñez", 5, "Núñez"),
            ("Núñez", 4, "Núñ…"),
            ("Doe, Jane", 6, "Doe,…"),
            ("王小明", 6, "王小明"),
            ("王小明", 5, "王小…"),
            ("王小明", 4, "王…"),
            ("a\tbc", 7, "a\\u{9}…"),
            ("ab", 1, "…"),
            ("ab", 0, "…"),
        ] {
            assert_eq!(fit(text, columns), expected, "{text} {columns}");
        }
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("one  twothree", 5), ["one", "twot…"]);
        assert_eq!(wrapped("", 5), Vec::<String>::new());
    }
}

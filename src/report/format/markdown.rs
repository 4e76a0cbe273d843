//! Markdown: a table for a ticket or a mail, with the summary under it.

use crate::finding::{Finding, Status};
use crate::report::item::{CellSink, End, Head, List, Rows, Value, column_names, columns_for_people, write_rows};
use crate::words::{count_words, day_words, harmless, thousands};
use std::io::{self, Write};

/// Rows, written as they come.
pub(crate) struct Markdown {
    head: Head,
    written: u64,
    /// The findings of a table of results, which follow it.
    deferred: Vec<String>,
    /// The indices of the columns in the table.
    shown: Vec<usize>,
}

/// Writes cells as rows of a table.
struct MarkdownCells<'m, W> {
    to: &'m mut W,
    shown: &'m [usize],
    row: Vec<String>,
}

impl<W: Write> CellSink for MarkdownCells<'_, W> {
    fn cell(&mut self, value: &Value) -> io::Result<()> {
        self.row.push(value.text().to_owned());
        Ok(())
    }

    fn end_row(&mut self) -> io::Result<()> {
        let cells: Vec<String> = self.shown.iter().map(|index| escaped(&self.row[*index])).collect();
        self.row.clear();
        writeln!(self.to, "| {} |", cells.join(" | "))
    }
}

impl Markdown {
    pub(crate) fn new(head: Head) -> Self {
        Self { head, written: 0, deferred: Vec::new(), shown: Vec::new() }
    }

    pub(crate) fn finding(&mut self, to: &mut impl Write, finding: &Finding) -> io::Result<()> {
        if self.head.streams == List::Findings {
            return self.result(to, finding);
        }
        let place = &finding.place;
        let change = finding.change.map_or_else(String::new, |change| format!("{change}: "));
        self.deferred.push(format!("{place}: {change}{}: {}", finding.rule, finding.message));
        Ok(())
    }

    pub(crate) fn result<R: Rows>(&mut self, to: &mut impl Write, result: &R) -> io::Result<()> {
        if self.written == 0 {
            self.title(to)?;
            let columns = column_names::<R>();
            self.shown = columns_for_people::<R>();
            let names: Vec<&str> = self.shown.iter().map(|at| columns[*at].as_str()).collect();
            writeln!(to, "| {} |", names.join(" | "))?;
            writeln!(to, "|{}", " --- |".repeat(names.len()))?;
        }
        self.written += 1;
        write_rows(result, &mut MarkdownCells { to, shown: &self.shown, row: Vec::new() })
    }

    pub(crate) fn end(self, to: &mut impl Write, end: &End) -> io::Result<()> {
        if self.written == 0 {
            self.title(to)?;
        }
        if self.written > 0 && !(self.head.quiet && self.deferred.is_empty()) {
            writeln!(to)?;
        }
        let mut items = self.deferred;
        if !self.head.quiet {
            if end.closing.is_empty() {
                counts(to, end)?;
                if !items.is_empty() || !self.head.not_asked.is_empty() || !end.notes.is_empty() {
                    writeln!(to)?;
                }
            }
            items.extend(end.closing.iter().cloned());
            for not_asked in &self.head.not_asked {
                let columns = not_asked.missing_columns.join(", ");
                items.push(format!("not asked: {} ({} has no column {columns})", not_asked.rule, not_asked.file));
            }
            items.extend(end.notes.iter().cloned());
        }
        items.iter().try_for_each(|item| writeln!(to, "* {}", escaped(item)))
    }

    fn title(&self, to: &mut impl Write) -> io::Result<()> {
        writeln!(to, "## muster {}, {}\n", self.head.command, day_words(self.head.as_of))?;
        if !self.head.quiet && !self.head.opening.is_empty() {
            self.head.opening.iter().try_for_each(|line| writeln!(to, "{}", escaped(line)))?;
            writeln!(to)?;
        }
        Ok(())
    }
}

/// `12 records: 3 overdue, 9 met.`
fn counts(to: &mut impl Write, end: &End) -> io::Result<()> {
    let counts: Vec<String> = Status::ALL
        .into_iter()
        .rev()
        .filter(|status| end.summary.of(*status) > 0)
        .map(|status| format!("{} {}", thousands(end.summary.of(status) as i64), status.words()))
        .chain((end.summary.accepted > 0).then(|| format!("{} accepted", thousands(end.summary.accepted as i64))))
        .collect();
    let records = count_words(end.summary.records as i64, "record");
    writeln!(to, "{records}{}.", if counts.is_empty() { String::new() } else { format!(": {}", counts.join(", ")) })
}

/// Escapes text so that nothing in it is Markdown or HTML, and puts it on one line.
fn escaped(text: &str) -> String {
    let one_line = text.split(['\r', '\n']).collect::<Vec<_>>().join(" ");
    let shown = harmless(&one_line);
    let mut safe = String::with_capacity(shown.len() + 8);
    let mut letters = shown.chars().peekable();
    let mut inside_word = false;
    while let Some(letter) = letters.next() {
        match letter {
            // Neither a person nor a mail program is called by what a cell holds.
            '@' if letters.peek().is_some_and(|next| next.is_alphanumeric()) => safe.push('\u{ff20}'),
            // No bare address becomes a link.
            ':' if letters.peek() == Some(&'/') => safe.push_str("\\:"),
            '/' if safe.ends_with("\\:") || safe.ends_with("\\/") => safe.push_str("\\/"),
            '.' if is_www(&safe) => safe.push_str("\\."),
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '\\' | '`' | '*' | '[' | ']' | '|' | '~' => safe.extend(['\\', letter]),
            // An underscore inside a word, as in hire_date, is plain text in Markdown.
            '_' if !(inside_word && letters.peek().is_some_and(|next| next.is_alphanumeric())) => safe.push_str("\\_"),
            other => safe.push(other),
        }
        inside_word = letter.is_alphanumeric();
    }
    safe
}

/// Returns whether a text ends in the word `www`.
fn is_www(text: &str) -> bool {
    let word = text.len().checked_sub(3).and_then(|at| text.get(at..));
    word.is_some_and(|word| word.eq_ignore_ascii_case("www"))
        && !text[..text.len() - 3].ends_with(|letter: char| letter.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_name_is_called_and_no_address_is_a_link() {
        for (text, expected) in [
            ("@octocat", "\u{ff20}octocat"),
            ("jane@x.example", "jane\u{ff20}x.example"),
            ("a @ b", "a @ b"),
            ("see https://x.example/a", "see https\\:\\/\\/x.example/a"),
            ("www.x.example", "www\\.x.example"),
            ("r.csv:3: 1/5/2026", "r.csv:3: 1/5/2026"),
        ] {
            assert_eq!(escaped(text), expected, "{text}");
        }
    }

    #[test]
    fn nothing_in_a_cell_is_taken_for_markdown() {
        assert_eq!(
            escaped("hire_date | *x* <b> `a` [l](u) & _y_"),
            "hire_date \\| \\*x\\* &lt;b> \\`a\\` \\[l\\](u) &amp; \\_y\\_"
        );
        assert_eq!(escaped("two\nlines\u{1b}"), "two lines\\\\u{1b}");
    }
}

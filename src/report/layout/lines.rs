//! Lines of a short table: a status, who it is about, and a text that is cut at the width of the screen.

use crate::finding::Status;
use crate::report::layout::screen::{Screen, fit};
use anstyle::Style;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// The least width of a name, or of a rule, that is cut.
pub(crate) const LEAST_NAME: usize = 8;
/// The part of the screen that names may take, in percent.
const MOST_NAMES: usize = 35;

/// Where the parts of a line stand.
#[derive(Clone, Copy)]
pub(crate) struct LineColumns {
    width: usize,
    color: bool,
    status: usize,
    /// The width of the names.
    pub(crate) who: usize,
}

impl LineColumns {
    /// Divides the screen. `status` and `who`: the widths of the longest of them.
    pub(crate) fn new(screen: &Screen, status: usize, who: usize) -> Self {
        let status = status.max(Status::DueSoon.words().len()) + 1;
        Self { width: screen.width, color: screen.color, status, who }
    }

    /// The same for names in two parts, the second of which is not cut where that is possible.
    pub(crate) fn of_names<'n>(
        screen: &Screen,
        status: usize,
        names: impl Iterator<Item = &'n (String, String)>,
    ) -> Self {
        let widest = names.map(|(name, rest)| name.width() + rest.width()).max().unwrap_or_default();
        Self::new(screen, status, widest.min(screen.width * MOST_NAMES / 100))
    }

    /// Returns a name in two parts as wide as its column.
    pub(crate) fn name(&self, (name, rest): &(String, String)) -> String {
        match self.who.checked_sub(rest.width()).filter(|left| *left >= name.width().min(LEAST_NAME)) {
            Some(left) => fit(name, left) + rest,
            None => fit(&format!("{name}{rest}"), self.who),
        }
    }

    /// Returns the width that is left for the answer, after a name or after the status.
    pub(crate) fn room(&self, after_name: bool) -> usize {
        let name = if after_name { self.who + 2 } else { 0 };
        self.width.saturating_sub(self.status + name)
    }

    /// Writes a line; without `who` the text follows the status.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub(crate) fn write(
        &self,
        to: &mut impl Write,
        (style, word): (Style, &str),
        who: Option<&str>,
        text: &str,
    ) -> io::Result<()> {
        let style = if self.color { style } else { Style::new() };
        write!(to, "{style}{word}{style:#}{:1$}", "", self.status.saturating_sub(word.len()))?;
        if let Some(who) = who {
            write!(to, "{who}{:1$}", "", (self.who + 2).saturating_sub(who.width()))?;
        }
        writeln!(to, "{}", fit(text, self.room(who.is_some())).trim_end())
    }
}

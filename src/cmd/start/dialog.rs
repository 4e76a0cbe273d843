//! The questions as they are asked on the terminal, and what each answer adds to the configuration.

use crate::cmd::start::Start;
use crate::cmd::start::ask::Terminal;
use crate::cmd::start::questions::{
    FreeColumn, Question, about, free_columns, is_repeated, most_missing, other_kinds, quoted,
};
use crate::input::cells::Email;
use crate::input::column::ColumnSpec;
use crate::report::page::columns::Heading;

/// The choice of nothing.
const LEAVE_OUT: &str = "leave it out";

impl Start<'_> {
    /// Asks whether each heading is read as it should be, and which is not.
    pub(super) fn correct(&mut self, terminal: &Terminal, headings: &[Heading]) -> anyhow::Result<()> {
        let read: Vec<&Heading> = headings.iter().filter(|heading| heading.column.is_some()).collect();
        loop {
            let mut choices = vec![terminal.choice("yes, all of them", "")];
            choices.extend(read.iter().map(|heading| {
                let changed = self.added.columns.iter().rev().find(|(other, _)| *other == heading.heading);
                let column = changed.map_or(heading.column, |(_, column)| *column);
                terminal.choice(&format!("no, {} is wrong", quoted(&heading.heading)), column.unwrap_or(LEAVE_OUT))
            }));
            let chosen = terminal.choose("Are these headings read as what they are?", "", choices)?;
            let Some(wrong) = chosen.checked_sub(1).and_then(|at| read.get(at)) else { return Ok(()) };
            self.added.columns.retain(|(other, _)| *other != wrong.heading);
            self.added.columns.push((wrong.heading.clone(), None));
            let free = free_columns(headings, &self.added);
            let column = self.ask_for_column(terminal, &wrong.heading, &free, None, "")?;
            if let Some(last) = self.added.columns.last_mut() {
                last.1 = column;
            }
        }
    }

    /// Asks which column a heading is. `None` is one to leave out, which is proposed where no column is.
    fn ask_for_column(
        &self,
        terminal: &Terminal,
        heading: &str,
        free: &[FreeColumn],
        proposed: Option<&'static str>,
        sentence: &str,
    ) -> anyhow::Result<Option<&'static str>> {
        let (proposed, others): (Vec<&FreeColumn>, Vec<_>) =
            free.iter().partition(|(spec, _)| Some(spec.name) == proposed);
        let some = |free: &FreeColumn| Some(free.0);
        let columns: Vec<Option<&ColumnSpec>> =
            proposed.into_iter().map(some).chain([None]).chain(others.into_iter().map(some)).collect();
        let choice = |column: &Option<&ColumnSpec>| match column {
            Some(spec) => terminal.choice(spec.name, about(spec)),
            None => terminal.choice(LEAVE_OUT, "nothing below is what it holds"),
        };
        let choices = columns.iter().map(choice).collect();
        let asked = format!("What does {} hold?", quoted(heading));
        let chosen = terminal.choose(if sentence.is_empty() { &asked } else { sentence }, "", choices)?;
        let column = columns.get(chosen).copied().flatten().map(|spec| spec.name);
        let elsewhere = other_kinds(heading);
        if column.is_none() && !elsewhere.is_empty() {
            terminal.show(&format!(
                "{} is then left out of other files too: {}.",
                quoted(heading),
                elsewhere.join(", ")
            ))?;
        }
        Ok(column)
    }

    /// Asks about a heading, or about all those that look as if nothing should read them.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn ask_about_heading(
        &mut self,
        terminal: &Terminal,
        question: &Question,
        headings: &[Heading],
    ) -> anyhow::Result<()> {
        match question {
            Question::Column { heading, holds_days, near, .. } => {
                let mut free = free_columns(headings, &self.added);
                free.retain(|(spec, _)| (spec.is_day || !holds_days) && !is_repeated(heading, headings));
                let column = self.ask_for_column(terminal, heading, &free, *near, &question.sentence())?;
                self.added.columns.push((heading.clone(), column));
            }
            Question::Others(others) => {
                let free = free_columns(headings, &self.added);
                let help = "Space marks a line, Enter goes on; none marked leaves all of them out";
                if let Some(missing) = most_missing(&free) {
                    terminal.show(&missing)?;
                }
                let choices = others.iter().map(|heading| terminal.choice(heading, "")).collect();
                let marked = terminal.choose_any("Does muster need one of these other headings?", help, choices)?;
                for (at, heading) in others.iter().enumerate() {
                    let mut column = None;
                    if marked.contains(&at) {
                        let mut free = free_columns(headings, &self.added);
                        free.retain(|_| !is_repeated(heading, headings));
                        column = self.ask_for_column(terminal, heading, &free, None, "")?;
                    }
                    self.added.columns.push((heading.clone(), column));
                }
            }
            Question::Word { .. } | Question::Years(_) | Question::NameOrder(_) => {}
        }
        Ok(())
    }

    /// Asks what a word means.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn ask_about_word(&mut self, terminal: &Terminal, question: &Question) -> anyhow::Result<()> {
        let Question::Word { column, word, proposed, .. } = question else { return Ok(()) };
        let mut words: Vec<Option<&'static str>> = proposed.iter().map(|word| Some(*word)).collect();
        words.push(None);
        words.extend(column.choices.iter().filter(|word| Some(**word) != *proposed).map(|word| Some(*word)));
        let choice = |word: &Option<&'static str>| match word {
            Some(word) => terminal.choice(word, ""),
            None => terminal.choice("I cannot say", "it stays unknown"),
        };
        let chosen = terminal.choose(&question.sentence(), "", words.iter().map(choice).collect())?;
        if let Some(means) = words.get(chosen).copied().flatten() {
            self.added.words.push((column.name, word.clone(), means));
        }
        Ok(())
    }

    /// Asks how cells are read.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn ask_about_setting(&mut self, terminal: &Terminal, question: &Question) -> anyhow::Result<()> {
        match question {
            Question::Years(_) => {
                let word = if terminal.agree(&question.sentence())? { "past" } else { "none" };
                self.added.keys.push(("two_digit_years", word));
            }
            Question::NameOrder(_) => {
                let orders = [None, Some("first-last"), Some("last-first")];
                let choices = [
                    terminal.choice("I cannot say", "they stay as they are, and e-sign may be unknown"),
                    terminal.choice("the first name", "Jane Doe"),
                    terminal.choice("the last name", "Doe Jane"),
                ];
                let chosen = terminal.choose(&question.sentence(), "", choices.into())?;
                let order = orders.get(chosen).copied().flatten();
                self.added.keys.extend(order.map(|order| ("name_order", order)));
            }
            Question::Column { .. } | Question::Others(_) | Question::Word { .. } => {}
        }
        Ok(())
    }

    /// Asks for the agency, where the configuration does not name it.
    pub(super) fn ask_about_agency(&mut self, terminal: &Terminal, named: Option<&str>) -> anyhow::Result<()> {
        let agency = self.settings.agency.clone();
        if self.place.is_none() || agency.name.is_some() {
            return Ok(());
        }
        let anything = |_: &str| None;
        let is_address = |text: &str| {
            (!text.is_empty() && !Email(text).is_address())
                .then_some("expected one address, such as jane.doe@example.org")
        };
        let name = terminal.text("What is your agency called?", named, anything)?;
        let email = match agency.email {
            Some(_) => None,
            None => terminal.text("Where do notices for your training office go (e-mail)?", None, is_address)?,
        };
        self.added.agency.extend(name.map(|name| ("name", name)));
        self.added.agency.extend(email.map(|email| ("email", email)));
        Ok(())
    }
}

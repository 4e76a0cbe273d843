//! Questions on a terminal. Enter takes what is proposed, Esc goes back, and Ctrl-C stops the run (settled 257).

use crate::hint::with_hint;
use crate::report::layout::screen::Screen;
use crate::values::fold::fold;
use crate::words::{harmless, shown_up_to};
use anyhow::bail;
use inquire::list_option::ListOption;
use inquire::ui::{RenderConfig, Styled};
use inquire::validator::Validation;
use inquire::{Confirm, CustomUserError, InquireError, MultiSelect, Select, Text};
use std::cmp::Reverse;
use std::fmt;
use std::io::{self, IsTerminal, Write};

/// The most choices that are shown at a time.
const CHOICES_SHOWN: usize = 8;
/// The columns before a choice.
const MARGIN: usize = 4;
/// The columns that are kept for the answer behind a question.
const ANSWER: usize = 24;

/// A choice: a short name, and a few words about it.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    name: String,
    about: String,
    width: usize,
}

impl fmt::Display for Choice {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if self.about.is_empty() { self.name.clone() } else { format!("{}: {}", self.name, self.about) };
        to.write_str(&shown_up_to(self.width, &text))
    }
}

impl Choice {
    /// Returns how well the choice fits what is typed, the best first: the name, its beginning, a part of it, and only
    /// then a word about it. `None` when it does not fit.
    fn score(&self, typed: &str) -> Option<i64> {
        let (typed, name) = (fold(typed), fold(&self.name));
        match () {
            () if name == typed || typed.is_empty() => Some(3),
            () if name.starts_with(&typed) => Some(2),
            () if name.contains(&typed) => Some(1),
            () => fold(&self.about).contains(&typed).then_some(0),
        }
    }
}

/// The terminal of a person who can be asked.
pub(crate) struct Terminal {
    screen: Screen,
}

impl Terminal {
    /// Returns the terminal, where a person sits before it: both what is typed and what is shown go there.
    pub(crate) fn of(screen: Screen) -> Option<Self> {
        if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
            return None;
        }
        let colors = if screen.color { RenderConfig::default_colored() } else { RenderConfig::empty() };
        inquire::set_global_render_config(colors.with_canceled_prompt_indicator(Styled::new("(back)")));
        Some(Self { screen })
    }

    /// Shows a line. What is shown between questions goes where they go, so that standard output is the report alone.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(crate) fn show(&self, line: &str) -> anyhow::Result<()> {
        self.screen.plain(&mut io::stderr(), 0, line)?;
        Ok(())
    }

    /// Shows lines as they are.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(crate) fn show_lines(&self, text: &str) -> anyhow::Result<()> {
        let mut to = io::stderr().lock();
        text.lines().try_for_each(|line| writeln!(to, "  {}", harmless(line)))?;
        Ok(())
    }

    /// Returns a choice as it fits the terminal.
    pub(crate) fn choice(&self, name: &str, about: &str) -> Choice {
        let width = self.screen.width.saturating_sub(MARGIN + 1);
        Choice { name: harmless(name).into_owned(), about: harmless(about).into_owned(), width }
    }

    /// Asks for one of several choices, the first of which is proposed. Returns its index, or `None` to go back.
    ///
    /// # Errors
    /// When the person stops.
    pub(crate) fn choose(&self, question: &str, choices: Vec<Choice>) -> anyhow::Result<Option<usize>> {
        let chosen = Select::new(&self.wrapped(question), choices)
            .with_help_message(HOW_TO_CHOOSE)
            .with_page_size(CHOICES_SHOWN)
            .with_scorer(&|typed, choice: &Choice, _, _| choice.score(typed))
            .with_sorter(&|scored| scored.sort_by_key(|(_, score)| Reverse(*score)))
            .with_formatter(&|chosen: ListOption<&Choice>| chosen.value.name.clone())
            .raw_prompt();
        Ok(answered(chosen)?.map(|chosen| chosen.index))
    }

    /// Asks for any of several choices, some of which are marked. Returns their indices, or `None` to go back.
    ///
    /// # Errors
    /// When the person stops.
    pub(crate) fn choose_any(
        &self,
        question: &str,
        choices: Vec<Choice>,
        marked: &[usize],
    ) -> anyhow::Result<Option<Vec<usize>>> {
        let chosen = MultiSelect::new(&self.wrapped(question), choices)
            .with_help_message(HOW_TO_MARK)
            .with_page_size(CHOICES_SHOWN)
            .with_default(marked)
            .with_formatter(&|chosen: &[ListOption<&Choice>]| {
                let names: Vec<&str> = chosen.iter().map(|chosen| chosen.value.name.as_str()).collect();
                if names.is_empty() { "none".to_owned() } else { names.join(", ") }
            })
            .raw_prompt();
        Ok(answered(chosen)?.map(|chosen| chosen.into_iter().map(|chosen| chosen.index).collect()))
    }

    /// Asks a question that is answered by yes or no; `proposed` is what Enter takes. Returns `None` to go back.
    ///
    /// # Errors
    /// When the person stops.
    pub(crate) fn agree(&self, question: &str, proposed: bool) -> anyhow::Result<Option<bool>> {
        answered(Confirm::new(&self.wrapped(question)).with_default(proposed).prompt())
    }

    /// Asks for a text; nothing typed is the proposal, or no text. `wrong` says what is wrong with one. Returns `None`
    /// to go back.
    ///
    /// # Errors
    /// When the person stops.
    pub(crate) fn text(
        &self,
        question: &str,
        proposed: Option<&str>,
        wrong: impl Fn(&str) -> Option<String> + Clone + 'static,
    ) -> anyhow::Result<Option<String>> {
        let check = move |text: &str| -> Result<Validation, CustomUserError> {
            Ok(wrong(text.trim()).map_or(Validation::Valid, |why| Validation::Invalid(why.into())))
        };
        let question = self.wrapped(question);
        let proposed = proposed.map(harmless);
        let mut asked = Text::new(&question).with_validator(check);
        asked = match &proposed {
            Some(proposed) => asked.with_default(proposed),
            None => asked.with_help_message("Enter leaves it blank, Esc goes back"),
        };
        Ok(answered(asked.prompt())?.map(|text| text.trim().to_owned()))
    }

    /// Returns a question in lines that end between words, with room for the answer behind the last one.
    fn wrapped(&self, question: &str) -> String {
        let mut lines = Vec::new();
        let screen = Screen { width: self.screen.width.saturating_sub(ANSWER), color: false };
        // Writing to memory does not fail.
        let _ = screen.plain(&mut lines, 2, question);
        String::from_utf8_lossy(&lines).trim_end().to_owned()
    }
}

/// How a choice is made.
const HOW_TO_CHOOSE: &str = "arrows move, typing narrows, Enter takes the marked line, Esc goes back";
/// How choices are marked.
const HOW_TO_MARK: &str = "Space marks a line, Enter goes on, Esc goes back";

/// The error of a person who stops.
#[derive(Debug)]
pub(crate) struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&with_hint("stopped; nothing was written", "run the same command again to begin anew"))
    }
}

impl std::error::Error for Stopped {}

/// Returns the error of a person who stops.
pub(crate) fn stopped() -> anyhow::Error {
    Stopped.into()
}

/// Returns an answer, or `None` to go back.
///
/// # Errors
/// When the person stops, or the terminal fails.
fn answered<T>(answer: Result<T, InquireError>) -> anyhow::Result<Option<T>> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(InquireError::OperationCanceled) => Ok(None),
        Err(InquireError::OperationInterrupted) => {
            // On the last row of the screen the cursor stands on the help line; what follows needs a line of its own.
            let _ = write!(io::stderr(), "\r\u{1b}[K");
            bail!(stopped())
        }
        Err(failure) => bail!("stopped, because the terminal cannot be read; nothing was written: {failure}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(name: &str, about: &str) -> Choice {
        Choice { name: name.into(), about: about.into(), width: 80 }
    }

    #[test]
    fn a_name_leads_before_what_is_about_it() {
        let basic = choice("basic_completed", "The day of the certification exam");
        let certification = choice("certification", "The kind of certificate");
        assert_eq!((basic.score("certif"), certification.score("certif")), (Some(0), Some(2)));
        assert_eq!(certification.score("Certification"), Some(3));
        let hired = choice("original_hire_date", "");
        for (typed, expected) in
            [("hire_date", Some(1)), ("hire date", Some(1)), ("orig", Some(2)), ("xyz", None), ("", Some(3))]
        {
            assert_eq!(hired.score(typed), expected, "{typed}");
        }
        assert_eq!(choice("hire_date", "").score("hire_date"), Some(3));
    }

    #[test]
    fn a_question_is_wrapped_between_words() {
        let terminal = Terminal { screen: Screen { width: 80, color: false } };
        // 56 columns are left beside the answer.
        let text = format!("{} future?", "a".repeat(49));
        assert_eq!(terminal.wrapped(&text), format!("{}\n  future?", "a".repeat(49)));
        let text = format!("{} now?", "a".repeat(51));
        assert_eq!(terminal.wrapped(&text), text);
    }
}

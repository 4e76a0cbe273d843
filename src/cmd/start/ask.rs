//! Questions on a terminal. Enter takes what is proposed; Esc, Ctrl-C and the end of input stop the run (settled 257).

use crate::hint::with_hint;
use crate::report::layout::screen::Screen;
use crate::words::{harmless, shown_up_to};
use anyhow::bail;
use inquire::list_option::ListOption;
use inquire::ui::RenderConfig;
use inquire::validator::Validation;
use inquire::{Confirm, CustomUserError, InquireError, MultiSelect, Select, Text};
use std::fmt;
use std::io::{self, IsTerminal, Write};

/// The most choices that are shown at a time.
const CHOICES_SHOWN: usize = 8;
/// The columns before a choice.
const MARGIN: usize = 4;

/// A choice: a short name, and a few words about it.
#[derive(Clone, Debug)]
pub(super) struct Choice {
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

/// The terminal of a person who can be asked.
pub(super) struct Terminal {
    screen: Screen,
}

impl Terminal {
    /// Returns the terminal, where a person sits before it: both what is typed and what is shown go there.
    pub(super) fn of(screen: Screen) -> Option<Self> {
        if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
            return None;
        }
        if !screen.color {
            inquire::set_global_render_config(RenderConfig::empty());
        }
        Some(Self { screen })
    }

    /// Shows a line. What is shown between questions goes where they go, so that standard output is the report alone.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(super) fn show(&self, line: &str) -> anyhow::Result<()> {
        self.screen.plain(&mut io::stderr(), 0, line)?;
        Ok(())
    }

    /// Shows lines as they are.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub(super) fn show_lines(&self, text: &str) -> anyhow::Result<()> {
        let mut to = io::stderr().lock();
        text.lines().try_for_each(|line| writeln!(to, "  {}", harmless(line)))?;
        Ok(())
    }

    /// Returns a choice as it fits the terminal.
    pub(super) fn choice(&self, name: &str, about: &str) -> Choice {
        let width = self.screen.width.saturating_sub(MARGIN + 1);
        Choice { name: harmless(name).into_owned(), about: harmless(about).into_owned(), width }
    }

    /// Asks for one of several choices, the first of which is proposed. Returns its index.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn choose(&self, question: &str, help: &str, choices: Vec<Choice>) -> anyhow::Result<usize> {
        let help = if help.is_empty() { HOW_TO_CHOOSE } else { help };
        let chosen = Select::new(&harmless(question), choices)
            .with_help_message(&harmless(help))
            .with_page_size(CHOICES_SHOWN)
            .with_formatter(&|chosen: ListOption<&Choice>| chosen.value.name.clone())
            .raw_prompt();
        answered(chosen).map(|chosen| chosen.index)
    }

    /// Asks for any of several choices, none of which is proposed. Returns their indices.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn choose_any(&self, question: &str, help: &str, choices: Vec<Choice>) -> anyhow::Result<Vec<usize>> {
        let chosen = MultiSelect::new(&harmless(question), choices)
            .with_help_message(&harmless(help))
            .with_page_size(CHOICES_SHOWN)
            .with_formatter(&|chosen: &[ListOption<&Choice>]| {
                let names: Vec<&str> = chosen.iter().map(|chosen| chosen.value.name.as_str()).collect();
                if names.is_empty() { "none".to_owned() } else { names.join(", ") }
            })
            .raw_prompt();
        Ok(answered(chosen)?.into_iter().map(|chosen| chosen.index).collect())
    }

    /// Asks a question that is answered by yes, which is proposed, or no.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn agree(&self, question: &str) -> anyhow::Result<bool> {
        answered(Confirm::new(&harmless(question)).with_default(true).prompt())
    }

    /// Asks for a text; nothing typed is the proposal, or no text. `is_valid` says what is wrong with one.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn text(
        &self,
        question: &str,
        proposed: Option<&str>,
        wrong: fn(&str) -> Option<&'static str>,
    ) -> anyhow::Result<Option<String>> {
        let check = move |text: &str| -> Result<Validation, CustomUserError> {
            Ok(wrong(text.trim()).map_or(Validation::Valid, |why| Validation::Invalid(why.into())))
        };
        let question = harmless(question);
        let proposed = proposed.map(harmless);
        let mut asked = Text::new(&question).with_validator(check);
        asked = match &proposed {
            Some(proposed) => asked.with_default(proposed),
            None => asked.with_help_message("Enter leaves it blank"),
        };
        let text = answered(asked.prompt())?.trim().to_owned();
        Ok((!text.is_empty()).then_some(text))
    }
}

/// How a choice is made.
const HOW_TO_CHOOSE: &str = "arrows move, typing narrows the list, Enter takes the marked line, Esc stops";

/// Returns an answer.
///
/// # Errors
/// When the person stops, or the terminal fails.
fn answered<T>(answer: Result<T, InquireError>) -> anyhow::Result<T> {
    match answer {
        Ok(answer) => Ok(answer),
        Err(InquireError::OperationCanceled | InquireError::OperationInterrupted) => {
            bail!(with_hint("stopped; nothing was written", "run the same command again to begin anew"))
        }
        Err(failure) => bail!("stopped, because the terminal cannot be read; nothing was written: {failure}"),
    }
}

//! The order of the questions, and the way back through them.

use crate::check::columns::Survey;
use crate::cli::config_edit::Additions;
use crate::cmd::ask::{Terminal, stopped};
use crate::cmd::start::Start;
use crate::cmd::start::questions::{Question, about_headings, about_words, free_columns, most_missing};
use crate::input::cells::Email;
use crate::report::page::columns::Heading;

/// The way that an answer leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// To the next question.
    On,
    /// To the question before.
    Back,
}

/// One question.
enum Step {
    /// Whether the headings are read as they should be.
    Headings,
    /// Something that the file leaves open.
    Of(Question),
    /// The agency's name, with the one that the file names.
    AgencyName(Option<String>),
    /// The address for notices.
    AgencyEmail,
    /// Whether to write the answers.
    Write,
}

/// The parts of the questions: those of a part depend on the answers of the parts before.
const PARTS: usize = 3;

impl Start<'_> {
    /// Asks everything, and goes back where the person wants to. The answers are then written.
    ///
    /// # Errors
    /// When the person stops, and when the file or the configuration cannot be read or written.
    pub(super) fn ask_all(&mut self, terminal: &Terminal, headings: &[Heading]) -> anyhow::Result<()> {
        if let Some(missing) = most_missing(&free_columns(headings, &self.added)) {
            terminal.show(&missing)?;
        }
        let mut past: Vec<(usize, usize, Additions)> = Vec::new();
        let (mut part, mut at) = (0, 0);
        let mut steps = self.steps(part, headings)?;
        loop {
            let Some(step) = steps.get(at) else {
                (part, at) = (part + 1, 0);
                if part == PARTS {
                    return Ok(());
                }
                steps = self.steps(part, headings)?;
                continue;
            };
            let before = self.added.clone();
            match self.take(terminal, step, headings)? {
                Turn::On => {
                    past.push((part, at, before));
                    at += 1;
                }
                Turn::Back => {
                    let (last, place, added) = past.pop().ok_or_else(stopped)?;
                    self.added = added;
                    if last != part {
                        steps = self.steps(last, headings)?;
                    }
                    (part, at) = (last, place);
                }
            }
        }
    }

    /// Returns the questions of a part.
    fn steps(&self, part: usize, headings: &[Heading]) -> anyhow::Result<Vec<Step>> {
        Ok(match part {
            0 => [Step::Headings].into_iter().chain(about_headings(headings).into_iter().map(Step::Of)).collect(),
            1 => {
                // Headings that are read now may have words and days of their own.
                let survey: Survey = self.survey(&self.in_force())?;
                let words = about_words(&survey.files.concat());
                let of_file = words.into_iter().chain(self.about_settings(&survey)).map(Step::Of);
                let agency = &self.settings.agency;
                let name = agency.name.is_none().then_some(Step::AgencyName(survey.agency));
                let email = (agency.name.is_none() && agency.email.is_none()).then_some(Step::AgencyEmail);
                of_file.chain(name.into_iter().chain(email).filter(|_| self.place.is_some())).collect()
            }
            _ => vec![Step::Write],
        })
    }

    fn take(&mut self, terminal: &Terminal, step: &Step, headings: &[Heading]) -> anyhow::Result<Turn> {
        let anything = |_: &str| None::<String>;
        let is_address = |text: &str| {
            (!text.is_empty() && !Email(text).is_address())
                .then(|| "expected one address, such as jane.doe@example.org".to_owned())
        };
        let before = self.before.as_ref().map(|before| before.agency.clone()).unwrap_or_default();
        let (key, text) = match step {
            Step::Headings => return self.correct(terminal, headings),
            Step::Of(question) => return self.ask_about(terminal, question, headings),
            Step::Write => return self.write(terminal),
            Step::AgencyName(named) => {
                let proposed = before.name.as_ref().or(named.as_ref());
                ("name", terminal.text("What is your agency called?", proposed.map(String::as_str), anything)?)
            }
            Step::AgencyEmail => {
                let question = "Where do notices for your training office go (e-mail)?";
                ("email", terminal.text(question, before.email.as_deref(), is_address)?)
            }
        };
        let Some(text) = text else { return Ok(Turn::Back) };
        self.added.agency.extend((!text.is_empty()).then_some((key, text)));
        Ok(Turn::On)
    }
}

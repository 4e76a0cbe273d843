//! Which records a run is about: `--ptb-id` and `--agency`.

use crate::check::person::PersonQuery;
use crate::cli::flags::Flags;
use crate::model::matched_id;
use crate::report::item::End;
use crate::values::fold::fold;
use crate::words::shown_text;

/// The records that the flags select; without flags, every record.
#[derive(Default)]
pub(crate) struct Selection {
    ptb_ids: Vec<String>,
    agencies: Vec<String>,
    /// A person who is looked for by name or ID.
    pub(crate) person: Option<PersonQuery>,
}

/// The PTB ID or the agency of a record.
#[derive(Clone, Copy)]
pub(crate) struct Key<'a> {
    /// The cell, when it can be read.
    pub(crate) value: Option<&'a str>,
    /// True when the cell cannot be read, so that any value may be meant.
    pub(crate) unreadable: bool,
}

impl Selection {
    /// Returns the records that `--ptb-id` and `--agency` select.
    pub(crate) fn of(flags: &Flags) -> Self {
        let ptb_ids = flags.ptb_id.iter().map(|id| matched_id(id.trim()).into_owned()).collect();
        Self { ptb_ids, agencies: flags.agency.iter().map(|name| fold(name)).collect(), person: None }
    }

    /// Returns whether every record is selected.
    pub(crate) fn is_everything(&self) -> bool {
        self.ptb_ids.is_empty() && self.agencies.is_empty() && self.person.is_none()
    }

    /// Returns whether a record with this PTB ID is selected. One whose ID cannot be read might be meant, and is.
    pub(crate) fn has_id(&self, id: Key) -> bool {
        self.ptb_ids.is_empty()
            || id.unreadable
            || id.value.is_some_and(|id| self.ptb_ids.iter().any(|own| **own == *matched_id(id)))
    }

    /// Returns whether a record with this PTB ID and agency is selected.
    pub(crate) fn has(&self, id: Key, agency: Key) -> bool {
        self.has_id(id)
            && (self.agencies.is_empty() || agency.unreadable || agency.value.is_some_and(|name| self.has_agency(name)))
    }

    fn has_agency(&self, name: &str) -> bool {
        self.agencies.contains(&fold(name))
    }

    /// Stops a run that selects by PTB ID or agency and found nothing: a note, and the reason in `stopped` unless there
    /// is one. `noun`: `record`; `done`: `checked`.
    pub(crate) fn stop_if_nothing(
        &self,
        found: bool,
        (noun, done): (&str, &str),
        end: &mut End,
        stopped: &mut Option<anyhow::Error>,
    ) {
        if !found && !self.is_everything() {
            let nothing = self.nothing_selected(noun, done);
            end.notes.push(nothing.clone());
            stopped.get_or_insert_with(|| anyhow::Error::msg(nothing));
        }
    }

    fn nothing_selected(&self, noun: &str, done: &str) -> String {
        if let Some(person) = &self.person {
            return format!(
                "no {noun} has a name or a PTB ID like {:?}; nothing was {done}",
                shown_text(&person.given)
            );
        }
        let by = match (self.ptb_ids.is_empty(), self.agencies.is_empty()) {
            (false, true) => "this PTB ID",
            (true, false) => "this agency",
            _ => "this PTB ID or agency",
        };
        format!("no {noun} has {by}; nothing was {done}")
    }
}

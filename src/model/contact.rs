//! How somebody is addressed and reached: what a letter needs and no finding holds.

use crate::input::cells::Email;
use crate::model::officer::Officer;

/// The parts of an officer's name, and the officer's own e-mail address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// The e-mail address, where one is recorded.
    pub address: Option<String>,
    /// The last name; of a name in one cell without a comma, all of it (settled 104).
    pub last_name: Option<String>,
    /// The first name.
    pub first_name: Option<String>,
}

impl Contact {
    /// Returns how an officer is reached; with `redact` without the name. What is no address is none (settled 270).
    pub fn of(officer: &Officer, redact: bool) -> Self {
        let part = |part: Option<&str>| part.filter(|_| !redact).map(str::to_owned);
        Self {
            address: officer.email.filter(Email::is_address).map(|email| email.0.to_owned()),
            last_name: part(officer.last_name.map(|part| part.0)),
            first_name: part(officer.first_name.map(|part| part.0)),
        }
    }

    /// Takes what is missing from another row of the same officer.
    pub fn fill_from(&mut self, other: &Self) {
        for (own, other) in [
            (&mut self.address, &other.address),
            (&mut self.last_name, &other.last_name),
            (&mut self.first_name, &other.first_name),
        ] {
            if own.is_none() {
                own.clone_from(other);
            }
        }
    }

    /// Returns the salutation of a letter: `Dear Jane Doe:`. Nothing on a roster says whether it is Ms. or Mr.
    pub fn salutation(&self) -> String {
        match (&self.first_name, &self.last_name) {
            (Some(first), Some(last)) => format!("Dear {first} {last}:"),
            (None, Some(last)) => format!("Dear Officer {last}:"),
            (Some(first), None) => format!("Dear {first}:"),
            (None, None) => "Dear officer:".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_salutation_needs_no_name() {
        for (first, last, salutation) in [
            (Some("Jane"), Some("Doe"), "Dear Jane Doe:"),
            (None, Some("Doe"), "Dear Officer Doe:"),
            (Some("Jane"), None, "Dear Jane:"),
            (None, None, "Dear officer:"),
        ] {
            let [first_name, last_name] = [first, last].map(|part| part.map(str::to_owned));
            assert_eq!(Contact { address: None, last_name, first_name }.salutation(), salutation);
        }
    }
}

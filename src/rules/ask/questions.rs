//! The rules as asked of one file: which of them can be, what their gates say of an officer, and the order of the reasons for
//! an answer.

use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Gate, Rule};
use crate::values::place_set::PlaceSet;

/// The rules that are asked of one file, and the gates of all of them, each once.
#[derive(Clone, Default)]
pub struct Questions {
    asked: Vec<Asked>,
    gates: Vec<Shared>,
}

/// A gate, and the places of the rules that it is a gate of.
#[derive(Clone)]
struct Shared {
    gate: &'static Gate,
    rules: RuleSet,
}

/// A rule that is asked of one file.
#[derive(Clone)]
pub struct Asked {
    /// The rule.
    pub rule: &'static Rule,
    /// Its place among the rules of the file.
    at: usize,
    /// The columns it reads.
    reads: PlaceSet,
    /// The places of its gates among all of them, in its own order.
    places: Vec<usize>,
    /// The same places as a set.
    gates: PlaceSet,
}

/// What is settled of an officer before any rule is asked.
#[derive(Clone, Copy, Default)]
pub struct Gated {
    appointment: Appointment,
    /// Gates that say that their rules do not speak of the officer.
    closed: PlaceSet,
    /// Gates of which it cannot be told.
    unclear: PlaceSet,
    /// Rules that do not speak of the officer. There is no need to ask them when nobody wants to hear of that.
    pub silent: RuleSet,
}

/// A set of the rules that are asked of one file.
#[derive(Clone, Copy, Debug, Default)]
pub struct RuleSet(PlaceSet);

/// Whether the appointment lasts on the day asked about (settled 12).
#[derive(Clone, Copy, Default)]
enum Appointment {
    #[default]
    Lasting,
    Ended,
    Unclear,
}

impl Questions {
    /// Asks a rule of a file that has these columns.
    ///
    /// # Errors
    /// The columns that the file would need for it; where one of several would do, all of them (settled 106).
    pub fn add(&mut self, rule: &'static Rule, has: impl Fn(Column) -> bool) -> Result<(), Vec<Column>> {
        let mut missing: Vec<Column> = rule.required.iter().copied().filter(|column| !has(*column)).collect();
        if !rule.one_of.is_empty() && !rule.one_of.iter().any(|column| has(*column)) {
            missing.extend(rule.one_of);
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        let at = self.asked.len();
        let reads = rule.columns().map(|column| column as usize).collect();
        let places: Vec<usize> = rule.gates.iter().map(|gate| self.place(gate)).collect();
        let gates = places.iter().copied().collect();
        places.iter().for_each(|place| self.gates[*place].rules.0.insert(at));
        self.asked.push(Asked { rule, at, reads, places, gates });
        Ok(())
    }

    fn place(&mut self, gate: &'static Gate) -> usize {
        self.gates.iter().position(|other| std::ptr::eq(other.gate, gate)).unwrap_or_else(|| {
            self.gates.push(Shared { gate, rules: RuleSet::default() });
            self.gates.len() - 1
        })
    }

    /// The rules that are asked, in the order in which they were added.
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// Asks every gate about an officer.
    pub fn gated(&self, officer: &Officer, ask: &Ask) -> Gated {
        let appointment = if officer.is_faulty(Column::Separated) {
            Appointment::Unclear
        } else if officer.separated.is_some_and(|last_day| ask.as_of > last_day) {
            Appointment::Ended
        } else {
            Appointment::Lasting
        };
        let mut gated = Gated { appointment, ..Gated::default() };
        match appointment {
            Appointment::Lasting => {}
            Appointment::Ended => gated.silent = RuleSet((0..self.asked.len()).collect()),
            Appointment::Unclear => return gated,
        }
        for (at, Shared { gate, rules }) in self.gates.iter().enumerate() {
            let applies = if officer.is_faulty(gate.column) { None } else { (gate.applies)(officer, ask) };
            match applies {
                Some(true) => {}
                Some(false) => {
                    gated.closed.insert(at);
                    gated.silent = RuleSet(gated.silent.0.or(rules.0));
                }
                None => gated.unclear.insert(at),
            }
        }
        gated
    }
}

impl RuleSet {
    /// How many rules there are in the set.
    pub const fn count(self) -> usize {
        self.0.len()
    }

    /// Whether a rule is one of them.
    pub const fn has(self, asked: &Asked) -> bool {
        self.0.has(asked.at)
    }
}

impl Asked {
    /// Asks the rule about one officer, of whom `gated` tells what is settled before.
    ///
    /// The order is the same for every rule: the appointment has ended (settled 12); a gate says no (settled 96); a gate
    /// cannot be decided; a cell that the rule reads cannot be read (settled 4); the rule itself.
    ///
    /// # Errors
    /// Why it cannot be told, of which [`Cannot::answer`] makes an answer like any other.
    pub fn of(&self, officer: &Officer, gated: &Gated, ask: &Ask) -> Result<Answer, Cannot> {
        match gated.appointment {
            Appointment::Lasting => {}
            Appointment::Ended => return Ok(ask.not_applicable().because(|| "the appointment has ended".into())),
            Appointment::Unclear => return Err(Cannot::Unreadable(Column::Separated)),
        }
        if gated.silent.has(self) {
            return Ok(ask.not_applicable().because(|| {
                format!("the rule does not speak of such an officer; {} decides", self.first(gated.closed).name())
            }));
        }
        if !self.gates.and(gated.unclear).is_empty() {
            let column = self.first(gated.unclear);
            return Err(if officer.is_faulty(column) { Cannot::Unreadable(column) } else { Cannot::Blank(column) });
        }
        match officer.faulty.and(self.reads).first() {
            Some(at) => Err(Cannot::Unreadable(Column::ALL[at])),
            None => (self.rule.check)(officer, ask),
        }
    }

    /// The column of its first gate among these.
    fn first(&self, gates: PlaceSet) -> Column {
        let mut own = self.places.iter().zip(self.rule.gates);
        own.find(|(at, _)| gates.has(**at)).map_or(self.rule.column, |(_, gate)| gate.column)
    }
}

//! The rules that one file is checked against, their shared gates, and the order of the reasons for an answer.

use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Answer, Ask, Cannot, Gate, Rule};
use crate::values::place_set::PlaceSet;

// The columns that a rule reads are kept in a set of places. The catalogue asserts the same of its rules and gates.
const _: () = assert!(Column::ALL.len() <= PlaceSet::CAPACITY, "more columns than a set of places can hold");

/// The rules that one file is checked against, and the gates of all of them, each once.
#[derive(Clone, Default)]
pub struct Questions {
    list: Vec<Question>,
    gates: Vec<SharedGate>,
}

/// A gate, and the rules that have it.
#[derive(Clone)]
struct SharedGate {
    gate: &'static Gate,
    rules: RuleSet,
}

/// A rule that one file is checked against.
#[derive(Clone)]
pub struct Question {
    /// The rule.
    pub rule: &'static Rule,
    /// Its place among the rules of the file.
    place: usize,
    /// The columns whose cells must be readable.
    columns: PlaceSet,
    /// The columns of the file.
    in_file: PlaceSet,
    /// The places of its gates among all of them, in its own order.
    gate_places: Vec<usize>,
    /// The same places as a set.
    gates: PlaceSet,
}

/// The results of every gate for one officer.
#[derive(Clone, Copy, Default)]
pub struct GateResults {
    appointment: Appointment,
    /// Gates by which a rule does not apply.
    closed: PlaceSet,
    /// Gates whose cell is blank or cannot be read.
    unclear: PlaceSet,
    /// Rules that do not apply to the officer. They need not be checked when `not-applicable` is not wanted.
    pub not_applicable: RuleSet,
}

/// A set of the rules that one file is checked against.
#[derive(Clone, Copy, Debug, Default)]
pub struct RuleSet(PlaceSet);

/// The state of the appointment on the day asked about (settled 12).
#[derive(Clone, Copy, Default)]
enum Appointment {
    #[default]
    Lasting,
    Ended,
    Unclear,
}

impl Questions {
    /// Adds a rule for a file that has these columns.
    ///
    /// # Errors
    /// The columns that the file lacks for it; where one of several would do, all of them (settled 106).
    pub fn add(&mut self, rule: &'static Rule, has: impl Fn(Column) -> bool) -> Result<(), Vec<Column>> {
        let mut missing: Vec<Column> = rule.required.iter().copied().filter(|column| !has(*column)).collect();
        if !rule.one_of.is_empty() && !rule.one_of.iter().any(|column| has(*column)) {
            missing.extend(rule.one_of);
        }
        if !missing.is_empty() {
            return Err(missing);
        }
        let place = self.list.len();
        let columns = rule.decisive_columns().map(|column| column as usize).collect();
        let in_file = rule.columns().filter(|column| has(*column)).map(|column| column as usize).collect();
        let gate_places: Vec<usize> = rule.gates.iter().map(|gate| self.place_of(gate)).collect();
        let gates = gate_places.iter().copied().collect();
        gate_places.iter().for_each(|gate| self.gates[*gate].rules.0.insert(place));
        self.list.push(Question { rule, place, columns, in_file, gate_places, gates });
        Ok(())
    }

    fn place_of(&mut self, gate: &'static Gate) -> usize {
        self.gates.iter().position(|other| std::ptr::eq(other.gate, gate)).unwrap_or_else(|| {
            self.gates.push(SharedGate { gate, rules: RuleSet::default() });
            self.gates.len() - 1
        })
    }

    /// Returns whether a rule of this name is among them.
    pub fn asks(&self, rule: &str) -> bool {
        self.list.iter().any(|question| question.rule.name == rule)
    }

    /// Returns the rules, in the order in which they were added.
    pub fn list(&self) -> &[Question] {
        &self.list
    }

    /// Applies every gate to an officer.
    pub fn check_gates(&self, officer: &Officer, ask: &Ask) -> GateResults {
        let appointment = if officer.is_faulty(Column::Separated) {
            Appointment::Unclear
        } else if officer.separated.is_some_and(|last_day| ask.as_of > last_day) {
            Appointment::Ended
        } else {
            Appointment::Lasting
        };
        let mut results = GateResults { appointment, ..GateResults::default() };
        match appointment {
            Appointment::Lasting => {}
            Appointment::Ended => results.not_applicable = RuleSet((0..self.list.len()).collect()),
            Appointment::Unclear => return results,
        }
        for (at, SharedGate { gate, rules }) in self.gates.iter().enumerate() {
            let unreadable = gate.columns.iter().any(|column| officer.is_faulty(*column));
            let applies = if unreadable { None } else { (gate.applies)(officer, ask) };
            match applies {
                Some(true) => {}
                Some(false) => {
                    results.closed.insert(at);
                    results.not_applicable = RuleSet(results.not_applicable.0.or(rules.0));
                }
                None => results.unclear.insert(at),
            }
        }
        results
    }
}

impl RuleSet {
    /// Returns the number of rules in the set.
    pub const fn count(self) -> usize {
        self.0.len()
    }

    /// Returns whether the set contains a rule.
    pub const fn has(self, question: &Question) -> bool {
        self.0.has(question.place)
    }
}

impl Question {
    /// Answers the rule for one officer, given the results of the gates.
    ///
    /// The order is the same for every rule: the appointment has ended (settled 12); a gate is closed (settled 96); a
    /// gate cannot be decided; a cell that the rule reads cannot be read (settled 4); the rule itself.
    ///
    /// # Errors
    /// The reason why there is no answer. [`Cannot::answer`] turns it into an answer like any other.
    pub fn answer(&self, officer: &Officer, gates: &GateResults, ask: &Ask) -> Result<Answer, Cannot> {
        match gates.appointment {
            Appointment::Lasting => {}
            Appointment::Ended => return Ok(ask.not_applicable().because(|| "the appointment has ended".into())),
            Appointment::Unclear => return Err(Cannot::Unreadable(Column::Separated)),
        }
        if gates.not_applicable.has(self) {
            let gate = self.first_gate(gates.closed);
            return Ok(ask.not_applicable().because(|| self.closed_by(gate)));
        }
        if !self.gates.and(gates.unclear).is_empty() {
            let columns = || self.first_gate(gates.unclear).into_iter().flat_map(Gate::all_columns);
            return Err(match columns().find(|column| officer.is_faulty(*column)) {
                Some(column) => Cannot::Unreadable(column),
                None => Cannot::Blank(columns().next().unwrap_or(self.rule.column)),
            });
        }
        let answer = match officer.faulty.and(self.columns).first() {
            Some(at) => Err(Cannot::Unreadable(Column::ALL[at])),
            None => (self.rule.check)(officer, ask),
        };
        // A reason names a column that the file has, where one of several would do.
        answer.map_err(|cannot| match cannot {
            Cannot::Blank(column) if !self.is_in_file(column) => {
                let days_of_hire =
                    [Column::HireDate, Column::OriginalHireDate, Column::FullTimeSince, Column::PartTimeSince];
                let other = days_of_hire.into_iter().find(|other| self.is_in_file(*other));
                let other = other.filter(|_| days_of_hire.contains(&column));
                other.map_or(Cannot::NoColumn(column), Cannot::Blank)
            }
            _ => cannot,
        })
    }

    fn is_in_file(&self, column: Column) -> bool {
        self.in_file.has(column as usize)
    }

    /// Returns its first gate in a set.
    fn first_gate(&self, gates: PlaceSet) -> Option<&'static Gate> {
        let mut own = self.gate_places.iter().zip(self.rule.gates);
        own.find(|(place, _)| gates.has(**place)).map(|(_, gate)| *gate)
    }

    /// Returns the reason why the rule does not apply, with a column that decided, as far as the file has one.
    fn closed_by(&self, gate: Option<&Gate>) -> String {
        let Some(gate) = gate else { return "the rule does not apply to this officer".into() };
        match gate.columns.iter().find(|column| self.is_in_file(**column)) {
            Some(column) => format!("{} (see {})", gate.otherwise, column.name()),
            None => gate.otherwise.into(),
        }
    }
}

//! The plan for entering a day's scores in a roster: the day for each row, and the people without a row.

use crate::check::enter_earned::{DayKind, EarnedDay};
use crate::check::enter_person::{Identity, NameKey};
use crate::input::csv::CellChanges;
use crate::input::header::Header;
use crate::model::name::Name;
use crate::model::officer::Officer;
use crate::words::day_words;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// The cells of a roster row that an earned day needs.
#[derive(Clone, Debug)]
pub(super) struct RosterRow {
    /// Physical line on which it begins, or row of a workbook's sheet.
    pub(super) line: u64,
    /// `line` or `row`.
    pub(super) record: &'static str,
    /// The officer.
    pub(super) identity: Identity,
    /// The officer's name, for messages.
    pub(super) name: Option<String>,
    /// Last day of the appointment; `None` while it lasts.
    pub(super) separated: Option<NaiveDate>,
    /// The day on the roster.
    pub(super) shows: RecordedDay,
    /// The word beside the day; `?` is one that cannot be read.
    pub(super) beside: Option<&'static str>,
}

/// A day on a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RecordedDay {
    /// The cell is blank.
    Blank,
    /// A day.
    Day(NaiveDate),
    /// The cell cannot be read, or its day is impossible.
    Unreadable,
}

impl RosterRow {
    /// Reads the row of an officer whose impossible days have been removed.
    pub(super) fn of((record, line): (&'static str, u64), officer: &Officer, kind: &DayKind) -> Self {
        let name = Name {
            last: officer.last_name.map(|part| part.0),
            first: officer.first_name.map(|part| part.0),
            ..Name::default()
        };
        let shows = match (kind.recorded)(officer) {
            _ if officer.is_faulty(kind.column) => RecordedDay::Unreadable,
            Some(day) => RecordedDay::Day(day),
            None => RecordedDay::Blank,
        };
        let word = |(column, word): (_, fn(&Officer) -> Option<&'static str>)| {
            if officer.is_faulty(column) { Some("?") } else { word(officer) }
        };
        Self {
            line,
            record,
            beside: kind.beside.and_then(word),
            identity: Identity::new(officer.ptb_id, name, officer.birth_date),
            name: officer.full_name(),
            separated: officer.separated,
            shows,
        }
    }

    /// Returns whether the appointment ended before this day.
    fn ended_before(&self, day: NaiveDate) -> bool {
        self.separated.is_some_and(|last_day| last_day < day)
    }
}

/// The changes to a roster.
#[derive(Clone, Debug, Default)]
pub(super) struct EntryPlan {
    /// The rows that get a day, in the order of their lines.
    pub(super) updates: Vec<DayUpdate>,
    /// The rows that already show the day or a later one.
    pub(super) unchanged: Vec<UnchangedRow>,
    /// The people who get no day, in the order of the sheet.
    pub(super) unmatched: Vec<UnmatchedPerson>,
}

/// A row that gets a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayUpdate {
    /// The line of the roster.
    pub(super) line: u64,
    /// The latest day that the person earned on the sheet.
    pub(super) day: NaiveDate,
    /// The day on the roster before.
    pub(super) showed: RecordedDay,
    /// The place in the list of earned days.
    pub(super) earned: usize,
    /// True when the PTB ID is the same and the last name is not, so that a person should check.
    pub(super) other_name: bool,
}

/// A row that does not change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnchangedRow {
    /// The line of the roster.
    pub(super) line: u64,
    /// The latest day that the person earned on the sheet.
    pub(super) day: NaiveDate,
    /// The day on the roster: the same or a later one.
    pub(super) shows: NaiveDate,
    /// The place in the list of earned days.
    pub(super) earned: usize,
}

/// A person for whom no row gets a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnmatchedPerson {
    /// The place in the list of earned days.
    pub(super) earned: usize,
    /// The reason, and what to do.
    pub(super) why: String,
}

impl EntryPlan {
    /// Returns the new cells by line: the day, and the word beside it where the sheet says it and the roster has the
    /// column.
    pub(super) fn changes(&self, kind: &DayKind, header: &Header, earned: &[EarnedDay]) -> CellChanges {
        let beside = kind.beside.map(|(column, _)| column as usize).filter(|at| header.place(*at).is_some());
        let change = |update: &DayUpdate| {
            let word = earned.get(update.earned).and_then(|earned| earned.beside);
            let word = beside.zip(word).map(|(column, word)| (column, word.to_owned()));
            let day = (kind.column as usize, update.day.to_string());
            (update.line, [Some(day), word].into_iter().flatten().collect())
        };
        self.updates.iter().map(change).collect()
    }
}

/// Finds the roster row of each person who earned a day.
///
/// IDs on both sides decide alone; when one side has none, last name, first name and birth date do (as in settled 102).
/// Appointments that ended before the day are skipped, and a person who matches several rows gets none of them.
pub(super) fn plan(earned: &[EarnedDay], roster: &[RosterRow]) -> EntryPlan {
    let mut by_id: HashMap<&str, Vec<&RosterRow>> = HashMap::new();
    let mut by_name: HashMap<&NameKey, Vec<&RosterRow>> = HashMap::new();
    for row in roster {
        if let Some(id) = &row.identity.ptb_id {
            by_id.entry(id).or_default().push(row);
        }
        if let Some(named) = &row.identity.named {
            by_name.entry(named).or_default().push(row);
        }
    }
    let mut plan = EntryPlan::default();
    // The latest day of each row, with its place.
    let mut latest: BTreeMap<u64, DayUpdate> = BTreeMap::new();
    for (at, EarnedDay { identity: person, day, leads, .. }) in earned.iter().enumerate() {
        let found = match day {
            Err(why) => Err(why.clone()),
            Ok(day) => find(person, *day, &by_id, &by_name).map(|row| (row, *day)),
        };
        match found {
            Ok((row, day)) => {
                let other_name = person.has_other_name(&row.identity);
                let update = DayUpdate { line: row.line, day, showed: row.shows, earned: at, other_name };
                let latest = latest.entry(row.line).or_insert(update);
                // Of two on one day, a course with the duty handgun counts, or a test by the designated administrator.
                let led = |at: usize| earned.get(at).is_some_and(|earned| earned.leads);
                if day > latest.day || day == latest.day && *leads && !led(latest.earned) {
                    *latest = update;
                }
            }
            Err(why) => plan.unmatched.push(UnmatchedPerson { earned: at, why }),
        }
    }
    for update in latest.into_values() {
        let DayUpdate { line, day, showed, earned, .. } = update;
        match showed {
            RecordedDay::Day(shows) if shows >= day => plan.unchanged.push(UnchangedRow { line, day, shows, earned }),
            _ => plan.updates.push(update),
        }
    }
    plan
}

/// Returns the one row of a person on a day, or the reason why there is none.
fn find<'r>(
    person: &Identity,
    day: NaiveDate,
    by_id: &HashMap<&str, Vec<&'r RosterRow>>,
    by_name: &HashMap<&NameKey, Vec<&'r RosterRow>>,
) -> Result<&'r RosterRow, String> {
    let with_id = person.ptb_id.as_deref().and_then(|id| by_id.get(id));
    let with_name = || person.named.as_ref().and_then(|named| by_name.get(named)).into_iter().flatten().copied();
    let rows: Vec<&RosterRow> = match (with_id, &person.ptb_id) {
        (Some(rows), _) => rows.clone(),
        (None, Some(_)) => with_name().filter(|row| row.identity.ptb_id.is_none()).collect(),
        (None, None) => with_name().collect(),
    };
    let serving: Vec<&RosterRow> = rows.iter().copied().filter(|row| !row.ended_before(day)).collect();
    match (serving[..].first(), &serving[..]) {
        (Some(row), [_]) => Ok(row),
        (Some(_), _) => {
            Err(format!("{} could be this person; correct the roster, or enter the day by hand", lines(&serving)))
        }
        (None, _) if !rows.is_empty() => {
            Err(format!("the appointment on {} had ended before {}", lines(&rows), day_words(day)))
        }
        (None, _) => Err(no_row(person, &with_name().collect::<Vec<_>>())),
    }
}

/// Explains why the roster has no row of this person.
fn no_row(person: &Identity, namesakes: &[&RosterRow]) -> String {
    match (&person.ptb_id, &person.named) {
        (Some(_), _) if !namesakes.is_empty() => {
            format!(
                "no row has this PTB ID; {} has the same name and birth date under another PTB ID",
                lines(namesakes)
            )
        }
        (Some(_), Some(_)) => "no row has this PTB ID, and no row without one has this name and birth date".into(),
        (Some(_), None) => {
            "no row has this PTB ID; to find the row by name, the sheet needs first name, last name and birth date"
                .into()
        }
        (None, Some(_)) => "no row has this name and birth date".into(),
        (None, None) => {
            "the sheet gives no PTB ID; without one, first name, last name and birth date are all needed".into()
        }
    }
}

/// Names rows: `line 4`, `lines 4, 9`, `rows 4, 9`.
fn lines(rows: &[&RosterRow]) -> String {
    let numbers: Vec<String> = rows.iter().map(|row| row.line.to_string()).collect();
    let record = rows.first().map_or("line", |row| row.record);
    format!("{record}{} {}", if rows.len() == 1 { "" } else { "s" }, numbers.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::enter_earned::QUALIFICATION;
    use crate::input::cells::Reading;
    use crate::input::header::Header;
    use crate::input::rows::Rows;
    use crate::model::officer;
    use crate::model::shoot::{self, Shoot};
    use crate::rules::firearms::score::{FirearmsEntry, score};
    use crate::rules::law::figure::day;

    fn how() -> Reading {
        Reading::on(day(2026, 11, 21))
    }

    const ROSTER: [&str; 6] = ["ptb_id", "name", "birth_date", "separated", "firearms_qualified", "agency"];
    const SHEET: [&str; 5] = ["ptb_id", "name", "birth_date", "date", "hits"];

    /// Plans for a roster and a sheet of these rows, the first of each on line 2. Missing cells at the end are blank.
    fn planned(roster: &[&[&str]], sheet: &[&[&str]]) -> EntryPlan {
        let cells = |names: &[&str], row: &[&str]| -> Rows {
            Rows::of_cells((0..names.len()).map(|at| row.get(at).copied().unwrap_or_default()))
        };
        let header = Header::new(ROSTER, officer::Column::SPECS).unwrap();
        let rows = roster.iter().zip(2..).map(|(row, line)| {
            let rows = cells(&ROSTER, row);
            let mut officer = Officer::from_row(&rows.iter().next().unwrap(), &header, &how(), |_, _| {});
            officer.strike_impossible_days(how().as_of);
            RosterRow::of(("line", line), &officer, &QUALIFICATION)
        });
        let roster: Vec<RosterRow> = rows.collect();
        let header = Header::new(SHEET, shoot::Column::SPECS).unwrap();
        let rows: Vec<Rows> = sheet.iter().map(|row| cells(&SHEET, row)).collect();
        let entries: Vec<FirearmsEntry> = rows
            .iter()
            .zip(2..)
            .map(|(row, line)| {
                let shoot = Shoot::read(&row.iter().next().unwrap(), &header, &how(), |_, _| {});
                FirearmsEntry { file: "sheet.csv", line, sheet: None, record: shoot }
            })
            .collect();
        let earned = |entry: &FirearmsEntry| EarnedDay::of_course(entry, &score(entry, None, how().as_of));
        let earned: Vec<_> = entries.iter().filter_map(earned).collect();
        let plan = plan(&earned, &roster);
        for missed in &plan.unmatched {
            assert!(!missed.why.ends_with('.') && !missed.why.contains("settled"), "{}", missed.why);
            assert!(!missed.why.contains("1990"), "a birth date is private");
        }
        plan
    }

    fn updated(plan: &EntryPlan) -> Vec<(u64, String)> {
        plan.updates.iter().map(|update| (update.line, update.day.to_string())).collect()
    }

    fn why(plan: &EntryPlan) -> &str {
        assert!(plan.updates.is_empty() && plan.unchanged.is_empty());
        &plan.unmatched[0].why
    }

    const DOE: [&str; 3] = ["0042", "Doe, Jane", "1990-01-31"];

    #[test]
    fn the_latest_of_several_qualifying_days_counts() {
        let sheet: &[&[&str]] = &[
            &["0042", "Doe, Jane", "", "2026-06-06", "20"],
            &["0042", "Doe, Jane", "", "2026-06-07", "21"],
            &["0042", "Doe, Jane", "", "2026-06-05", "30"],
            &["0042", "Doe, Jane", "", "2026-06-08", "19"],
        ];
        let plan = planned(&[&["0041", "Roe, Ann"], &DOE], sheet);
        assert_eq!(updated(&plan), [(3, "2026-06-07".into())]);
        assert_eq!((plan.updates[0].earned, plan.updates[0].other_name), (0, false));
        assert!(plan.unchanged.is_empty() && plan.unmatched.is_empty());
        // A shooter who did not qualify is not looked up.
        assert!(planned(&[], &[&["7", "", "", "2026-06-06", "20"], &["8", "", "", "", ""]]).unmatched.is_empty());
    }

    #[test]
    fn a_later_or_equal_day_on_the_roster_stays() {
        let with = |shows| planned(&[&["0042", "Doe, Jane", "", "", shows]], &[&["0042", "", "", "2026-06-06", "24"]]);
        assert_eq!(with("2026-06-07").unchanged[0].shows, day(2026, 6, 7));
        assert_eq!(with("2026-06-06").unchanged.len(), 1);
        assert_eq!(updated(&with("2026-06-05")).len(), 1);
        assert_eq!(with("").updates[0].showed, RecordedDay::Blank);
        assert_eq!(with("6/5/26").updates[0].showed, RecordedDay::Unreadable);
        assert_eq!(with("2027-06-05").updates[0].showed, RecordedDay::Unreadable, "an impossible day");
    }

    #[test]
    fn ids_decide_or_else_name_and_birth_date() {
        let by_name: &[&str] = &["", "DOE, JANE", "1/31/1990", "2026-06-06", "24"];
        assert_eq!(updated(&planned(&[&DOE], &[by_name])).len(), 1);
        assert_eq!(
            updated(&planned(
                &[&["", "Doe, Jane", "1990-01-31"]],
                &[&["0042", "Doe, Jane", "1990-01-31", "2026-06-06", "24"]]
            ))
            .len(),
            1
        );
        // As in settled 102: two IDs decide alone, whatever the names.
        let other_id = planned(&[&DOE], &[&["43", "Doe, Jane", "1990-01-31", "2026-06-06", "24"]]);
        assert!(
            why(&other_id).contains("line 2 has the same name and birth date under another PTB ID"),
            "{}",
            why(&other_id)
        );
        let other_name = planned(&[&DOE], &[&["0042", "Roe, Jane", "", "2026-06-06", "24"]]);
        assert!(other_name.updates[0].other_name, "the ID decides, and the note says so");
        for (row, expected) in [
            (
                &["", "Doe, Jane", "", "2026-06-06", "24"],
                "without one, first name, last name and birth date are all needed",
            ),
            (&["", "Doe, Jane", "1990-02-01", "2026-06-06", "24"], "no row has this name and birth date"),
            (&["7", "Poe, Jane", "1990-02-01", "2026-06-06", "24"], "no row without one has this name"),
            (&["7", "", "", "2026-06-06", "24"], "no row has this PTB ID; to find the row by name"),
            (&["0042", "Doe, Jane", "", "", "24"], "gives no day"),
        ] {
            let plan = planned(&[&DOE], &[row]);
            assert!(why(&plan).contains(expected), "{}", why(&plan));
        }
    }

    #[test]
    fn a_shooter_who_matches_several_rows_gets_none() {
        let shooter: &[&str] = &["0042", "Doe, Jane", "1990-01-31", "2026-06-06", "24"];
        let two = planned(&[&DOE, &["0041"], &DOE], &[shooter]);
        assert!(why(&two).starts_with("lines 2, 4 could be this person"), "{}", why(&two));
        // An appointment that ended does not match; its last day still counts.
        let ended = |last_day| ["0042", "Doe, Jane", "1990-01-31", last_day];
        assert_eq!(updated(&planned(&[&ended("2026-06-05"), &DOE], &[shooter])), [(3, "2026-06-06".into())]);
        assert!(why(&planned(&[&ended("2026-06-06"), &DOE], &[shooter])).contains("could be this person"));
        let gone = planned(&[&ended("2026-06-05")], &[shooter]);
        assert_eq!(why(&gone), "the appointment on line 2 had ended before 6 Jun 2026");
        let twins = planned(
            &[&["1", "Doe, Jane", "1990-01-31"], &["2", "Doe, Jane", "1990-01-31"]],
            &[&["", shooter[1], shooter[2], shooter[3], shooter[4]]],
        );
        assert!(why(&twins).contains("lines 2, 3 could be this person"));
    }
}

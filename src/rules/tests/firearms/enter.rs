//! Whose row of a roster shows whose qualification.

use crate::input::cells::Reading;
use crate::input::header::Header;
use crate::input::rows::Rows;
use crate::model::officer::{self, Officer};
use crate::model::shoot::{self, Shoot};
use crate::rules::firearms::enter::{Plan, RosterRow, Shows, plan};
use crate::rules::firearms::score::{Entry, score};
use crate::rules::law::figure::day;

const HOW: Reading = Reading { as_of: day(2026, 11, 21), two_digit_years: false };

const ROSTER: [&str; 6] = ["ptb_id", "name", "birth_date", "separated", "firearms_qualified", "agency"];
const SHEET: [&str; 5] = ["ptb_id", "name", "birth_date", "date", "hits"];

/// Plans for a roster and a sheet of these rows, the first of each on line 2; cells from the front, the rest blank.
fn planned(roster: &[&[&str]], sheet: &[&[&str]]) -> Plan {
    let cells = |names: &[&str], row: &[&str]| -> Rows {
        Rows::of_cells((0..names.len()).map(|at| row.get(at).copied().unwrap_or_default()))
    };
    let header = Header::new(ROSTER, officer::Column::SPECS).unwrap();
    let rows = roster.iter().zip(2..).map(|(row, line)| {
        let rows = cells(&ROSTER, row);
        let mut officer = Officer::from_row(&rows.iter().next().unwrap(), &header, &HOW, |_, _| {});
        officer.strike_impossible_days(HOW.as_of);
        RosterRow::of(line, &officer)
    });
    let roster: Vec<RosterRow> = rows.collect();
    let header = Header::new(SHEET, shoot::Column::SPECS).unwrap();
    let rows: Vec<Rows> = sheet.iter().map(|row| cells(&SHEET, row)).collect();
    let entries: Vec<Entry> = rows
        .iter()
        .zip(2..)
        .map(|(row, line)| {
            let shoot = Shoot::read(&row.iter().next().unwrap(), &header, &HOW, |_, _| {});
            Entry { file: "sheet.csv", line, record: shoot }
        })
        .collect();
    let scores: Vec<_> = entries.iter().map(|entry| score(entry, None, HOW.as_of)).collect();
    let plan = plan(&entries, &scores, &roster);
    for missed in &plan.not_matched {
        assert!(!missed.why.ends_with('.') && !missed.why.contains("settled"), "{}", missed.why);
        assert!(!missed.why.contains("1990"), "a birth date is private");
    }
    plan
}

fn updated(plan: &Plan) -> Vec<(u64, String)> {
    plan.updates.iter().map(|update| (update.line, update.day.to_string())).collect()
}

fn why(plan: &Plan) -> &str {
    assert!(plan.updates.is_empty() && plan.kept.is_empty());
    &plan.not_matched[0].why
}

const DOE: [&str; 3] = ["0042", "Doe, Jane", "1990-01-31"];

#[test]
fn the_latest_qualifying_day_of_several_attempts_counts() {
    let sheet: &[&[&str]] = &[
        &["0042", "Doe, Jane", "", "2026-06-06", "20"],
        &["0042", "Doe, Jane", "", "2026-06-07", "21"],
        &["0042", "Doe, Jane", "", "2026-06-05", "30"],
        &["0042", "Doe, Jane", "", "2026-06-08", "19"],
    ];
    let plan = planned(&[&["0041", "Roe, Ann"], &DOE], sheet);
    assert_eq!(updated(&plan), [(3, "2026-06-07".into())]);
    assert_eq!((plan.updates[0].score, plan.updates[0].other_name), (1, false));
    assert!(plan.kept.is_empty() && plan.not_matched.is_empty());
    assert_eq!(plan.days().len(), 1);
    // Nobody who did not qualify is looked for.
    assert!(planned(&[], &[&["7", "", "", "2026-06-06", "20"], &["8", "", "", "", ""]]).not_matched.is_empty());
}

#[test]
fn a_later_or_equal_day_on_the_roster_stays() {
    let with = |shows| planned(&[&["0042", "Doe, Jane", "", "", shows]], &[&["0042", "", "", "2026-06-06", "24"]]);
    assert_eq!(with("2026-06-07").kept[0].shows, day(2026, 6, 7));
    assert_eq!(with("2026-06-06").kept.len(), 1);
    assert_eq!(updated(&with("2026-06-05")).len(), 1);
    assert_eq!(with("").updates[0].showed, Shows::Nothing);
    assert_eq!(with("6/5/26").updates[0].showed, Shows::Unreadable);
    assert_eq!(with("2027-06-05").updates[0].showed, Shows::Unreadable, "a day that cannot be");
}

#[test]
fn ids_decide_and_else_name_and_birth_date_together() {
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
    let other_id = planned(&[&DOE], &[&["42", "Doe, Jane", "1990-01-31", "2026-06-06", "24"]]);
    assert!(why(&other_id).contains("line 2 has the same name and birth date under another"), "{}", why(&other_id));
    let other_name = planned(&[&DOE], &[&["0042", "Roe, Jane", "", "2026-06-06", "24"]]);
    assert!(other_name.updates[0].other_name, "the ID decides, and a person is told");
    for (row, expected) in [
        (
            &["", "Doe, Jane", "", "2026-06-06", "24"],
            "without one, first name, last name and birth date are all needed",
        ),
        (&["", "Doe, Jane", "1990-02-01", "2026-06-06", "24"], "no row has the name and birth date"),
        (&["7", "Poe, Jane", "1990-02-01", "2026-06-06", "24"], "none without an ID has the name"),
        (&["7", "", "", "2026-06-06", "24"], "no row has this PTB ID; to be found by name"),
        (&["0042", "Doe, Jane", "", "", "24"], "gives no day"),
    ] {
        let plan = planned(&[&DOE], &[row]);
        assert!(why(&plan).contains(expected), "{}", why(&plan));
    }
}

#[test]
fn who_could_be_several_rows_is_none_of_them() {
    let shooter: &[&str] = &["0042", "Doe, Jane", "1990-01-31", "2026-06-06", "24"];
    let two = planned(&[&DOE, &["0041"], &DOE], &[shooter]);
    assert!(why(&two).starts_with("lines 2, 4 could be meant"), "{}", why(&two));
    // An appointment that had ended is another matter; its last day still counts.
    let ended = |last_day| ["0042", "Doe, Jane", "1990-01-31", last_day];
    assert_eq!(updated(&planned(&[&ended("2026-06-05"), &DOE], &[shooter])), [(3, "2026-06-06".into())]);
    assert!(why(&planned(&[&ended("2026-06-06"), &DOE], &[shooter])).contains("could be meant"));
    let gone = planned(&[&ended("2026-06-05")], &[shooter]);
    assert_eq!(why(&gone), "the appointment on line 2 had ended before 6 Jun 2026");
    let twins = planned(
        &[&["1", "Doe, Jane", "1990-01-31"], &["2", "Doe, Jane", "1990-01-31"]],
        &[&["", shooter[1], shooter[2], shooter[3], shooter[4]]],
    );
    assert!(why(&twins).contains("lines 2, 3 could be meant"));
}

//! Changes between two rosters: their kinds, the Form E, the notes, and what a redacted report shows. Each by hand from
//! settled 22, 131, 160 and 199.

use crate::input::cells::Reading;
use crate::input::csv::rows_of_text;
use crate::input::header::Header;
use crate::input::rows::{Row, Rows};
use crate::model::officer::{Column, Officer, RosterEntry};
use crate::rules::roster::change::{Change, ChangeKind, changes};
use crate::rules::roster::pairs::pair;
use crate::rules::tests::*;

const HEADER: [&str; 12] = [
    "ptb_id",
    "last_name",
    "middle_name",
    "suffix",
    "agency",
    "position",
    "discipline",
    "employment",
    "separated",
    "basic_completed",
    "email",
    "firearms_comment",
];

/// Calls `then` with the changes between two rosters of rows with these cells.
fn changed(old: &[&[(&str, &str)]], new: &[&[(&str, &str)]], redact: bool, then: impl FnOnce(&[Change])) {
    let ask = Ask { redact, ..ask_on("2026-11-21") };
    let header = Header::new(HEADER, Column::SPECS).unwrap();
    let text = |rows: &[&[(&str, &str)]]| -> String {
        let cell = |row: &[(&str, &str)], name: &str| {
            row.iter().find(|(own, _)| *own == name).map_or(String::new(), |(_, text)| (*text).to_owned())
        };
        let line = |row: &&[(&str, &str)]| HEADER.map(|name| cell(row, name)).join(",") + "\n";
        rows.iter().map(line).collect()
    };
    let (old, new) = (rows_of_text(&text(old)), rows_of_text(&text(new)));
    let how = Reading::on(ask.as_of);
    let [old, new] = [&old, &new].map(|rows| entries(rows, &header, &how));
    let compared: Vec<Column> =
        HEADER.iter().filter_map(|name| Column::ALL.iter().find(|it| it.name() == *name)).copied().collect();
    then(&changes(&old, &new, &pair(&old, &new), &compared, &ask));
}

fn entries<'r>(rows: &'r Rows, header: &'r Header, how: &Reading) -> Vec<RosterEntry<'r>> {
    let of_row = |row: Row<'r, '_>| {
        let record = Officer::from_row(&row, header, how, |_, _| {});
        RosterEntry { file: "r.csv", sheet: None, line: row.line, record }
    };
    rows.iter().map(of_row).collect()
}

/// Asserts that a column of one officer changes so: kind, Form E, and the beginning of its only note, or none.
fn assert_change(column: &str, (old, new): (&str, &str), (kind, form_e): (ChangeKind, bool), note: &str) {
    let row = |text| [("ptb_id", "7"), ("last_name", "Doe"), (column, text)];
    changed(&[&row(old)], &[&row(new)], false, |changes| {
        let [change] = changes else { panic!("{column}: {changes:?}") };
        assert_eq!((change.change, change.form_e), (kind, form_e), "{column}: {old} to {new}");
        match (note, &change.notes[..]) {
            ("", []) => {}
            (note, [only]) => assert!(!note.is_empty() && only.starts_with(note), "{column}: {old} to {new}: {only}"),
            (_, notes) => panic!("{column}: {old} to {new}: {notes:?}"),
        }
    });
}

#[test]
fn each_column_has_its_kind_its_form_e_and_its_note() {
    let (other, renamed, status) = (ChangeKind::Other, ChangeKind::Renamed, ChangeKind::Status);
    let same_name = "read as the same name";
    for (column, values, expected, note) in [
        ("middle_name", ("A", "Ann"), (other, false), same_name),
        ("middle_name", ("Ann", "A."), (other, false), same_name),
        ("middle_name", ("", "Ann"), (other, false), same_name),
        ("middle_name", ("A", "Bob"), (renamed, true), ""),
        ("middle_name", ("A", "B"), (renamed, true), ""),
        ("middle_name", ("Ann", "Alice"), (renamed, true), ""),
        ("suffix", ("", "Jr"), (renamed, true), ""),
        ("employment", ("", "full-time"), (other, false), "not recorded before"),
        ("employment", ("full-time", "part-time"), (status, true), "a new classification"),
        ("employment", ("part-time", "full-time"), (status, true), "no waiver request"),
        ("discipline", ("law-enforcement", "corrections"), (status, true), "a new classification"),
        ("position", ("officer", "chief"), (status, false), "no source asks for a Form E"),
        ("position", ("chief", "officer"), (status, false), ""),
        ("separated", ("", "2026-10-01"), (status, true), "the Form E is the notice of separation"),
        ("separated", ("2026-10-01", ""), (status, true), ""),
        ("agency", ("Elm PD", "Elm Police"), (other, false), "read as another name of the same agency"),
        ("agency", ("", "Elm PD"), (other, false), ""),
        ("agency", ("Elm PD", ""), (other, false), ""),
        ("email", ("a@elm.example", "b@elm.example"), (other, false), "the old and new values are not shown"),
        ("firearms_comment", ("leave", "injury"), (other, false), ""),
    ] {
        assert_change(column, values, expected, note);
    }
}

#[test]
fn an_agency_that_either_roster_shares_has_no_new_name() {
    let of = |id, agency| [("ptb_id", id), ("last_name", "Doe"), ("agency", agency)];
    let moved = |old: &[&[(&str, &str)]], new: &[&[(&str, &str)]]| {
        changed(old, new, false, |changes| {
            let of_agency: Vec<&Change> = changes.iter().filter(|change| change.column == Some("agency")).collect();
            let [change] = of_agency[..] else { panic!("{changes:?}") };
            assert_eq!((change.change, change.form_e), (ChangeKind::Status, true), "{changes:?}");
            assert!(change.notes[0].starts_with("both agencies owe a Form E"), "{:?}", change.notes);
        });
    };
    // The new agency was there before; the old one still is.
    moved(&[&of("7", "Elm PD"), &of("8", "Oak PD")], &[&of("7", "Oak PD"), &of("8", "Oak PD")]);
    moved(&[&of("7", "Elm PD"), &of("8", "Elm PD")], &[&of("7", "Oak PD"), &of("8", "Elm PD")]);
}

#[test]
fn a_redacted_change_shows_no_name_and_no_other_text() {
    fn row<'t>(column: &'t str, text: &'t str) -> [(&'t str, &'t str); 3] {
        [("ptb_id", "7"), ("last_name", "Doe"), (column, text)]
    }
    let shown = |column: &str, old: &str, new: &str, redact: bool| {
        let mut shown = (None, None);
        changed(&[&row(column, old)], &[&row(column, new)], redact, |changes| {
            shown = (changes[0].old.clone(), changes[0].new.clone());
        });
        shown
    };
    let both = |old: &str, new: &str| (Some(old.to_owned()), Some(new.to_owned()));
    for (column, old, new) in
        [("middle_name", "A", "Bob"), ("agency", "Elm", "Oak"), ("firearms_comment", "leave", "x y")]
    {
        assert_eq!(shown(column, old, new, false), both(old, new), "{column}");
        assert_eq!(shown(column, old, new, true), (None, None), "{column}");
    }
    for redact in [false, true] {
        assert_eq!(shown("position", "officer", "chief", redact), both("officer", "chief"));
        assert_eq!(shown("email", "a@elm.example", "b@elm.example", redact), (None, None), "private");
    }
}

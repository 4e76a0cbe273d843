//! Claims as files: lines nested in JSON or rows that share an ID, and where each fault is.

use chrono::NaiveDate;
use passmuster::input::cells::Reading;
use passmuster::input::header::OwnNames;
use passmuster::input::sheet::{Opening, Sheet};
use passmuster::model::claim::{CLAIM, Claim, ClaimFile, Column, LineColumn, LineKind, ReadClaim, Training};
use proptest::prelude::*;
use std::io::Write;

fn open(ending: &str, text: &str) -> Result<ClaimFile, String> {
    let mut file = tempfile::Builder::new().suffix(ending).tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    let path = file.path().to_str().unwrap();
    let sheet =
        Sheet::open(path, &Opening::default(), &CLAIM).map_err(|error| format!("{error:#}").replace(path, "FILE"))?;
    Ok(ClaimFile::read(sheet, &OwnNames::new()))
}

fn how() -> Reading {
    Reading::on(NaiveDate::from_ymd_opt(2026, 11, 21).unwrap())
}

fn claims<'f>(file: &'f ClaimFile) -> Vec<ReadClaim<'f>> {
    file.claims(&how(), false)
}

/// Returns the ID of a claim, and kind, amount and miles of each line.
fn short(claim: &Claim) -> (String, Vec<(Option<LineKind>, String, String)>) {
    let text = |value: Option<String>| value.unwrap_or_default();
    let lines = claim
        .lines
        .iter()
        .map(|line| (line.kind, text(line.amount.map(|it| it.to_string())), text(line.miles.map(|it| it.to_string()))));
    (claim.head.claim_id.unwrap_or_default().to_owned(), lines.collect())
}

/// Returns line, column and sentence of each fault.
fn faults(claims: &[ReadClaim]) -> Vec<(u64, String, String)> {
    let all = claims.iter().flat_map(|claim| &claim.faults);
    all.map(|fault| {
        let column = fault.place.column.as_deref().unwrap_or_default().to_owned();
        // The cure of an unknown word is tested with the words.
        let message = fault.message.split("; write that, or say").next().unwrap_or_default();
        (fault.place.line, column, message.to_owned())
    })
    .collect()
}

const JSON: &str = r#"[
  { "claim_id": "7", "training": "basic", "home_rule": true, "resolution on file": "y", "statutory_maximum": 1200.50,
    "last_name": "Doe", "first_name": "Jane",
    "lines": [
      { "kind": "tuition", "amount": 1000.10 },
      { "kind": "mileage", "miles": "137.5", "Date": "2026-01-05", "amount": null }
    ] },
  { "claim_id": "8", "training": "part-time-basic", "lines": [] }
]"#;

const CSV: &str = "Claim ID,training,home_rule,resolution on file,statutory_maximum,Surname,first_name,kind,amount,\
                   miles,date\n\
                   7,basic,yes,y,1200.50,Doe,Jane,tuition,\"$1,000.10\",,\n\
                   8,part-time-basic,,,,,,power-exam,30,,\n\
                   7,basic,yes,y,1200.50,Doe,Jane,mileage,,137.5,1/5/2026\n";

/// Settled 82.
#[test]
fn json_and_rows_that_share_an_id_are_the_same_claim() {
    let expected = (
        "7".to_owned(),
        vec![
            (Some(LineKind::Tuition), "1000.10".to_owned(), String::new()),
            (Some(LineKind::Mileage), String::new(), "137.5".to_owned()),
        ],
    );
    for (ending, text, second_line) in [(".json", JSON, 2), (".csv", CSV, 3)] {
        let file = open(ending, text).unwrap();
        let claims = claims(&file);
        assert_eq!(faults(&claims), [], "{ending}");
        assert_eq!(claims.len(), 2, "{ending}");
        let claim = claims[0].claim.as_ref().unwrap();
        assert_eq!(short(claim), expected, "{ending}");
        assert_eq!(claim.head.full_name().as_deref(), Some("Doe, Jane"));
        assert_eq!((claim.head.training, claim.head.home_rule), (Some(Training::Basic), Some(true)));
        assert_eq!(claim.head.resolution_on_file, Some(true));
        assert_eq!(claim.head.statutory_maximum.map(|it| it.to_string()).as_deref(), Some("1200.50"));
        assert_eq!(claim.lines[1].date, NaiveDate::from_ymd_opt(2026, 1, 5));
        assert!(claim.differing.is_empty() && !claim.lines_unreadable);
        assert_eq!(claims[1].line, second_line, "{ending}");
        assert_eq!(claims[1].claim.as_ref().unwrap().head.training, Some(Training::PartTimeBasic));
        assert_eq!(file.closing_notes(), [""; 0], "{ending}");
    }
}

#[test]
fn one_object_a_line_and_one_object_alone() {
    let lines = "{\"claim_id\":\"1\",\"lines\":[{\"kind\":\"fees\",\"amount\":\"5\"}]}\n\n\
                 {\"claim_id\":\"2\",\"lines\":[{\"kind\":\"lunch\"}]}\n";
    let file = open(".ndjson", lines).unwrap();
    let claims = claims(&file);
    assert_eq!(claims.iter().map(|claim| claim.line).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(short(claims[1].claim.as_ref().unwrap()).1[0].0, Some(LineKind::Lunch));
    let file = open(".json", "{\"claim_id\": 12, \"Lines\": [{\"kind\": \"fees\"}]}").unwrap();
    let one = file.claims(&how(), false);
    assert_eq!(
        short(one[0].claim.as_ref().unwrap()),
        ("12".into(), vec![(Some(LineKind::Fees), String::new(), String::new())])
    );
}

#[test]
fn flat_objects_are_rows_when_none_of_them_has_lines() {
    let flat = r#"[{"claim_id":"1","kind":"fees","amount":5},{"claim_id":"1","kind":"tuition","amount":"6.1"}]"#;
    let file = open(".json", flat).unwrap();
    let read = claims(&file);
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].claim.as_ref().unwrap().lines.len(), 2);
    // Cells of a line beside a list of lines are not read, and that is told.
    let file = open(".json", r#"[{"claim_id":"1","amount":5,"lines":[{"kind":"fees","cents":1}]}]"#).unwrap();
    assert_eq!(claims(&file)[0].claim.as_ref().unwrap().lines.len(), 1);
    let notes: Vec<String> =
        file.closing_notes().iter().map(|note| note.split_once(": ").unwrap().1.to_owned()).collect();
    assert_eq!(notes, ["ignored keys in lines: \"cents\""]);
    assert_eq!(file.sheet().input().unread_columns, ["amount"]);
    let unknown: Vec<_> = file.unknown_line_keys().iter().map(|key| (&*key.name, key.near)).collect();
    assert_eq!(unknown, [("cents", None)]);
    // Neither lines nor cells of one: a claim without lines.
    let file = open(".json", r#"[{"claim_id":"1"}]"#).unwrap();
    assert!(claims(&file)[0].claim.as_ref().unwrap().lines.is_empty());
}

/// Settled 82.
#[test]
fn rows_without_an_id_are_separate_claims() {
    let text = "claim_id,agency,class_end,kind,amount\n\
                ,Elm,2026-01-31,fees,1\n\
                n/a,Elm,2026-01-31,fees,2\n\
                5,Elm,2026-01-31,fees,3\n\
                5,Oak,2026-02-30,fees,4\n\
                05,Elm,,fees,5\n\
                5,,,fees,6\n";
    let file = open(".csv", text).unwrap();
    let read = claims(&file);
    let amounts: Vec<Vec<String>> = read
        .iter()
        .map(|claim| short(claim.claim.as_ref().unwrap()).1.into_iter().map(|(_, amount, _)| amount).collect())
        .collect();
    assert_eq!(amounts, [vec!["1.00"], vec!["2.00"], vec!["3.00", "4.00", "6.00"], vec!["5.00"]]);
    // A later row that differs is named. A blank cell differs from nothing. An unreadable cell is a fault there too.
    assert_eq!(read[2].claim.as_ref().unwrap().differing, [("agency", 5)]);
    let fault =
        "class_end reads '2026-02-30'; expected a day, such as 2026-01-31 or 1/31/2026; no calendar has this day";
    assert_eq!(faults(&read), [(5, "class_end".to_owned(), fault.to_owned())]);
    assert_eq!(file.sheet().input().records, 6);
}

#[test]
fn another_spelling_of_a_value_is_no_difference() {
    let text = "claim_id,home_rule,training,class_end,statutory_maximum,kind,amount\n\
                1,yes,basic,2026-05-29,1000,tuition,1\n\
                1,Y,Basic,5/29/2026,\"$1,000.00\",fees,1\n\
                2,maybe,basic,2026-05-29,,tuition,1\n\
                2,maybe,basic,2026-05-30,,fees,1\n";
    let file = open(".csv", text).unwrap();
    let read = claims(&file);
    assert_eq!(read[0].claim.as_ref().unwrap().differing, []);
    assert_eq!(read[1].claim.as_ref().unwrap().differing, [("class_end", 5)]);
    assert_eq!(faults(&read), [(4, "home_rule".to_owned(), "home_rule reads 'maybe'; expected yes or no".to_owned())]);
}

#[test]
fn a_fault_has_its_line_and_column_in_csv() {
    let text = "claim_id,home_rule,kind,amount,days\n\
                1,perhaps,lodging,12.345,1.5\n\
                1,no,hotel room,5,1\n\
                2,no,meals\n\
                3,no,meals,5,1,extra\n";
    let file = open(".csv", text).unwrap();
    let read = claims(&file);
    let expected = [
        (2, "home_rule", "home_rule reads 'perhaps'; expected yes or no"),
        (2, "amount", "amount reads '12.345'; expected a sum of money, such as 1234.50 or $1,234.50"),
        (2, "days", "days reads '1.5'; expected a whole number, such as 30"),
        (
            3,
            "kind",
            "kind reads 'hotel room'; expected salary, lodging, meals, lunch, mileage, travel, tuition, fees, \
             power-exam or other",
        ),
        (4, "", "this row has 3 cells, the header has 5"),
        (5, "", "this row has 6 cells, the header has 5: they are shifted, and none of them is read"),
    ];
    assert_eq!(faults(&read), expected.map(|(line, column, message)| (line, column.to_owned(), message.to_owned())));
    assert!(read[0].claim.as_ref().unwrap().head.is_faulty(Column::HomeRule));
    let short = &read[1].claim.as_ref().unwrap().lines[0];
    assert!(
        short.is_faulty(LineColumn::Amount) && short.is_faulty(LineColumn::Days) && !short.is_faulty(LineColumn::Kind)
    );
}

#[test]
fn a_fault_in_json_names_the_claim_and_its_line() {
    let text = r#"[
      {"claim_id":"1","home_rule":"perhaps","lines":[{"kind":"fees","amount":"5"},{"kind":"fees","amount":-5},17,
        {"kind":"fees","kind":"lunch"},{"kind":["fees"],"amount":1},{"amount":1,"Amount":2}]},
      "no claim",
      {"claim_id":"3","lines":{"kind":"fees"}},
      {"claim_id":"4","lines":"fees"},
      {"claim_id":"5","agency":{"name":"Elm"},"lines":null}
    ]"#;
    let file = open(".json", text).unwrap();
    let read = claims(&file);
    let told = faults(&read);
    let start = |at: usize| (told[at].0, told[at].1.as_str(), told[at].2.as_str());
    assert_eq!(start(0), (1, "home_rule", "home_rule reads 'perhaps'; expected yes or no"));
    assert_eq!(start(1).0, 1);
    assert!(start(1).2.starts_with("line 2 of the claim: amount reads '-5'; expected a sum of money"), "{told:?}");
    assert!(start(2).2.starts_with("line 3 of the claim: this is not a flat JSON object"), "{told:?}");
    assert!(start(3).2.contains("line 4 of the claim: ") && start(3).2.contains("twice"), "{told:?}");
    assert_eq!(start(4), (1, "kind", "line 5 of the claim: this holds a list or an object; expected a single value"));
    assert!(
        start(5).2.contains("line 6 of the claim: ") && start(5).2.contains("two keys stand for amount"),
        "{told:?}"
    );
    assert!(start(6).0 == 2 && start(6).2.starts_with("this is not a flat JSON object"), "{told:?}");
    assert_eq!(start(7), (3, "lines", "lines holds an object; expected a list"));
    assert_eq!(start(8), (4, "lines", "lines holds a single value; expected a list"));
    assert_eq!(start(9), (5, "agency", "this holds a list or an object; expected a single value"));
    assert_eq!(told.len(), 10);
    assert_eq!(read.len(), 5);
    // Every line is still there; one that is no object has no cells.
    let first = read[0].claim.as_ref().unwrap();
    assert_eq!(first.lines.len(), 6);
    assert!([2, 3, 5].iter().all(|at| LineColumn::ALL.iter().all(|column| first.lines[*at].is_faulty(*column))));
    assert!(first.lines[4].is_faulty(LineColumn::Kind) && first.lines[4].amount.is_some());
    assert!(read[1].claim.is_none());
    assert!(read[2].claim.as_ref().unwrap().lines_unreadable && read[3].claim.as_ref().unwrap().lines_unreadable);
    assert!(!read[4].claim.as_ref().unwrap().lines_unreadable);
    assert!(read[4].claim.as_ref().unwrap().head.is_faulty(Column::Agency));
}

#[test]
fn a_header_is_found_by_claim_id_or_a_name() {
    let file = open(".csv", "Claims of the year\n\nClaim No.,kind,amount\n1,fees,5\n").unwrap();
    assert_eq!(claims(&file)[0].line, 4);
    assert!(open(".csv", "surname,kind,amount\nDoe,fees,5\n").is_ok());
    let file = open(".csv", "name,kind\n\"Doe Jr., Jane A\",fees\n").unwrap();
    assert_eq!(claims(&file)[0].claim.as_ref().unwrap().head.full_name().as_deref(), Some("Doe Jr., Jane A."));
    assert!(open(".csv", "kind,amount\nfees,5\n").is_err());
    assert!(open(".json", "[{\"lines\":[]}]").is_err());
    assert!(open(".csv", "claim_id,name,last_name\n1,Doe,Doe\n").is_err());
    assert!(open(".json", "[]").is_ok());
}

#[test]
fn no_column_of_a_claim_has_the_name_of_another() {
    let mut seen = std::collections::HashSet::new();
    for spec in CLAIM.specs {
        let name = spec.name.replace('_', "");
        for name in spec.aliases.iter().copied().chain([name.as_str()]) {
            assert!(seen.insert(name.to_owned()), "{name} twice");
        }
    }
    assert_eq!(CLAIM.specs.len(), Column::ALL.len() + LineColumn::ALL.len());
}

proptest! {
    #[test]
    fn no_row_is_lost_whatever_its_cells(
        rows in proptest::collection::vec(("[0-3]?", "[a-z,\"{}\\[\\]-]{0,6}", "[0-9.$,]{0,6}"), 0..20)
    ) {
        let mut text = "claim_id,kind,amount\n".to_owned();
        let quoted = |cell: &str| format!("\"{}\"", cell.replace('"', "\"\""));
        for (id, kind, amount) in &rows {
            text += &format!("{},{},{}\n", quoted(id), quoted(kind), quoted(amount));
        }
        let file = open(".csv", &text).unwrap();
        // A lone cell that is no ID is no record (settled 162).
        let is_full = |(id, kind, amount): &&(String, String, String)| {
            !id.is_empty() || !kind.is_empty() && !amount.is_empty()
        };
        let full = rows.iter().filter(is_full).count();
        let lines = |claim: &ReadClaim| claim.claim.as_ref().map_or(0, |claim| claim.lines.len());
        let lines: usize = claims(&file).iter().map(lines).sum();
        prop_assert_eq!(lines, full);
    }

    #[test]
    fn no_json_makes_the_reader_panic(text in "[\\[\\]{}\":,a-z0-9 ]{0,60}") {
        let list = format!("[{{\"claim_id\":1,\"lines\":[{text}]}}]");
        if let Ok(file) = open(".json", &list) {
            prop_assert_eq!(claims(&file).len() as u64, file.sheet().input().records);
        }
    }
}

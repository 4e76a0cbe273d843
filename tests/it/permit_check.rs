//! `muster permit check` at its edges, row by row through the program: the outcome of each case, the order for people
//! and for scripts, and that every format and the schema agree.

use crate::harness::{file, flat, json_in, muster};
use serde_json::{Value, json};
use std::process::Output;

const RETIRED: &str = "fixtures/permit_check/retired.csv";

fn permit(args: &[&str]) -> Output {
    muster(&[&["permit", "check"], args].concat())
}

fn json_of(args: &[&str]) -> Value {
    json_in(&permit(&[args, &["-f", "json"]].concat()))
}

/// A complete application, with ten years of service to the day.
const ELIGIBLE: [(&str, &str); 17] = [
    ("last_name", "Quill"),
    ("first_name", "Ada"),
    ("separated", "2019-06-30"),
    ("good_standing", "yes"),
    ("arrest_powers", "yes"),
    ("years_service", "10"),
    ("photo_id", "yes"),
    ("foid_valid", "yes"),
    ("illinois_resident", "yes"),
    ("background_clear", "yes"),
    ("not_prohibited", "yes"),
    ("mental_disability_separation", "no"),
    ("authorized_to_carry", "yes"),
    ("affidavit", "yes"),
    ("firearm_types", "revolver"),
    ("fee_paid", "yes"),
    ("application_received", "2025-10-31"),
];

/// Checks the sheet of that application, with these cells in place of its own.
fn run(cells: &[(&str, &str)], args: &[&str]) -> Output {
    let kept = ELIGIBLE.iter().filter(|(name, _)| cells.iter().all(|(other, _)| other != name));
    let (names, values): (Vec<&str>, Vec<&str>) = kept.chain(cells).copied().unzip();
    let (_folder, path) = file("sheet.csv", &format!("{}\n{}\n", names.join(","), values.join(",")));
    permit(&[&[&*path], args].concat())
}

/// Returns the one result of that sheet on a day, and the exit code.
#[track_caller]
fn on(as_of: &str, cells: &[(&str, &str)]) -> (Value, i32) {
    let output = run(cells, &["-f", "json", "--as-of", as_of]);
    let report = json_in(&output);
    assert_eq!(report["summary"]["records"], 1);
    (report["results"][0].clone(), output.status.code().unwrap())
}

/// Asserts the outcome, what is missing, and the exit code, which follows from the outcome alone.
#[track_caller]
fn comes_to(as_of: &str, cells: &[(&str, &str)], outcome: &str, missing: &[&str]) {
    let (result, code) = on(as_of, cells);
    assert_eq!((&result["outcome"], &result["missing"]), (&json!(outcome), &json!(missing)), "{cells:?}");
    assert_eq!(code, i32::from(!["eligible", "permitted"].contains(&outcome)), "{cells:?}");
}

#[test]
fn sixty_working_days_over_thanksgiving_and_christmas() {
    // Received Friday 31 October 2025. November has 20 weekdays from the 3rd, less Veterans Day, Thanksgiving and the
    // day after: 17. December has 23, less Christmas: 22, together 39. January: 2; 5 to 9; 12 to 16; 20 to 23 after
    // Martin Luther King Day; 26 to 30: 20, together 59. The 60th is Monday 2 February.
    let (result, code) = on("2026-02-02", &[]);
    assert_eq!((&result["decision_due"], &result["notes"], code), (&json!("2026-02-02"), &json!([]), 0));
    let (result, _) = on("2026-02-03", &[]);
    assert_eq!(
        result["notes"],
        json!(["the Board's 60 working days ended on 2 Feb 2026; its silence is not an approval"])
    );
    // A year later Election Day falls into it too: received on Friday 30 October 2026, 17 days of November (21 weekdays
    // less four), 22 of December, 19 of January without the 1st and the 18th: 58; 1 and 2 February.
    assert_eq!(on("2026-11-21", &[("application_received", "2026-10-30")]).0["decision_due"], "2027-02-02");
}

#[test]
fn a_permit_of_29_february_ends_on_the_27th() {
    // Settled 84: twelve months, clamped to 28 February 2025, less a day; the reminder two months before.
    let leap =
        [("permit_issued", "2024-02-29"), ("qualified_on", "2024-02-10"), ("application_received", "2023-12-01")];
    comes_to("2025-02-27", &leap, "permitted", &[]);
    comes_to("2025-02-28", &leap, "expired", &["the permit of 29 Feb 2024 ended on 27 Feb 2025"]);
    let (result, _) = on("2024-12-26", &leap);
    assert_eq!((&result["last_good_day"], &result["renewal_reminder"]), (&json!("2025-02-27"), &json!("2024-12-27")));
    let renewal = |as_of| on(as_of, &leap).0["notes"].to_string().contains("prepare its renewal");
    assert!(!renewal("2024-12-26") && renewal("2024-12-27"));
}

#[test]
fn the_course_of_fire_lies_within_the_year_before_the_issue() {
    let fired = |day| [("permit_issued", "2026-03-02"), ("qualified_on", day)];
    comes_to("2026-11-21", &fired("2025-03-02"), "permitted", &[]);
    let early = "the course of fire of 1 Mar 2025 is not within the 12 months before the issue on 2 Mar 2026";
    comes_to("2026-11-21", &fired("2025-03-01"), "not-eligible", &[early]);
    comes_to("2026-11-21", &fired(""), "incomplete", &["qualified_on is blank"]);
}

#[test]
fn without_a_foid_card_a_permit_is_revoked_not_expired() {
    let foid = |cell| [("permit_issued", "2026-03-02"), ("qualified_on", "2026-02-14"), ("foid_valid", cell)];
    let why = "no valid FOID card, which ended the permit at once";
    comes_to("2026-11-21", &foid("no"), "revoked", &[why]);
    comes_to("2027-03-02", &foid("no"), "revoked", &[why]);
    comes_to("2026-11-21", &foid("yes"), "permitted", &[]);
    comes_to("2026-11-21", &foid(""), "incomplete", &["foid_valid is blank"]);
    comes_to("2027-03-02", &foid(""), "expired", &["the permit of 2 Mar 2026 ended on 1 Mar 2027"]);
    // Before there is a permit, there is nothing to revoke.
    comes_to("2026-11-21", &[("foid_valid", "no")], "not-eligible", &["no valid FOID card"]);
    comes_to("2026-11-21", &[("background_clear", "no")], "not-eligible", &["the background is not clear"]);
    let found = [("permit_issued", "2026-03-02"), ("qualified_on", "2026-02-14"), ("background_clear", "no")];
    assert_eq!(on("2026-11-21", &found).0["outcome"], "revoked");
}

#[test]
fn a_new_address_is_reported_by_the_tenth_day() {
    let moved = |reported| {
        let permit = [("permit_issued", "2026-03-02"), ("qualified_on", "2026-02-14")];
        [&permit[..], &[("address_changed", "2026-09-01"), ("address_reported", reported)]].concat()
    };
    let told = |reported, as_of| {
        let (result, code) = on(as_of, &moved(reported));
        assert_eq!(result["outcome"], "permitted", "a late report is no end of the permit");
        (result["findings"][0]["status"].as_str().map(str::to_owned), code)
    };
    assert_eq!(told("2026-09-11", "2026-11-21"), (None, 0));
    assert_eq!(told("2026-09-12", "2026-11-21"), (Some("overdue".into()), 1));
    assert_eq!(told("", "2026-09-11"), (Some("due-soon".into()), 0));
    assert_eq!(told("", "2026-09-12"), (Some("overdue".into()), 1));
    assert_eq!(told("soon", "2026-09-12"), (Some("unknown".into()), 1));
    // Due 12 September 2026, a Saturday; 5 ILCS 70/1.11 may allow the Monday, and the nominal day decides.
    let saturday = [&moved("")[..2], &[("address_changed", "2026-09-02"), ("address_reported", "2026-09-14")]].concat();
    let finding = &on("2026-11-21", &saturday).0["findings"][0];
    assert_eq!(
        (&finding["status"], &finding["due"], &finding["extended"]),
        (&json!("overdue"), &json!("2026-09-12"), &json!("2026-09-14"))
    );
    // Nothing is wrong yet: quiet is silent.
    let early = ["-q", "--warn-days", "5", "--as-of", "2026-09-02"];
    assert!(run(&moved(""), &early).stdout.is_empty());
    assert!(!run(&moved(""), &["-q", "--as-of", "2026-09-12"]).stdout.is_empty());
}

#[test]
fn the_fee_follows_the_firearms_and_comes_whole() {
    let fee = |types, paid| {
        let (result, _) = on("2026-11-21", &[("firearm_types", types), ("fee_paid", paid)]);
        (result["fee"].clone(), result["outcome"].clone())
    };
    assert_eq!(fee("revolver", "75"), (json!("75.00"), json!("eligible")));
    assert_eq!(fee("semi-auto", "$75.00"), (json!("75.00"), json!("eligible")));
    assert_eq!(fee("both", "$100.00"), (json!("100.00"), json!("eligible")));
    assert_eq!(fee("both", "99.99"), (json!("100.00"), json!("not-eligible")));
    assert_eq!(fee("both", "75"), (json!("100.00"), json!("not-eligible")));
    assert_eq!(fee("both", "no"), (json!("100.00"), json!("not-eligible")));
    assert_eq!(fee("", "yes"), (Value::Null, json!("incomplete")));
    assert_eq!(fee("both", "74.999"), (json!("100.00"), json!("incomplete")), "no sum of money");
}

#[test]
fn an_administrative_denial_returns_two_thirds_of_the_fee() {
    let refund = |how, types| {
        let (result, code) = on("2026-11-21", &[("denied", how), ("firearm_types", types)]);
        assert_eq!((&result["outcome"], code), (&json!("not-eligible"), 1));
        (result["refund"].clone(), result["notes"].to_string())
    };
    let (back, notes) = refund("administrative", "revolver");
    assert_eq!(back, "at least two thirds (50.00)");
    assert!(notes.contains("1720.250(e)") && notes.contains("1720.270(a)"), "both sections are named: {notes}");
    // A third of 100.00 is 33.33 and a fraction; the amount kept never exceeds it.
    assert_eq!(refund("administrative", "both").0, "at least two thirds (66.67)");
    assert_eq!(refund("course-of-fire", "both").0, "nothing (0.00)");
    assert_eq!(on("2026-11-21", &[]).0["refund"], Value::Null, "nobody denied it");
}

#[test]
fn ten_years_or_a_service_connected_disability() {
    let short = "9.99 years of service, fewer than 10, and no service-connected disability";
    comes_to("2026-11-21", &[], "eligible", &[]);
    let years = |years, disability| [("years_service", years), ("disability_separation", disability)];
    comes_to("2026-11-21", &years("9.99", "no"), "not-eligible", &[short]);
    comes_to("2026-11-21", &years("2", "yes"), "eligible", &[]);
    comes_to("2026-11-21", &years("9.99", ""), "incomplete", &["disability_separation is blank"]);
    comes_to(
        "2026-11-21",
        &[("mental_disability_separation", "yes")],
        "not-eligible",
        &["separated for reasons of mental disability"],
    );
    comes_to(
        "2026-11-21",
        &[("affidavit", ""), ("photo_id", "")],
        "incomplete",
        &["photo_id is blank", "affidavit is blank"],
    );
}

#[test]
fn a_permit_sheet_has_no_ptb_id_to_select_or_redact_by() {
    for args in [["--ptb-id", "0031001"], ["--agency", "Millbrook"]] {
        let output = permit(&[&[RETIRED], &args[..]].concat());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert!(String::from_utf8_lossy(&output.stderr).contains("no column for the agency or the PTB ID"));
    }
    let report = json_of(&["--redact", RETIRED]);
    for (at, result) in report["results"].as_array().unwrap().iter().enumerate() {
        assert_eq!(
            (&result["name"], &result["file"], &result["line"]),
            (&json!(null), &json!(RETIRED), &json!(at + 2))
        );
    }
    assert_eq!(report["results"][3]["findings"][0]["name"], Value::Null);
    let table = String::from_utf8(permit(&["--redact", RETIRED]).stdout).unwrap();
    assert!((2..=9).all(|line| table.contains(&format!("\n retired.csv line {line} "))), "{table}");
}

#[test]
fn tables_have_the_worst_first_json_the_order_of_the_file() {
    let report = json_of(&[RETIRED]);
    let lines: Vec<u64> =
        report["results"].as_array().unwrap().iter().map(|result| result["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, (2..=9).collect::<Vec<_>>());
    let table = String::from_utf8(permit(&[RETIRED]).stdout).unwrap();
    let at = |name: &str| table.find(name).unwrap_or_else(|| panic!("{name}: {table}"));
    // Strand's permit is good and the address was late, which is as bad as a denial.
    let order = ["Quist", "Strand", "Ulv", "Wiik", "Vang", "Paulsen", "Rask", "Thal"];
    assert!(order.map(at).is_sorted(), "{table}");
    let summary = &report["summary"];
    assert_eq!(
        (&summary["met"], &summary["overdue"], &summary["unknown"]),
        (&json!(4), &json!(4), &json!(1)),
        "eight outcomes and one late address"
    );
}

#[test]
fn every_machine_format_agrees_with_the_schema() {
    for sheet in [RETIRED, "fixtures/permit_check/messy.csv", "fixtures/permit_check/millbrook.csv"] {
        let report = json_of(&[sheet]);
        let results = report["results"].as_array().unwrap();
        let ndjson = String::from_utf8(permit(&["-f", "ndjson", sheet]).stdout).unwrap();
        let mut lines: Vec<Value> = ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.pop().unwrap()["summary"], report["summary"]);
        lines.retain(|line| line["type"] == "result");
        lines.iter_mut().for_each(|line| drop(line.as_object_mut().unwrap().remove("type")));
        assert_eq!(&lines, results);

        let csv = permit(&["-f", "csv", sheet]).stdout;
        let mut rows = csv::Reader::from_reader(csv.as_slice());
        let keys = rows.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), results.len(), "nobody here has two findings");
        for (row, result) in rows.iter().zip(results) {
            for (key, cell) in keys.iter().zip(row) {
                let value = match key.strip_prefix("findings.") {
                    Some(part) => &result["findings"][0][part],
                    None => &result[key],
                };
                assert_eq!(cell, flat(value), "{key}");
            }
        }
        let markdown = String::from_utf8(permit(&["-f", "markdown", sheet]).stdout).unwrap();
        assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), results.len() + 2);
        assert_schema(results);
    }
}

/// Asserts that every result and each finding in it has the keys of the schema, all of them and no other.
fn assert_schema(results: &[Value]) {
    let schema = json_in(&muster(&["schema"]));
    let keys = |value: &Value| -> Vec<String> { value.as_object().unwrap().keys().cloned().collect() };
    let known = |kind: &str| keys(&schema["$defs"][kind]["properties"]);
    for result in results {
        assert_eq!(keys(result), known("PermitResult"));
        for finding in result["findings"].as_array().unwrap() {
            assert_eq!(keys(finding), known("AddressFinding"));
            // The keys of any finding, without those of a comparison, a workbook and a list of accepted findings.
            let is_everywhere = |key: &String| !["change", "cell", "accepted"].contains(&key.as_str());
            let everywhere: Vec<String> = known("Finding").into_iter().filter(is_everywhere).collect();
            assert_eq!(keys(finding), everywhere);
        }
    }
}

//! `muster reimburse claim` as a whole: the same claims in every format, exit codes, redaction and quiet, the
//! user's own rates, and sums.

use crate::harness::{file, flat, formats, json_in, muster};
use serde_json::{Value, json};
use std::fs;
use std::process::Output;
use tempfile::TempDir;

const CLAIMS: &str = "fixtures/reimburse_claim/millbrook.csv";

fn claim(args: &[&str]) -> Output {
    muster(&[&["reimburse", "claim"], args].concat())
}

fn text(args: &[&str]) -> String {
    String::from_utf8(claim(args).stdout).unwrap()
}

fn document(args: &[&str]) -> Value {
    json_in(&claim(&[args, &["-f", "json"]].concat()))
}

fn code(args: &[&str]) -> Option<i32> {
    claim(args).status.code()
}

/// Writes one basic claim of tuition over 1,000.01, with these columns as well.
fn tuition(columns: &str, cells: &str) -> (TempDir, String) {
    file(
        "c.csv",
        &format!(
            "claim_id,home_rule,resolution_on_file,training,class_end,kind,amount,{columns}\n\
             1,yes,yes,basic,2026-06-30,tuition,1000.01,{cells}\n"
        ),
    )
}

#[test]
fn the_keys_of_a_result_stay_the_same() {
    let document = document(&[CLAIMS]);
    let keys = |value: &Value| {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys.join(" ")
    };
    for result in document["results"].as_array().unwrap() {
        assert_eq!(
            keys(result),
            "claim_id claimed_total course decision due eligible_total file fiscal_year form line lines name notes \
             ptb_id reasons reimbursed_total source_urls sources"
        );
        for line in result["lines"].as_array().unwrap() {
            assert_eq!(keys(line), "claimed eligible kind number outcome reimbursed source_urls sources why");
        }
    }
}

#[test]
fn every_machine_format_agrees() {
    let json = document(&[CLAIMS]);
    let results = json["results"].as_array().unwrap();

    let mut lines: Vec<Value> =
        text(&["-f", "ndjson", CLAIMS]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let summary = lines.pop().unwrap();
    assert_eq!((&summary["type"], &summary["summary"]), (&"summary".into(), &json["summary"]));
    assert_eq!(lines.len(), results.len());
    for (line, result) in lines.iter_mut().zip(results) {
        assert_eq!(line.as_object_mut().unwrap().remove("type").unwrap(), "result");
        assert_eq!(line, result);
    }

    let csv = text(&["-f", "csv", CLAIMS]);
    let mut rows = csv::Reader::from_reader(csv.as_bytes());
    let keys: Vec<String> = rows.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let pairs: Vec<(&Value, &Value)> = results
        .iter()
        .flat_map(|result| result["lines"].as_array().unwrap().iter().map(move |line| (result, line)))
        .collect();
    assert_eq!(rows.len(), pairs.len(), "a row a line");
    for (row, (result, line)) in rows.iter().zip(&pairs) {
        for (key, cell) in keys.iter().zip(row) {
            let value = key.strip_prefix("lines.").map_or_else(|| &result[key], |part| &line[part]);
            let expected = flat(value);
            assert_eq!(
                cell.strip_prefix('\'').filter(|_| expected.starts_with(['=', '+', '-', '@'])).unwrap_or(cell),
                expected,
                "{key}"
            );
        }
    }

    let markdown = text(&["-f", "markdown", CLAIMS]);
    assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), pairs.len() + 2);
}

#[test]
fn claims_in_csv_and_in_json_have_the_same_results() {
    let without_places = |path: &str| {
        let mut results = document(&[path])["results"].as_array().unwrap().clone();
        for result in &mut results {
            let result = result.as_object_mut().unwrap();
            result.retain(|key, _| key != "file" && key != "line");
            // The reason that names another claim names its place.
            let reasons = result["reasons"].as_array().unwrap();
            let is_other = |reason: &&Value| reason.as_str().unwrap().contains("asks for the same course");
            let reasons: Vec<Value> = reasons.iter().filter(|reason| !is_other(reason)).cloned().collect();
            result.insert("reasons".into(), reasons.into());
        }
        results
    };
    assert_eq!(without_places(CLAIMS), without_places("fixtures/reimburse_claim/millbrook.json"));
}

/// Each figure of the fixture is worked by hand.
#[test]
fn the_sums_are_those_worked_by_hand() {
    let document = document(&[CLAIMS]);
    let sums: Vec<[&Value; 5]> = document["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| ["claim_id", "decision", "claimed_total", "eligible_total", "reimbursed_total"].map(|key| &it[key]))
        .collect();
    let expected = json!([
        // Salary 18,240.55; nights 28 to 30 Nov 3 × 223, 1 and 2 Dec 2 × 142: 953.00 of 1,250; meals 400 within 69 +
        // 3 × 92 + 69; 137.5 miles × 0.70 = 96.25; tuition 5,237.01. Halves, odd cents dropped: 9,120.27 + 476.50 +
        // 200.00 + 48.12 + 2,618.50.
        ["2026-01", "payable", "25223.81", "24926.81", "12463.39"],
        // Lunches 10 × 19 = 190 of 200; no night; 137.5 × 0.725 = 99.6875, so 99.69; tuition 450. 95 + 0 + 49.84 + 225.
        ["2026-02", "payable", "859.69", "739.69", "369.84"],
        // Tuition 3,150.25 and POWER 75; salary refused. 1,575.12 + 37.50.
        ["2026-03", "payable", "7225.25", "3225.25", "1612.62"],
        // St. Louis lies outside Illinois.
        ["2027-01", "unknown", "1395.00", null, null],
        // A class that ended on 6 Jun 2025, handed in on 16 Jul 2025.
        ["2025-07", "denied", "8800.00", "8800.00", "0.00"],
        ["2026-04", "denied", "450.00", "450.00", "0.00"],
        // Meals 51 + 3 × 68 + 51 = 306 of 340, miles 72 × 0.76 = 54.72: 600 + 220 + 153 + 27.36 = 1,000.36, and at most
        // 1,000.
        ["2027-02", "payable", "2034.72", "2000.72", "1000.00"],
    ]);
    assert_eq!(serde_json::to_value(sums).unwrap(), expected);
    let summary = &document["summary"];
    assert_eq!(
        ["records", "met", "overdue", "unknown", "review"].map(|key| summary[key].as_u64().unwrap()),
        [7, 4, 2, 1, 0]
    );
}

#[test]
fn the_exit_code_is_that_of_the_worst_answer() {
    assert_eq!(code(&["--ptb-id", "0014107", CLAIMS]), Some(0), "payable");
    assert_eq!(code(&["--ptb-id", "0013880", CLAIMS]), Some(1), "denied");
    assert_eq!(code(&["--ptb-id", "0011984", CLAIMS]), Some(1), "unknown");
    assert_eq!(code(&["--ptb-id", "0011984", "--fail-on", "overdue", CLAIMS]), Some(0));
    assert_eq!(code(&["--fail-on", "none", CLAIMS]), Some(0));
    assert_eq!(code(&["--agency", "tamarack police department", CLAIMS]), Some(0));
    assert_eq!(code(&["--agency", "nowhere", CLAIMS]), Some(2));
    assert_eq!(code(&["--only", "part-time-hours", CLAIMS]), Some(2));
    assert_eq!(code(&["nowhere.csv", CLAIMS]), Some(2));
    let (_folder, review) = tuition("submitted", "2026-07-15");
    assert_eq!((code(&[&review]), code(&["--fail-on", "review", &review])), (Some(0), Some(1)));
    let (_folder, empty) = file("c.csv", "claim_id,kind,amount\n");
    assert_eq!((code(&[&empty]), code(&["--allow-empty", &empty])), (Some(1), Some(0)));
    assert!(text(&[&empty]).contains("there is a header but no record below it"));
    assert!(text(&["-f", "csv", &empty]).starts_with("claim_id,name,course,"), "the header of a table without rows");
    let nothing = claim(&[&file("c.csv", "").1]);
    assert_eq!(nothing.status.code(), Some(2));
}

#[test]
fn fourteen_fifteen_and_sixteen_july() {
    for (as_of, submitted, decision) in [
        ("2026-07-14", "", "payable"),
        ("2026-07-15", "", "review"),
        ("2026-07-16", "", "denied"),
        ("2026-11-21", "2026-07-14", "payable"),
        ("2026-11-21", "2026-07-15", "review"),
        ("2026-11-21", "2026-07-16", "denied"),
        // Taken as given, also when it lies ahead.
        ("2026-07-01", "2026-07-16", "denied"),
    ] {
        let (_folder, path) = tuition("submitted", submitted);
        let found = document(&["--as-of", as_of, &path]);
        let result = &found["results"][0];
        assert_eq!(
            (&result["decision"], &result["due"]),
            (&decision.into(), &"2026-07-14".into()),
            "{as_of} {submitted}"
        );
    }
    let (_folder, path) = tuition("submitted", "2026-07-16");
    let back = document(&["--as-of", "2026-07-01", "--rewind", &path]);
    assert_eq!(back["results"][0]["decision"], "payable", "looking back, it had not been handed in yet");
    let (_folder, path) = file(
        "c.csv",
        "claim_id,home_rule,resolution_on_file,training,class_end,kind,amount\n1,yes,yes,basic,2026-07-01,tuition,5\n",
    );
    assert_eq!(document(&[&path])["results"][0]["due"], "2027-07-14", "the next fiscal year");
}

#[test]
fn one_unreadable_cell_is_located_and_no_total_is_invented() {
    let (_folder, path) = file(
        "c.csv",
        "claim_id,home_rule,resolution_on_file,training,class_end,submitted,kind,amount,ptb_id,last_name\n\
         1,yes,yes,basic,2026-06-05,2026-06-20,tuition,1000,77,Doe\n\
         1,yes,yes,basic,2026-06-05,2026-06-20,fees,1O0,77,Doe\n",
    );
    let found = document(&[&path]);
    let (result, finding) = (&found["results"][0], &found["findings"][0]);
    assert_eq!(code(&[&path]), Some(1));
    assert_eq!(
        ["claimed_total", "eligible_total", "reimbursed_total"].map(|key| &result[key]),
        [&Value::Null, &Value::Null, &Value::Null]
    );
    assert_eq!((&result["decision"], &result["lines"][0]["reimbursed"]), (&"unknown".into(), &"500.00".into()));
    assert_eq!(
        ["rule", "status", "line", "column", "ptb_id", "name"].map(|key| finding[key].clone()),
        [json!("unreadable-value"), json!("unknown"), json!(3), json!("amount"), json!("77"), json!("Doe")]
    );
    assert!(finding["message"].as_str().unwrap().contains("'1O0'"));
    let csv = claim(&["-f", "csv", &path]);
    assert!(String::from_utf8(csv.stderr).unwrap().contains(":3: unreadable-value: amount reads '1O0'"));
}

#[test]
fn redacted_output_has_no_name_in_any_format() {
    let (_folder, path) = file(
        "c.csv",
        "claim_id,home_rule,resolution_on_file,ptb_id,last_name,first_name,training,class_end,overnight,\
         previously_reimbursed,\
         unusual_circumstances,basic_certificate,kind,amount,date,days,miles,from_city,school_city,county\n\
         1,yes,yes,77,Quillfeather,Ann,non-basic,2026-06-05,yes,yes,Quillfeather was ill,yes,mileage,5,2026-06-01,,5,\
         Quillfeather,Quillfeather,\n\
         1,,,,,,,,,,,,lodging,Quillfeather,2026-06-01,2,,,,Quillfeather\n\
         1,,,,,,,,,,,,lodging,50,2026-06-01,2,,,,Quillfeather\n",
    );
    for format in &formats() {
        let open = claim(&["-f", format, &path]);
        assert!(String::from_utf8(open.stdout).unwrap().contains("Quillfeather"), "{format}");
        let output = claim(&["--redact", "-f", format, &path]);
        for stream in [output.stdout, output.stderr] {
            assert!(!String::from_utf8(stream).unwrap().contains("Quillfeather"), "{format}");
        }
    }
    assert!(text(&["--redact", &path]).contains("\ndenied   1 PTB 77  "), "{}", text(&["--redact", &path]));
    assert!(text(&["--redact", "--long", &path]).contains("Claim 1: PTB 77"));
    assert!(text(&["--redact", "-f", "csv", &path]).contains("\n1,PTB 77,"));
    let result = &document(&["--redact", &path])["results"][0];
    assert_eq!((&result["name"], &result["ptb_id"]), (&Value::Null, &json!("77")));
    assert_eq!((&result["file"], &result["line"]), (&json!(path), &json!(2)));
}

#[test]
fn quiet_is_silent_when_every_claim_is_payable() {
    for format in &formats() {
        let calm = claim(&["-q", "-f", format, "--ptb-id", "0014107", CLAIMS]);
        assert_eq!((calm.status.code(), calm.stdout.len(), calm.stderr.len()), (Some(0), 0, 0), "{format}");
        assert_eq!(code(&["-q", "-f", format, CLAIMS]), Some(1), "{format}");
    }
    let table = text(&["-q", "--long", CLAIMS]);
    assert!(table.contains("Claim 2025-07") && !table.contains("claims judged on"));
}

#[test]
fn the_users_rates_are_added_and_named() {
    let own = ["--config", "fixtures/reimburse_claim/own_rates/config.toml"];
    let found = document(&[&["--ptb-id", "0011984", CLAIMS], &own[..]].concat());
    let result = &found["results"][0];
    // A place of the user's. 4 nights at 113 are 452 of 495; half of that is 226, and half of the tuition 450.
    assert_eq!((&result["decision"], &result["reimbursed_total"]), (&"payable".into(), &"676.00".into()));
    let notes = flat(&result["notes"]);
    assert!(notes.contains("line 2: 113.00 is a rate that you added"), "{notes}");

    let figures = muster(&[&["rules", "--params", "-f", "json"], &own[..]].concat()).stdout;
    let figures: Value = serde_json::from_slice(&figures).unwrap();
    let users: Vec<&Value> =
        figures["results"].as_array().unwrap().iter().filter(|row| row["last_checked"].is_null()).collect();
    assert_eq!(
        users.iter().map(|row| flat(&row["name"])).collect::<Vec<_>>(),
        ["mileage-rate", "lodging-rate-st-louis-mo", "lodging-rate-kane"]
    );
    let rates = muster(&[&["reimburse", "rates", "-f", "json"], &own[..]].concat()).stdout;
    let rates: Value = serde_json::from_slice(&rates).unwrap();
    let added = rates["results"].as_array().unwrap().iter().filter(|row| row["users"] == true);
    assert_eq!(added.map(|row| flat(&row["rate"])).collect::<Vec<_>>(), ["0.735", "113.00", "150.00"]);
}

/// Settled 159: until when each rate is known, and which comes next.
#[test]
fn a_rate_says_until_when_it_is_known_and_what_follows() {
    let rows = |args: &[&str]| {
        let output = muster(&[&["reimburse", "rates", "-f", "json"], args].concat());
        let rows = json_in(&output)["results"].as_array().unwrap().clone();
        let keys = ["table", "place", "rate", "until", "known_until", "next_from", "next_rate"];
        rows.iter().map(|row| keys.map(|key| flat(&row[key])).join(" ").trim_end().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        rows(&["--on", "2026-06-30", "--county", "Cook"]),
        [
            "mileage  0.725 2026-06-30 2026-12-31 2026-07-01 0.76",
            "lodging cook 234.00 2026-06-30 2027-09-30 2026-07-01 202.00",
            "meals cook 92.00 2026-09-30 2027-09-30",
        ]
    );
    // The user's row, for its days only; the State's before and after.
    let own = ["--config", "fixtures/reimburse_claim/own_rates/config.toml", "--county", "Kane", "--on"];
    let lodging = |day| {
        let mut rows = rows(&[&own[..], &[day]].concat());
        rows.retain(|row| row.starts_with("lodging"));
        rows.join("; ")
    };
    assert_eq!(lodging("2026-09-30"), "lodging standard 110.00 2026-09-30 2027-09-30 2026-10-01 113.00");
    assert_eq!(lodging("2026-10-31"), "lodging Kane 150.00 2026-10-31 2027-09-30 2026-11-01 113.00");
    assert_eq!(lodging("2026-11-01"), "lodging standard 113.00 2027-09-30 2027-09-30");
    let output = muster(&[&["reimburse", "rates"], &own[..], &["2026-10-31"]].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("your 150.00 for a night (Kane), from 1 Oct 2026 until 31 Oct 2026, stands in place of"));
    assert!(text.contains("the State's 113.00"), "{text}");
}

#[test]
fn a_second_claim_is_for_review_and_not_in_the_sum_that_pays() {
    let path = "fixtures/reimburse_claim/tamarack.csv";
    let args = ["--as-of", "2026-11-21", "--ptb-id", "0014301", "--ptb-id", "14301", path];
    assert_eq!(code(&args), Some(0), "review fails no run (settled 261)");
    let found = document(&args);
    let decisions = found["results"].as_array().unwrap().iter().map(|claim| claim["decision"].clone());
    assert_eq!(decisions.collect::<Vec<_>>(), ["payable", "review"]);
    assert_eq!(found["results"][1]["reimbursed_total"], "60.00");
    // 64.75 + 101.75 + 38.00, and half of 120 apart.
    assert!(text(&args).contains("pays: 204.50;"), "{}", text(&args));
    let csv = text(&[&["--redact", "-f", "csv"], &args[..]].concat());
    assert!(csv.contains("claim T-2 on line 4 of") && !csv.contains("Reyes"), "{csv}");
}

#[test]
fn a_mistake_in_the_users_rates_is_an_error_with_its_line() {
    let bad = ["--config", "fixtures/reimburse_claim/bad_rates/config.toml"];
    for command in [&["reimburse", "claim", CLAIMS][..], &["reimburse", "rates"], &["rules", "--params"]] {
        let output = muster(&[command, &bad].concat());
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        let error = String::from_utf8(output.stderr).unwrap();
        for place in [
            "mileage_rates.csv: line 3: another row of yours gives 0.735",
            "mileage_rates.csv: line 4: until reads",
            "lodging_rates.csv: line 1: there is no column colour",
        ] {
            assert!(error.contains(place), "{place}: {error}");
        }
    }
    assert_eq!(
        muster(&[&["roster", "check", "fixtures/roster_check/millbrook.csv"], &bad[..]].concat()).status.code(),
        Some(1),
        "a roster needs no rates"
    );
}

#[test]
fn the_templates_are_read_without_a_note() {
    let folder = TempDir::new().unwrap();
    for (name, format) in [("t.csv", "csv"), ("t.json", "json")] {
        let path = folder.path().join(name);
        let path = path.to_str().unwrap();
        for example in [&["--example"][..], &[]] {
            let template = muster(&[&["template", "claim", "-f", format, "-o", path], example].concat());
            assert_eq!(template.status.code(), Some(0), "{}", String::from_utf8_lossy(&template.stderr));
            let found = document(&["--strict-columns", "--allow-empty", path]);
            let notes: Vec<&str> =
                found["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap()).collect();
            assert!(notes.iter().all(|note| note.contains("no record below it")), "{name}: {notes:?}");
            assert_eq!(found["findings"], json!([]), "{name}");
        }
    }
}

#[test]
fn strict_columns_and_own_names_apply_to_lines_too() {
    let (folder, path) = file(
        "c.json",
        r#"[{"claim_id":"1","home_rule":"yes","resolution_on_file":"yes","training":"basic","class_end":"2026-11-01",
            "lines":[{"Posten":"tuition","amount":"10"}]}]"#,
    );
    let strict = claim(&["--strict-columns", &path]);
    assert_eq!(strict.status.code(), Some(2));
    assert!(String::from_utf8(strict.stderr).unwrap().contains("nothing reads \"Posten\" in a line"));
    let config = folder.path().join("config.toml");
    fs::write(&config, "[columns]\nPosten = \"kind\"\n").unwrap();
    let found = document(&["--strict-columns", "--config", config.to_str().unwrap(), &path]);
    assert_eq!(found["results"][0]["reimbursed_total"], "5.00");
}

#[test]
fn a_sheet_is_never_wider_than_its_width() {
    for width in ["40", "60", "80", "200"] {
        for args in [&["claim", "--long", CLAIMS][..], &["forms"], &["rates"]] {
            let output = muster(&[&["reimburse", "--width", width], args].concat()).stdout;
            let table = String::from_utf8(output).unwrap();
            let widest = table.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{args:?} {width}: {widest}");
            let figures = table.split_whitespace().filter(|word| word.starts_with("18,240")).count();
            assert!(args.len() == 1 || figures == 2 || table.contains("18,240.55,"), "no figure is broken: {table}");
        }
    }
}

#[test]
fn a_second_claim_for_a_course_in_another_file_is_found() {
    let both = document(&[CLAIMS, "fixtures/reimburse_claim/millbrook.json"]);
    assert_eq!((both["inputs"].as_array().unwrap().len(), &both["summary"]["records"]), (2, &json!(14)));
    let reasons = |at: usize| flat(&both["results"][at]["reasons"]);
    let first = "claim 2026-02 on line 7 of fixtures/reimburse_claim/millbrook.csv asks for the same course";
    assert!(reasons(5).contains(first) && reasons(8).contains(first), "{}", reasons(8));
    assert!(!reasons(1).contains("the same course"));
    // The first claim on 2025-07 is denied and counts for nothing: the second is denied for its own reason alone.
    assert_eq!(both["results"][8]["decision"], "review");
    assert!(!reasons(11).contains("the same course"), "{}", reasons(11));
}

#[test]
fn a_county_without_a_known_rate_is_named() {
    let rates = muster(&["reimburse", "rates", "--on", "2027-10-01", "--county", "St Clair", "-f", "json"]);
    let rates: Value = serde_json::from_slice(&rates.stdout).unwrap();
    assert_eq!(rates["results"], json!([]));
    assert!(
        flat(&rates["notes"])
            .contains("no rate for lodging (st-clair) is known on 1 Oct 2027: known until 30 Sep 2027")
    );
    let mistyped = muster(&["reimburse", "rates", "--county", "Sangamo"]);
    assert_eq!(mistyped.status.code(), Some(2));
    assert!(String::from_utf8(mistyped.stderr).unwrap().contains("did you mean Sangamon?"));
}

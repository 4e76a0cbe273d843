//! A row whose cells have moved is not judged, and nothing of it is shown (settled 187, 204, 226, 244, 275 and 278).

use super::{of_rule, report};
use crate::harness::{command, file, json_in, told, written};
use serde_json::Value;

const HEADER: &str = "ptb_id,last_name,first_name,birth_date,hire_date,employment,basic_completed,agency\n";
/// An officer who is fine.
const ORR: &str = "0012345,Orr,Ann,1980-01-02,2020-01-05,full-time,2020-06-01,Fernhill PD\n";
/// A comma too many behind the last name: every cell has moved by one, and the birth date stands for the day of hire.
const SHIFTED: &str = "0012346,Doe, Jr.,Jane,1977-07-09,2024-02-05,full-time,,Fernhill PD\n";

/// Asserts that a finding names a file and a line, and nobody.
fn assert_nobody(finding: &Value, line: u64) {
    assert_eq!(finding["line"], line, "{finding:#}");
    for key in ["ptb_id", "name", "agency", "due", "days"] {
        assert!(finding[key].is_null(), "{key}: {finding:#}");
    }
}

/// Asserts that no word of the shifted row is in a text.
fn assert_untold(text: &str) {
    for word in ["0012346", "Doe", "Jane", "1977", "9 Jul", "7/9/"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn every_rule_is_unknown_for_a_shifted_officer() {
    let (report, code, told) = report("roster check --all", "r.csv", &format!("{HEADER}{ORR}{SHIFTED}"));
    assert_eq!((&report["summary"]["records"], code), (&2.into(), 1), "settled 187: it counts as a record");
    assert_eq!(of_rule(&report, "ragged-row").len(), 1);
    let of_line = |line: u64| -> Vec<&Value> {
        report["findings"].as_array().unwrap().iter().filter(|finding| finding["line"] == line).collect()
    };
    let asked = of_line(2).len();
    assert_eq!(of_line(3).len(), asked + 1, "an answer a rule, and the fault");
    for finding in of_line(3) {
        assert_eq!(finding["status"], "unknown", "{finding:#}");
        assert_nobody(finding, 3);
    }
    let unknown = of_line(2).iter().filter(|finding| finding["status"] == "unknown").count();
    assert_eq!(report["summary"]["unknown"], asked + 1 + unknown);
    assert_untold(&told);
}

#[test]
fn a_filled_cell_too_many_shifts_a_row_and_a_blank_one_does_not() {
    for (end, shifted) in [("", 0), (",", 0), (",,  ", 0), (",x", 1), (",,x", 1)] {
        let (report, _, _) = report("roster check", "r.csv", &format!("{HEADER}{}", ORR.replace('\n', end) + "\n"));
        let ragged = of_rule(&report, "ragged-row");
        assert_eq!(ragged.len(), shifted, "{end:?}");
        assert_eq!(report["summary"]["records"], 1);
        ragged.into_iter().for_each(|finding| assert_nobody(finding, 2));
    }
}

#[test]
fn a_short_row_is_judged_by_what_it_has() {
    // Settled 10: missing cells are unreadable, the others are read.
    let (report, _, _) = report(
        "roster check --only basic-training-deadline --all",
        "r.csv",
        &format!("{HEADER}0012345,Orr,Ann,,2020-01-05\n"),
    );
    assert_eq!(of_rule(&report, "ragged-row")[0]["name"], "Orr, Ann");
    let answer = of_rule(&report, "basic-training-deadline")[0];
    assert_eq!((&answer["status"], &answer["name"]), (&"unknown".into(), &"Orr, Ann".into()));
}

#[test]
fn a_name_in_a_private_cell_shifts_the_row() {
    // Settled 244: the surplus was cut off, so that the width is right.
    for (born, is_shifted) in [
        ("Jane", true),
        ("Mary Ann", true),
        ("O'Brien-Smith", true),
        ("redacted", false),
        ("withheld", false),
        ("pending", false),
        ("NULL", false),
        ("1977-13-45", false),
        ("19770799", false),
        ("", false),
    ] {
        let row = ORR.replace("1980-01-02", born).replace("2020-06-01", "");
        let (report, _, told) = report("roster check", "r.csv", &format!("{HEADER}{row}"));
        let ragged = of_rule(&report, "ragged-row");
        assert_eq!(ragged.len(), usize::from(is_shifted), "{born}");
        ragged.into_iter().for_each(|finding| assert_nobody(finding, 2));
        let answer = of_rule(&report, "basic-training-deadline")[0];
        let expected = if is_shifted { "unknown" } else { "overdue" };
        assert_eq!(answer["status"], expected, "{born}");
        assert_eq!(answer["name"].is_null(), is_shifted, "{born}");
        assert!(born.is_empty() || !told.contains(born), "{born}: {told}");
    }
}

#[test]
fn an_unreadable_private_cell_hides_no_answer() {
    // Settled 204 and 244: judged, and nothing of the cell quoted; another cell of the row is not quoted either.
    let row = ORR.replace("1980-01-02", "7/9/77x").replace("full-time", "123-45-6789");
    let (report, _, told) = report("roster check", "r.csv", &format!("{HEADER}{row}"));
    assert_eq!(of_rule(&report, "unreadable-value")[0]["column"], "employment");
    assert!(!told.contains("7/9/77x") && !told.contains("6789"), "{told}");
}

#[test]
fn no_cell_is_quoted_beside_an_unreadable_private_one() {
    // Settled 204: of any column. With a birth date that can be read, the same cell is quoted.
    for (born, is_quoted) in [("7/9/77x", false), ("withheld", false), ("1980-01-02", true), ("", true)] {
        let row = ORR.replace("1980-01-02", born).replace("full-time", "fulltimer");
        let (report, _, told) = report("roster check", "r.csv", &format!("{HEADER}{row}"));
        assert_eq!(of_rule(&report, "unreadable-value").len(), 1, "{born}");
        assert_eq!(told.contains("fulltimer"), is_quoted, "{born}: {told}");
    }
}

#[test]
fn no_cell_is_quoted_beside_a_name_in_a_refused_column() {
    // The last digits of a number have slipped into the day of hire.
    for (number, is_quoted) in [("Jane", false), ("on file", true), ("XXX-XX-XXXX", true)] {
        let text = format!("ptb_id,last_name,ssn,hire_date,agency\n0012346,Doe,{number},6789,Fernhill PD\n");
        let (_, _, told) = report("roster check", "r.csv", &text);
        assert_eq!(told.contains("6789"), is_quoted, "{number}: {told}");
    }
}

#[test]
fn what_cannot_be_a_name_shifts_the_row() {
    for (name, is_shifted) in [
        ("1977-07-09", true),
        ("7/9/1977", true),
        ("jane@private.example", true),
        ("123-45-6789", true),
        ("Orr 3rd", false),
    ] {
        let (report, _, told) = report("roster check", "r.csv", &format!("{HEADER}{}", ORR.replace("Ann", name)));
        assert_eq!(of_rule(&report, "ragged-row").len(), usize::from(is_shifted), "{name}");
        assert!(!is_shifted || !told.contains(name), "{told}");
    }
}

#[test]
fn a_column_without_a_heading_shifts_nothing() {
    // Settled 275: five records, all with as many cells too many; four are too few to know.
    for (count, shifted) in [(5, 0), (4, 4)] {
        let rows = ORR.replace('\n', ",left-handed\n").repeat(count);
        let (report, _, _) = report("roster check", "r.csv", &format!("{HEADER}{rows}"));
        assert_eq!(of_rule(&report, "ragged-row").len(), shifted, "{count}");
    }
    // Beyond the hundred records that show the column, one cell more is one too many.
    let rows = ORR.replace('\n', ",left-handed\n").repeat(100) + &ORR.replace('\n', ",left-handed,x\n");
    let (report, _, _) = report("roster check", "r.csv", &format!("{HEADER}{rows}"));
    let ragged = of_rule(&report, "ragged-row");
    assert_eq!(ragged.len(), 1);
    assert_nobody(ragged[0], 102);
}

#[test]
fn agenda_and_notices_fail_for_a_shifted_officer() {
    // Settled 278: unknown for a shifted row counts under the default --fail-on of both.
    for words in ["roster due", "roster notices"] {
        let (shifted, code, told) = report(words, "r.csv", &format!("{HEADER}{ORR}{SHIFTED}"));
        assert_eq!(code, 1, "{words}: {shifted:#}");
        assert_untold(&told);
        let (_, code, _) = report(words, "r.csv", &format!("{HEADER}{ORR}"));
        assert_eq!(code, 0, "{words}: nothing is due or unknown for Orr alone");
    }
}

#[test]
fn sheets_have_one_incomplete_result_for_a_shifted_row() {
    // Settled 226: no name, no ID, no figure.
    let power = "ptb_id,last_name,first_name,sex,birth_date,test_date,program,body_weight,sit_reach,sit_ups,\
                 bench_press,run\n0012346,Doe, Jr.,Jane,F,1977-07-09,2026-06-06,full-time,150,18,30,100,16:00\n";
    let firearms = "ptb_id,last_name,birth_date,date,hits\n0012346,Doe, Jane,1977-07-09,2026-06-06,30\n";
    let exam = "ptb_id,last_name,hours_total,hours_absent,average\n0012346,Doe, Jane,560,10,80\n";
    let permit = "last_name,first_name,separated\nDoe, Jr.,Jane,2020-01-05\n";
    for (words, text) in
        [("power score", power), ("firearms score", firearms), ("exam check", exam), ("permit check", permit)]
    {
        let (report, code, told) = report(words, "s.csv", text);
        let results = report["results"].as_array().unwrap();
        assert_eq!((results.len(), code), (1, 1), "{words}: {report:#}");
        let result = &results[0];
        assert_eq!((&result["outcome"], &result["line"]), (&"incomplete".into(), &2.into()), "{words}: {result:#}");
        assert!(result["name"].is_null() && result["ptb_id"].is_null(), "{words}: {result:#}");
        assert_eq!(of_rule(&report, "ragged-row").len(), 1, "{words}");
        assert_eq!(report["summary"]["records"], 1, "{words}");
        assert_untold(&told);
        for key in
            ["age", "age_group", "test_date", "retest", "hits", "percent", "date", "eligible", "fee", "last_good_day"]
        {
            assert!(result.get(key).is_none_or(Value::is_null), "{words} {key}: {result:#}");
        }
        for event in result["events"].as_array().into_iter().flatten() {
            assert!(event["result"].is_null() && event["passed"].is_null() && event["required"].is_null(), "{event:#}");
        }
        for stage in result["stages"].as_array().into_iter().flatten() {
            assert!(stage["hits"].is_null(), "{stage:#}");
        }
    }
}

#[test]
fn a_shifted_row_is_nobodys_retest() {
    let text = "ptb_id,last_name,sex,age,test_date,attempt,program,body_weight,sit_reach,sit_ups,bench_press,run\n\
                0012346,Doe,F,25,2026-06-06,initial,full-time,150,18,10,100,16:00\n\
                0012346,Doe,F,25,2026-06-08,retest,full-time,150,,30,,,x\n";
    let (report, _, _) = report("power score", "p.csv", text);
    let results = report["results"].as_array().unwrap();
    assert_eq!(results.iter().map(|result| &result["attempt"]).collect::<Vec<_>>()[0], "initial", "{report:#}");
    assert_eq!(
        (results.len(), &results[0]["outcome"], &results[1]["outcome"]),
        (2, &"fail".into(), &"incomplete".into())
    );
}

#[test]
fn a_shifted_line_is_a_claim_of_its_own() {
    let text = "claim_id,last_name,training,course,amount,kind\nC-1,Doe,basic,PTI,12.00,fees\n\
                C-1,Doe, Jane,basic,PTI,12.00\n\
                C-1,Doe, Jane,basic,PTI,12.00,fees\n";
    let (report, code, _) = report("reimburse claim", "c.csv", text);
    let results = report["results"].as_array().unwrap();
    let shifted = results.last().unwrap();
    assert_eq!((&shifted["decision"], code), (&"unknown".into(), 1), "{report:#}");
    for key in ["claim_id", "name", "course", "eligible_total", "reimbursed_total", "claimed_total"] {
        assert!(shifted[key].is_null(), "{key}: {shifted:#}");
    }
    assert_eq!(shifted["lines"], Value::Array(Vec::new()));
    assert_eq!(results.len(), 2, "the row of the right width is a line of C-1: {report:#}");
}

#[test]
fn a_shifted_completion_is_credited_to_nobody() {
    let (folder, roster) = file("r.csv", &format!("{HEADER}{ORR}{SHIFTED}"));
    let courses = "ptb_id,last_name,first_name,course,topic,completed,hours,certified\n\
                   0012345,Orr, Jr.,Ann,Doe Jane,use-of-force,2026-03-02,4,yes\n";
    let records = written(&folder, "t.csv", courses);
    let output = command(["training", "check", "--roster", &roster, &records, "-f", "json"]).output().unwrap();
    let report = json_in(&output);
    let unmatched = of_rule(&report, "not-on-roster");
    assert_eq!((unmatched.len(), &unmatched[0]["line"]), (1, &2.into()), "{report:#}");
    assert!(unmatched[0]["name"].is_null() && unmatched[0]["ptb_id"].is_null());
    let of_shifted = &report["results"][1];
    assert!(of_shifted["name"].is_null() && of_shifted["ptb_id"].is_null(), "{of_shifted:#}");
    for item in of_shifted["items"].as_array().unwrap() {
        assert_eq!(item["status"], "unknown", "{item:#}");
    }
    assert_untold(&told(&output));
}

#[test]
fn a_shifted_row_is_compared_with_nothing() {
    let (folder, old) = file("old.csv", &format!("{HEADER}{ORR}{}", SHIFTED.replace("Doe, Jr.", "Doe")));
    let new = written(&folder, "new.csv", &format!("{HEADER}{ORR}{SHIFTED}"));
    let output = command(["roster", "diff", &old, &new, "-f", "json"]).output().unwrap();
    let report = json_in(&output);
    let not_compared = of_rule(&report, "not-compared");
    assert_eq!(not_compared.len(), 1, "{report:#}");
    assert_nobody(not_compared[0], 3);
    assert_eq!(output.status.code(), Some(1));
    // Shifted on both sides it is still not compared.
    let output = command(["roster", "diff", &new, &new, "-f", "json"]).output().unwrap();
    assert_eq!((of_rule(&json_in(&output), "not-compared").len(), output.status.code()), (2, Some(1)));
    assert_untold(&told(&output));
}

#[test]
fn no_day_is_entered_in_a_shifted_row_and_none_from_one() {
    let (folder, roster) =
        file("r.csv", "ptb_id,last_name,firearms_qualified\n0012345,Orr,\n0012346,Doe, Jr.,\n0012347,Bly,,x\n");
    let shoots = "ptb_id,last_name,date,hits\n0012345,Orr, Jr.,2026-11-01,30\n0012347,Bly,2026-11-01,30\n";
    let shoots = written(&folder, "s.csv", shoots);
    let copy = folder.path().join("copy.csv");
    let copy = copy.to_str().unwrap();
    let output = command(["firearms", "score", &shoots, "--roster", &roster, "--update", copy]).output().unwrap();
    assert_eq!(std::fs::read(copy).unwrap(), std::fs::read(&roster).unwrap(), "{}", told(&output));
}

#[test]
fn a_cohort_of_a_shifted_row_names_its_line() {
    let (_folder, roster) = file("r.csv", &format!("{HEADER}{ORR}{SHIFTED}"));
    let output = command(["esign-cohort", "--roster", &roster, "-f", "json"]).output().unwrap();
    let report = json_in(&output);
    assert_eq!((&report["results"][1]["name"], &report["summary"]["unknown"]), (&"line 3".into(), &1.into()));
    assert_untold(&told(&output));
}

#[test]
fn a_record_in_one_cell_is_counted_and_not_shown() {
    // Settled 162 and 187: another delimiter, or quotation marks around the whole row, hide the cells of an officer.
    let header = "ptb_id,last_name,first_name,birth_date,agency,hire_date,firearms_qualified\n";
    let good = "0012711,Orr,Ed,1981-02-03,Elm Police,2020-01-05,2026-05-06\n";
    for row in [
        "0012712\tRoe\tAnn\t1979-04-02\tElm\t2020-01-05\t2024-05-06\n",
        "\"0012712,Roe,Ann,1979-04-02,Millbrook Police,2020-01-05,2024-05-06\"\n",
        "0012712;Roe;Ann;1979-04-02;Elm Police;2020-01-05;2024-05-06\n",
        "0012712;Roe;Ann;1979-04-02;Elm;2020-01-05;2024-05-06\n",
        "0012712 Roe Ann\n",
        "0012713: Roe\n",
    ] {
        let text = format!("{header}{good}{row}");
        let (found, code, told) = report("roster check", "r.csv", &text);
        assert_eq!((&found["summary"]["records"], code), (&Value::from(2), 1), "{row:?} {found:#}");
        assert!(!told.contains("1979"), "{row:?} {told}");
        let (_, _, told) = report("roster check --redact", "r.csv", &text);
        assert!(!["Roe", "1979", "Elm"].iter().any(|private| told.contains(private)), "{row:?} {told}");
    }
    // A quotation mark that closes a record too late: the two are one that nobody can read.
    let text =
        format!("{header}0012712,\"Roe,Ann,1979-04-02,Elm\n0012713,Poe,Al,1979-04-02,Elm\",x,1980-01-05\n{good}");
    let (found, code, told) = report("roster check", "r.csv", &text);
    assert!(code == 1 && !told.contains("1979") && !told.contains("Poe"), "{found:#}");
}

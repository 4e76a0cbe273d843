//! What a notice says, and to whom it goes: the consequence of its rule, one to a recipient and item, none for review.

use crate::harness::{file, json_in, muster};
use serde_json::Value;

/// Returns the notices about these rows on a day.
fn notices(rows: &str, as_of: &str, more: &[&str]) -> Vec<Value> {
    let (_folder, path) = file("r.csv", rows);
    let args = ["roster", "notices", "-f", "json", "--as-of", as_of, &path];
    json_in(&muster(&[&args, more].concat()))["results"].as_array().unwrap().clone()
}

/// Returns the body of the first notice in one line.
fn body(rows: &str, as_of: &str, more: &[&str]) -> String {
    notices(rows, as_of, more)[0]["body"].as_str().unwrap().replace('\n', " ")
}

const SCENARIO: &str = "ptb_id,last_name,first_name,email,hire_date,scenario_completed\n\
                        0012890,Doe,Jane,jane@example.org,2015-09-30,\n";

#[test]
fn the_days_before_inactivation_run_from_the_notice() {
    // Settled 145. Due 30 June 2025; notice on 2 April 2026, 30 days after it 2 May.
    let (_folder, config) = file(
        "c.toml",
        "inactivation_days = 30\n[agency]\nname = \"Millbrook Police\"\nadministrator = \"Ruth Abernathy\"\n\
         email = \"t@example.org\"\n",
    );
    let only = ["--only", "scenario-training"];
    let unset = body(SCENARIO, "2026-04-02", &only);
    assert!(unset.contains("The Board will set the day by which it must be completed before you may be"), "{unset}");
    let set = notices(SCENARIO, "2026-04-02", &[&only[..], &["--config", &config]].concat());
    let officer = set[0]["body"].as_str().unwrap().replace('\n', " ");
    assert!(officer.contains("You are given 30 days from this notice to complete it: until 2 May 2026."), "{officer}");
    assert!(!officer.contains("The Board will set"));
    let administrator = set[1]["body"].as_str().unwrap();
    assert_eq!(set[1]["address"], "t@example.org");
    assert!(administrator.starts_with("Ruth Abernathy\n") && administrator.ends_with("Millbrook Police\n"));
    assert!(set[1]["subject"].as_str().unwrap().contains("Doe, Jane (PTB 0012890)"));
}

#[test]
fn no_other_item_ends_in_inactivation() {
    // Settled 145: a forfeited position, the portal signature, firearms, the hours of a chief.
    let (_folder, config) = file("c.toml", "inactivation_days = 30\n");
    let head = "ptb_id,last_name,first_name,employment,position,hire_date,basic_completed,esigned,firearms_qualified,\
                training_hours_year,training_hours_last_year\n";
    let rows = format!("{head}0012890,Doe,Jane,full-time,chief,2015-09-30,,,2024-05-05,30,5\n");
    let found = notices(&rows, "2026-11-21", &["--config", &config]);
    let rules: Vec<&str> = found.iter().map(|notice| notice["rule"].as_str().unwrap()).collect();
    for rule in ["basic-training-deadline", "esign-verification", "executive-hours", "firearms-qualification"] {
        assert!(rules.contains(&rule), "{rule}: {rules:?}");
    }
    for notice in &found {
        assert!(!notice["body"].as_str().unwrap().contains("inactivated"), "{notice}");
    }
}

#[test]
fn an_answer_for_review_gets_no_notice() {
    // Settled 198: completed after the window, so that a person decides; it has a due day all the same.
    let late = SCENARIO.replace("2015-09-30,", "2015-09-30,2025-07-01");
    assert!(notices(&late, "2026-04-02", &["--only", "scenario-training"]).is_empty());
    assert_eq!(notices(SCENARIO, "2026-04-02", &["--only", "scenario-training"]).len(), 2);
}

#[test]
fn one_notice_a_recipient_and_item() {
    // Settled 200 and 256: the officer stands on a row of each of two agencies.
    let head = "ptb_id,last_name,first_name,agency,email,hire_date,firearms_qualified\n";
    let row = |id: &str, agency: &str| format!("{id},Doe,Jane,{agency},jane@example.org,2015-09-30,2025-05-05\n");
    let count = |rows: &[String]| {
        let found = notices(&format!("{head}{}", rows.concat()), "2026-12-21", &["--only", "firearms-qualification"]);
        let to = |who: &str| found.iter().filter(|notice| notice["to"] == who).count();
        (to("officer"), to("administrator"))
    };
    assert_eq!(count(&[row("12", "Alton"), row("12", "Pana")]), (1, 1));
    assert_eq!(count(&[row("12", "Alton"), row("13", "Alton")]), (2, 2));
    // Without an ID, name and address are the officer; without an address as well, each row is one.
    assert_eq!(count(&[row("", "Alton"), row("", "Pana")]), (1, 1));
    let nowhere = |agency: &str| row("", agency).replace("jane@example.org", "");
    assert_eq!(count(&[nowhere("Alton"), nowhere("Pana")]), (2, 2));
}

#[test]
fn what_is_no_address_is_none() {
    // Settled 270.
    for (email, address) in [
        ("jane@example.org", Value::from("jane@example.org")),
        ("jane@example", Value::Null),
        ("", Value::Null),
        ("\"jane@example.org, x\"", Value::Null),
    ] {
        let found =
            notices(&SCENARIO.replace("jane@example.org", email), "2026-04-02", &["--only", "scenario-training"]);
        assert_eq!(found[0]["address"], address, "{email}");
    }
}

const MAYOR: &str = "ptb_id,last_name,first_name,discipline,authority_from,basic_completed\n\
                     0012890,Doe,Jane,conservator-official,2026-06-01,\n";

#[test]
fn what_is_overdue_today_is_not_due_today() {
    let only = ["--only", "conservator-training"];
    let shown = |args: &[&str]| {
        let (_folder, path) = file("r.csv", MAYOR);
        String::from_utf8(muster(&[args, &["--as-of", "2026-06-01", &path], &only].concat()).stdout).unwrap()
    };
    for args in [&["roster", "check"][..], &["roster", "due"], &["roster", "due", "-f", "ics"]] {
        let text = shown(args).replace("\r\n ", "");
        assert!(!text.contains("due today") && !text.contains("nDue 1 Jun"), "{args:?}: {text}");
    }
    assert!(shown(&["roster", "check"]).contains("late today, was due 1 Jun 2026"));
    assert!(shown(&["roster", "due"]).contains("late"));
    let notice = &notices(MAYOR, "2026-06-01", &only)[0];
    assert_eq!((&notice["notice"], &notice["days"]), (&"expired".into(), &0.into()));
    assert!(notice["subject"].as_str().unwrap().ends_with("was due 1 Jun 2026"), "{notice}");
    // The day before it is due, and not late.
    assert_eq!(notices(MAYOR, "2026-05-31", &only)[0]["notice"], "30-day");
}

#[test]
fn a_limit_is_exceeded_and_not_due() {
    // 1,450 hours in 325 days of 2026 reach 1,560 on day 350 of the year, 16 December.
    let rows = "ptb_id,last_name,first_name,employment,certification,hours_year\n0012890,Doe,Jane,PT,PT,1450\n";
    let only = ["--only", "part-time-hours"];
    let notice = &notices(rows, "2026-11-21", &only)[0];
    let subject = notice["subject"].as_str().unwrap();
    assert!(subject.ends_with("exceeded on 16 Dec 2026 at this pace"), "{subject}");
    let body = body(rows, "2026-11-21", &only);
    assert!(
        body.contains("Day of excess at this pace: 16 Dec 2026, in 25 days") && !body.contains("Due day"),
        "{body}"
    );
    let (_folder, path) = file("r.csv", rows);
    let shown = |args: &[&str]| {
        let output = muster(&[args, &["--as-of", "2026-11-21", &path], &only].concat()).stdout;
        String::from_utf8(output).unwrap().replace("\r\n ", "")
    };
    let short = shown(&["roster", "check", "--width", "80"]);
    assert!(short.contains(" part-time-hours: exceeded in 25 days\n"), "{short}");
    let table = shown(&["roster", "check", "--long"]);
    assert!(table.contains("exceeded on 16 Dec 2026 at this pace") && !table.contains("due 16 Dec"), "{table}");
    let calendar = shown(&["roster", "due", "-f", "ics"]);
    assert!(calendar.contains("Exceeded on 16 Dec 2026 at this pace") && !calendar.contains("Due 16"), "{calendar}");
}

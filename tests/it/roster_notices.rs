//! What a notice says, and to whom it goes: the consequence of its rule, one to a recipient and item, none for review.

use crate::harness::{file, json_in, muster, told};
use serde_json::Value;
use std::fs;

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
    assert!(administrator.starts_with("Officer: Doe, Jane (PTB 0012890)\n\nItem: "), "{administrator}");
    assert!(administrator.ends_with("\n\nMillbrook Police"), "{administrator}");
    assert_eq!(
        (&set[0]["salutation"], &set[1]["salutation"]),
        (&"Dear Jane Doe:".into(), &"Dear Ruth Abernathy:".into())
    );
    assert_eq!((&set[0]["last_name"], &set[0]["first_name"]), (&"Doe".into(), &"Jane".into()));
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

// On 21 November 2026: Doe's basic training was due on 15 November, Hale's is on 30 December; the firearms day of both
// is 31 December. The row without a name and an ID has basic training due on 10 January 2027.
const THREE: &str = "ptb_id,last_name,first_name,agency,email,employment,hire_date,basic_completed,firearms_qualified\n\
                     1,Hale,Amy,Alton,amy@example.org,FT,2026-06-30,,\n\
                     2,Doe,Jane,Alton,jane@example.org,FT,2026-05-15,,\n\
                     ,,,Alton,,FT,2026-07-10,,2026-09-01\n";
const TWO_RULES: [&str; 2] = ["--only", "basic-training-deadline,firearms-qualification"];

fn digests(rows: &str, more: &[&str]) -> Vec<Value> {
    notices(rows, "2026-11-21", &[&TWO_RULES[..], &["--digest"], more].concat())
}

#[test]
fn a_digest_is_one_letter_a_person() {
    // Settled 296.
    let found = digests(THREE, &[]);
    let keys = |notice: &Value| {
        let text = |key: &str| notice[key].as_str().unwrap_or("-").to_owned();
        let items = notice["items"].as_array().unwrap().len();
        (text("to"), text("name"), text("notice"), text("due"), items)
    };
    let row = |to: &str, name: &str, notice: &str, due: &str, items| {
        (to.to_owned(), name.to_owned(), notice.to_owned(), due.to_owned(), items)
    };
    assert_eq!(
        found.iter().map(keys).collect::<Vec<_>>(),
        [
            row("officer", "Hale, Amy", "60-day", "2026-12-30", 2),
            row("officer", "Doe, Jane", "expired", "2026-11-15", 2),
            row("officer", "-", "60-day", "2027-01-10", 1),
            row("administrator", "-", "expired", "2026-11-15", 5),
        ]
    );
    // The most urgent first, whoever it is about.
    let order = |notice: &Value| -> Vec<String> {
        let items = notice["items"].as_array().unwrap().iter();
        items
            .map(|item| format!("{} {}", item["ptb_id"].as_str().unwrap_or("-"), item["due"].as_str().unwrap()))
            .collect()
    };
    let all = ["2 2026-11-15", "1 2026-12-30", "1 2026-12-31", "2 2026-12-31", "- 2027-01-10"];
    assert_eq!(order(&found[3]), all);
    let body = found[3]["body"].as_str().unwrap();
    let paragraphs: Vec<&str> = body.split("\n\n").collect();
    assert!(body.lines().count() == 2 * paragraphs.len() - 1, "no line end but between paragraphs");
    assert_eq!(
        paragraphs[0],
        "Notices are in force on 21 Nov 2026 about 3 officers, each of whom has a letter too, for these items, the \
         most urgent first:"
    );
    assert!(
        paragraphs[1].starts_with("1. Doe, Jane (PTB 2): basic training. Expired notice: was due 15 Nov 2026, 6 days ")
    );
    assert!(
        paragraphs[5]
            .starts_with("5. line 4 of the roster: basic training. 60-day notice: due 10 Jan 2027, in 50 days")
    );
    assert!(paragraphs[6].contains("Items 3 and 4 are not courses"), "{}", paragraphs[6]);
    assert!(paragraphs[7].starts_with("Sources: ") && paragraphs[8] == "Alton" && paragraphs.len() == 9, "{body}");
    assert_eq!(found[3]["subject"], "5 notices on 21 Nov 2026 about 3 officers: 1 expired, 4 60-day");
    // One item, one person without a name.
    assert_eq!(
        found[2]["subject"],
        "60-day notice: Full-time officers: certificate of basic training, due 10 Jan 2027"
    );
    assert_eq!((&found[2]["salutation"], &found[2]["last_name"]), (&"Dear officer:".into(), &Value::Null));
    let body = found[2]["body"].as_str().unwrap();
    assert!(body.starts_with("A notice is in force on 21 Nov 2026 for this item:\n\n1. Basic training. "), "{body}");
    assert_eq!((&found[1]["salutation"], &found[1]["address"]), (&"Dear Jane Doe:".into(), &"jane@example.org".into()));
    assert_eq!(found[3]["salutation"], "Dear training administrator:");
}

#[test]
fn one_officer_on_two_rows_has_one_digest() {
    // The address stands on the second row only.
    let rows = "ptb_id,last_name,first_name,agency,email,hire_date,firearms_qualified,basic_completed,employment\n\
                12,Doe,Jane,Alton,,2019-09-30,2025-05-05,2020-01-05,FT\n\
                0012,Doe,Jane,Pana,jane@example.org,2026-06-30,,,FT\n";
    let found = digests(rows, &[]);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["address"], "jane@example.org");
    assert_eq!(found[0]["items"].as_array().unwrap().len(), 2);
    // Also where the second row has nothing new to say.
    let again = digests(&rows.replace("2026-06-30,,,FT", "2019-09-30,2025-05-05,2020-01-05,FT"), &[]);
    assert_eq!((again.len(), &again[0]["address"]), (2, &"jane@example.org".into()));
    assert_eq!(again[0]["items"].as_array().unwrap().len(), 1);
    // Of two agencies neither signs.
    let body = found[1]["body"].as_str().unwrap();
    assert!(body.split("\n\n").last().unwrap().starts_with("Sources: "), "{body}");
}

#[test]
fn digests_hold_no_name_when_redacted() {
    for format in ["json", "csv", "table", "markdown"] {
        let (_folder, path) = file("r.csv", THREE);
        let args = ["roster", "notices", "--digest", "--redact", "--as-of", "2026-11-21", "-f", format, &path];
        let shown = told(&muster(&[&args[..], &TWO_RULES].concat()));
        for private in ["Doe", "Hale", "Jane", "example.org", "Alton"] {
            assert!(!shown.contains(private), "{format}: {private}");
        }
    }
    let redacted = digests(THREE, &["--redact"]);
    assert_eq!((redacted.len(), &redacted[0]["salutation"]), (4, &"Dear officer:".into()));
    assert_eq!(redacted[0]["ptb_id"], "1");
}

#[test]
fn a_merge_file_has_a_row_a_letter() {
    let (folder, path) = file("r.csv", THREE);
    let letters = folder.path().join("out");
    let run = |format: &str| {
        let letters = letters.to_str().unwrap();
        let args =
            ["roster", "notices", "--digest", "--as-of", "2026-11-21", "--letters", letters, "-f", format, &path];
        muster(&[&args[..], &TWO_RULES].concat())
    };
    let first = run("csv").stdout;
    assert_eq!(first, run("csv").stdout, "the same bytes");
    let mut rows = csv::Reader::from_reader(first.as_slice());
    let heads = rows.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    let cell = |row: usize, name: &str| rows[row].get(at(name)).unwrap().to_owned();
    assert_eq!(rows.len(), 4);
    assert_eq!(
        (cell(1, "last_name"), cell(1, "first_name"), cell(1, "ptb_id")),
        ("Doe".into(), "Jane".into(), "2".into())
    );
    assert_eq!(cell(1, "rules"), "basic-training-deadline; firearms-qualification");
    for (row, notice) in digests(THREE, &[]).iter().enumerate() {
        for name in ["to", "address", "salutation", "subject", "body", "due", "last_name", "first_name"] {
            assert_eq!(cell(row, name), notice[name].as_str().unwrap_or_default(), "{name}");
        }
    }
    let mut names: Vec<String> =
        fs::read_dir(&letters).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(
        names,
        [
            "2026-11-21_notices_1-Hale-Amy_officer.txt",
            "2026-11-21_notices_2-Doe-Jane_officer.txt",
            "2026-11-21_notices_administrator.txt",
            "2026-11-21_notices_line-4_officer.txt",
        ]
    );
    let letter = fs::read_to_string(letters.join(&names[1])).unwrap();
    let head = "To: jane@example.org\nSubject: 2 notices on 21 Nov 2026: 1 expired, 1 60-day\n\nDoe, Jane (PTB 2)\n\n\
                21 Nov 2026\n\nDear Jane Doe:\n\nNotices are in force on 21 Nov 2026 for these items, the most urgent ";
    assert!(letter.starts_with(head), "{letter}");
    assert!(letter.lines().all(|line| line.chars().count() <= 76), "{letter}");
    let table = told(&run("table"));
    let total =
        "5 items of 3 officers have a notice on 21 Nov 2026: 3 letters to officers, and one to the administrator.";
    assert!(table.split_whitespace().collect::<Vec<_>>().join(" ").contains(total), "{table}");
    assert!(table.contains("0 letters written") && table.contains("4 were there already"), "{table}");
}

#[test]
fn a_digest_of_nothing_is_no_letter() {
    let met = THREE.replace(",,\n", ",2026-11-01,2026-11-01\n").replace(",,2026-09-01", ",2026-11-01,2026-09-01");
    assert!(digests(&met, &[]).is_empty());
    // After the day of the last notice nothing is new: the 30-day notices begin on 30 November and 1 December.
    assert!(digests(THREE, &["--since", "2026-11-16"]).is_empty());
    // Doe's expired notice began on the 16th; Hale's 60-day notices on 31 October and 1 November.
    let new = digests(THREE, &["--since", "2026-11-15"]);
    assert_eq!((new.len(), &new[0]["name"], &new[1]["to"]), (2, &"Doe, Jane".into(), &"administrator".into()));
    assert_eq!(new[1]["items"].as_array().unwrap().len(), 1);
}

//! What messages quote of a cell, and which columns are never read (settled 188 and 189).

use super::{of_rule, report};
use crate::harness::{command, file, json_in, told};

#[test]
fn a_cell_that_looks_personal_is_never_quoted() {
    // Settled 188: a day of hire that is none, of an officer whose row is otherwise in place.
    for (cell, is_quoted) in [
        ("123-45-6789", false),
        ("123 45 6789", false),
        ("123456789", false),
        ("jane@private.example", false),
        ("(217) 555-0100", false),
        ("217-555-0100", false),
        ("12345678x", true),
        ("1/45/2020", true),
        ("soon", true),
    ] {
        let (found, _, told) = report("roster check", "r.csv", &format!("ptb_id,last_name,hire_date\n1,Doe,{cell}\n"));
        let fault = of_rule(&found, "unreadable-value")[0];
        assert_eq!((fault["column"].as_str(), fault["line"].as_u64()), (Some("hire_date"), Some(2)));
        assert_eq!(told.contains(cell), is_quoted, "{cell}: {told}");
    }
}

#[test]
fn a_quoted_cell_has_at_most_forty_characters() {
    for (length, is_whole) in [(40, true), (41, false)] {
        let cell = "q".repeat(length);
        let (_, _, told) = report("roster check", "r.csv", &format!("ptb_id,last_name,hire_date\n1,Doe,{cell}\n"));
        assert_eq!(told.contains(&cell), is_whole, "{told}");
        assert!(told.contains(&"q".repeat(40)) && !told.contains(&"q".repeat(41)));
    }
}

#[test]
fn of_a_record_that_is_no_object_only_the_kind_is_told() {
    let personal = "Doe 1977-07-09 123-45-6789 j@x.example";
    for (record, kind) in [
        (format!("\"{personal}\""), "a text"),
        (format!("[\"{personal}\"]"), "a list"),
        ("123456789".to_owned(), "a number"),
        ("true".to_owned(), "true or false"),
    ] {
        let (found, _, told) = report("roster check", "r.ndjson", &format!("{{\"ptb_id\":\"1\"}}\n{record}\n"));
        let message = of_rule(&found, "unreadable-row")[0]["message"].as_str().unwrap();
        assert_eq!(message, format!("this is not a flat JSON object: it is {kind}"));
        for word in ["Doe", "1977", "6789", "x.example"] {
            assert!(!told.contains(word), "{told}");
        }
    }
}

#[test]
fn nothing_of_a_cell_heading_course_or_agency_under_redact() {
    let roster = "ptb_id,last_name,agency,hire_date,Stone Ann\n1,Doe,Zebra PD,soonish,x\n";
    for flags in [&[][..], &["--redact"]] {
        let (_folder, path) = file("r.csv", roster);
        let output = command(["roster", "check", "-f", "json", &path].iter().chain(flags)).output().unwrap();
        let text = told(&output);
        for word in ["soonish", "Stone", "Doe"] {
            assert_eq!(text.contains(word), flags.is_empty(), "{word} {flags:?}: {text}");
        }
        assert_eq!(json_in(&output)["inputs"][0]["unread_columns"].as_array().unwrap().len(), 1);
    }
    let claims = "claim_id,last_name,training,course,agency,amount,kind\nC-1,Doe,basic,Zebra class,Zebra PD,12,fees\n";
    for flags in [&[][..], &["--redact"]] {
        let (_folder, path) = file("c.csv", claims);
        let output = command(["reimburse", "claim", "-f", "json", &path].iter().chain(flags)).output().unwrap();
        assert_eq!(told(&output).contains("Zebra"), flags.is_empty(), "{}", told(&output));
        assert_eq!(json_in(&output)["results"][0]["claim_id"], "C-1");
    }
}

#[test]
fn a_heading_of_social_security_numbers_is_refused() {
    // Settled 189.
    for (heading, is_refused) in [
        ("SSN", true),
        ("SS#", true),
        ("SS #", true),
        ("SS No.", true),
        ("Soc Sec No", true),
        ("Soc. Sec. #", true),
        ("Social Sec. #", true),
        ("Social Sec No", true),
        ("social", true),
        ("Social", true),
        ("SSAN", true),
        ("Employee SSN#", true),
        ("My SSN Here", true),
        ("\u{ff33}\u{ff33}\u{ff2e}", true),
        ("Social Club", false),
        ("Class Name", false),
        ("Class #", false),
        ("Pass No", false),
        ("Business Number", false),
    ] {
        let text = format!("ptb_id,last_name,{heading}\n1,Doe,123-45-6789\n");
        let (found, _, told) = report("roster check", "r.csv", &text);
        let notes = found["notes"].to_string();
        assert_eq!(notes.contains("looks like Social Security numbers"), is_refused, "{heading}: {notes}");
        assert!(!told.contains("6789"), "{told}");
    }
}

#[test]
fn an_id_of_three_two_and_four_digits_is_not_read() {
    // Settled 189: unreadable and never shown; nine digits are read, with one note a file.
    for (id, is_read, is_noted) in [
        ("123-45-6789", false, false),
        ("123 45 6789", false, false),
        ("987654320", true, true),
        ("98765432", true, false),
        ("12-345-6789", true, false),
    ] {
        let text = format!("ptb_id,last_name,hire_date\n{id},Doe,2020-01-05\n{id},Roe,2020-01-05\n");
        let (found, _, told) = report("roster check --all", "r.csv", &text);
        assert_eq!(told.contains(id), is_read, "{id}: {told}");
        let of_id = of_rule(&found, "unreadable-value");
        assert_eq!(of_id.len(), if is_read { 0 } else { 2 }, "{id}");
        assert!(of_id.iter().all(|fault| fault["column"] == "ptb_id"));
        let note = found["notes"].to_string();
        assert_eq!(note.contains("2 cells with a PTB ID of nine digits"), is_noted, "{id}: {note}");
    }
}

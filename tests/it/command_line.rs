//! The command line as a whole: which flags a command offers, what a flag given in vain does, help, and completions.

use crate::harness::{command, json_in, muster, told};
use clap::Command;
use passmuster::cli::used_flags::{USED_FLAGS, uses};
use passmuster::cmd::{self, catalogue, completions};
use std::collections::BTreeSet;
use std::process::Output;

/// Returns the command at a path such as `roster check`.
fn at<'c>(tree: &'c mut Command, path: &str) -> &'c mut Command {
    path.split(' ').fold(tree, |command, word| command.find_subcommand_mut(word).unwrap())
}

/// Returns whether a page of help has an entry for a flag.
fn has_entry(page: &str, long: &str) -> bool {
    let flag = format!("--{long}");
    let entry = |line: &str| line.split_whitespace().take(2).any(|word| word == flag);
    page.lines().filter(|line| line.trim_start().starts_with('-')).any(entry)
}

#[test]
fn each_command_shows_exactly_the_flags_it_uses() {
    let mut tree = cmd::command();
    tree.build();
    let common: Vec<(String, String)> = tree
        .get_arguments()
        .filter(|flag| flag.is_global_set())
        .map(|flag| (flag.get_id().to_string(), flag.get_long().unwrap().to_owned()))
        .collect();
    let known: BTreeSet<&str> = common.iter().map(|(id, _)| id.as_str()).collect();
    let in_table: BTreeSet<&str> =
        USED_FLAGS.iter().flat_map(|(_, groups)| groups.iter().copied().flatten().copied()).collect();
    assert_eq!(in_table, known, "each flag in the table is known, and each known flag is used by some command");
    let leaves: BTreeSet<String> = catalogue::paths(&tree, "").into_iter().collect();
    assert_eq!(USED_FLAGS.iter().map(|(path, _)| (*path).to_owned()).collect::<BTreeSet<_>>(), leaves);
    for path in &leaves {
        let page = at(&mut tree, path).render_long_help().to_string();
        for (id, long) in &common {
            assert_eq!(has_entry(&page, long), uses(path, id), "{path} --{long}: {page}");
        }
    }
}

#[test]
fn short_help_begins_with_the_examples_of_the_long_one() {
    let mut tree = cmd::command();
    tree.build();
    for path in catalogue::paths(&tree, "").into_iter().filter(|path| !path.starts_with("config")) {
        let leaf = at(&mut tree, &path);
        let [short, long] = [leaf.render_help(), leaf.render_long_help()].map(|page| page.to_string());
        let examples = short.split("\n\n").next().unwrap();
        assert!(examples.starts_with("Examples:") && long.starts_with(examples), "{path}: {short}");
        assert!(short.len() < long.len(), "{path}");
    }
}

#[test]
fn a_flag_given_in_vain_draws_a_note() {
    let note = "muster: note: --only does nothing for `muster rules`\n";
    for args in [
        &["rules", "executive-hours", "--only", "executive-hours"][..],
        &["--only", "executive-hours", "rules", "executive-hours"],
    ] {
        let output = muster(args);
        assert_eq!(
            (output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()),
            (Some(0), note),
            "{args:?}"
        );
    }
    let quiet = muster(&["rules", "-q", "--only", "executive-hours"]);
    assert!(quiet.status.code() == Some(0) && quiet.stderr.is_empty());
    // The harness sets MUSTER_AS_OF and MUSTER_CONFIG, which `muster schema` does not use.
    assert!(muster(&["schema"]).stderr.is_empty());
    let refused = muster(&["reimburse", "claim", "--only", "executive-hours", "fixtures/reimburse_claim/claims.csv"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(!told(&refused).contains("does nothing"), "{}", told(&refused));
}

#[test]
fn common_flags_may_stand_before_the_command() {
    let before = muster(&["--as-of", "2026-01-31", "-f", "json", "deadline", "claim", "6/30/2025"]);
    let after = muster(&["deadline", "claim", "6/30/2025", "--as-of", "2026-01-31", "-f", "json"]);
    assert_eq!(json_in(&before)["as_of"], "2026-01-31");
    assert_eq!(before.stdout, after.stdout);
}

#[test]
fn help_is_a_command_and_names_the_nearest() {
    assert_eq!(muster(&["help"]).stdout, muster(&["--help"]).stdout);
    assert_eq!(muster(&["help", "roster", "due"]).stdout, muster(&["roster", "due", "--help"]).stdout);
    for (words, expected) in [
        (&["ruels"][..], "muster: there is no command \"ruels\"\n  hint: did you mean muster help rules?\n"),
        (
            &["roster", "chek"],
            "muster: muster roster has no command \"chek\"\n  hint: did you mean muster help roster check?\n",
        ),
    ] {
        let output = muster(&[&["help"], words].concat());
        assert_eq!((output.status.code(), told(&output).as_str()), (Some(2), expected));
    }
}

/// Asks for completions of the last word, as the script of fish does.
fn completed(words: &[&str]) -> String {
    let output: Output =
        command([&["--", "muster"], words].concat()).env(completions::VARIABLE, "fish").output().unwrap();
    assert!(output.status.success(), "{}", told(&output));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn completion_offers_commands_flags_and_values() {
    for (words, expected) in [
        (&["ro"][..], "roster"),
        (&["roster", ""], "check"),
        (&["roster", "check", "--o"], "--only"),
        (&["roster", "check", "--only", "basic"], "basic-training-deadline"),
        (&["roster", "due", "--skip", "firearms-qualification,part"], "firearms-qualification,part-time-hours"),
        (&["roster", "check", "-f", ""], "ndjson"),
        (&["roster", "check", "--fail-on", "due"], "due-soon"),
        (&["roster", "check", "--schedule", ""], "statute"),
        (&["deadline", "power"], "power-retest"),
        (&["template", ""], "training"),
        (&["rules", "ragged"], "ragged-row"),
        (&["rules", "permit"], "permit-check"),
        (&["completions", ""], "elvish"),
        (&["roster", "check", "fixtures/roster_diff/s"], "fixtures/roster_diff/spring.csv"),
    ] {
        let offered = completed(words);
        assert!(offered.lines().any(|line| line.split('\t').next() == Some(expected)), "{words:?}: {offered}");
    }
    for (words, unused) in
        [(&["rules", "--"][..], "--only"), (&["schema", "-"], "--redact"), (&["roster", "due", "--"], "--all")]
    {
        let offered = completed(words);
        assert!(offered.lines().all(|line| line.split('\t').next() != Some(unused)), "{words:?}: {offered}");
    }
}

#[test]
fn a_run_that_would_check_no_rule_is_refused() {
    let roster = "fixtures/training_check/roster.csv";
    let records = "fixtures/training_check/done.csv";
    for (command, only) in [
        (vec!["roster", "check", roster], "training-law-updates"),
        (vec!["roster", "due", roster], "training-law-updates"),
        (vec!["roster", "notices", roster], "training-law-updates"),
        (vec!["roster", "diff", roster, roster], "training-law-updates"),
        (vec!["training", "check", "--roster", roster, records], "executive-hours"),
    ] {
        let output = muster(&[&command[..], &["--only", only]].concat());
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}: {error}");
        assert!(error.contains("--only and --skip leave no") && error.contains("hint:"), "{command:?}: {error}");
    }
    // With training records an agenda may be about a mandate alone.
    let agenda = muster(&["roster", "due", "--training", records, "--only", "training-law-updates", roster]);
    assert_ne!(agenda.status.code(), Some(2));
}

#[test]
fn a_missing_folder_of_the_output_is_named() {
    let output = muster(&["rules", "-o", "no/such/folder/rules.csv"]);
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(
        error.contains("no/such/folder/rules.csv: cannot be written: there is no folder no/such/folder"),
        "{error}"
    );
}

#[test]
fn a_word_that_is_no_command_names_the_one_that_is_meant() {
    for (args, words) in [
        (&["linden.xlsx"][..], "a command comes before the file: muster start linden.xlsx"),
        (&["check", "r.csv"], "commands of this name: muster roster check, muster training check"),
        (&["roster", "check", "--only", "firearms", "r.csv"], "'firearms-qualification'"),
        (&["rooster"], "a similar subcommand exists: 'roster'"),
    ] {
        let output = muster(args);
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains(words), "{}", told(&output));
    }
}

#[test]
fn a_configuration_of_a_word_processor_names_the_cure() {
    let folder = tempfile::TempDir::new().unwrap();
    let utf_16: Vec<u8> = "\u{feff}[columns]\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let curly = "[columns]\n\u{201c}Came On\u{201d} = \u{201c}hire_date\u{201d}\n".as_bytes().to_vec();
    let value = "[columns]\n\"Came On\" = \u{201c}hire_date\u{201d}\n".as_bytes().to_vec();
    for (text, words) in [
        (utf_16[2..].to_vec(), "it is text in UTF-16\n  hint: save it in UTF-8"),
        (utf_16, "it is text in UTF-16\n  hint: save it in UTF-8"),
        (b"[columns]\n\"M\xfcller\" = \"name\"\n".to_vec(), "it is no text in UTF-8"),
        (curly, "line 2: the quotation marks on this line are curly"),
        (value, "line 2: the quotation marks on this line are curly"),
    ] {
        let path = folder.path().join("muster.toml");
        std::fs::write(&path, text).unwrap();
        let output = muster(&["config", "show", "--config", path.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(told(&output).contains(words), "{}", told(&output));
    }
}

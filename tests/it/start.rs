//! `muster start`: answers on a terminal, the configuration that is written, the report, and what happens without a
//! terminal.

use crate::harness::{command, file, json_in, muster, told, written};
use serde_json::json;
use std::fs;
use tempfile::TempDir;

const FERNHILL: &str = "fixtures/workbooks/fernhill.xlsx";
const TAMARACK: &str = "fixtures/workbooks/tamarack.xlsx";

/// The configuration that answers every question about `fernhill.xlsx`.
const ANSWERS: &str = "\
[agency]
name = \"Fernhill PD\"
email = \"training@fernhill.example\"

[columns]
\"Came On\" = \"hire_date\"
\"Acad Done\" = \"basic_completed\"
\"Qual Dt\" = \"firearms_qualified\"
\"Emp Class\" = \"employment\"
Locker = \"ignore\"
\"Shoe Size\" = \"ignore\"

[values.employment]
\"FT Sworn\" = \"full-time\"
Aux = \"part-time\"
";

#[test]
fn without_a_terminal_the_questions_are_printed() {
    let (folder, config) = file("config.toml", "# ours\n");
    let output = muster(&["start", "--config", &config, FERNHILL]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty(), "standard output is for the report");
    let text = told(&output);
    for expected in [
        "Qual Dt     -           near to firearms_qualified?",
        "4 questions for a person, and no terminal to ask on",
        "that answer the questions below, without the #:\n\n[columns]\n# \"Came On\" = the name of a column, or",
        "\n# \"Qual Dt\" = \"firearms_qualified\" or \"ignore\"\n",
        "\n# Locker = \"ignore\"\n",
        "What does \"Qual Dt\" hold (5 cells, days)?\n",
        "Does muster need one of \"Emp Class\", \"Locker\", \"Shoe Size\"?",
        "nothing was written and nothing was checked",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert_eq!(fs::read_to_string(&config).unwrap(), "# ours\n");
    // Also for a configuration that is not there yet.
    let new = folder.path().join("new.toml");
    let output = muster(&["start", "--config", new.to_str().unwrap(), FERNHILL]);
    assert!(told(&output).contains("# \"Came On\" = ") && output.status.code() == Some(2), "{}", told(&output));
    assert!(!new.exists());
    assert_eq!(muster(&["start"]).status.code(), Some(2), "there is nobody to ask for the file");
    let text = told(&muster(&["start", "--again", "--config", &config, FERNHILL]));
    assert!(text.contains("--again asks"), "{text}");
    drop(folder);
}

#[test]
fn a_file_of_a_known_shape_is_reported_at_once() {
    let (_folder, config) = file("config.toml", ANSWERS);
    for path in [FERNHILL, TAMARACK] {
        let of = |name: &[&str]| {
            let mut document = json_in(&muster(&[name, &["-f", "json", "--config", &config, path]].concat()));
            (document["command"], document["arguments"]) = (json!(""), json!(null));
            document
        };
        assert_eq!(of(&["start"]), of(&["roster", "check"]), "{path}");
    }
    assert_eq!(fs::read_to_string(&config).unwrap(), ANSWERS);
}

#[test]
fn words_years_and_names_are_asked_about_too() {
    let text = "ptb_id,name,employment,hire_date,birth_date\n\
                1,Ann Orr,FT,1/5/20,4/9/88\n2,\"Quin, Bo\",Aux,2020-01-05,\n3,Cy Bly,aux,1/6/21,\n4,Madonna,x@y,,\n";
    let (_folder, path) = file("r.csv", text);
    let output = muster(&["start", &path]);
    let text = told(&output);
    for expected in [
        "3 questions for a person",
        "What does \"Aux\" mean in employment (2 cells)?\n",
        "\n[values.employment]\n# Aux = one of full-time, part-time\n",
        "2 days have a year of two digits.",
        "2 names have no comma.",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    assert!(!text.contains("x@y") && !text.contains("Orr"), "{text}");
    // A setting that is there answers its question, whatever it says.
    let (_own, config) = file("c.toml", "two_digit_years = \"none\"\nname_order = \"first-last\"\n");
    let text = told(&muster(&["start", "--config", &config, &path]));
    assert!(text.contains("1 question for a person"), "{text}");
}

#[test]
fn a_heading_is_asked_about_once_and_not_elsewhere() {
    let text = "ptb_id,last_name,Seen,Seen,Gender,Shift,Completed\n1,Orr,2020-01-05,2020-01-06,F,B,2020-01-05\n";
    let (_folder, path) = file("r.csv", text);
    let text = told(&muster(&["start", &path]));
    // Gender is a column of POWER sheets and Completed one of training records, where they must go on being read.
    for expected in ["2 questions for a person", "\"Seen\" hold (1 cell, days)?", "one of \"Shift\"?"] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[test]
fn a_status_of_people_who_left_is_asked_about() {
    let text = "ptb_id,last_name,hire_date,Status\n1,Orr,2020-01-05,Active\n2,Poe,2020-01-05,Retired\n";
    let (_folder, path) = file("r.csv", text);
    let text = told(&muster(&["start", &path]));
    assert!(text.contains("What does \"Status\" hold (2 cells, one of somebody who has left)?"), "{text}");
    let known = "nothing; some have left";
    assert!(text.contains(known), "{text}");
}

#[test]
fn redacted_questions_name_no_heading() {
    let text = told(&muster(&["start", "--redact", FERNHILL]));
    assert!(text.contains("4 questions for a person"), "{text}");
    assert!(!text.contains("Came On") && !text.contains("Sgt"), "{text}");
}

#[test]
fn a_file_that_cannot_be_asked_about_is_an_error() {
    for (args, expected) in [
        (&["start", "-"][..], "it cannot come from standard input"),
        (&["start", "no-such.xlsx"][..], "no-such.xlsx"),
        (&["start", "-f", "ics", FERNHILL][..], "only muster roster due and muster hire write"),
    ] {
        let output = muster(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(told(&output).contains(expected), "{args:?}: {}", told(&output));
    }
    let (_folder, path) = file("r.csv", "Who,Came On\nOrr,2020-01-05\n");
    let output = command(["start", &path]).output().unwrap();
    assert!(told(&output).contains("No heading names the officers."), "{}", told(&output));
    // The keys of JSON are no header, and a configuration that is named exists.
    let (_folder, path) = file("r.json", "[{\"Who\": \"Orr\", \"Came On\": \"2020-01-05\"}]");
    let text = told(&muster(&["start", &path]));
    assert!(text.contains("no header found") && !text.contains("No heading names"), "{text}");
    let text = told(&muster(&["start", "--config", "no-such.toml", "fixtures/template/roster.csv"]));
    assert!(text.contains("no-such.toml: the configuration cannot be read"), "{text}");
}

#[cfg(unix)]
mod on_a_terminal {
    use super::*;
    use rexpect::session::{PtySession, spawn_command};
    use std::process::Command;

    /// How long the program may take to ask the next question, in milliseconds.
    const PATIENCE: Option<u64> = Some(20_000);
    const DOWN: &str = "\u{1b}[B";

    /// A person before a terminal of 80 columns and 24 rows, and a folder for the configuration.
    struct Sitting {
        folder: TempDir,
        session: PtySession,
        /// Everything that was seen so far.
        seen: String,
    }

    /// Starts the program on a terminal; the shell tells its exit code at the end.
    fn session(folder: &TempDir, args: &[&str]) -> PtySession {
        let mut shell = Command::new("sh");
        let script = "stty rows 24 cols 80; \"$0\" \"$@\"; echo \"rc=$?\"";
        shell.args(["-c", script, env!("CARGO_BIN_EXE_muster"), "start"]).args(args);
        let config = folder.path().join("conf/config.toml");
        shell.env("MUSTER_CONFIG", config).env("MUSTER_AS_OF", "2026-11-21").env("NO_COLOR", "1").env("TERM", "xterm");
        shell.env_remove("COLUMNS");
        spawn_command(shell, PATIENCE).unwrap()
    }

    impl Sitting {
        fn new(args: &[&str]) -> Self {
            let folder = TempDir::new().unwrap();
            let session = session(&folder, args);
            Self { folder, session, seen: String::new() }
        }

        /// Waits for a question, and types the answer.
        fn answer(&mut self, question: &str, typed: &str) -> &mut Self {
            self.sees(question);
            self.session.send(typed).unwrap();
            self.session.flush().unwrap();
            self
        }

        /// Waits for a text; returns what came before it.
        fn sees(&mut self, text: &str) -> String {
            let before = self.session.exp_string(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            self.seen += &before;
            before
        }

        fn config(&self) -> Option<String> {
            fs::read_to_string(self.folder.path().join("conf/config.toml")).ok()
        }
    }

    /// Answers every question about the workbook up to the last one.
    fn answered() -> Sitting {
        let mut sitting = Sitting::new(&[FERNHILL]);
        sitting
            .answer("Are these headings read", "\r")
            .answer("\"Came On\" hold", "hire_date\r")
            .answer("\"Acad Done\" hold", "basic_completed\r")
            // What is proposed.
            .answer("\"Qual Dt\" hold", "\r")
            .answer("one of these other headings", " \r")
            .answer("\"Emp Class\" hold", "employment\r")
            .answer("Ignore \"Locker\", \"Shoe Size\"", "y\r")
            .answer("\"FT Sworn\" mean", "\r")
            .answer("\"Aux\" mean", &format!("{DOWN}{DOWN}\r"))
            .answer("agency called", "Fernhill PD\r")
            .answer("e-mail", "nobody\r")
            .answer("expected one address", &format!("{}training@fernhill.example\r", "\u{7f}".repeat(6)));
        sitting
    }

    #[test]
    fn a_read_only_configuration_is_refused_before_any_question() {
        use std::os::unix::fs::PermissionsExt;
        let folder = TempDir::new().unwrap();
        let config = written(&folder, "closed.toml", "warn_days = 30\n");
        fs::set_permissions(&config, fs::Permissions::from_mode(0o444)).unwrap();
        let mut sitting = Sitting::new(&["--config", &config, FERNHILL]);
        sitting.sees("closed.toml: this file is read-only, and stays as it is");
        sitting.sees("rc=2");
        assert!(!sitting.seen.contains("Are these headings"), "{}", sitting.seen);
        assert_eq!(fs::read_to_string(&config).unwrap(), "warn_days = 30\n");
    }

    #[test]
    fn answers_are_written_and_the_report_follows() {
        let mut sitting = answered();
        sitting.answer("Write this to", "\r");
        // The birth dates, one of which cannot be read, and names.
        for private in ["4/9/88", "1988", "Orr", "0100201"] {
            assert!(!sitting.seen.contains(private), "{private}: {}", sitting.seen);
        }
        let report = sitting.sees("Next time, for");
        assert!(report.contains("basic-training-deadline: 108 days late"), "{report}");
        sitting.sees("muster roster due ");
        sitting.sees(FERNHILL);
        sitting.sees("Above: 1 overdue, 0 unknown, 1 review, 1 due soon.");
        sitting.sees("rc=1");
        let config = sitting.config().unwrap();
        for line in ANSWERS.lines().filter(|line| !line.is_empty()) {
            assert!(config.lines().any(|other| other == line), "{line}\n{config}");
        }
        assert!(config.contains("#warn_days = 60"), "it begins as `muster config init` writes it");
        // The next file of the same shape asks nothing.
        sitting.session = session(&sitting.folder, &[TAMARACK]);
        let all = sitting.sees("rc=0");
        assert!(all.contains("2 officers") && !all.contains('?'), "{all}");
        assert_eq!(sitting.config().unwrap(), config);
    }

    #[test]
    fn the_end_of_input_stops_and_writes_nothing() {
        // Ctrl-D, Ctrl-C and Esc at the first question, and Ctrl-C and the answer no at the last.
        for typed in ["\u{4}", "\u{3}", "\u{1b}"] {
            let mut sitting = Sitting::new(&[FERNHILL]);
            sitting.answer("Are these headings read", typed).sees("nothing was written");
            sitting.sees("rc=2");
            assert_eq!(sitting.config(), None, "{typed:?}");
        }
        for typed in ["\u{3}", "n\r"] {
            let mut sitting = answered();
            sitting.answer("Write this to", typed).sees("nothing was written");
            sitting.sees("rc=2");
            assert_eq!(sitting.config(), None, "{typed:?}");
        }
    }

    #[test]
    fn a_header_without_a_name_is_asked_about() {
        let folder = TempDir::new().unwrap();
        let path = written(&folder, "r.csv", "Roster of 2026,\nWho,Came On\nAnn Orr,2020-01-05\nBo Quin,2021-01-05\n");
        let mut sitting = Sitting::new(&[&path, "-f", "json"]);
        sitting
            .answer("Which one holds their", "\r")
            .answer("\"Who\" hold", "\r")
            .answer("Are these headings read", "\r")
            .answer("\"Came On\" hold", "hire_date\r")
            .answer("Which part comes first", &format!("{DOWN}\r"))
            .answer("agency called", "\r")
            .answer("e-mail", "\r")
            .answer("Write this to", "\r");
        let report = sitting.sees("rc=");
        assert!(report.contains("\"records\":2"), "{report}");
        let config = sitting.config().unwrap();
        for line in ["Who = \"name\"", "\"Came On\" = \"hire_date\"", "name_order = \"first-last\""] {
            assert!(config.lines().any(|other| other == line), "{line}\n{config}");
        }
    }

    #[test]
    fn a_heading_that_is_read_wrongly_is_set_right() {
        let folder = TempDir::new().unwrap();
        let path = written(&folder, "r.csv", "ptb_id,last_name,Rank,Agency\n1,Orr,B shift,Bell PD\n");
        let mut sitting = Sitting::new(&[]);
        sitting
            .answer("Which file is your roster", "no-such-file\r")
            .answer("there is no such file", &format!("{}'{path}'\r", "\u{7f}".repeat(12)))
            .answer("Are these headings read", "Rank\r")
            .answer("\"Rank\" hold", "\r")
            .answer("Are these headings read", "\r")
            .answer("agency called", "\r")
            .answer("e-mail", "\r")
            .answer("Write this to", "\r")
            .sees("rc=");
        let config = sitting.config().unwrap();
        // The agency that the file names is proposed.
        for line in ["Rank = \"ignore\"", "name = \"Bell PD\""] {
            assert!(config.lines().any(|other| other == line), "{line}\n{config}");
        }
    }

    /// Writes a configuration of one's own into the folder of a sitting.
    fn configured(args: &[&str], config: &str) -> Sitting {
        let folder = TempDir::new().unwrap();
        fs::create_dir(folder.path().join("conf")).unwrap();
        fs::write(folder.path().join("conf/config.toml"), config).unwrap();
        let session = session(&folder, args);
        Sitting { folder, session, seen: String::new() }
    }

    #[test]
    fn enter_all_the_way_ignores_nothing_for_good() {
        let mut sitting = Sitting::new(&[FERNHILL]);
        sitting.sees("No heading is read yet as hire_date (");
        sitting
            .answer("Are these headings read", "\r")
            .answer("\"Came On\" hold", "\r")
            .answer("\"Acad Done\" hold", "\r")
            .answer("\"Qual Dt\" hold", "\r")
            .answer("one of these other headings", "\r")
            .answer("for good?", "\r")
            .answer("agency called", "\r")
            .answer("e-mail", "\r")
            .answer("Write this to", "\r");
        let report = sitting.sees("Next time, for");
        for told in ["nothing reads \"Emp", "nothing reads \"Came On\""] {
            assert!(report.contains(told), "{told} is read by nothing\n{report}");
        }
        sitting.sees("rc=");
        let config = sitting.config().unwrap();
        let entries: Vec<&str> = config.lines().skip_while(|line| !line.contains("Qual Dt")).collect();
        assert_eq!(entries.first(), Some(&"\"Qual Dt\" = \"firearms_qualified\""), "{config}");
        let written = config.lines().filter(|line| !line.starts_with('#') && line.contains("\"ignore\""));
        assert_eq!(written.count(), 0, "{config}");
        // What was left out is asked about again, and can be ignored for good.
        sitting.session = session(&sitting.folder, &[FERNHILL]);
        sitting
            .answer("Are these headings read", "\r")
            .answer("\"Came On\" hold", "ignore it\r")
            .answer("\"Acad Done\" hold", "\u{3}")
            .sees("rc=2");
        assert_eq!(sitting.config().unwrap(), config);
    }

    #[test]
    fn escape_goes_back_to_the_question_before() {
        let mut sitting = Sitting::new(&[FERNHILL]);
        sitting
            .answer("Are these headings read", "\r")
            .answer("\"Came On\" hold", "basic_completed\r")
            .answer("\"Acad Done\" hold", "\u{1b}")
            .answer("\"Came On\" hold", "hire_date\r")
            // A column that is taken is named, and cannot be chosen.
            .answer("\"Acad Done\" hold", "hire_date\r")
            .answer("hire_date is taken by \"Came On\"", "basic_completed\r")
            .answer("\"Qual Dt\" hold", "\r")
            .answer("one of these other headings", " \r")
            // Back to the marks, and on.
            .answer("\"Emp Class\" hold", "\u{1b}")
            .answer("one of these other headings", "\r")
            .answer("for good?", "\r")
            // Over the end of a part.
            .answer("agency called", "\u{1b}")
            .answer("one of these other headings", "\r")
            .answer("for good?", "y\r")
            .answer("agency called", "\r")
            .answer("e-mail", "\r")
            .answer("Write this to", "\u{1b}")
            .answer("e-mail", "a@b.example\r")
            .answer("Write this to", "\r")
            .sees("rc=");
        let config = sitting.config().unwrap();
        let own: Vec<&str> = config.lines().filter(|line| line.starts_with('"') || line.starts_with("email")).collect();
        assert_eq!(
            own,
            [
                "email = \"a@b.example\"",
                "\"Came On\" = \"hire_date\"",
                "\"Acad Done\" = \"basic_completed\"",
                "\"Qual Dt\" = \"firearms_qualified\"",
                "\"Emp Class\" = \"ignore\"",
                "\"Shoe Size\" = \"ignore\"",
            ]
        );
    }

    #[test]
    fn a_column_that_the_cells_do_not_fit_is_asked_again() {
        let folder = TempDir::new().unwrap();
        let text = "ptb_id,last_name,Qual Dt,Acad Dn\n1,Orr,FT,2020-01-05\n2,Quin,PT,soon\n3,Bly,none,later\n";
        let path = written(&folder, "r.csv", text);
        let mut sitting = Sitting::new(&[&path]);
        sitting.answer("Are these headings read", "\r");
        // No near column is proposed, as its cells are no days.
        sitting
            .answer("\"Qual Dt\" hold", "firearms_qualified\r")
            .answer("2 of 2 cells under \"Qual Dt\" cannot be read", "\u{15}");
        sitting.answer("keeps it", &format!("{}certification\r", "\u{7f}".repeat(3)));
        sitting.answer("one of these other headings", "\u{3}").sees("rc=2");
    }

    #[test]
    fn a_stop_leaves_a_line_of_its_own() {
        let mut sitting = Sitting::new(&[FERNHILL]);
        sitting.answer("Are these headings read", "\u{3}");
        let before = sitting.sees("stopped; nothing was written");
        assert!(before.ends_with("\r\u{1b}[Kmuster: "), "{before:?}");
    }

    #[test]
    fn years_that_may_lie_ahead_are_not_read_by_enter() {
        let folder = TempDir::new().unwrap();
        for (file, start, expected) in [("ahead.csv", "12/7/26", "none"), ("past.csv", "12/7/20", "past")] {
            let text = format!("ptb_id,last_name,hire_date,course_start\n1,Orr,11/2/26,{start}\n");
            let path = written(&folder, file, &text);
            let mut sitting = configured(&[&path], "[agency]\nname = \"Bell PD\"\n");
            sitting.answer("Are these headings read", "\r");
            sitting.sees("2 days have a year of two digits.");
            if expected == "none" {
                sitting.sees("1 of them may lie");
                sitting.sees("\"12/7/26\" in course_start would be ");
            }
            sitting.answer("in the past", "\r").answer("Write this to", "\r").sees("rc=");
            let config = sitting.config().unwrap();
            assert!(config.contains(&format!("two_digit_years = \"{expected}\"")), "{config}");
        }
    }

    #[test]
    fn everything_is_asked_again_with_what_is_known() {
        let again = |first: &str| {
            let mut sitting = configured(&["--again", FERNHILL], ANSWERS);
            sitting
                .answer("Are these headings read", "\r")
                .answer("\"Came On\" hold", first)
                .answer("\"Acad Done\" hold", "\r")
                .answer("\"Qual Dt\" hold", "\r")
                .answer("one of these other headings", "\r")
                .answer("\"Emp Class\" hold", "\r")
                .answer("Ignore \"Locker\", \"Shoe Size\"", "\r")
                .answer("\"FT Sworn\" mean", "\r")
                .answer("\"Aux\" mean", "\r")
                .answer("agency called", "\r")
                .answer("e-mail", "\r")
                .answer("Write this to", "\r")
                .sees("rc=");
            sitting.config().unwrap()
        };
        assert_eq!(again("\r"), ANSWERS);
        assert_eq!(again("for now\r"), ANSWERS.replace("\"Came On\" = \"hire_date\"\n", ""));
    }
}

//! `muster power enter`: what it refuses before it asks, and whole candidates entered on a terminal.

use crate::harness::{command, told, written};
use std::fs;
use tempfile::TempDir;

/// The header of a new sheet.
fn header() -> String {
    told(&command(["template", "power"]).output().unwrap())
}

#[test]
fn without_a_terminal_or_a_fitting_sheet_nothing_is_asked() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let new = path("new.csv");
    let other = written(&folder, "other.csv", "ptb_id,last_name,first_name,hits\n1,A,B,3\n");
    let open = written(&folder, "open.csv", &format!("{}1,\"A\n", header()));
    let two = written(&folder, "two.csv", "ptb_id,PTB ID #,sit_ups,situps\n");
    let semicolons = written(&folder, "semicolons.csv", &header().replace(',', ";"));
    let book = written(&folder, "book.csv", "PK\u{3}\u{4}\0\0");
    let fits = written(&folder, "fits.csv", &format!("{}1,A{}\n", header(), ",".repeat(19)));
    for (args, expected) in [
        (&["-o", &new][..], "no terminal to ask on"),
        (&["-o", &fits], "no terminal to ask on"),
        (&[], "name one: muster power enter --output sheet.csv"),
        (&["-o", "-"], "name one: muster power enter --output sheet.csv"),
        (&["-o", &other], "other.csv: not changed: the first line has no column sex between commas"),
        (&["-o", &semicolons], "no column ptb_id between commas"),
        (&["-o", &open], "a quotation mark above is not closed"),
        (&["-o", &two], "rename or remove one"),
        (&["-o", &book], "no CSV file in UTF-8"),
        (&["-o", &path("sheet.xlsx")], "muster writes no .xlsx"),
        (&["-o", &path("sheet.json")], "rows are added to a CSV file"),
        (&["-o", &path("no/folder.csv")], "there is no folder"),
    ] {
        let before = fs::read_dir(folder.path()).unwrap().count();
        let output = command([&["power", "enter"], args].concat()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", told(&output));
        assert!(output.stdout.is_empty() && told(&output).contains(expected), "{args:?}: {}", told(&output));
        assert!(told(&output).contains("hint: ") || expected == "there is no folder", "{}", told(&output));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), before, "{args:?} leaves a file");
    }
    assert!(fs::read_to_string(&fits).unwrap().starts_with(&header()));
}

#[cfg(unix)]
#[test]
fn a_read_only_sheet_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let sheet = written(&folder, "closed.csv", &header());
    fs::set_permissions(&sheet, fs::Permissions::from_mode(0o444)).unwrap();
    let output = command(["power", "enter", "-o", &sheet]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("closed.csv: this file is read-only, and stays as it is"), "{}", told(&output));
}

#[cfg(unix)]
mod on_a_terminal {
    use super::*;
    use crate::harness::json_in;
    use rexpect::session::{PtySession, spawn_command};
    use std::process::Command;

    /// How long the program may take to ask the next question, in milliseconds.
    const PATIENCE: Option<u64> = Some(20_000);
    const ESC: &str = "\u{1b}";

    /// A person before a terminal of 80 columns and 40 rows, and a folder for the sheet.
    struct Sitting {
        folder: TempDir,
        session: PtySession,
    }

    impl Sitting {
        /// Begins with a sheet of this text, or without one.
        fn new(sheet: Option<&str>) -> Self {
            let folder = TempDir::new().unwrap();
            if let Some(text) = sheet {
                written(&folder, "sheet.csv", text);
            }
            let mut shell = Command::new("sh");
            let script = "stty rows 40 cols 80; \"$0\" power enter -o sheet.csv; echo \"rc=$?\"";
            shell.args(["-c", script, env!("CARGO_BIN_EXE_muster")]).current_dir(folder.path());
            shell.env("MUSTER_CONFIG", "").env("MUSTER_AS_OF", "2026-06-06").env("NO_COLOR", "1");
            shell.env("TERM", "xterm").env_remove("COLUMNS");
            Self { session: spawn_command(shell, PATIENCE).unwrap(), folder }
        }

        /// Waits for a question, and types the answer.
        fn answer(&mut self, question: &str, typed: &str) -> &mut Self {
            self.sees(question);
            self.session.send(typed).unwrap();
            self.session.flush().unwrap();
            self
        }

        fn sees(&mut self, text: &str) -> &mut Self {
            self.session.exp_string(text).unwrap_or_else(|error| panic!("{text}: {error}"));
            self
        }

        fn person(&mut self, id: &str, last: &str, first: &str, born: &str) -> &mut Self {
            self.answer("PTB ID?", &format!("{id}\r"))
                .answer("Last name?", &format!("{last}\r"))
                .answer("First name?", &format!("{first}\r"))
                .answer("Sex, M or F?", "m\r")
                .answer("Birth date?", &format!("{born}\r"))
        }

        fn sheet(&self) -> Option<String> {
            fs::read_to_string(self.folder.path().join("sheet.csv")).ok()
        }

        fn path(&self) -> String {
            self.folder.path().join("sheet.csv").to_str().unwrap().to_owned()
        }
    }

    #[test]
    fn candidates_become_rows_and_are_scored_at_once() {
        let mut sitting = Sitting::new(None);
        // A man of 27: 14.4 inches, 33 sit-ups, 88 percent and 14:00 are enough, exactly.
        sitting
            .person("0012", "Doe", "Jane", "2/3/1999")
            .answer("Day of the test?", "\r")
            .answer("first trial, in inches (14.4 needed)?", "14\r")
            .answer("second trial?", "14.4\r")
            .answer("third trial?", "\r")
            .sees("sit and reach: 14.4/14.4, passed (+0.0)")
            .answer("one minute (33 needed)?", "33.5\r")
            .answer("sit_ups reads '33.5'", "\u{7f}\u{7f}\r")
            .sees("sit-ups: 33/33, passed (+0)")
            .answer("Body weight in pounds?", "150\r")
            .answer("Bench press in pounds (88% needed)?", "132\r")
            .sees("bench press: 88.0%/88%, passed (+0.0)")
            .answer("minutes and seconds (14:00 needed)?", "14:00\r")
            .sees("1.5 mile run: 14:00/14:00, passed (+0 s)")
            .sees("PASS. A course may start until 21 Jul 2026.")
            .answer("Enter this candidate in sheet.csv?", "\r")
            .answer("Another candidate?", "\r");
        let row = |cells: &str| format!("{}{cells}", header());
        let doe = "0012,Doe,Jane,M,1999-02-03,,2026-06-06,,,,,,,150,14,14.4,,,33,132,14:00\n";
        assert_eq!(sitting.sheet().unwrap(), row(doe), "the row is there while the next one is asked");
        sitting
            .person("", "Roe", "Sam", "1999-02-04")
            .answer("Day of the test?", "\r")
            .answer("first trial", "15\r")
            .answer("second trial?", "\r")
            .answer("third trial?", "\r")
            .answer("one minute", "32\r")
            .sees("sit-ups: 32/33, failed (-1)")
            .answer("Body weight in pounds?", "150\r")
            .answer("Bench press in pounds", "140\r")
            .answer("minutes and seconds", "DNF\r")
            .sees("1.5 mile run: not finished, failed")
            .answer("Clock time at the end of the test?", "11:40\r")
            .sees("FAIL: sit-ups, 1.5 mile run.")
            .sees("11:40 to Tue 9 Jun 2026 11:40.")
            .answer("Enter this candidate in sheet.csv?", "\r")
            .answer("Another candidate?", "n\r")
            .sees("2 candidates entered in sheet.csv.")
            .sees("rc=0");
        let roe = ",Roe,Sam,M,1999-02-04,,2026-06-06,11:40,,,,,,150,15,,,,32,140,DNF\n";
        assert_eq!(sitting.sheet().unwrap(), row(&format!("{doe}{roe}")));
        // The sheet is scored as it was said.
        let document = json_in(&command(["power", "score", "-f", "json", &sitting.path()]).output().unwrap());
        assert_eq!(document["results"][0]["outcome"], "pass");
        assert_eq!(document["results"][1]["outcome"], "fail");
        assert_eq!(document["findings"], serde_json::json!([]));
    }

    #[test]
    fn escape_goes_back_and_what_is_wrong_is_asked_again() {
        let sheet = "First Name,Notes,LAST NAME,ptb_id,sex,dob,date,end,sr1,sr2,sr3,situps,wt,bp,run\r\n";
        let mut sitting = Sitting::new(Some(sheet));
        sitting
            .answer("PTB ID?", "\r")
            .answer("Last name?", "\r")
            .answer("expected a name", "=Doe\r")
            .answer("First name?", "Al\r")
            .answer("Sex, M or F?", "q\r")
            .answer("expected M or F", "\u{7f}f\r")
            .answer("Birth date?", "1999-02-30\r")
            .answer("birth_date cannot be read", &format!("{}03\r", "\u{7f}".repeat(2)))
            .answer("Day of the test?", "2026-06-07\r")
            .answer("after the day asked about", ESC)
            .answer("Birth date?", "\r")
            .answer("Day of the test?", "\r")
            .answer("first trial", "22\r")
            .answer("second trial?", "\r")
            .answer("third trial?", "\r")
            .answer("one minute", "1\r")
            .answer("Body weight in pounds?", ESC)
            // What was typed is proposed, and can be replaced.
            .answer("one minute", "60\r")
            .answer("Body weight in pounds?", "150\r")
            .answer("Bench press in pounds", "\r")
            .sees("bench press: blank")
            .answer("minutes and seconds", "12:00\r")
            .sees("INCOMPLETE")
            .answer("Enter this candidate in sheet.csv?", "\r")
            .answer("Another candidate?", "\r")
            .answer("PTB ID?", ESC)
            .answer("Another candidate?", ESC)
            .sees("1 candidate entered in sheet.csv.")
            .sees("rc=0");
        let row = "Al,,'=Doe,,F,1999-02-03,2026-06-06,,22,,,60,150,,12:00\r\n";
        assert_eq!(sitting.sheet().unwrap(), format!("{sheet}{row}"));
    }

    #[test]
    fn a_stop_leaves_the_rows_before_and_none_begun() {
        for typed in ["\u{3}", ESC, "\u{4}"] {
            let mut sitting = Sitting::new(None);
            sitting.answer("PTB ID?", typed).sees("nothing was written").sees("rc=2");
            assert_eq!(sitting.sheet(), None, "{typed:?}");
        }
        let mut sitting = Sitting::new(None);
        sitting.person("7", "", "", "1999-02-03").answer("Day of the test?", "\r");
        for question in ["first trial", "second trial?", "third trial?", "one minute", "weight", "Bench", "seconds"] {
            sitting.answer(question, "\r");
        }
        sitting.answer("Enter this candidate", "n\r").answer("Another candidate?", "\r");
        assert_eq!(sitting.sheet(), None, "a candidate is entered only by a yes");
        sitting.person("8", "", "", "1999-02-03").answer("Day of the test?", "\r");
        for question in ["first trial", "second trial?", "third trial?", "one minute", "weight", "Bench", "seconds"] {
            sitting.answer(question, "\r");
        }
        sitting.answer("Enter this candidate", "\r").answer("Another candidate?", "\r").person(
            "9",
            "",
            "",
            "1999-02-03",
        );
        let before = sitting.sheet().unwrap();
        assert_eq!(before, format!("{}8,,,M,1999-02-03,,2026-06-06{}\n", header(), ",".repeat(14)));
        sitting
            .answer("Day of the test?", "\u{3}")
            .sees("stopped; 1 candidate entered in sheet.csv, and nothing of one begun after that")
            .sees("rc=2");
        assert_eq!(sitting.sheet().unwrap(), before);
        let left: Vec<_> = fs::read_dir(sitting.folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "no temporary file is left: {left:?}");
    }
}

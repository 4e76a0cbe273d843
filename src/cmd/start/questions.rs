//! What `muster start` must ask about a file, and in which words. No question quotes a cell but the words of a column
//! that holds one of a few, and one day whose year has two digits, of a column that is not private.

use crate::check::columns::TwoDigitYears;
use crate::cli::config_edit::Additions;
use crate::input::column::{ColumnSpec, Reading, Role};
use crate::input::header::{Header, HeaderName, OwnNames, TwoColumns, look_up};
use crate::input::heading::KnownBy;
use crate::input::kind::Kind;
use crate::model::KINDS;
use crate::model::accepted::ACCEPTED_LIST;
use crate::model::assumed::ASSUMED_LIST;
use crate::model::officer::{Column, ROSTER};
use crate::report::page::columns::{ChoiceWord, Heading};
use crate::rules::ask::{Questions, Rule};
use crate::rules::catalogue;
use crate::values::fold::fold;
use crate::values::near::nearest;
use crate::words::{count_words, day_words, shown_text, shown_up_to, thousands};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::Key;

/// The most words of a column that are asked about.
const MOST_WORDS: usize = 30;
/// The most columns that are named as missing.
const MOST_MISSING: usize = 4;
/// The longest heading in a question, in characters.
const LONGEST_HEADING: usize = 30;

/// Something about a header that keeps the file from being opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HeaderQuestion {
    /// No heading names the officers.
    Who(Vec<String>),
    /// Two headings mean one column.
    Which(&'static str, [String; 2]),
}

impl HeaderQuestion {
    /// Returns the question about these headings, where there is one.
    pub(super) fn about(headings: Vec<String>, own: &OwnNames) -> Option<Self> {
        let header = Header::with_names(headings.iter().map(String::as_str), ROSTER.specs, own);
        let chosen = header.and_then(|mut header| {
            ROSTER.either.iter().try_for_each(|pair| header.choose(*pair, ROSTER.specs))?;
            Ok(header)
        });
        match chosen {
            Err(TwoColumns { field, names }) => {
                // The configuration cannot tell two headings of one name apart.
                (fold(&names[0]) != fold(&names[1])).then_some(Self::Which(field, names))
            }
            Ok(header) if ROSTER.marks.iter().any(|mark| header.place(*mark).is_some()) => None,
            Ok(header) => {
                let headings: Vec<String> = header.unread().into_iter().map(|unread| unread.name.clone()).collect();
                (!headings.is_empty()).then_some(Self::Who(headings))
            }
        }
    }

    /// Returns the question in words.
    pub(super) fn sentence(&self) -> String {
        match self {
            Self::Who(_) => "No heading names the officers. Which one holds their names or PTB IDs?".into(),
            Self::Which(column, _) => format!("Two headings are read as {column}. Which one is it?"),
        }
    }

    /// Returns the headings to choose from.
    pub(super) fn headings(&self) -> &[String] {
        match self {
            Self::Who(headings) => headings,
            Self::Which(_, headings) => headings,
        }
    }
}

/// Something that a person must say about an opened file.
#[derive(Clone, Debug)]
pub(super) enum Question {
    /// A heading that nothing reads and that may matter: the heading, its filled cells, whether they are days, the
    /// cells that say that somebody has left, and the column whose name it is near to.
    Column { heading: String, filled: u64, holds_days: bool, departed: u64, near: Option<&'static str> },
    /// Headings that nothing reads, and that look as if nothing should.
    Others(Vec<String>),
    /// A word of a column that holds one of a few: its cells, and the word that it seems to mean.
    Word { column: &'static ColumnSpec, word: String, count: u64, proposed: Option<&'static str> },
    /// Days whose year has two digits.
    Years(TwoDigitYears),
    /// Whole names without a comma.
    NameOrder(u64),
}

impl Question {
    /// Returns the question in words.
    pub(super) fn sentence(&self) -> String {
        match self {
            Self::Column { heading, filled, holds_days, departed, .. } => {
                let days = match (holds_days, departed) {
                    (true, _) => ", days".to_owned(),
                    (false, 0) => String::new(),
                    (false, 1) => ", one of somebody who has left".to_owned(),
                    (false, left) => format!(", {} of people who have left", thousands(left.cast_signed())),
                };
                let cells = count_words(filled.cast_signed(), "cell");
                format!("What does {} hold ({cells}{days})?", quoted(heading))
            }
            Self::Others(headings) => {
                let headings: Vec<String> = headings.iter().map(|heading| quoted(heading)).collect();
                format!("Does muster need one of {}?", headings.join(", "))
            }
            Self::Word { column, word, count, .. } => {
                let cells = count_words(count.cast_signed(), "cell");
                format!("What does {} mean in {} ({cells})?", quoted(word), column.name)
            }
            Self::Years(TwoDigitYears { count, ahead, example }) => {
                let (days, have) = (count_words(count.cast_signed(), "day"), if *count == 1 { "has" } else { "have" });
                let example = example.as_ref().map_or(String::new(), |(column, text, day)| {
                    format!(" \"{}\" in {column} would be {}.", shown_text(text), day_words(*day))
                });
                let ahead = match ahead {
                    0 => String::new(),
                    ahead => format!(" {} of them may lie ahead.", thousands(ahead.cast_signed())),
                };
                format!(
                    "{days} {have} a year of two digits.{ahead}{example} Read all such days in the past, now and in \
                     later files?"
                )
            }
            Self::NameOrder(count) => {
                let (names, have) =
                    (count_words(count.cast_signed(), "name"), if *count == 1 { "has" } else { "have" });
                format!("{names} {have} no comma. Which part comes first?")
            }
        }
    }

    /// Returns the entry of the configuration that would answer it: its table, which is empty for the whole file, and
    /// its lines. Each is a comment until a person has looked at it.
    fn entry(&self) -> (String, Vec<String>) {
        let key = |text: &str| Key::new(text).to_string();
        match self {
            Self::Column { heading, near, .. } => {
                let line = match near {
                    Some(near) => format!("# {} = {near:?} or \"ignore\"", key(heading)),
                    None => format!("# {} = the name of a column, or \"ignore\"", key(heading)),
                };
                ("columns".into(), vec![line])
            }
            Self::Others(headings) => {
                let lines = headings.iter().map(|heading| format!("# {} = \"ignore\"", key(heading))).collect();
                ("columns".into(), lines)
            }
            Self::Word { column, word, proposed, .. } => {
                let line = match proposed {
                    Some(means) => format!("# {} = {means:?}", key(word)),
                    None => format!("# {} = one of {}", key(word), column.choices.join(", ")),
                };
                (format!("values.{}", column.name), vec![line])
            }
            Self::Years(_) => (String::new(), vec!["# two_digit_years = \"past\" or \"none\"".into()]),
            Self::NameOrder(_) => (String::new(), vec!["# name_order = \"first-last\" or \"last-first\"".into()]),
        }
    }
}

/// Returns the lines of a configuration that would answer these questions.
pub(super) fn entries(questions: &[Question]) -> String {
    let mut tables = BTreeMap::<String, Vec<String>>::new();
    for (table, lines) in questions.iter().map(Question::entry) {
        tables.entry(table).or_default().extend(lines);
    }
    let of_table = |(table, lines): (String, Vec<String>)| {
        let head = if table.is_empty() { String::new() } else { format!("[{table}]\n") };
        format!("{head}{}\n", lines.join("\n"))
    };
    tables.into_iter().map(of_table).collect::<Vec<_>>().join("\n")
}

/// Returns a heading or a word in quotes, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", shown_up_to(LONGEST_HEADING, text))
}

/// Returns whether several headings of a file have this name, so that no entry of the configuration can mean one of
/// them.
pub(super) fn is_repeated(name: &str, headings: &[Heading]) -> bool {
    let name = fold(name);
    headings.iter().filter(|heading| fold(&heading.heading) == name).count() > 1
}

/// Returns the kinds of file besides a roster that read a heading by its name.
pub(super) fn other_kinds(heading: &str) -> Vec<&'static str> {
    let reads = |kind: &&&Kind| {
        // Lists of muster's own are read under other names than files of people.
        let is_own_list = [ACCEPTED_LIST.name, ASSUMED_LIST.name].contains(&kind.name);
        !is_own_list
            && kind.name != ROSTER.name
            && matches!(look_up(heading, kind.specs, &OwnNames::new()), HeaderName::Column(_))
    };
    KINDS.iter().filter(reads).map(|kind| kind.name).collect()
}

/// Returns the questions about the headings of a file, one a name.
pub(super) fn about_headings(headings: &[Heading]) -> Vec<Question> {
    let mut names = BTreeSet::new();
    let headings: Vec<&Heading> = headings.iter().filter(|heading| names.insert(fold(&heading.heading))).collect();
    // To leave out what another kind of file reads would leave it out there as well.
    let is_elsewhere = |heading: &Heading| !other_kinds(&heading.heading).is_empty();
    let of_column = |heading: &Heading| match heading.known_by {
        KnownBy::NearName => true,
        KnownBy::Unread if heading.departed > 0 || heading.near.is_some() => true,
        KnownBy::Unread => heading.holds_days && !is_elsewhere(heading),
        _ => false,
    };
    let column = |heading: &Heading| Question::Column {
        heading: heading.heading.clone(),
        filled: heading.filled,
        holds_days: heading.holds_days,
        departed: heading.departed,
        near: heading.near,
    };
    let mut questions: Vec<Question> =
        headings.iter().copied().filter(|heading| of_column(heading)).map(column).collect();
    let is_other = |heading: &&&Heading| {
        heading.known_by == KnownBy::Unread && !heading.holds_days && !of_column(heading) && !is_elsewhere(heading)
    };
    let others: Vec<String> =
        headings.iter().filter(is_other).filter(|other| other.filled > 0).map(|other| other.heading.clone()).collect();
    if !others.is_empty() {
        questions.push(Question::Others(others));
    }
    questions
}

/// Returns the questions about the words of columns that hold one of a few.
pub(super) fn about_words(headings: &[Heading]) -> Vec<Question> {
    let of_heading = |heading: &Heading| {
        let column = ROSTER.specs.iter().find(|spec| Some(spec.name) == heading.column)?;
        let unknown = heading.words.iter().filter(|word| word.means.is_none()).take(MOST_WORDS);
        let question = |ChoiceWord { word, count, .. }: &ChoiceWord| Question::Word {
            column,
            word: word.clone(),
            count: *count,
            proposed: likely(column, word),
        };
        Some(unknown.map(question).collect::<Vec<_>>())
    };
    headings.iter().filter_map(of_heading).flatten().collect()
}

/// Returns the word that an unknown word of a column seems to mean: one of its parts means it, and no other part
/// another, or a letter or two are mistyped.
fn likely(column: &'static ColumnSpec, word: &str) -> Option<&'static str> {
    let how = Reading::on(NaiveDate::MIN);
    // In a column that takes any word for one of its own, a part of a word says nothing.
    let takes_any = column.choice_of("xyzzy", &how).is_some();
    let parts = word.split(|letter: char| !letter.is_alphanumeric()).filter(|part| part.chars().count() > 1);
    let mut meant: Vec<&str> = parts.filter(|_| !takes_any).filter_map(|part| column.choice_of(part, &how)).collect();
    meant.sort_unstable();
    meant.dedup();
    match meant[..] {
        [one] => Some(one),
        [] => nearest(word, column.choices.iter().copied()),
        _ => None,
    }
}

/// A column that no heading is read as, and the number of rules that cannot be asked without it.
pub(super) type FreeColumn = (&'static ColumnSpec, usize);

/// Returns the columns that no heading is read as, and none is about to be; those that most rules lack come first.
pub(super) fn free_columns(headings: &[Heading], added: &Additions) -> Vec<FreeColumn> {
    // Rules ask for the same columns many times, and a file may have thousands of headings.
    let free: Vec<&str> =
        ROSTER.specs.iter().map(|spec| spec.name).filter(|name| holder(name, headings, added).is_none()).collect();
    let is_free = |name: &str| free.contains(&name);
    let lacking = |rule: &'static Rule| Questions::default().add(rule, |column| !is_free(column.name())).err();
    let lacking: Vec<Vec<Column>> = catalogue().filter_map(lacking).collect();
    let rules = |name: &str| lacking.iter().filter(|columns| columns.iter().any(|it| it.name() == name)).count();
    let mut free: Vec<FreeColumn> =
        ROSTER.specs.iter().filter(|spec| is_free(spec.name)).map(|spec| (spec, rules(spec.name))).collect();
    free.sort_by_key(|(_, rules)| Reverse(*rules));
    free
}

/// Returns the heading that a column is read from, or about to be. A whole name holds its parts, and a last name keeps
/// a whole one out.
pub(super) fn holder<'h>(column: &str, headings: &'h [Heading], added: &'h Additions) -> Option<&'h str> {
    let of = |name: &str| {
        let told = added.columns.iter().find(|(_, column)| *column == Some(name)).map(|(heading, _)| heading);
        let known = |heading: &&Heading| heading.column == Some(name) && !is_changed(heading, added);
        told.or_else(|| headings.iter().find(known).map(|heading| &heading.heading)).map(String::as_str)
    };
    of(column).or_else(|| match column {
        "name" => of("last_name"),
        "last_name" | "first_name" => of("name"),
        _ => None,
    })
}

/// Returns whether the meaning of a heading is about to change.
fn is_changed(heading: &Heading, added: &Additions) -> bool {
    added.columns.iter().any(|(other, _)| fold(other) == fold(&heading.heading))
}

/// Returns a sentence on the names, where none are read, and the columns that most rules lack; `None` when nothing is
/// missing.
pub(super) fn most_missing(free: &[FreeColumn]) -> Option<String> {
    let name = free.iter().find(|(spec, _)| spec.role == Role::LastName && spec.name != "name");
    let name = name.map(|(spec, _)| format!("{} (every finding)", spec.name));
    let missing = free.iter().filter(|(spec, rules)| *rules > 0 && spec.role != Role::LastName).take(MOST_MISSING);
    let missing = missing.map(|(spec, rules)| format!("{} ({})", spec.name, count_words(*rules as i64, "rule")));
    let missing: Vec<String> = name.into_iter().chain(missing).collect();
    (!missing.is_empty()).then(|| format!("No heading is read yet as {}.", missing.join(", ")))
}

/// Returns the first sentence about a column.
pub(super) fn about(spec: &ColumnSpec) -> &'static str {
    let end = [". ", "; "].iter().filter_map(|end| spec.meaning.find(end)).min();
    spec.meaning.get(..end.unwrap_or(spec.meaning.len())).unwrap_or_default().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(headings: &[&str]) -> Vec<String> {
        headings.iter().map(|heading| (*heading).to_owned()).collect()
    }

    #[test]
    fn a_header_without_names_or_with_two_is_asked_about() {
        let about = |headings: &[&str]| HeaderQuestion::about(named(headings), &OwnNames::new());
        assert_eq!(about(&["Who", "Came On"]), Some(HeaderQuestion::Who(named(&["Who", "Came On"]))));
        assert_eq!(about(&["Last Name", "Came On"]), None);
        let two = HeaderQuestion::Which("hire_date", ["Hired".into(), "Date Hired".into()]);
        assert_eq!(about(&["Last Name", "Hired", "Date Hired"]), Some(two));
        assert_eq!(about(&["Last Name", "Hired", "hired"]), None, "no entry could tell them apart");
    }

    #[test]
    fn a_heading_of_another_kind_of_file_is_known_there() {
        assert_eq!(other_kinds("Gender"), ["power"]);
        assert_eq!(other_kinds("Locker"), Vec::<&str>::new());
        assert_eq!(other_kinds("Basic Enrolled"), Vec::<&str>::new(), "a roster alone has it");
    }

    fn heading(name: &str, column: Option<&'static str>) -> Heading {
        Heading {
            file: String::new(),
            sheet: None,
            place: 1,
            heading: name.into(),
            column,
            known_by: KnownBy::Unread,
            near: None,
            holds_days: false,
            departed: 0,
            filled: 0,
            unreadable: 0,
            unreadable_kinds: Vec::new(),
            words: Vec::new(),
            opens: Vec::new(),
            status: crate::finding::Status::Met,
        }
    }

    #[test]
    fn what_matters_is_asked_whatever_other_files_read_there() {
        let asked = |change: &dyn Fn(&mut Heading)| {
            let mut heading = Heading { filled: 3, ..heading("Status", None) };
            change(&mut heading);
            about_headings(&[heading]).first().map(Question::sentence)
        };
        assert_eq!(asked(&|_| {}), None, "course lists have such a column");
        let left = asked(&|heading| heading.departed = 2);
        assert_eq!(left.as_deref(), Some("What does \"Status\" hold (3 cells, 2 of people who have left)?"));
        let near = asked(&|heading| heading.near = Some("employment"));
        assert_eq!(near.as_deref(), Some("What does \"Status\" hold (3 cells)?"));
    }

    #[test]
    fn the_entries_are_a_configuration() {
        let column = &Column::SPECS[Column::Employment as usize];
        let word = |word: &str, proposed| Question::Word { column, word: word.into(), count: 1, proposed };
        let years = TwoDigitYears { count: 1, ahead: 0, example: None };
        let questions = [
            Question::Others(named(&["Locker", "Shoe \"Size\""])),
            word("FT Sworn", Some("full-time")),
            word("Aux", None),
            Question::Years(years),
        ];
        let text = entries(&questions);
        let all: toml::Table = text.parse().unwrap();
        assert!(all["columns"].as_table().is_some_and(toml::Table::is_empty), "nothing holds unseen: {text}");
        let looked_at = text.replace("# '", "'").replace("# \"", "\"").replace("# Locker", "Locker");
        let looked_at = looked_at.replace(" or \"none\"", "").replace("# two", "two");
        let read: toml::Table = looked_at.parse().unwrap_or_else(|error| panic!("{error}: {looked_at}"));
        assert_eq!(read["columns"]["Shoe \"Size\""].as_str(), Some("ignore"), "{text}");
        assert_eq!(read["values"]["employment"].as_table().map(toml::Table::len), Some(1), "{text}");
        assert!(text.starts_with("# two_digit_years = "), "before the first table: {text}");
    }

    #[test]
    fn a_missing_name_is_named_among_the_columns() {
        let missing = |column| most_missing(&free_columns(&[heading("Who", column)], &Additions::default())).unwrap();
        assert!(missing(Some("ptb_id")).contains("last_name (every finding), "), "{}", missing(Some("ptb_id")));
        assert!(!missing(Some("name")).contains("last_name") && !missing(Some("last_name")).contains("name"));
    }

    #[test]
    fn a_taken_column_has_a_holder() {
        let headings = [heading("Hired", Some("hire_date")), heading("Who", Some("name"))];
        let mut added = Additions::default();
        assert_eq!(holder("hire_date", &headings, &added), Some("Hired"));
        assert_eq!(holder("last_name", &headings, &added), Some("Who"));
        added.columns = vec![("hired".into(), None), ("Came On".into(), Some("hire_date"))];
        assert_eq!(holder("hire_date", &headings, &added), Some("Came On"));
        added.columns.pop();
        assert_eq!(holder("hire_date", &headings, &added), None, "it was said to be wrong");
    }

    #[test]
    fn a_word_is_proposed_by_one_of_its_parts() {
        let of = |column: Column, word: &str| likely(&Column::SPECS[column as usize], word);
        assert_eq!(of(Column::Employment, "FT Sworn"), Some("full-time"));
        assert_eq!(of(Column::Employment, "Sworn - PT"), Some("part-time"));
        assert_eq!(of(Column::Employment, "FT or PT"), None, "two meanings");
        assert_eq!(of(Column::Employment, "Aux"), None);
        assert_eq!(of(Column::Employment, "P. O."), None, "a letter is no part");
        assert_eq!(of(Column::Employment, "fulltine"), Some("full-time"), "mistyped");
        assert_eq!(of(Column::Position, "Fire Chief"), None, "any word is an officer there");
    }
}

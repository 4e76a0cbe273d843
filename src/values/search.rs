//! Search by words: which of many texts say what a person looks for, the nearest first.
//!
//! Case, accents, plurals and the order of the words do not matter. A word may stand for another of the same stem
//! (`reimbursement`, `reimbursed`) and may be mistyped in one letter, both for less.

use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization;

/// Words that say nothing about a subject. They are searched for only when there are no others.
const FILLERS: &[&str] = &[
    "a", "an", "and", "any", "are", "at", "be", "by", "can", "do", "doe", "for", "from", "get", "has", "have", "how",
    "i", "if", "in", "is", "it", "me", "must", "my", "need", "of", "on", "or", "our", "that", "the", "there", "this",
    "to", "we", "what", "when", "where", "which", "who", "why", "will", "with", "you", "your",
];

/// The fewest letters of a word that is compared by its beginning, or with a mistake.
const LONG_WORD: usize = 5;
/// The most letters after the common beginning of two words of one stem.
const LONGEST_ENDING: usize = 5;
/// The most words of a search that count. A question is shorter.
const MOST_WORDS: usize = 24;

/// A text to be found.
#[derive(Debug)]
pub struct Searchable {
    /// How much more a match in it counts than in one of importance 1.
    importance: u64,
    name: Vec<String>,
    title: Vec<String>,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    text: String,
    words: Vec<String>,
}

impl Searchable {
    /// Prepares a text: its name, its title, and what it says, a paragraph each.
    pub fn new<'p>(name: &str, title: &'p str, paragraphs: impl IntoIterator<Item = &'p str>) -> Self {
        let sentences = paragraphs.into_iter().flat_map(sentences);
        let lines = std::iter::once(title).chain(sentences);
        let line = |text: &str| Line { text: text.to_owned(), words: words(text) };
        Self { importance: 1, name: words(name), title: words(title), lines: lines.map(line).collect() }
    }

    /// Makes a match in it count so much more.
    #[must_use]
    pub fn important(self, importance: u64) -> Self {
        Self { importance, ..self }
    }

    /// Returns how well the text has each of the words, and the line that has most of them.
    fn score(&self, wanted: &[Wanted]) -> (u64, Option<usize>) {
        let best = |word: &str, words: &[String]| words.iter().map(|other| likeness(word, other)).max().unwrap_or(0);
        let in_line =
            |line: &Line| -> u64 { wanted.iter().map(|wanted| best(&wanted.word, &line.words) * wanted.rarity).sum() };
        let of_lines: Vec<u64> = self.lines.iter().map(in_line).collect();
        let most = of_lines.iter().max().copied().unwrap_or(0);
        let anywhere: u64 = wanted
            .iter()
            .map(|wanted| {
                let in_lines = self.lines.iter().map(|line| best(&wanted.word, &line.words)).max().unwrap_or(0);
                let [name, title] = [&self.name, &self.title].map(|field| best(&wanted.word, field));
                (in_lines + title + 2 * name) * wanted.rarity
            })
            .sum();
        let is_its_name =
            wanted.len() == self.name.len() && wanted.iter().all(|wanted| self.name.contains(&wanted.word));
        let importance = if is_its_name { 10 } else { self.importance };
        // Words that stand together in a line say more than the same words far apart.
        ((anywhere + 2 * most) * importance, of_lines.iter().position(|score| *score == most && most > 0))
    }

    fn all_words(&self) -> impl Iterator<Item = &String> {
        self.name.iter().chain(self.lines.iter().flat_map(|line| &line.words))
    }
}

/// A word that is looked for.
struct Wanted {
    word: String,
    /// A word that few texts have counts for more.
    rarity: u64,
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The place of the text among those that were searched.
    pub at: usize,
    /// The line that matched.
    pub line: String,
    /// Its nearness to what was looked for.
    score: u64,
}

/// Returns the texts that have any of the words, the nearest first. A text with far less than the nearest is left out.
pub fn search(texts: &[Searchable], question: &str) -> Vec<Found> {
    let wanted = wanted(texts, question);
    let found = texts.iter().enumerate().filter_map(|(at, text)| {
        let (score, line) = text.score(&wanted);
        let line = line.map_or_else(|| text.lines[0].text.clone(), |line| text.lines[line].text.clone());
        (score > 0).then_some(Found { at, line, score })
    });
    let mut found: Vec<Found> = found.collect();
    found.sort_by_key(|found| (std::cmp::Reverse(found.score), found.at));
    let least = found.first().map_or(0, |first| first.score / 3);
    found.retain(|found| found.score >= least);
    found
}

/// Returns the words of the texts that are most like the words of a search that found nothing.
pub fn nearest_words(texts: &[Searchable], question: &str) -> Vec<String> {
    let known: HashSet<&String> = texts.iter().flat_map(Searchable::all_words).collect();
    let mut near: Vec<(usize, &str)> = Vec::new();
    for word in words(question).into_iter().take(MOST_WORDS).filter(|word| word.chars().count() <= 40) {
        let farthest = word.chars().count().div_ceil(2);
        let distance = |other: &str| strsim::osa_distance(&word, other);
        near.extend(known.iter().map(|other| (distance(other), other.as_str())).filter(|(far, _)| *far <= farthest));
    }
    near.sort_unstable();
    near.dedup();
    near.into_iter().filter(|(_, word)| word.chars().count() > 2).take(3).map(|(_, word)| word.to_owned()).collect()
}

fn wanted(texts: &[Searchable], question: &str) -> Vec<Wanted> {
    let mut all = words(question);
    all.truncate(MOST_WORDS);
    let telling: Vec<String> = all.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
    let mut seen = HashSet::new();
    let kept = if telling.is_empty() { all } else { telling };
    let rarity = |word: &str| {
        let having = texts.iter().filter(|text| text.all_words().any(|other| other == word)).count();
        (texts.len() / having.max(1)).max(1).pow(2).ilog2() + 1
    };
    kept.into_iter()
        .filter(|word| seen.insert(word.clone()))
        .map(|word| Wanted { rarity: rarity(&word).into(), word })
        .collect()
}

/// Returns how near two words are: 8 the same, 4 of one stem, 2 mistyped, 0 not at all.
fn likeness(wanted: &str, other: &str) -> u64 {
    if wanted == other {
        return 8;
    }
    if wanted.len() < LONG_WORD || other.len() < LONG_WORD || !wanted.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return 0;
    }
    let common = wanted.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
    let longest = wanted.len().max(other.len());
    if common >= LONG_WORD && longest - common <= LONGEST_ENDING && common * 2 > longest {
        return 4;
    }
    if wanted.len().abs_diff(other.len()) <= 1 && common > 0 && strsim::osa_distance(wanted, other) == 1 {
        2
    } else {
        0
    }
}

/// Returns the words of a text in small letters, without accents and without the ending of a plural; `1,560` is 1560.
fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfkd().filter(|letter| !unicode_normalization::char::is_combining_mark(*letter)).collect();
    let plain = plain.to_lowercase();
    let mut words = Vec::new();
    for piece in plain.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, ',' | '\'' | '’')) {
        let is_number = piece.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        if is_number {
            words.push(piece.replace(',', ""));
        } else {
            let parts = piece.split([',', '\'', '’']).filter(|part| *part != "s");
            words.extend(parts.map(singular));
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Returns a word without the ending of a plural. It need not be a word that exists: both sides lose the same ending.
fn singular(word: &str) -> String {
    let without = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() > 2);
    if let Some(stem) = without("ies") {
        return format!("{stem}y");
    }
    if ["sses", "xes", "ches", "shes"].iter().any(|ending| word.ends_with(ending)) {
        return word.strip_suffix("es").unwrap_or(word).to_owned();
    }
    match without("s") {
        Some(stem) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// Words after which a point ends no sentence.
const ABBREVIATIONS: &[&str] = &["Adm", "Ill", "No", "O", "P", "Reg", "St"];

/// Divides a paragraph into sentences. A point after an abbreviation, such as `Adm.`, ends none.
fn sentences(paragraph: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = paragraph;
    let mut from = 0;
    while let Some(point) = rest[from..].find(". ").map(|at| at + from) {
        let before = rest[..point].rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        if !ABBREVIATIONS.contains(&before) {
            sentences.push(&rest[..=point]);
            rest = &rest[point + 2..];
            from = 0;
        } else {
            from = point + 2;
        }
    }
    sentences.push(rest);
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts() -> Vec<Searchable> {
        vec![
            Searchable::new(
                "complaints",
                "Where a complaint goes",
                ["Form Q is sent by email. It is processed there."],
            ),
            Searchable::new(
                "claim",
                "What is reimbursed",
                ["A late claim is denied; the way left is the Court of Claims."],
            ),
            Searchable::new("hours", "Part-time officers", ["They work at most 1,560 hours in a calendar year."]),
        ]
    }

    fn first(question: &str) -> Option<usize> {
        search(&texts(), question).first().map(|found| found.at)
    }

    #[test]
    fn case_accents_plurals_and_order_do_not_matter() {
        for question in ["form q", "Q FORM", "forms q", "fórm q", "Complaint", "complaints"] {
            assert_eq!(first(question), Some(0), "{question}");
        }
        assert_eq!(first("1560"), Some(2));
        assert_eq!(first("1,560 hours"), Some(2));
    }

    #[test]
    fn a_word_of_the_same_stem_and_a_mistyped_one_are_found() {
        assert_eq!(first("reimbursement"), Some(1));
        assert_eq!(first("compliant"), Some(0));
        assert_eq!(first("zzz"), None);
        assert_eq!(first(""), None);
    }

    #[test]
    fn the_line_that_matched_is_shown() {
        let found = search(&texts(), "court of claims");
        assert_eq!(found[0].line, "A late claim is denied; the way left is the Court of Claims.");
        assert_eq!(search(&texts(), "processed")[0].line, "It is processed there.");
    }

    #[test]
    fn fillers_count_only_when_there_is_nothing_else() {
        assert_eq!(first("what is the court"), Some(1));
        assert!(first("there").is_some());
    }

    #[test]
    fn nearest_words_are_offered_for_a_search_in_vain() {
        assert!(nearest_words(&texts(), "corut").contains(&"court".to_owned()));
        assert!(nearest_words(&texts(), "").is_empty());
        assert!(nearest_words(&texts(), &"x".repeat(5000)).is_empty());
    }

    #[test]
    fn a_point_after_an_abbreviation_ends_no_sentence() {
        assert_eq!(sentences("See 20 Ill. Adm. Code 1720. Then call."), ["See 20 Ill. Adm. Code 1720.", "Then call."]);
        assert_eq!(sentences("It has a fee. Half is paid."), ["It has a fee.", "Half is paid."]);
        assert_eq!(sentences(""), [""]);
    }

    #[test]
    fn plurals_lose_their_ending() {
        for (plural, stem) in
            [("agencies", "agency"), ("classes", "class"), ("boxes", "box"), ("hours", "hour"), ("class", "class")]
        {
            assert_eq!(singular(plural), stem);
        }
    }
}

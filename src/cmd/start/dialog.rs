//! The questions as they are asked on the terminal, and what each answer adds to the configuration.

use crate::cli::config::Origin;
use crate::cli::config_file::{COLUMNS, VALUES};
use crate::cmd::ask::{Choice, Terminal};
use crate::cmd::start::Start;
use crate::cmd::start::questions::{Question, about, free_columns, holder, is_repeated, most_missing, quoted};
use crate::cmd::start::steps::Turn;
use crate::input::cells::NameOrder;
use crate::input::column::ColumnSpec;
use crate::input::heading::{KnownBy, OwnName};
use crate::model::officer::ROSTER;
use crate::report::page::columns::Heading;
use crate::values::fold::fold;
use crate::words::count_words;

/// The meaning that a person gives a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    /// It is this column.
    Column(&'static str),
    /// Nothing for now: nothing is written, and the next run asks again.
    Later,
    /// Nothing ever.
    Ignore,
}

impl Meaning {
    /// Returns the name of a choice.
    fn name(self) -> &'static str {
        match self {
            Self::Column(name) => name,
            Self::Later => "leave it out for now",
            Self::Ignore => "ignore it for good",
        }
    }
}

impl Start<'_> {
    /// Asks whether each heading is read as it should be, and which is not.
    pub(super) fn correct(&mut self, terminal: &Terminal, headings: &[Heading]) -> anyhow::Result<Turn> {
        let is_kept = |heading: &&Heading| {
            heading.column.is_some() || self.before.is_some() && heading.known_by == KnownBy::Ignored
        };
        let read: Vec<&Heading> = headings.iter().filter(is_kept).collect();
        loop {
            let mut choices = vec![terminal.choice("yes, all of them", "")];
            choices.extend(read.iter().map(|heading| {
                let changed = self.added.columns.iter().rev().find(|(other, _)| *other == heading.heading);
                let column = changed.map_or(heading.column, |(_, column)| *column);
                let column = column.unwrap_or(Meaning::Ignore.name());
                terminal.choice(&format!("no, {} is wrong", quoted(&heading.heading)), column)
            }));
            let Some(chosen) = terminal.choose("Are these headings read as what they are?", choices)? else {
                return Ok(Turn::Back);
            };
            let Some(wrong) = chosen.checked_sub(1).and_then(|at| read.get(at)) else { return Ok(Turn::On) };
            let before = self.added.columns.clone();
            self.added.columns.retain(|(other, _)| *other != wrong.heading);
            self.added.columns.push((wrong.heading.clone(), None));
            // What its name says is wrong, so that it cannot be left as it is.
            let first = [Meaning::Ignore];
            match self.ask_for_column(terminal, wrong, headings, &first, "")? {
                Some(Meaning::Column(column)) => {
                    if let Some(last) = self.added.columns.last_mut() {
                        last.1 = Some(column);
                    }
                }
                Some(Meaning::Later | Meaning::Ignore) => {}
                None => self.added.columns = before,
            }
        }
    }

    /// Asks what a heading is: `first` are the meanings that lead. `None` is to go back.
    fn ask_for_column(
        &self,
        terminal: &Terminal,
        heading: &Heading,
        headings: &[Heading],
        first: &[Meaning],
        sentence: &str,
    ) -> anyhow::Result<Option<Meaning>> {
        let mut offered: Vec<(Meaning, Choice)> = Vec::new();
        let free = free_columns(headings, &self.added);
        // No entry can mean one of several headings of one name.
        let is_one = !is_repeated(&heading.heading, headings);
        let is_offered = |spec: &ColumnSpec| is_one && (spec.is_day || !heading.holds_days);
        let mut columns: Vec<&ColumnSpec> = free.iter().map(|(spec, _)| *spec).filter(|it| is_offered(it)).collect();
        columns.sort_by_key(|spec| spec.is_day && !heading.holds_days);
        for meaning in first {
            let words = match meaning {
                Meaning::Column(name) => columns.iter().find(|spec| spec.name == *name).map(|spec| about(spec)),
                Meaning::Later => Some("the next run asks again"),
                Meaning::Ignore => Some("nothing reads it, and nothing asks again"),
            };
            offered.extend(words.map(|words| (*meaning, terminal.choice(meaning.name(), words))));
        }
        for spec in columns.into_iter().filter(|spec| !first.contains(&Meaning::Column(spec.name))) {
            offered.push((Meaning::Column(spec.name), terminal.choice(spec.name, about(spec))));
        }
        for spec in ROSTER.specs.iter().filter(|spec| is_offered(spec)) {
            if let Some(holder) = holder(spec.name, headings, &self.added) {
                let words = format!("taken by {}", quoted(holder));
                offered.push((Meaning::Column(spec.name), terminal.choice(spec.name, &words)));
            }
        }
        let asked = format!("What does {} hold?", quoted(&heading.heading));
        let mut doubted = None;
        loop {
            let choices = offered.iter().map(|(_, choice)| choice.clone()).collect();
            let chosen = terminal.choose(if sentence.is_empty() { &asked } else { sentence }, choices)?;
            let Some((meaning, _)) = chosen.and_then(|at| offered.get(at)) else { return Ok(None) };
            let Meaning::Column(name) = *meaning else { return Ok(Some(*meaning)) };
            if let Some(holder) = holder(name, headings, &self.added) {
                terminal.show(&format!("{name} is taken by {}; Esc goes back to it.", quoted(holder)))?;
                continue;
            }
            match self.why_unfit(&heading.heading, name)?.filter(|_| doubted != Some(name)) {
                None => return Ok(Some(*meaning)),
                Some(why) => {
                    terminal.show(&format!("{why} The same choice once more keeps it."))?;
                    doubted = Some(name);
                }
            }
        }
    }

    /// Returns a sentence on the cells under a heading, where most cannot be read as a column of other than a few
    /// words, whose words are asked about.
    fn why_unfit(&self, heading: &str, column: &'static str) -> anyhow::Result<Option<String>> {
        let spec = ROSTER.specs.iter().find(|spec| spec.name == column);
        let Some(spec) = spec.filter(|spec| spec.choices.is_empty()) else { return Ok(None) };
        let mut settings = self.in_force();
        settings.columns.insert(fold(heading), OwnName { written: heading.to_owned(), column: Some(column) });
        // Years are asked about later.
        settings.two_digit_years.value = true;
        let headings = self.survey(&settings)?.files.concat();
        let is_it = |it: &&Heading| it.column == Some(column) && fold(&it.heading) == fold(heading);
        let Some(Heading { filled, unreadable, .. }) = headings.iter().find(is_it) else { return Ok(None) };
        Ok((unreadable * 2 > *filled).then(|| {
            let cells = count_words(filled.cast_signed(), "cell");
            let heading = quoted(heading);
            format!("{unreadable} of {cells} under {heading} cannot be read as {column}: expected {}.", spec.expected)
        }))
    }

    /// Returns the meanings that lead for a heading: what the configuration says of it, a near name that its cells fit,
    /// or to leave it out for now.
    fn leading(&self, heading: &Heading) -> anyhow::Result<Vec<Meaning>> {
        let before = self.before.as_ref().and_then(|before| before.columns.get(&fold(&heading.heading)));
        let fitting = match heading.near {
            Some(near) if self.why_unfit(&heading.heading, near)?.is_none() => Some(near),
            _ => None,
        };
        let first = match before {
            Some(own) => Some(own.column.map_or(Meaning::Ignore, Meaning::Column)),
            None => fitting.map(Meaning::Column),
        };
        let mut leading: Vec<Meaning> = first.into_iter().collect();
        leading.extend([Meaning::Later, Meaning::Ignore].into_iter().filter(|it| Some(*it) != first));
        Ok(leading)
    }

    /// Keeps what a person said about a heading.
    fn keep(&mut self, heading: &str, meaning: Meaning) {
        match meaning {
            Meaning::Column(column) => self.added.columns.push((heading.to_owned(), Some(column))),
            Meaning::Ignore => self.added.columns.push((heading.to_owned(), None)),
            Meaning::Later => self.forget(&[COLUMNS, heading]),
        }
    }

    /// Takes an entry out of the configuration, where everything is asked again.
    fn forget(&mut self, path: &[&str]) {
        if self.before.is_some() {
            self.added.removed.push(path.iter().map(|key| (*key).to_owned()).collect());
        }
    }

    /// Asks what the file leaves open.
    ///
    /// # Errors
    /// When the person stops.
    pub(super) fn ask_about(
        &mut self,
        terminal: &Terminal,
        question: &Question,
        headings: &[Heading],
    ) -> anyhow::Result<Turn> {
        match question {
            Question::Column { heading, .. } => {
                let Some(heading) = headings.iter().find(|it| it.heading == *heading) else { return Ok(Turn::On) };
                let leading = self.leading(heading)?;
                let meaning = self.ask_for_column(terminal, heading, headings, &leading, &question.sentence())?;
                let Some(meaning) = meaning else { return Ok(Turn::Back) };
                self.keep(&heading.heading, meaning);
                Ok(Turn::On)
            }
            Question::Others(others) => self.ask_about_others(terminal, others, headings),
            Question::Word { .. } => self.ask_about_word(terminal, question),
            Question::Years(_) | Question::NameOrder(_) => self.ask_about_setting(terminal, question),
        }
    }

    /// Asks about headings that look as if nothing should read them.
    fn ask_about_others(
        &mut self,
        terminal: &Terminal,
        others: &[String],
        headings: &[Heading],
    ) -> anyhow::Result<Turn> {
        let own = |heading: &String| self.before.as_ref()?.columns.get(&fold(heading));
        let places = 0..others.len();
        let is_read = |at: &usize| others.get(*at).and_then(own).is_some_and(|own| own.column.is_some());
        let proposed: Vec<usize> = places.filter(is_read).collect();
        let ignored = others.iter().filter_map(own).any(|own| own.column.is_none());
        let before = self.added.clone();
        'again: loop {
            self.added.clone_from(&before);
            if let Some(missing) = most_missing(&free_columns(headings, &self.added)) {
                terminal.show(&missing)?;
            }
            let choices = others.iter().map(|heading| terminal.choice(heading, "")).collect();
            let asked = "Does muster need one of these other headings?";
            let Some(marked) = terminal.choose_any(asked, choices, &proposed)? else { return Ok(Turn::Back) };
            let is_marked = |(at, _): &(usize, &String)| marked.contains(at);
            let (needed, rest): (Vec<_>, Vec<_>) = others.iter().enumerate().partition(is_marked);
            for (_, name) in needed {
                let Some(heading) = headings.iter().find(|it| it.heading == *name) else { continue };
                let leading = self.leading(heading)?;
                match self.ask_for_column(terminal, heading, headings, &leading, "")? {
                    Some(meaning) => self.keep(name, meaning),
                    None => continue 'again,
                }
            }
            if rest.is_empty() {
                return Ok(Turn::On);
            }
            let names: Vec<String> = rest.iter().map(|(_, heading)| quoted(heading)).collect();
            let asked = format!("Ignore {} for good? No asks again next time.", names.join(", "));
            let Some(for_good) = terminal.agree(&asked, ignored)? else { continue };
            let meaning = if for_good { Meaning::Ignore } else { Meaning::Later };
            rest.iter().for_each(|(_, heading)| self.keep(heading, meaning));
            return Ok(Turn::On);
        }
    }

    /// Asks what a word means.
    fn ask_about_word(&mut self, terminal: &Terminal, question: &Question) -> anyhow::Result<Turn> {
        let Question::Word { column, word, proposed, .. } = question else { return Ok(Turn::On) };
        let before = self.before.as_ref().and_then(|before| before.values.get(column.name)?.get(&fold(word)));
        let proposed = before.map(|own| own.means).or(*proposed);
        let mut words: Vec<Option<&'static str>> = proposed.iter().map(|word| Some(*word)).collect();
        words.push(None);
        words.extend(column.choices.iter().filter(|word| Some(**word) != proposed).map(|word| Some(*word)));
        let choice = |word: &Option<&'static str>| match word {
            Some(word) => terminal.choice(word, ""),
            None => terminal.choice("I cannot say", "it stays unknown"),
        };
        let chosen = terminal.choose(&question.sentence(), words.iter().map(choice).collect())?;
        let Some(means) = chosen.and_then(|at| words.get(at)) else { return Ok(Turn::Back) };
        match means {
            Some(means) => self.added.words.push((column.name, word.clone(), means)),
            None => self.forget(&[VALUES, column.name, word]),
        }
        Ok(Turn::On)
    }

    /// Asks how cells are read.
    fn ask_about_setting(&mut self, terminal: &Terminal, question: &Question) -> anyhow::Result<Turn> {
        match question {
            Question::Years(years) => {
                let before = self.before.as_ref().map(|before| &before.two_digit_years);
                let before = before.filter(|before| before.origin == Origin::File).map(|before| before.value);
                let proposed = before.unwrap_or(years.ahead == 0);
                let Some(agreed) = terminal.agree(&question.sentence(), proposed)? else { return Ok(Turn::Back) };
                self.added.keys.push(("two_digit_years", if agreed { "past" } else { "none" }));
            }
            Question::NameOrder(_) => {
                let mut orders = [
                    (None, "I cannot say", "they stay as they are, and e-sign may be unknown"),
                    (Some((NameOrder::FirstLast, "first-last")), "the first name", "Jane Doe"),
                    (Some((NameOrder::LastFirst, "last-first")), "the last name", "Doe Jane"),
                ];
                let before = self.before.as_ref().and_then(|before| before.name_order.value);
                orders.sort_by_key(|(order, ..)| order.map(|(order, _)| order) != before);
                let choices = orders.iter().map(|(_, name, about)| terminal.choice(name, about)).collect();
                let chosen = terminal.choose(&question.sentence(), choices)?;
                let Some((order, ..)) = chosen.and_then(|at| orders.get(at)) else { return Ok(Turn::Back) };
                match order {
                    Some((_, order)) => self.added.keys.push(("name_order", order)),
                    None => self.forget(&["name_order"]),
                }
            }
            Question::Column { .. } | Question::Others(_) | Question::Word { .. } => {}
        }
        Ok(Turn::On)
    }
}

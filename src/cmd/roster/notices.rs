//! `muster roster notices`: the 60-day, 30-day and expired notices in force, ready to send.

use crate::check::dated::{DATED, DATED_OR_UNKNOWN, Dated, DatedFiles};
use crate::check::report::{Exit, Run, Writing};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cmd::roster::due::without_day_note;
use crate::finding::{Finding, Status, StatusSet};
use crate::input::days::read_flag_day;
use crate::model::contact::Contact;
use crate::model::matched_id;
use crate::output::letters::{LetterPerson, Letters};
use crate::report::Layout;
use crate::report::page::digest::{Digest, Due};
use crate::report::page::notice::{NoticeText, Recipient, Sender};
use crate::rules::roster::notices::Notice;
use crate::words::{count_words, day_words};
use anyhow::bail;
use chrono::NaiveDate;
use clap::Args;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

/// Write the notices in force: 60-day, 30-day and expired
#[derive(Debug, Args)]
#[command(
    before_help = "\
Examples:
  muster roster notices roster.csv
  muster roster notices -o merge.csv roster.csv      for a mail merge
  muster roster notices --letters outbox roster.csv  a text file each
  muster roster notices --digest --letters outbox roster.csv   one a person
  muster roster notices --digest -o merge.csv roster.csv
  muster roster notices --since 2026-11-20 --letters outbox roster.csv
  muster roster notices --training done.csv roster.csv   with in-service mandates

Writes a notice for each item that is not met and has a due day: the 60-day
notice from day 60 to day 31 before it, the 30-day notice from day 30 to the
day itself, the expired notice after it. One copy goes to the officer, at the
address on the roster, and one to the agency's administrator (set name,
administrator and email under [agency] in the configuration), however many
rows name the officer. Answers that a person must review get no notice. The
table has a line for each officer and item; --long has one for each copy.

With --digest each officer has one letter with all of these notices, the most
urgent first, and the administrator one with those of all officers. For a mail
merge CSV has first_name, last_name and salutation beside subject and body; the
body is in paragraphs, with an empty line between them, and begins after the
salutation. Letters in a folder are whole, and wrapped.

An expired notice about a course gives a day of inactivation, counted from the
notice, only where the configuration sets inactivation_days, because no source
fixes it. Other items have their own consequences.
",
    after_long_help = "\
Exit codes: 0 notices written, 1 an answer is unknown, so that no notice could
be written for it (see --fail-on), 2 could not run, such as when a letter would
be overwritten."
)]
pub struct NoticesArgs {
    #[command(flatten)]
    files: DatedFiles,

    /// Only notices that came into force after this day, for a nightly run
    #[arg(long, value_name = "DATE", value_parser = read_flag_day)]
    since: Option<NaiveDate>,

    /// Also write each notice as a text file into this folder; never over another text
    #[arg(long, value_name = "DIR")]
    letters: Option<PathBuf>,

    /// One letter a person: each officer's notices, and all of them for the administrator
    #[arg(long)]
    digest: bool,
}

/// Runs the command.
///
/// # Errors
/// Files that cannot be read, letters that would be overwritten, and an output that cannot be written.
pub fn run(args: &NoticesArgs, flags: &Flags) -> anyhow::Result<Exit> {
    args.files.require_a_rule(flags)?;
    let settings = Settings::load(flags)?;
    let opened = args.files.open(DATED_OR_UNKNOWN, flags, &settings)?;
    let as_of = opened.rosters().as_of();
    if let Some(since) = args.since.filter(|since| *since > as_of) {
        bail!("--since: {} lies after the day asked about, {}", day_words(since), day_words(as_of));
    }
    args.files.read(opened, flags, &settings, |dated| report(dated, args, (flags, &settings)))
}

fn report(mut dated: Dated, args: &NoticesArgs, (flags, settings): (&Flags, &Settings)) -> anyhow::Result<Exit> {
    let as_of = dated.rosters.as_of();
    dated.rosters.keep_contacts();
    let sender = Sender {
        as_of,
        agency: &settings.agency,
        inactivation_days: settings.inactivation_days.value,
        redact: flags.redact,
    };
    let not_asked = dated.rosters.not_asked();
    let run = Run::new("roster notices", flags, settings).of_files(dated.rosters.file_facts(settings));
    let mut run = run.not_asked(not_asked).failing_on(StatusSet::of(&[Status::Unknown]));
    run.layout = if flags.long { Layout::ByPerson } else { Layout::ByLine };
    run.head.why_not |= flags.long;
    let fill = |report: &mut Writing| {
        let mut letters = args.letters.as_ref().map(|folder| Letters::new(folder));
        let mut counts = NoticeCounts::default();
        let mut written = HashSet::new();
        // Letters are written even when the reader of the list goes away.
        let mut list_failed = None;
        let mut unknown: Vec<Finding> = Vec::new();
        let mut digests = Digests::default();
        let mut on_finding = |finding: &Finding, contact: &Contact| {
            if finding.accepted.is_some() {
                counts.accepted += 1;
                return Ok(());
            }
            if finding.status == Status::Unknown {
                unknown.push(finding.to_owned());
                return Ok(());
            }
            let in_force = in_force(finding, as_of, args.since, &mut counts.without_day);
            let Some((notice, due)) = in_force else { return Ok(()) };
            // Settled 200 and 256: one to each recipient, however many rows name the officer, and whatever agencies.
            let key = item_key(finding, due, contact.address.as_deref());
            let who = key.0.clone();
            let is_new = written.insert(key);
            counts.repeated += i64::from(!is_new);
            if args.digest {
                digests.add(who, contact, is_new.then(|| Due { notice, due, finding: finding.to_owned() }));
                return Ok(());
            }
            if !is_new {
                return Ok(());
            }
            for to in [Recipient::Officer, Recipient::Administrator] {
                let text = sender.write(notice, to, finding, due, contact);
                counts.add(to, text.address.as_deref());
                counts.items += i64::from(to == Recipient::Officer);
                if let Some(letters) = &mut letters {
                    let about = format!("{due}_{}_{}", notice.name(), finding.rule);
                    letters.add(&about, &person(finding), to.name(), text.letter());
                }
                if list_failed.is_none() {
                    list_failed = report.result(&text).err();
                }
            }
            Ok(())
        };
        let (mut end, stopped) = dated.each_finding(flags, &mut on_finding)?;
        for (person, digest) in digests.letters(&sender) {
            counts.add(digest.to, digest.address.as_deref());
            if let Some(letters) = &mut letters {
                letters.add(&format!("{as_of}_notices"), &person, digest.to.name(), digest.letter());
            }
            if list_failed.is_none() {
                list_failed = report.result(&digest).err();
            }
        }
        counts.items += digests.items();
        counts.digests = args.digest.then(|| digests.officers());
        if args.since == Some(as_of) {
            end.notes.push(
                "--since is the day asked about, so that nothing can have come into force after it; on a server in \
                 another time zone take the day in Illinois (TZ=America/Chicago date)"
                    .into(),
            );
        }
        if let (Some(letters), None) = (letters, &stopped) {
            end.closing.push(letters.write()?);
        }
        if let Some(failure) = list_failed {
            return Err(failure.into());
        }
        // Settled 178: what is unknown has no notice, and is told.
        unknown.iter().try_for_each(|finding| report.finding(finding))?;
        end.closing.insert(0, counts.sentence(as_of, args.since));
        end.notes.extend(counts.notes(flags.redact));
        Ok((end, stopped))
    };
    if args.digest { run.report::<Digest>(fill) } else { run.report::<NoticeText>(fill) }
}

/// Returns whom the name of a letter names.
fn person<'f>(finding: &'f Finding) -> LetterPerson<'f> {
    LetterPerson { ptb_id: finding.ptb_id.as_deref(), name: finding.name.as_deref(), line: Some(finding.place.line) }
}

/// The notices in force, by officer, in the order of the files.
#[derive(Default)]
struct Digests {
    officers: Vec<(Contact, Vec<Due>)>,
    /// The place of each officer.
    places: HashMap<String, usize>,
}

impl Digests {
    /// Adds a notice of an officer, or what another row of the officer says of name and address.
    fn add(&mut self, who: String, contact: &Contact, due: Option<Due>) {
        let place = *self.places.entry(who).or_insert(self.officers.len());
        match self.officers.get_mut(place) {
            Some((known, all)) => {
                known.fill_from(contact);
                all.extend(due);
            }
            None => self.officers.push((contact.clone(), due.into_iter().collect())),
        }
    }

    /// Returns the letters: one to each officer, then the one to the administrator.
    fn letters<'d>(&'d self, sender: &Sender) -> Vec<(LetterPerson<'d>, Digest)> {
        let of_officer = |(contact, all): &'d (Contact, Vec<Due>)| {
            let first = all.first()?;
            Some((person(&first.finding), sender.digest(Recipient::Officer, contact, all)?))
        };
        let mut letters: Vec<_> = self.officers.iter().filter_map(of_officer).collect();
        let everything = self.officers.iter().flat_map(|(_, all)| all);
        let of_all = sender.digest(Recipient::Administrator, &Contact::default(), everything);
        letters.extend(of_all.map(|digest| (LetterPerson::default(), digest)));
        letters
    }

    fn items(&self) -> i64 {
        self.officers.iter().map(|(_, all)| all.len() as i64).sum()
    }

    fn officers(&self) -> i64 {
        self.officers.len() as i64
    }
}

/// Returns what makes two notices the same: the officer, the rule and the due day. A PTB ID is the officer on every
/// row; without one, name and address together are, and otherwise each row is an officer of its own.
fn item_key(finding: &Finding, due: NaiveDate, address: Option<&str>) -> (String, &'static str, NaiveDate) {
    let who = match (&finding.ptb_id, &finding.name, address) {
        (Some(id), ..) => format!("ptb {}", matched_id(id)),
        (None, Some(name), Some(address)) => format!("name {name} {address}"),
        _ => format!("row {}", finding.place),
    };
    (who, finding.rule, due)
}

/// Returns the notice in force for a finding, if there is one and it came into force after `since`.
fn in_force(
    finding: &Finding,
    as_of: NaiveDate,
    since: Option<NaiveDate>,
    without_day: &mut i64,
) -> Option<(Notice, NaiveDate)> {
    if !DATED.has(finding.status) {
        return None;
    }
    let Some(due) = finding.due else {
        *without_day += i64::from(finding.status == Status::Overdue);
        return None;
    };
    let notice = Notice::on(as_of, due, finding.status)?;
    // An answer that is overdue on its due day already has its expired notice from that day on.
    let begins = if notice == Notice::Expired && due == as_of { Some(due) } else { notice.begins(due) };
    since.is_none_or(|since| begins.is_some_and(|first| first > since)).then_some((notice, due))
}

/// Counts for the last lines.
#[derive(Default)]
struct NoticeCounts {
    items: i64,
    officers_without_address: i64,
    administrator_without_address: bool,
    without_day: i64,
    repeated: i64,
    accepted: i64,
    /// The officers with a letter, where each recipient has one.
    digests: Option<i64>,
}

impl NoticeCounts {
    fn add(&mut self, to: Recipient, address: Option<&str>) {
        match to {
            Recipient::Officer => self.officers_without_address += i64::from(address.is_none()),
            Recipient::Administrator => self.administrator_without_address |= address.is_none(),
        }
    }

    fn sentence(&self, as_of: NaiveDate, since: Option<NaiveDate>) -> String {
        let since = since.map(|since| format!(" that began after {}", day_words(since))).unwrap_or_default();
        if let Some(officers) = self.digests.filter(|_| self.items > 0) {
            let (items, have) = (count_words(self.items, "item"), if self.items == 1 { "has" } else { "have" });
            let letters = if officers == 1 {
                "a letter to the officer".into()
            } else {
                format!("{officers} letters to officers")
            };
            let of = count_words(officers, "officer");
            return format!(
                "{items} of {of} {have} a notice{since} on {}: {letters}, and one to the administrator.",
                day_words(as_of)
            );
        }
        match self.items {
            0 => format!("No notice{since} is in force on {}.", day_words(as_of)),
            1 => format!(
                "1 item has a notice{since} on {}, one for the officer and one for the administrator.",
                day_words(as_of)
            ),
            items => format!(
                "{} have a notice{since} on {}, each one for the officer and one for the administrator.",
                count_words(items, "item"),
                day_words(as_of)
            ),
        }
    }

    fn notes(&self, redact: bool) -> Vec<String> {
        let mut notes: Vec<String> = without_day_note(self.without_day).into_iter().collect();
        if self.repeated > 0 {
            let rows = count_words(self.repeated, "item");
            notes.push(format!("{rows} of officers who stand on several rows: each has one notice, not one a row"));
        }
        if self.accepted > 0 {
            notes.push(format!(
                "no notice of {}, because somebody has accepted it",
                count_words(self.accepted, "answer")
            ));
        }
        if self.officers_without_address > 0 {
            let count = count_words(self.officers_without_address, "notice");
            let why =
                if redact { "--redact holds addresses back" } else { "the roster's email is blank or not to be read" };
            notes.push(format!("{count} to officers without an address: {why}"));
        }
        if self.administrator_without_address {
            notes.push(
                "the administrator has no address: set email under [agency] in the configuration (muster config init)"
                    .into(),
            );
        }
        notes
    }
}

//! `muster roster check --assume`: which answers would change if cells held other values. Both answers come from the
//! same run of the same rules, as those of `roster diff` do.

use crate::check::accepted::AcceptedList;
use crate::check::assumed::Assumed;
use crate::check::open;
use crate::check::report::{Exit, FAILS, Run, Writing};
use crate::check::roster::Rosters;
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::cmd::roster::question::Question;
use crate::finding::{Finding, Status, StatusSet};
use crate::model::contact::Contact;
use crate::report::Layout;
use crate::words::{STANDARD_INPUT, count_words};
use anyhow::bail;
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::HashMap;

/// What makes an answer the same with and without the assumptions: file, line, rule, status, column and due day.
type Key = (String, u64, &'static str, Status, Option<String>, Option<NaiveDate>);

fn key(finding: &Finding) -> Key {
    let place = &finding.place;
    let column = place.column.as_deref().map(str::to_owned);
    (place.file.clone().into_owned(), place.line, finding.rule, finding.status, column, finding.due)
}

/// Writes the answers that would change, and with `--all` the whole report as it would be.
///
/// # Errors
/// Assumptions and files that cannot be read, and an output that cannot be written.
pub(super) fn report(
    command: &'static str,
    question: &Question,
    flags: &Flags,
    settings: &Settings,
) -> anyhow::Result<Exit> {
    if question.files.iter().any(|file| file == STANDARD_INPUT) {
        bail!("with --assume each roster is read twice, so none can be standard input; name a file");
    }
    let assumed = Assumed::read(question.assume, flags, settings);
    let accepted = AcceptedList::open(&question.accepted, flags, settings);
    let (mut assumed, _) = open::both(assumed, accepted)?;
    let rosters = |assumed, only_looks| {
        let mut rosters = Rosters::open(question.files, flags, settings, StatusSet::of(&Status::ALL))?;
        rosters.ask_about(question.signature.clone());
        rosters.accept(AcceptedList::open(&question.accepted, flags, settings)?);
        rosters.assume(assumed, only_looks);
        anyhow::Ok(rosters)
    };
    let mut before: HashMap<Key, Finding<'static>> = HashMap::new();
    let mut now = rosters(assumed.clone(), true)?;
    now.each_finding(&mut |finding, _| {
        if assumed.is_about(finding.ptb_id.as_deref()) {
            before.insert(key(finding), finding.to_owned());
        }
        Ok(())
    })?;
    if let Some(looked) = now.assumed() {
        looked.require_rows()?;
        assumed = looked.clone();
    }
    let mut then = rosters(assumed.clone(), false)?;
    let run = Run::new(command, flags, settings).of_findings().of_files(then.file_facts(settings));
    let mut run = run.not_asked(then.not_asked());
    run.layout = if flags.long { Layout::ByPerson } else { Layout::ByLine };
    run.head.why_not |= flags.long;
    if !flags.all {
        run.facts.findings.clear();
    }
    let (format, fails) = (run.format, flags.fail_on(FAILS));
    let worse = RefCell::new(false);
    let fill = |report: &mut Writing| {
        let mut new = 0;
        let mut on_finding = |finding: &Finding, _: &Contact| {
            let mut finding = finding.clone();
            let is_new = assumed.is_about(finding.ptb_id.as_deref()) && before.remove(&key(&finding)).is_none();
            if is_new {
                new += 1;
                finding.change = Some("new");
                worse.replace_with(|worse| *worse || finding.accepted.is_none() && fails.has(finding.status));
            }
            if is_new || flags.all { Ok(report.finding(&finding)?) } else { Ok(()) }
        };
        let (mut end, stopped) = then.each_finding(&mut on_finding)?;
        let mut cleared: Vec<Finding> =
            if stopped.is_some() { Vec::new() } else { before.drain().map(|(_, it)| it).collect() };
        cleared.sort_by_cached_key(key);
        cleared.iter_mut().for_each(|finding| finding.change = Some("cleared"));
        for finding in &cleared {
            match format.is_page() {
                true => report.result(finding)?,
                false => report.finding(finding)?,
            }
        }
        let (new, cleared) = (count_words(new, "new answer"), cleared.len());
        end.notes.insert(0, format!("{} {new}, {cleared} cleared.", assumed.sentence(flags.redact)));
        Ok((end, stopped))
    };
    run.report_then::<Finding>(fill, |_| *worse.borrow())
}

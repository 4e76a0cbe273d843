//! The short page of claims: the totals by decision, then a line for each claim, the worst first. A reason that three
//! or more claims have is told once, above them.

use crate::report::layout::lines::{LEAST_NAME, LineColumns};
use crate::report::layout::names::SHARED_FROM;
use crate::report::layout::page::Page;
use crate::report::layout::person::{Files, Person};
use crate::report::layout::screen::{Screen, fit, status_style, wrapped};
use crate::report::page::claim::{ClaimSheet, Totals, figure};
use crate::rules::claim::result::Decision;
use crate::words::{count_words, day_words, harmless};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use unicode_width::UnicodeWidthStr;

/// A decision with the first reason for it.
type Why<'s> = (Decision, &'s str);

/// Fills the page. One claim has no totals: its line has the same figures.
pub fn show(page: &mut Page, sheets: &[ClaimSheet]) {
    if sheets.len() > 1 {
        let mut totals = Totals::default();
        sheets.iter().for_each(|sheet| totals.add(&sheet.result));
        page.total(|to, screen| totals.by_decision(to, screen));
    }
    page.answer(|to, screen| write(to, screen, sheets));
}

fn why<'s>(sheet: &'s ClaimSheet) -> Why<'s> {
    (sheet.result.decision, sheet.result.reasons.first().map_or("", |reason| reason))
}

fn write(to: &mut Vec<u8>, screen: &Screen, sheets: &[ClaimSheet]) -> io::Result<()> {
    let mut shared: BTreeMap<Why, u64> = BTreeMap::new();
    sheets.iter().for_each(|sheet| *shared.entry(why(sheet)).or_default() += 1);
    shared.retain(|(_, reason), claims| *claims >= SHARED_FROM && !reason.is_empty());
    let paths: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.file).collect();
    let files = Files::of(paths.into_iter());
    let mut lines: Vec<(&ClaimSheet, (String, String))> =
        sheets.iter().map(|sheet| (sheet, label(sheet, files))).collect();
    lines.sort_by_key(|(sheet, _)| {
        let why = why(sheet);
        let claims = shared.get(&why).copied();
        (Reverse(why.0), Reverse(claims), claims.map(|_| why.1))
    });
    let columns = LineColumns::of_names(screen, 0, lines.iter().map(|(_, label)| label));
    let mut last = None;
    for (sheet, label) in &lines {
        let (decision, reason) = why(sheet);
        let style = status_style(decision.status());
        let claims = shared.get(&(decision, reason)).copied();
        if let Some(claims) = claims.filter(|_| last != Some((decision, reason))) {
            let text = format!("{}: {reason}", count_words(claims.cast_signed(), "claim"));
            let mut word = decision.name();
            for line in wrapped(&text, columns.room(false)) {
                columns.write(to, (style, word), None, &line)?;
                word = "";
            }
        }
        last = Some((decision, reason));
        let (first, text) = text(sheet, claims.is_some(), &columns);
        let word = (style, decision.name());
        // With the … behind them, where more follows.
        if first.width() + usize::from(first.len() < text.len()) <= columns.room(true) {
            columns.write(to, word, Some(&columns.name(label)), &text)?;
        } else {
            // No figure is cut.
            columns.write(to, word, None, &(label.0.clone() + &label.1))?;
            columns.write(to, (style, ""), None, &text)?;
        }
    }
    Ok(())
}

/// Returns the figures, which are not cut, and all of the text: `Basic, 450.00 → 225.00: reason; 1 more reason`
fn text(sheet: &ClaimSheet, has_reason_above: bool, columns: &LineColumns) -> (String, String) {
    let result = &sheet.result;
    let sums = format!("{} → {}", figure(result.claimed_total), figure(result.reimbursed_total));
    let room = columns.room(true);
    let left = room.saturating_sub(sums.width() + ", …".width());
    let course = result.course.as_deref().filter(|_| left >= LEAST_NAME);
    let course = course.map(|course| fit(course, left.min((room / 3).max(LEAST_NAME))) + ", ").unwrap_or_default();
    let sums = course + &sums;
    let is_to_come = sheet.submitted.is_none() && result.decision != Decision::Denied;
    let due = result.due.filter(|_| is_to_come).map(|due| format!(", due {}", day_words(due))).unwrap_or_default();
    let reason = result.reasons.first().filter(|_| !has_reason_above).map(|reason| format!(": {reason}"));
    let others = result.reasons.len().saturating_sub(1);
    let others = if others == 0 { String::new() } else { format!("; {}", count_words(others as i64, "more reason")) };
    let text = format!("{sums}{due}{}{others}", reason.unwrap_or_default());
    (sums, text)
}

/// Returns the number of a claim with the name of the trainee, and the place where there are several files.
fn label(sheet: &ClaimSheet, files: Files) -> (String, String) {
    let result = &sheet.result;
    let place = sheet.place();
    let record = harmless(&place.record_words().to_string()).into_owned();
    let person = Person { name: result.name.as_deref(), ptb_id: sheet.ptb_id, file: None, line: None, sheet: None };
    let id = result.claim_id.as_deref().map(|id| harmless(id).into_owned());
    let known: Vec<String> = id.iter().cloned().chain([person.short()]).filter(|part| !part.is_empty()).collect();
    let comma = if known.is_empty() { "" } else { ", " };
    let place = match (files, &id) {
        (Files::One, Some(_)) => String::new(),
        (Files::One, None) => format!("{comma}{record}"),
        _ => format!("{comma}{} {record}", files.name(sheet.file)),
    };
    (known.join(" "), place)
}

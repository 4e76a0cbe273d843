//! From the rows of a roster to findings. Knows no thread and no format.

use crate::check::accepted::{AcceptedList, Effect};
use crate::check::roster::answers::{add_days, finding};
use crate::check::roster::earlier_rows::SameOfficer;
use crate::check::roster::one::{OfficerRow, OneOfficer};
use crate::check::roster::tallies::Tallies;
use crate::check::roster::{OnFinding, RosterFile};
use crate::check::select::{Key, Selection};
use crate::finding::{Finding, Place, Status, Tally};
use crate::input::cells::Reading;
use crate::input::faults::{DUPLICATE, of_row, quotes_nothing, unreadable_cell};
use crate::input::header::Header;
use crate::input::remarks::Remarks;
use crate::input::rows::{Row, Rows};
use crate::model::SHIFTED_ROW;
use crate::model::contact::Contact;
use crate::model::officer::{Column, Officer};
use crate::rules::ask::{Ask, Cannot};
use crate::rules::roster::part_time_certificate::{PART_TIME_HOURS, beside_other_rows};
use std::borrow::Cow;
use std::sync::Arc;

/// The settings by which rows are judged in this run.
pub(crate) struct Judge<'a> {
    pub(crate) ask: &'a Ask,
    pub(crate) reading: Reading,
    pub(crate) rewind: bool,
    pub(crate) selection: &'a Selection,
    /// The findings that somebody has accepted.
    pub(crate) accepted: Option<&'a AcceptedList>,
    /// True when the cells of each officer are kept beside the findings.
    pub(crate) keeps_cells: bool,
    /// True when what letters need is kept beside the findings.
    pub(crate) keeps_contacts: bool,
}

/// The findings about one officer, kept apart from the row that they were read from.
pub(crate) struct OfficerFindings<'f> {
    ptb_id: Option<String>,
    name: Option<String>,
    agency: Option<String>,
    contact: Contact,
    /// The findings, in which the officer is not entered yet.
    findings: Vec<Finding<'f>>,
    line: u64,
    /// The cells of the row, where they are kept.
    cells: Vec<(Column, String)>,
}

impl<'f> OfficerFindings<'f> {
    /// Returns the officer with the cells that were kept.
    pub(crate) fn whole(self, file: &'f RosterFile, ask: &Ask, reading: &Reading, rewind: bool) -> OneOfficer<'f> {
        let Self { ptb_id, name, agency, findings, line, cells, .. } = self;
        let row = OfficerRow { file, line, cells, reading: reading.clone(), rewind };
        let entered = findings.into_iter().map(|finding| {
            let mut finding = Finding {
                ptb_id: ptb_id.clone().map(Cow::Owned),
                name: name.clone().map(Cow::Owned),
                agency: agency.clone().map(Cow::Owned),
                ..finding
            };
            add_days(&mut finding, ask);
            finding
        });
        OneOfficer { findings: entered.collect(), row }
    }

    /// Calls `on_finding` for each finding, with what a letter to the officer needs, where that is kept.
    pub(crate) fn each(self, ask: &Ask, on_finding: &mut OnFinding) -> anyhow::Result<()> {
        let Self { ptb_id, name, agency, contact, findings, .. } = self;
        for finding in findings {
            let mut finding = Finding {
                ptb_id: ptb_id.as_deref().map(Cow::Borrowed),
                name: name.as_deref().map(Cow::Borrowed),
                agency: agency.as_deref().map(Cow::Borrowed),
                ..finding
            };
            add_days(&mut finding, ask);
            on_finding(&finding, &contact)?;
        }
        Ok(())
    }
}

impl Judge<'_> {
    /// Returns the same settings for the cells of one file.
    pub(crate) fn of_file(&self, remarks: &Arc<Remarks>) -> Self {
        Self { reading: self.reading.of_file(remarks), ..*self }
    }

    /// Judges the rows of a batch and counts their answers; officers without a finding that is wanted are left out.
    pub(crate) fn batch<'f>(
        &self,
        rows: &Rows,
        same_officers: &[SameOfficer],
        file: &'f RosterFile,
        tallies: &mut Tallies,
    ) -> Vec<OfficerFindings<'f>> {
        let mut found = Vec::new();
        let mut same_officers = same_officers.iter().peekable();
        for (index, row) in rows.iter().enumerate() {
            let same_officer = same_officers.next_if(|same| same.row == index);
            let mut findings = Vec::new();
            let mut officer = Officer::default();
            if let Some(tally) = self.row(&row, same_officer, file, &mut officer, &mut findings) {
                tallies.add(officer.agency, &tally);
                file.header.locate(&mut findings);
                found.extend(self.findings_of(&officer, findings, &row, &file.header));
            }
        }
        found
    }

    /// Judges one row: fills `officer` and `findings`, and returns the count of all answers; `None` when the row is not
    /// selected.
    fn row<'r, 'f>(
        &self,
        row: &Row<'r, '_>,
        same_officer: Option<&SameOfficer>,
        file: &'f RosterFile,
        officer: &mut Officer<'r>,
        findings: &mut Vec<Finding<'f>>,
    ) -> Option<Tally> {
        let Self { ask, ref reading, rewind, selection, .. } = *self;
        // Looking back, too: on which day a shifted row began is not known.
        let not_yet_hired = read_officer(officer, row, &file.path, &file.header, reading, rewind, ask.redact, findings);
        if !is_selected(officer, row.is_unreadable(), selection) {
            return None;
        }
        let duplicate_of = same_officer.and_then(|same| same.duplicate_of);
        if let (Some(earlier), Some(_)) = (duplicate_of, officer.ptb_id) {
            let place = Place::record(&file.path, row.line).at(Some(Column::PtbId.name()));
            let line = file.header.record_word();
            let message = format!("duplicate of {line} {earlier} (same PTB ID and agency)");
            findings.push(DUPLICATE.finding(place, message));
        }
        let mut tally = Tally::of_one_record();
        tally.counts(findings.iter().map(|finding| finding.status));
        if row.is_unreadable() {
            return Some(tally);
        }
        if officer.is_shifted() {
            let asked = file.questions.list();
            tally.count_many(Status::Unknown, asked.len());
            let asked = asked.iter().filter(|_| ask.wanted.has(Status::Unknown));
            findings.extend(asked.map(|asked| Finding {
                title: asked.rule.title,
                sources: asked.rule.sources,
                ..Finding::new(asked.rule.name, Status::Unknown, Place::record(&file.path, row.line), SHIFTED_ROW)
            }));
            return Some(tally);
        }
        let gates = file.questions.check_gates(officer, ask);
        let reports_not_applicable = ask.wanted.has(Status::NotApplicable);
        for asked in file.questions.list() {
            // Rules that do not speak of the officer are not evaluated unless that answer is wanted.
            if not_yet_hired || !reports_not_applicable && gates.not_applicable.has(asked) {
                tally.count(Status::NotApplicable);
                if not_yet_hired && reports_not_applicable {
                    let place = Place::record(&file.path, row.line).at(Some(asked.rule.column.name()));
                    findings.push(Finding {
                        title: asked.rule.title,
                        sources: asked.rule.sources,
                        ..Finding::new(asked.rule.name, Status::NotApplicable, place, "")
                    });
                }
                continue;
            }
            let mut answer = asked.answer(officer, &gates, ask);
            if let Some(same) = same_officer
                && asked.rule.name == PART_TIME_HOURS.name
            {
                answer = answer.map(|answer| {
                    let rows = (file.header.record_word(), same.hours_elsewhere.as_slice());
                    beside_other_rows(answer, officer, rows, ask)
                });
            }
            let status = answer.as_ref().map_or(Cannot::STATUS, |answer| answer.status);
            tally.count(status);
            let effect = self.accepted.and_then(|list| list.effect(officer, asked.rule.name, status));
            if matches!(effect, Some(Effect::Accepted(_))) {
                tally.accept(status);
            }
            if ask.wanted.has(status) {
                let answer = answer.unwrap_or_else(|cannot| cannot.answer(ask));
                let mut finding = finding(asked.rule, answer, Place::record(&file.path, row.line));
                match effect {
                    Some(Effect::Accepted(accepted)) => {
                        finding.notes.insert(0, accepted.words());
                        finding.accepted = Some(Box::new(accepted));
                    }
                    Some(Effect::Ended(accepted)) => finding.notes.insert(0, accepted.ended_words()),
                    None => {}
                }
                findings.push(finding);
            }
        }
        Some(tally)
    }

    fn findings_of<'f>(
        &self,
        officer: &Officer,
        mut findings: Vec<Finding<'f>>,
        row: &Row,
        header: &Header,
    ) -> Option<OfficerFindings<'f>> {
        if findings.is_empty() {
            return None;
        }
        findings.sort_by_key(|finding| (finding.place.line, finding.rule));
        Some(OfficerFindings {
            ptb_id: officer.ptb_id.map(str::to_owned),
            name: if self.ask.redact { None } else { officer.full_name() },
            agency: officer.agency.map(str::to_owned),
            contact: if self.keeps_contacts { Contact::of(officer, self.ask.redact) } else { Contact::default() },
            findings,
            line: row.line,
            cells: if self.keeps_cells { cells(row, header) } else { Vec::new() },
        })
    }
}

/// Returns the column and the text of each cell of a row.
fn cells(row: &Row, header: &Header) -> Vec<(Column, String)> {
    let known = (0..row.len()).filter_map(|at| Some((*Column::ALL.get(header.column_at(at)?)?, row.cell(at)?)));
    known.map(|(column, text)| (column, text.to_owned())).collect()
}

/// Returns whether the flags select an officer. One whose PTB ID or agency cannot be read might be meant, and is.
pub(crate) fn is_selected(officer: &Officer, row_unreadable: bool, selection: &Selection) -> bool {
    let unreadable = |column| row_unreadable || officer.is_faulty(column);
    let id = Key { value: officer.ptb_id, unreadable: unreadable(Column::PtbId) };
    let agency = Key { value: officer.agency, unreadable: unreadable(Column::Agency) };
    selection.has(id, agency)
        && selection
            .person
            .as_ref()
            .is_none_or(|person| person.fit(officer.ptb_id, officer.full_name().as_deref()).is_some())
}

/// Makes an officer of a row; the faults of the row go to `findings`. Returns whether the officer had not been hired
/// yet on the day looked back to (`--rewind`).
#[expect(clippy::too_many_arguments, reason = "the officer is filled in place: moving one costs more than reading it")]
pub(crate) fn read_officer<'r, 'f>(
    officer: &mut Officer<'r>,
    row: &Row<'r, '_>,
    file: &'f str,
    header: &'f Header,
    how: &Reading,
    rewind: bool,
    redact: bool,
    findings: &mut Vec<Finding<'f>>,
) -> bool {
    findings.extend(of_row(row, file, header, redact));
    officer.fill_from_row(row, header, how, |column, text| {
        let redact = quotes_nothing(row, header, redact);
        let spec = &Column::SPECS[column as usize];
        findings.push(unreadable_cell(Place::record(file, row.line), spec, text, how, redact));
    });
    let not_yet_hired = rewind && officer.rewind(how.as_of);
    // Nothing is asked of an appointment that is not there yet.
    let impossible_days = if not_yet_hired { Vec::new() } else { officer.strike_impossible_days(how.as_of) };
    for (column, why) in impossible_days {
        findings.push(why.finding(Place::record(file, row.line), column.name(), how.as_of));
    }
    not_yet_hired
}

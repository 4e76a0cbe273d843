//! What has a due day, from the roster and from the in-service mandates: the files behind an agenda and notices, opened
//! and read together.

use crate::check::accepted::{AcceptedFlag, AcceptedList};
use crate::check::open;
use crate::check::report::Ended;
use crate::check::roster::{OnFinding, Rosters, require_a_rule};
use crate::check::training::{TrainingFiles, TrainingRead, TrainingSheets, each_item};
use crate::cli::config::Settings;
use crate::cli::flags::Flags;
use crate::finding::{Status, StatusSet};
use clap::Args;

/// The files of a question about due days.
#[derive(Debug, Args)]
pub(crate) struct DatedFiles {
    /// Rosters: workbooks (.xlsx, .xls, .ods), CSV, TSV, JSON or NDJSON; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    #[command(flatten)]
    training: TrainingFiles,

    #[command(flatten)]
    accepted: AcceptedFlag,
}

/// The statuses of answers that may have a due day.
pub(crate) const DATED: StatusSet = StatusSet::of(&[Status::Open, Status::DueSoon, Status::Overdue]);
/// The statuses that are read: the dated ones, and what cannot be answered (settled 178).
pub(crate) const DATED_OR_UNKNOWN: StatusSet =
    StatusSet::of(&[Status::Open, Status::DueSoon, Status::Overdue, Status::Unknown]);

/// Those files, open.
pub(crate) struct OpenDated {
    files: Vec<String>,
    rosters: Rosters,
    training: Option<TrainingSheets>,
}

/// Those files, the training records read as well.
pub(crate) struct Dated<'r> {
    files: Vec<String>,
    pub(crate) rosters: Rosters,
    training: Option<TrainingRead<'r>>,
}

impl DatedFiles {
    /// Opens all of them. `wanted`: the statuses of the answers that are read.
    ///
    /// # Errors
    /// Every file that cannot be opened, and `--only` and `--skip` that leave no rule.
    pub(crate) fn open(&self, wanted: StatusSet, flags: &Flags, settings: &Settings) -> anyhow::Result<OpenDated> {
        let files = open::expanded(&self.files)?;
        let rosters = Rosters::open(&files, flags, settings, wanted);
        let accepted = AcceptedList::open(&self.accepted, flags, settings);
        let beside = open::both(self.training.open(&files, flags, settings), accepted);
        let (mut rosters, (training, accepted)) = open::both(rosters, beside)?;
        rosters.accept(accepted);
        Ok(OpenDated { files, rosters, training })
    }

    /// Checks that `--only` and `--skip` leave a rule of the roster, where no training records are asked about.
    ///
    /// # Errors
    /// When none is left.
    pub(crate) fn require_a_rule(&self, flags: &Flags) -> anyhow::Result<()> {
        if self.training.training.is_empty() { require_a_rule(flags) } else { Ok(()) }
    }

    /// Reads the training records, and passes everything to `then`, which writes the report.
    ///
    /// # Errors
    /// The errors of `then`.
    pub(crate) fn read<T>(
        &self,
        opened: OpenDated,
        flags: &Flags,
        settings: &Settings,
        then: impl FnOnce(Dated) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let OpenDated { files, rosters, training } = opened;
        self.training.read(training, flags, settings, |training| then(Dated { files, rosters, training }))
    }
}

impl OpenDated {
    pub(crate) fn rosters(&self) -> &Rosters {
        &self.rosters
    }
}

impl Dated<'_> {
    /// Calls `on_finding` for each finding of the rosters, then for each item of the mandates.
    ///
    /// # Errors
    /// Those of `on_finding`. A failure in the middle of a file is returned as a value.
    pub(crate) fn each_finding(mut self, flags: &Flags, on_finding: &mut OnFinding) -> anyhow::Result<Ended> {
        let not_asked = self.rosters.not_asked();
        let (mut end, stopped) = self.rosters.each_finding(on_finding)?;
        let stopped_in_records = each_item(self.training, &self.files, &not_asked, flags, &mut end, on_finding)?;
        Ok((end, stopped.or(stopped_in_records)))
    }
}

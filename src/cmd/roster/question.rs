//! What is asked of rosters, whichever command asks it.

use crate::check::accepted::AcceptedFlag;
use crate::model::signature::RosterSignature;
use std::path::Path;

/// A question about rosters.
#[derive(Default)]
pub(crate) struct Question<'q> {
    pub(crate) files: &'q [String],
    pub(crate) signature: Option<RosterSignature>,
    pub(crate) accepted: AcceptedFlag,
    /// An earlier report.
    pub(crate) baseline: Option<&'q Path>,
    /// Cells that are taken to hold other values.
    pub(crate) assume: &'q [String],
}

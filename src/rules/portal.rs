//! The Officer Portal: signatures, scenario-based training, executives, addresses and PTB IDs.

use super::Rule;

/// The rules of this subject.
pub static RULES: &[Rule] = &[];

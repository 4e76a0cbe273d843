//! Yearly firearms qualification.

use super::Rule;

/// The rules of this subject.
pub static RULES: &[Rule] = &[];

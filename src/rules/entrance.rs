//! Entering the academy: how old the POWER test, the physical examination and the background check may be.

use super::Rule;

/// The rules of this subject.
pub static RULES: &[Rule] = &[];

//! Part-time officers: the three deadlines of their basic training, their hours, and promotion to full-time.

use super::Rule;

/// The rules of this subject.
pub static RULES: &[Rule] = &[];

//! One deadline at a time: its start, its due day, and each step of the count in words.
//!
//! [`KINDS`] declares the kinds; a new kind is one entry there. `count` counts from one day to another, and
//! [`DeadlineKind::answer`] puts extension, freeze and the next open day on top.

pub mod answer;
pub mod count;
pub mod kind;
pub mod kinds;

pub use answer::{Deadline, DeadlineQuestion, DeadlineRefusal, FreezePeriod};
pub use kind::{DeadlineGroup, DeadlineKind, MovedBy, NoteWhen};
pub use kinds::{KINDS, find};

//! The rules for an officer on a roster, one file per subject.

pub mod activation;
pub mod change;

pub mod cohort;
pub mod duty_words;
pub mod employment;
pub mod entrance;
pub mod firearms;
pub mod freeze_return;
pub mod homicide;
pub mod notices;
pub mod open_day;
pub mod pairs;
pub mod part_time;
pub mod part_time_certificate;
pub mod part_time_course;
pub mod portal;
pub mod signature;
pub mod trained_before;
pub mod training_clock;

//! Firearms qualification: sheets scored, the course of fire, an agency's own course, days entered in a roster.

pub mod course;
pub mod enter;
pub mod own_course;
pub mod score;

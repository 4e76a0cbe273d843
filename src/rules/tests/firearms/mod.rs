//! Tests of firearms qualification.

mod course;
mod own_course;
mod score;

//! Tests of firearms qualification.

mod course;
mod enter;
mod own_course;
mod score;

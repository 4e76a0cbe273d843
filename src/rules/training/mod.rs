//! Training records against the in-service mandates.
//!
//! [`check`](check::check) finds the officer of each completion; `credit` decides whether it counts and for what;
//! `progress` adds up what counts; `item` answers one mandate for one officer, `duty` those that a rule of the roster
//! answers as well; `notes` adds the remarks. The types of the answer are in [`result`].

pub mod check;
pub mod credit;
mod duty;
mod item;
pub mod mandates;
mod notes;
mod progress;
pub mod result;

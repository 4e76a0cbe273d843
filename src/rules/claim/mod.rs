//! Claims for reimbursement: the form and its conditions, each line and its limit, the travel rates.
//!
//! [`judge`](judge::judge) answers a claim. It collects the reasons of `conditions`, one answer a line from `lines`
//! (which asks `rate_limits` where a State rate caps the line), and the notes. [`repeated`] judges the claims of one
//! run after each other. The types of the answer are in [`result`], so that every other file imports them from one
//! place.

mod conditions;
pub mod form;
pub mod judge;
mod line_answer;
mod lines;
mod notes;
pub mod outlook;
pub mod place;
mod rate_limits;
pub mod rates;
pub mod repeated;
pub mod result;
mod stays;

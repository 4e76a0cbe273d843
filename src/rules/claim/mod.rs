//! Claims for reimbursement: the form and its conditions, each line and its limit, the travel rates.
//!
//! [`judge`](judge::judge) answers a claim. It collects the reasons of `conditions`, one answer a line from `lines`
//! (which asks `rate_limits` where a State rate caps the line), and the notes. The types of the answer are in
//! [`result`], so that every other file imports them from one place.

mod conditions;
pub mod form;
pub mod judge;
mod line_answer;
mod lines;
mod notes;
mod rate_limits;
pub mod rates;
pub mod result;

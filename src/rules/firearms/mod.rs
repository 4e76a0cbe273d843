//! Firearms qualification, from sheet to outcome.
//!
//! [`score`] reads a `score_sheet` from a row or from flags, scores it by a [`course`] (the State's, or an
//! [`own_course`]) and returns a [`result`]; `reasons` names why a sheet is invalid or incomplete. [`hardness`]
//! compares an own course with the State's.

pub mod course;
pub mod hardness;
pub mod own_course;
mod reasons;
pub mod result;
pub mod score;
mod score_sheet;

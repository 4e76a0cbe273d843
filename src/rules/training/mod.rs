//! Training records against the in-service mandates.

pub mod check;
pub mod credit;
pub mod item;
pub mod mandates;

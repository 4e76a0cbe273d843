//! Values and small tools without a subject: exact decimals, money, run times, moments, sets of places, names compared.

pub mod decimal;
pub mod digits;
pub mod fold;
pub mod moment;
pub mod money;
pub mod near;
pub mod place_set;
pub mod run_time;
pub mod search;

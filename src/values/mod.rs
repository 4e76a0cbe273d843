//! Values that read and print themselves: exact decimals, money, run times, moments, digits.

pub mod decimal;
pub mod digits;
pub mod fold;
pub mod moment;
pub mod money;
pub mod near;
pub mod place_set;
pub mod run_time;

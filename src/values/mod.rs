//! Values that read and print themselves: exact decimals, money, run times, moments, digits.

pub mod decimal;
pub mod digits;
pub mod moment;
pub mod money;

//! muster tells Illinois police agencies whether their people pass muster.

pub mod finding;
pub mod input;
pub mod model;
pub mod moment;
pub mod rules;
pub mod text;
pub mod units;

//! Edges of the rules in `employment.rs`.

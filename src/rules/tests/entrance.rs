//! Edges of the rules in `entrance.rs`.

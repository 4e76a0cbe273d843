//! Edges of the rules in `firearms.rs`.

//! Edges of the rules in `portal.rs`.

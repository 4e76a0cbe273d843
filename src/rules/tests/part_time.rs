//! Edges of the rules in `part_time.rs`.

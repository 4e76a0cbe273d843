//! What agencies hand over: one test for each kind of trouble, named after the kind.

mod cells;
mod names;

//! The program as a user runs it: each file tests one command, or one promise that holds for all of them.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed, which is what it is for")]

mod harness;
mod made_books;

mod accepted;
mod any_text;
mod assume;
mod baseline;
mod book_cells;
mod book_places;
mod calls;
mod claim_readers;
mod command_line;
mod damaged_books;
mod deadline;
mod decisions;
#[cfg(unix)]
mod ended;
mod every_command;
mod exam_and_permit;
mod exam_check;
mod field;
mod find;
mod firearms_score;
mod formats;
mod hire;
mod hostile;
mod json;
mod one_duty;
mod permissions;
mod permit_check;
mod power_enter;
mod power_retests;
mod power_roster;
mod power_score;
mod private;
mod readers;
mod readme;
mod reimburse_claim;
mod roster_check;
mod roster_columns;
mod roster_diff;
mod roster_due;
mod roster_notices;
mod rules;
mod schema;
mod since_calendar;
mod start;
mod table;
mod table_results;
mod templates;
mod training_check;
mod verify;
mod whole;
mod why;
mod workbooks;

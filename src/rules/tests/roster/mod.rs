//! Tests of the rules for an officer.

mod activation;
mod change;
mod cohort;
mod employment;
mod entrance;
mod firearms;
mod homicide;
mod part_time;
mod part_time_certificate;
mod portal;
mod signature;
mod trained_before;

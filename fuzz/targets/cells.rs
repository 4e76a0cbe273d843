//! Any text as a day, a moment, a sum, a number, a run time: a value that is read prints as text that reads as the
//! same value.

#![no_main]

use libfuzzer_sys::fuzz_target;
use passmuster::input::cells::{Cell, Reading};
use passmuster::input::days::{read_day, read_flag_day};
use passmuster::values::moment::Moment;
use passmuster::values::money::{Cents, Rate};
use passmuster::values::decimal::Decimal;
use passmuster::values::run_time::RunTime;
use std::fmt::{Debug, Display};

fn prints_what_it_reads<T: for<'a> Cell<'a> + Display + Debug + PartialEq>(text: &str, how: &Reading) {
    if let Some(value) = <T as Cell>::read(text, how) {
        let shown = value.to_string();
        assert_eq!(<T as Cell>::read(&shown, how), Some(value), "{text:?} as {shown:?}");
    }
}

fuzz_target!(|text: &str| {
    let as_of = read_flag_day("2026-11-21").unwrap();
    for two_digit_years in [false, true] {
        let how = Reading { two_digit_years, ..Reading::on(as_of) };
        if let Some(day) = read_day(text, &how) {
            assert_eq!(read_day(&day.to_string(), &how), Some(day));
        }
        // Seconds are read and not shown.
        if let Some(moment) = <Moment as Cell>::read(text, &how) {
            let shown = moment.to_string();
            assert_eq!(<Moment as Cell>::read(&shown, &how).map(|again| again.to_string()), Some(shown), "{text:?}");
        }
        prints_what_it_reads::<Cents>(text, &how);
        prints_what_it_reads::<Decimal>(text, &how);
        prints_what_it_reads::<Rate>(text, &how);
        prints_what_it_reads::<RunTime>(text, &how);
        let _ = (<bool as Cell>::read(text, &how), <u32 as Cell>::read(text, &how));
    }
});

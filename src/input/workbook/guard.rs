//! The library that reads workbooks may stop in the middle of a broken file with a panic. That is an error of the file.

use crate::input::workbook::container::BROKEN;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs what reads a workbook. A panic in it becomes an error, and nothing is printed about it.
///
/// # Errors
/// Those of `read`, and a sentence about a damaged file.
pub(super) fn guarded<T>(read: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_GUARDED.get() {
                print(info);
            }
        }));
    });
    IS_GUARDED.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(read));
    IS_GUARDED.set(false);
    done.unwrap_or_else(|_| Err(anyhow::anyhow!(BROKEN)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_while_a_workbook_is_read_is_an_error() {
        let failure = guarded(|| -> anyhow::Result<()> { panic!("in the middle") }).unwrap_err();
        assert!(failure.to_string().starts_with("this workbook is damaged"));
        assert_eq!(guarded(|| Ok(1)).unwrap(), 1);
    }
}

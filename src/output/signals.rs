//! Signals that end a run: what is unfinished is taken away before they do (settled 190).

use signal_hook::consts::{
    SIGALRM, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use std::sync::Arc;
use std::sync::Once;
use std::sync::atomic::AtomicBool;

/// The signals that end a run unless it was begun with them ignored.
const ENDING: [i32; 10] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU];

/// From now on a signal that ends the run first calls `before`, and keeps what that returns until the end. One that was
/// ignored when the run began stays so: who starts a run with `nohup` wants it to live on after a hang-up.
pub(super) fn call_before_end<G: 'static>(before: fn() -> G) {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // Where the system does not tell what is ignored, only those that nobody asks to be ignored are looked at.
        let watched: Vec<i32> = match ignored() {
            Some(ignored) => ENDING.into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 0).collect(),
            None => vec![SIGINT, SIGTERM],
        };
        let Ok(mut signals) = Signals::new(watched) else { return };
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let _kept = before();
                let _ = signal_hook::low_level::emulate_default_handler(signal);
            }
        });
    });
}

/// Makes a write beyond the longest file that the system allows (`ulimit -f`) fail, in place of ending the run without
/// a word.
pub(crate) fn outlive_file_limit() {
    // Without it the run ends as before.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// Returns the signals that are ignored, a bit each, where the system tells them.
fn ignored() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let bits = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
    u64::from_str_radix(bits.trim(), 16).ok()
}

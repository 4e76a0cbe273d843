//! The progress bar: on standard error, on a terminal, when a run takes longer than half a second.

use crate::words::thousands;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};

/// The time after which a run shows its progress.
const PATIENCE: Duration = Duration::from_millis(500);

/// The progress of a run: records judged, and the part of the input they make up.
pub struct Progress {
    bar: Option<ProgressBar>,
    shown: bool,
    began: Instant,
    records: u64,
}

impl Progress {
    /// Starts counting. `bytes`: the size of all input, where it is known.
    pub fn begin(wanted: bool, bytes: Option<u64>) -> Self {
        let bar = (wanted && io::stderr().is_terminal()).then(|| {
            let template = if bytes.is_some() { "{msg}  {bar:30} {percent}%" } else { "{msg} {spinner}" };
            let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
            ProgressBar::with_draw_target(bytes, ProgressDrawTarget::hidden()).with_style(style)
        });
        Self { bar, shown: false, began: Instant::now(), records: 0 }
    }

    /// Adds `records`, after `bytes` of the input in all.
    pub fn count(&mut self, records: usize, bytes: u64) {
        self.records += records as u64;
        let Some(bar) = &self.bar else { return };
        let elapsed = self.began.elapsed();
        if elapsed < PATIENCE {
            return;
        }
        if !self.shown {
            self.shown = true;
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        let rate = u128::from(self.records) * 1000 / elapsed.as_millis().max(1);
        let rate = thousands(i64::try_from(rate).unwrap_or(i64::MAX));
        bar.set_message(format!("{} records, {rate} a second", thousands(self.records as i64)));
        bar.set_position(bytes);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

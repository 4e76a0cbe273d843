//! A pager for a table that is longer than the terminal: a program of its own, such as `less`, that gets the table on a
//! pipe. What fits on the terminal is written as ever.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::{Child, ChildStdin, Command, Stdio};

/// The pager where the environment names none: it ends at once where all fits on the screen, leaves the text there and
/// shows colors.
const DEFAULT: &str = "less -FRX";
/// What these letters mean to a `less` that has no settings of its own.
const LESS: &str = "FRX";

/// Standard output on a terminal, whose lines wait until it is known whether they are more than it has rows.
pub struct Paged {
    command: Vec<String>,
    /// The rows of the terminal.
    rows: usize,
    lines: usize,
    waiting: Vec<u8>,
    /// The pager once it runs.
    pager: Option<(Child, BufWriter<ChildStdin>)>,
    /// True once lines are written to the terminal as they come.
    is_plain: bool,
}

impl Paged {
    /// Returns a pager for this run; `None` where input or output is no terminal, or the environment wants none:
    /// `MUSTER_PAGER` or else `PAGER` is empty or `cat`.
    pub fn new() -> Option<Self> {
        if !(io::stdout().is_terminal() && io::stdin().is_terminal()) {
            return None;
        }
        let set = |name: &str| std::env::var(name).ok();
        if set("TERM").is_some_and(|term| term == "dumb") {
            return None;
        }
        let command = set("MUSTER_PAGER").or_else(|| set("PAGER")).unwrap_or_else(|| DEFAULT.into());
        let command = shlex::split(&command).unwrap_or_default();
        if command.first().is_none_or(|program| program == "cat") {
            return None;
        }
        let (_, terminal_size::Height(rows)) = terminal_size::terminal_size()?;
        let (lines, waiting, pager, is_plain) = (0, Vec::new(), None, false);
        Some(Self { command, rows: rows.into(), lines, waiting, pager, is_plain })
    }

    /// Starts the pager with what has waited; where it cannot be started, all is written to the terminal.
    fn begin(&mut self) -> io::Result<()> {
        let waiting = std::mem::take(&mut self.waiting);
        let Some((child, pipe)) = self.started() else {
            self.is_plain = true;
            return io::stdout().write_all(&waiting);
        };
        live_through_interrupts();
        let mut pipe = BufWriter::new(pipe);
        let written = pipe.write_all(&waiting);
        self.pager = Some((child, pipe));
        unless_closed(written)
    }

    fn started(&self) -> Option<(Child, ChildStdin)> {
        let (program, args) = self.command.split_first()?;
        let mut command = Command::new(program);
        command.args(args).stdin(Stdio::piped());
        if std::env::var_os("LESS").is_none() {
            command.env("LESS", LESS);
        }
        let mut child = command.spawn().ok()?;
        let pipe = child.stdin.take()?;
        Some((child, pipe))
    }

    /// Writes what has waited, and waits for the person to leave the pager.
    ///
    /// # Errors
    /// When the terminal cannot be written.
    pub fn finish(&mut self) -> io::Result<()> {
        if let Some((mut child, pipe)) = self.pager.take() {
            // All that is left is written when the pipe is closed; a pager that has ended already wants no more of it.
            drop(pipe);
            return child.wait().map(drop);
        }
        let mut out = io::stdout();
        out.write_all(&std::mem::take(&mut self.waiting))?;
        out.flush()
    }
}

impl Write for Paged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some((_, pipe)) = &mut self.pager {
            unless_closed(pipe.write_all(bytes))?;
        } else if self.is_plain {
            io::stdout().write_all(bytes)?;
        } else {
            self.lines += bytes.iter().filter(|byte| **byte == b'\n').count();
            self.waiting.extend_from_slice(bytes);
            if self.lines > self.rows {
                self.begin()?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.pager {
            Some((_, pipe)) => unless_closed(pipe.flush()),
            None => Ok(()),
        }
    }
}

impl Drop for Paged {
    fn drop(&mut self) {
        // After an error: what was judged is shown.
        let _ = self.finish();
    }
}

/// Takes a pager that has ended before the end of the text for one that has seen enough.
fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Leaves interrupts to the pager: whoever presses Ctrl-C in it wants to stop it, and to keep the terminal as it was.
#[cfg(unix)]
fn live_through_interrupts() {
    use signal_hook::consts::{SIGINT, SIGQUIT};
    use std::sync::Arc;
    use std::sync::atomic::AtomicBool;
    for signal in [SIGINT, SIGQUIT] {
        // A signal with a handler no longer ends the program; where there can be none, it does.
        let _ = signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false)));
    }
}

#[cfg(not(unix))]
fn live_through_interrupts() {}

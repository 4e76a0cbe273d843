//! Runs jobs on several threads and returns their results in the order of the jobs.

use std::any::Any;
use std::collections::HashMap;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::channel;
use std::sync::{LazyLock, Mutex};
use std::thread;

/// The most jobs of each helper that may be begun or waiting for their turn, so that memory stays bounded.
const UNDER_WAY: usize = 2;

/// Returns the number of threads that this machine can run at once.
pub fn cores() -> usize {
    static CORES: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, usize::from));
    *CORES
}

/// The source of jobs, used by one worker at a time.
struct Source<Job, Next> {
    /// Jobs that have been made already.
    ready: std::vec::IntoIter<Job>,
    next: Next,
    /// The number of jobs that have been claimed.
    given: usize,
}

impl<Job, Next> Source<Job, Next> {
    /// Returns the next job with its number; `None` when there are no more.
    fn claim<State>(&mut self, state: &mut State) -> Option<(usize, Job)>
    where
        Next: FnMut(&mut State) -> Option<Job>,
    {
        let job = self.ready.next().or_else(|| (self.next)(state))?;
        self.given += 1;
        Some((self.given - 1, job))
    }
}

/// The thread that did a job.
#[derive(PartialEq)]
enum Worker {
    Caller,
    Helper,
}

/// Runs `work` on each job from `next` using `workers` threads, and passes the results to `take` on the calling
/// thread, in the order of the jobs.
///
/// The calling thread works too: a dedicated collector would preempt a worker for every result. Each worker makes its
/// next job itself, under a lock, and then does it, so that the data just read stay in the cache of the same core.
/// Each worker has a state of its own, made by `state`; all states are returned. With one worker, or one job, no
/// thread is started.
///
/// # Errors
/// The first error of `take`. At most a few jobs are begun after it.
pub fn in_order<Job: Send, Done: Send, State: Send, Error>(
    workers: usize,
    state: impl Fn() -> State + Sync,
    mut next: impl FnMut(&mut State) -> Option<Job> + Send,
    work: impl Fn(&mut State, Job) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<(), Error>,
) -> Result<Vec<State>, Error> {
    let mut ours = state();
    let Some(first) = next(&mut ours) else { return Ok(vec![ours]) };
    let second = if workers > 1 { next(&mut ours) } else { None };
    let Some(second) = second else {
        take(work(&mut ours, first))?;
        while workers <= 1
            && let Some(job) = next(&mut ours)
        {
            take(work(&mut ours, job))?;
        }
        return Ok(vec![ours]);
    };
    let source = Mutex::new(Source { ready: vec![first, second].into_iter(), next, given: 0 });
    let do_one = |state: &mut State| {
        let (number, job) = source.lock().ok()?.claim(state)?;
        Some((number, work(state, job)))
    };
    // Holds one message for each job that a helper may still begin.
    let (more_room, room) = channel();
    let helpers = workers - 1;
    let at_most = helpers * UNDER_WAY;
    for _ in 0..at_most {
        let _ = more_room.send(());
    }
    let room = Mutex::new(room);
    thread::scope(|scope| {
        let (to_caller, results) = channel::<Result<(usize, Done), Box<dyn Any + Send>>>();
        let helper = || {
            let (to_caller, state, do_one, room) = (to_caller.clone(), &state, &do_one, &room);
            scope.spawn(move || {
                let mut state = state();
                let has_room = || room.lock().is_ok_and(|room| room.recv().is_ok());
                // The calling thread resumes a panic; without the message it would wait for this result.
                let mut one_job = || catch_unwind(AssertUnwindSafe(|| do_one(&mut state))).transpose();
                while has_room()
                    && let Some(done) = one_job()
                    && to_caller.send(done).is_ok()
                {}
                state
            })
        };
        let threads: Vec<_> = (0..helpers).map(|_| helper()).collect();
        drop(to_caller);
        let mut early = HashMap::new();
        let (mut taken, mut more) = (0, true);
        loop {
            // Far ahead of a slow helper, the caller waits for it.
            let awaited = if more && early.len() <= at_most {
                match do_one(&mut ours) {
                    Some((number, done)) => _ = early.insert(number, (Worker::Caller, done)),
                    None => more = false,
                }
                None
            } else {
                match results.recv() {
                    Ok(done) => Some(done),
                    Err(_) => break,
                }
            };
            for done in awaited.into_iter().chain(results.try_iter()) {
                let (number, done) = done.unwrap_or_else(|panic| resume_unwind(panic));
                early.insert(number, (Worker::Helper, done));
            }
            while let Some((worker, done)) = early.remove(&taken) {
                take(done)?;
                taken += 1;
                if worker == Worker::Helper {
                    // After the last job the room is not needed.
                    let _ = more_room.send(());
                }
            }
        }
        drop(more_room);
        let mut states = vec![ours];
        states.extend(threads.into_iter().map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))));
        Ok(states)
    })
}

/// The number of items in one job of [`map`].
const AT_ONCE: usize = 256;

/// Applies `make` to every item using `workers` threads. Returns what it makes, in the order of the items.
pub fn map<'i, Item: Sync, Made: Send>(
    workers: usize,
    items: &'i [Item],
    make: impl Fn(&'i Item) -> Option<Made> + Sync,
) -> Vec<Made> {
    let mut all = Vec::with_capacity(items.len());
    let mut parts = items.chunks(AT_ONCE);
    let work = |(): &mut (), part: &'i [Item]| part.iter().filter_map(&make).collect::<Vec<Made>>();
    let take = |mut made: Vec<Made>| {
        all.append(&mut made);
        Ok::<(), Infallible>(())
    };
    let Ok(_) = in_order(workers, || (), |()| parts.next(), work, take);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    /// Squares the numbers below `count`, the early ones slowly. Returns the squares and the number of jobs done.
    fn squares(workers: usize, count: u64) -> (Vec<u64>, u64) {
        let mut numbers = 0..count;
        let mut taken = Vec::new();
        let work = |done: &mut u64, number: u64| {
            thread::sleep(Duration::from_micros(200_u64.saturating_sub(number * 10)));
            *done += 1;
            number * number
        };
        let take = |square| {
            taken.push(square);
            Ok::<(), ()>(())
        };
        let states = in_order(workers, || 0, |_| numbers.next(), work, take).unwrap();
        (taken, states.iter().sum())
    }

    #[test]
    fn results_are_whole_and_in_the_order_of_the_jobs() {
        for workers in [1, 2, 3, 8] {
            for count in [0, 1, 2, 3, 7, 50] {
                let expected: Vec<u64> = (0..count).map(|number| number * number).collect();
                assert_eq!(squares(workers, count), (expected, count), "{workers} workers, {count} jobs");
            }
        }
    }

    #[test]
    fn mapped_items_keep_their_order() {
        for workers in [1, 2, 3] {
            for count in [0, 1, 255, 256, 257, 5_000] {
                let items: Vec<usize> = (0..count).collect();
                let odd = |item: &usize| (item % 2 == 1).then_some(item * 2);
                let expected: Vec<usize> = items.iter().filter_map(odd).collect();
                assert_eq!(map(workers, &items, odd), expected, "{workers} workers, {count} items");
            }
        }
    }

    #[test]
    fn an_error_ends_the_run() {
        for workers in [1, 4] {
            let (mut begun, mut taken) = (0, 0);
            let next = |(): &mut ()| {
                begun += 1;
                Some(begun)
            };
            let result = in_order(
                workers,
                || (),
                next,
                |(), job: u32| job,
                |job| {
                    taken = job;
                    if job == 10 { Err("full") } else { Ok(()) }
                },
            );
            assert_eq!(result.err(), Some("full"));
            assert_eq!(taken, 10);
            assert!(begun < 40, "{begun} jobs were begun");
        }
    }

    #[test]
    fn a_panic_of_a_worker_reaches_the_caller() {
        for workers in [1, 2, 4] {
            for where_from in ["next", "work"] {
                let mut numbers = 0..1_000;
                let panics = |at: &str, number: u32| assert!(number != 10 || at != where_from, "ten in {at}");
                let next = |(): &mut ()| numbers.next().inspect(|number| panics("next", *number));
                let work = |(): &mut (), number: u32| panics("work", number);
                let run = || in_order(workers, || (), next, work, |()| Ok::<(), ()>(()));
                let panic = catch_unwind(AssertUnwindSafe(run)).expect_err("it panics");
                assert_eq!(panic.downcast_ref::<String>(), Some(&format!("ten in {where_from}")));
            }
        }
    }
}

//! Jobs done by threads, results back in the order of the jobs. Whoever does the work need not know.

use std::any::Any;
use std::collections::HashMap;
use std::convert::Infallible;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::channel;
use std::sync::{LazyLock, Mutex};
use std::thread;

/// So many jobs for each helper may be under way at any time, those included that wait for a slower one before them.
const UNDER_WAY: usize = 2;

/// How many threads this machine can keep at work.
pub fn cores() -> usize {
    static CORES: LazyLock<usize> = LazyLock::new(|| thread::available_parallelism().map_or(1, usize::from));
    *CORES
}

/// Where workers get their jobs, one worker at a time.
struct Source<Job, Next> {
    /// Jobs that are there already.
    ready: std::vec::IntoIter<Job>,
    next: Next,
    /// How many jobs have been given out.
    given: usize,
}

impl<Job, Next> Source<Job, Next> {
    /// The next job with its number. `None` when there are no more.
    fn claim<State>(&mut self, state: &mut State) -> Option<(usize, Job)>
    where
        Next: FnMut(&mut State) -> Option<Job>,
    {
        let job = self.ready.next().or_else(|| (self.next)(state))?;
        self.given += 1;
        Some((self.given - 1, job))
    }
}

/// Who did a job.
#[derive(PartialEq)]
enum By {
    Us,
    Helper,
}

/// Lets so many `workers` take the jobs that `next` gives, and hands what becomes of each to `take`, here and in the order of
/// the jobs.
///
/// A worker makes its next job itself and then does it, so that what it has just read need not travel to another core. One of
/// the workers is whoever calls: a thread that only took results would have to push a worker aside for each. Each begins with a
/// state of its own, made by `state`; all states are returned. With one worker, or one job, no thread is started.
///
/// # Errors
/// The first error of `take`; hardly a job is begun after it.
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
    // One message for each job that a helper may still begin.
    let (more_room, room) = channel();
    let helpers = workers - 1;
    let at_most = helpers * UNDER_WAY;
    for _ in 0..at_most {
        let _ = more_room.send(());
    }
    let room = Mutex::new(room);
    thread::scope(|scope| {
        let (to_us, results) = channel::<Result<(usize, Done), Box<dyn Any + Send>>>();
        let helper = || {
            let (to_us, state, do_one, room) = (to_us.clone(), &state, &do_one, &room);
            scope.spawn(move || {
                let mut state = state();
                let has_room = || room.lock().is_ok_and(|room| room.recv().is_ok());
                // A panic ends the run where the results are taken, which would wait for this one otherwise.
                let mut one_job = || catch_unwind(AssertUnwindSafe(|| do_one(&mut state))).transpose();
                while has_room()
                    && let Some(done) = one_job()
                    && to_us.send(done).is_ok()
                {}
                state
            })
        };
        let threads: Vec<_> = (0..helpers).map(|_| helper()).collect();
        drop(to_us);
        let mut early = HashMap::new();
        let (mut taken, mut more) = (0, true);
        loop {
            // Who is far ahead of a slow helper waits for it.
            let awaited = if more && early.len() <= at_most {
                match do_one(&mut ours) {
                    Some((number, done)) => _ = early.insert(number, (By::Us, done)),
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
                early.insert(number, (By::Helper, done));
            }
            while let Some((by, done)) = early.remove(&taken) {
                take(done)?;
                taken += 1;
                if by == By::Helper {
                    // Nobody needs room after the last job.
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

/// How many items a worker of [`map`] takes at a time.
const AT_ONCE: usize = 256;

/// What `make` makes of every item, in the order of the items, by as many `workers`.
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

    /// Squares the numbers below `count`, the early ones slowly; gives them and how many each worker did.
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
    fn results_come_in_the_order_of_the_jobs_and_none_is_lost() {
        for workers in [1, 2, 3, 8] {
            for count in [0, 1, 2, 3, 7, 50] {
                let expected: Vec<u64> = (0..count).map(|number| number * number).collect();
                assert_eq!(squares(workers, count), (expected, count), "{workers} workers, {count} jobs");
            }
        }
    }

    #[test]
    fn what_is_made_of_items_stands_in_their_order() {
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
    fn an_error_ends_it() {
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
    fn a_panic_of_a_worker_is_told_and_nothing_waits_for_its_result() {
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

//! Jobs out to threads, results back in the order of the jobs. Whoever does the work need not know.

use std::convert::Infallible;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Jobs that may wait for one worker, beside the one it is at.
const WAITING: usize = 6;

/// How many threads this machine can keep at work.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Hands the jobs that `next` gives to as many `workers`, and what becomes of each to `take`, in the order of the jobs.
///
/// Each worker begins with a state of its own, made by `state`; all states are returned. With one worker, or one job,
/// no thread is started. At most a few jobs a worker are under way at any time.
///
/// # Errors
/// The first error of `take`; no job is begun after it.
pub fn in_order<Job: Send, Done: Send, State: Send, Error>(
    workers: usize,
    mut next: impl FnMut() -> Option<Job>,
    state: impl Fn() -> State + Sync,
    work: impl Fn(&mut State, Job) -> Done + Sync,
    mut take: impl FnMut(Done) -> Result<(), Error>,
) -> Result<Vec<State>, Error> {
    let mut alone = state();
    let Some(first) = next() else { return Ok(vec![alone]) };
    let second = if workers > 1 { next() } else { None };
    if second.is_none() {
        take(work(&mut alone, first))?;
        while workers <= 1
            && let Some(job) = next()
        {
            take(work(&mut alone, job))?;
        }
        return Ok(vec![alone]);
    }
    let mut jobs = [Some(first), second].into_iter().flatten().chain(std::iter::from_fn(next));
    thread::scope(|scope| {
        let mut hands: Vec<(SyncSender<Job>, Receiver<Done>)> = Vec::with_capacity(workers);
        let mut threads = Vec::with_capacity(workers);
        for _ in 0..workers {
            let (to_worker, from_us) = sync_channel::<Job>(WAITING);
            let (to_us, from_worker) = sync_channel::<Done>(WAITING + 1);
            let (state, work) = (&state, &work);
            threads.push(scope.spawn(move || {
                let mut state = state();
                for job in from_us {
                    if to_us.send(work(&mut state, job)).is_err() {
                        break;
                    }
                }
                state
            }));
            hands.push((to_worker, from_worker));
        }
        // Job n goes to worker n modulo their number, and its result comes back from there.
        let (mut sent, mut taken) = (0, 0);
        let mut taking = Ok(());
        while taking.is_ok() {
            let under_way = sent - taken;
            if under_way < workers * WAITING
                && let Some(job) = jobs.next()
            {
                // A worker only hangs up when it panics, and then the panic is what is told.
                let _ = hands[sent % workers].0.send(job);
                sent += 1;
                continue;
            }
            if under_way == 0 {
                break;
            }
            match hands[taken % workers].1.recv() {
                Ok(done) => taking = take(done),
                Err(_) => break,
            }
            taken += 1;
        }
        drop(hands);
        let mut states = vec![alone];
        for thread in threads {
            match thread.join() {
                Ok(state) => states.push(state),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        taking.map(|()| states)
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
    let Ok(_) = in_order(workers, || parts.next(), || (), work, take);
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
        let states = in_order(workers, || numbers.next(), || 0, work, take).unwrap();
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
            let next = || {
                begun += 1;
                Some(begun)
            };
            let result = in_order(
                workers,
                next,
                || (),
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
}

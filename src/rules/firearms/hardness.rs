//! An agency's own course of fire compared with the State's, which it may not make easier (settled 150).

use crate::rules::firearms::course::{Course, Stage};
use crate::words::count_words;

/// Stages of the State's course as bits, the first stage in the lowest. The table has twelve.
type StageSet = u32;

/// The most stages that a set of them is counted for; a longer table would take too many sets.
const MOST_STAGES: usize = 12;

/// Lists the reasons why a course is easier than the State's, each with its stages. Returns nothing when it is as hard
/// or harder: when each stage of the State's course can be given a stage of its own, or a share of a longer string,
/// that is fired from as far, with as many rounds and no more seconds a round; and when the passing score is as high.
pub fn easier(course: &Course, state: &Course) -> Vec<String> {
    let mut reasons = Vec::new();
    if course.rounds() < state.rounds() {
        reasons.push(format!(
            "{} in all; the State's course has {}",
            count_words(i64::try_from(course.rounds()).unwrap_or(i64::MAX), "round"),
            state.rounds()
        ));
    }
    let served = most_served(course, state);
    let unserved: Vec<(Stage, String)> = (state.stages.iter().enumerate())
        .filter(|(at, _)| served & (1 << at) == 0)
        .map(|(_, stage)| (*stage, why_unserved(*stage, course, state)))
        .collect();
    let is_alike = |one: &(Stage, String), other: &(Stage, String)| {
        let Stage { yards, rounds, seconds, .. } = one.0;
        (yards, rounds, seconds) == (other.0.yards, other.0.rounds, other.0.seconds) && one.1 == other.1
    };
    for alike in unserved.chunk_by(is_alike) {
        let Some((stage, why)) = alike.first() else { continue };
        let numbers: Vec<u32> = alike.iter().map(|(stage, _)| stage.stage).collect();
        reasons.push(format!(
            "nothing as hard as {} of the State's course ({} in {} seconds from {} yards): {why}",
            stage_words(&numbers),
            count_words(stage.rounds, "round"),
            stage.seconds,
            stage.yards
        ));
    }
    if course.passing_percent < state.passing_percent {
        reasons.push(format!(
            "all stages: {} percent of the rounds would pass; the State's course requires {} percent",
            course.passing_percent, state.passing_percent
        ));
    }
    reasons
}

/// Lists the doubts about a course that is not easier by its figures: a person must judge them.
pub fn cautions(course: &Course, state: &Course) -> Vec<String> {
    let mut cautions = Vec::new();
    let numbers = |is_meant: &dyn Fn(&Stage) -> bool| -> Vec<u32> {
        course.stages.iter().filter(|stage| is_meant(stage)).map(|stage| stage.stage).collect()
    };
    let nearest = state.stages.iter().map(|stage| stage.yards).min().unwrap_or_default();
    let near = numbers(&|stage| stage.yards < nearest);
    if !near.is_empty() {
        cautions.push(format!(
            "{}: nearer than {nearest} yards, where the State's course has no stage to compare the time with; the \
             hits there still count toward the passing score, so a person should review the course",
            stage_words(&near)
        ));
    }
    let longest = |own: &Stage| {
        let as_hard = state.stages.iter().filter(|stage| serves(own, stage, state));
        as_hard.map(|stage| stage.rounds).max()
    };
    let long = numbers(&|stage| longest(stage).is_some_and(|rounds| stage.rounds > rounds));
    if !long.is_empty() {
        let verb = if long.len() == 1 { "is" } else { "are" };
        cautions.push(format!(
            "{} {verb} longer than the strings of the State's course, each of which begins with a draw or from the \
             low ready; a person must judge whether the course is as hard without a draw in between",
            stage_words(&long)
        ));
    }
    let misses = |course: &Course| course.rounds().saturating_sub(course.required());
    if misses(course) > misses(state) {
        cautions.push(format!(
            "all stages: {} misses pass, and the State's course allows {}; a person must judge whether it is as hard",
            misses(course),
            misses(state)
        ));
    }
    cautions
}

/// Returns whether an own stage is fired from at least the distance of a stage of the State's course, with no more
/// seconds a round. A stage that the State lets fire from elsewhere may be matched in either form.
fn serves(own: &Stage, stage: &Stage, state: &Course) -> bool {
    let instead = state.instead.iter().filter(|other| other.stage == stage.stage);
    // Seconds a round are compared as fractions, by cross-multiplication: 7 seconds for 3 rounds is not a decimal.
    let cross = |one: &Stage, other: &Stage| u128::from(one.seconds.millionths()) * u128::from(other.rounds);
    instead.chain([stage]).any(|form| own.yards >= form.yards && cross(own, form) <= cross(form, own))
}

/// Returns the largest set of stages of the State's course that the stages of a course can serve together: each own
/// stage serves as many as its rounds allow. Of several such sets, the one with the later stages, fired from farther.
fn most_served(course: &Course, state: &Course) -> StageSet {
    let stages = &state.stages[..state.stages.len().min(MOST_STAGES)];
    let full: StageSet = (1 << stages.len()) - 1;
    let rounds = |set: StageSet| -> u32 {
        stages.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, stage)| stage.rounds).sum()
    };
    let rounds: Vec<u32> = (0..=full).map(rounds).collect();
    let mut reached = vec![false; rounds.len()];
    reached[0] = true;
    for own in &course.stages {
        let mut can_serve = 0;
        for (at, stage) in stages.iter().enumerate() {
            can_serve |= StageSet::from(serves(own, stage, state)) << at;
        }
        // Downward, so that a set that this stage has enlarged is not enlarged by it again.
        for served in (0..=full).rev().filter(|_| can_serve != 0) {
            if !reached[served as usize] {
                continue;
            }
            let left = can_serve & !served;
            let mut more = left;
            while more != 0 {
                if rounds[more as usize] <= own.rounds {
                    reached[(served | more) as usize] = true;
                }
                more = (more - 1) & left;
            }
        }
        if reached[full as usize] {
            return full;
        }
    }
    let sets = (0..=full).filter(|set| reached[*set as usize]);
    sets.max_by_key(|set| (rounds[*set as usize], *set)).unwrap_or_default()
}

/// Explains why no stage is left for one of the State's course.
fn why_unserved(stage: Stage, course: &Course, state: &Course) -> String {
    let instead = state.instead.iter().filter(|other| other.stage == stage.stage);
    let yards = instead.chain([&stage]).map(|form| form.yards).min().unwrap_or(stage.yards);
    let far: Vec<&Stage> = course.stages.iter().filter(|own| own.yards >= yards).collect();
    if far.is_empty() {
        return format!("no stage is fired from {yards} yards or farther");
    }
    let quick: Vec<u32> = far.iter().filter(|own| serves(own, &stage, state)).map(|own| own.stage).collect();
    if quick.is_empty() {
        let far: Vec<u32> = far.iter().map(|own| own.stage).collect();
        let verb = if far.len() == 1 { "allows" } else { "allow" };
        return format!("{} {verb} more seconds a round", stage_words(&far));
    }
    let verb = if quick.len() == 1 { "has" } else { "have" };
    format!("{} {verb} too few rounds for it beside the other stages", stage_words(&quick))
}

/// Names stages: `stage 4`, `stages 1–6, 9`.
fn stage_words(stages: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for stage in stages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *stage => *last = *stage,
            _ => runs.push((*stage, *stage)),
        }
    }
    let run = |(first, last): &(u32, u32)| if first == last { first.to_string() } else { format!("{first}–{last}") };
    let noun = if stages.len() == 1 { "stage" } else { "stages" };
    format!("{noun} {}", runs.iter().map(run).collect::<Vec<_>>().join(", "))
}

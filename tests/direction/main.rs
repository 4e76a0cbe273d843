//! Imports run one way: `cargo test --test direction` names the file, the line and the rule where one does not. It also
//! holds the size of files, lines and test names.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that panics has failed, which is what it is for")]

mod shape;
mod source;

use source::{File, Import, SOURCE, Source};
use std::collections::{BTreeMap, BTreeSet};

/// The rooms of `src`, the highest first. A room imports itself and those after it, never one before it. `lib.rs` and
/// `main.rs` see all of them.
const ORDER: &[&str] = &[
    "cmd", "check", "cli", "output", "report", "rules", "model", "input", "finding", "values", "words", "hint",
    "pipeline",
];

/// Imports that keep to the order and are forbidden all the same: from, to, why.
const FORBIDDEN: &[(&str, &str, &str)] = &[
    ("report/format", "rules", "a format asks no rule: what it writes is in the finding or the result"),
    ("report/layout", "rules", "layout knows widths and colors, and no law"),
    ("report/layout", "report/page", "a page uses the layout"),
    ("rules", "input/bytes", READS),
    ("rules", "input/csv", READS),
    ("rules", "input/header", READS),
    ("rules", "input/json", READS),
    ("rules", "input/rows", READS),
    ("rules", "input/sheet", READS),
];
const READS: &str = "rules open no file and know no format of one: they take records";

/// Imports against the direction that are still there: from, to. Each line goes with its import.
const STILL_AGAINST: &[(&str, &str)] = &[];

/// Files that import each other and still may. Each line goes with its circle.
const FILE_CIRCLES: &[&[&str]] = &[];

/// Folders that import each other and still may. Each line goes with its circle.
const FOLDER_CIRCLES: &[&[&str]] = &[];

#[test]
fn imports_run_one_way() {
    let source = &*SOURCE;
    let mut faults = Vec::new();
    let mut used = BTreeSet::new();
    for import in &source.imports {
        let [from, to] = [import.from, import.to].map(|file| &source.files[file]);
        let Some(rule) = rule_against(from, to) else { continue };
        let known = STILL_AGAINST.iter().position(|(of, at)| from.is_in(of) && to.is_in(at));
        match known {
            Some(known) => drop(used.insert(known)),
            None => faults.push(format!("{}:{} imports {}: {rule}", from.path, import.line, to.path)),
        }
    }
    assert!(faults.is_empty(), "against {}:\n{}", ORDER.join(" -> "), faults.join("\n"));
    for (at, known) in STILL_AGAINST.iter().enumerate() {
        assert!(used.contains(&at), "{known:?} is gone: remove it from STILL_AGAINST in tests/direction/main.rs");
    }
}

#[test]
fn every_room_has_a_place_in_the_order() {
    for file in SOURCE.files.iter().filter(|file| !file.is_root()) {
        let room = &file.room;
        assert!(ORDER.contains(&room.as_str()), "{}: add {room} to ORDER in tests/direction/main.rs", file.path);
    }
}

/// A `mod.rs` is the door of its folder: it and the files below it may import each other.
#[test]
fn no_files_import_each_other() {
    let source = &*SOURCE;
    let names = source.files.iter().map(|file| file.path.clone()).collect();
    let is_door = |one: usize, other: usize| source.files[other].module.starts_with(&source.files[one].module);
    assert_no_circles(source, names, |file| file, is_door, FILE_CIRCLES);
}

/// A folder and those in it are one room here, and so is a file beside `lib.rs`.
#[test]
fn no_folders_import_each_other() {
    let source = &*SOURCE;
    let folders: BTreeSet<String> = source.files.iter().map(File::folder).collect();
    let folders: Vec<String> = folders.into_iter().collect();
    let of_file = |file: usize| folders.binary_search(&source.files[file].folder()).unwrap();
    let holds = |one: usize, other: usize| folders[other].starts_with(&format!("{}/", folders[one]));
    assert_no_circles(source, folders.clone(), of_file, holds, FOLDER_CIRCLES);
}

/// Returns the rule that an import breaks, if it breaks one.
fn rule_against(from: &File, to: &File) -> Option<String> {
    let place = |file: &File| ORDER.iter().position(|room| *room == file.room);
    if let (Some(at), Some(other)) = (place(from), place(to))
        && other < at
    {
        return Some(format!("{} comes before {} in the order", to.room, from.room));
    }
    let rule = FORBIDDEN.iter().find(|(of, at, _)| from.is_in(of) && to.is_in(at));
    rule.map(|(_, _, why)| (*why).to_owned())
}

/// Fails when nodes import each other. Each file belongs to the node that `of` returns. A node may import those that it
/// `holds`, and they may import it.
fn assert_no_circles(
    source: &Source,
    nodes: Vec<String>,
    of: impl Fn(usize) -> usize,
    holds: impl Fn(usize, usize) -> bool,
    still_there: &[&[&str]],
) {
    let mut edges: Edges = BTreeMap::new();
    for import in &source.imports {
        let (from, to) = (of(import.from), of(import.to));
        let is_root = source.files[import.from].is_root() || source.files[import.to].is_root();
        if from != to && !is_root && !holds(from, to) && !holds(to, from) {
            edges.entry(from).or_default().entry(to).or_insert(import);
        }
    }
    let (mut faults, mut seen, mut used) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for circle in (0..nodes.len()).filter_map(|start| shortest_circle(start, &edges)) {
        let members: BTreeSet<&str> = circle.iter().map(|node| nodes[*node].as_str()).collect();
        let known = still_there.iter().position(|known| members.iter().all(|node| known.contains(node)));
        used.extend(known);
        if known.is_some() || !seen.insert(members) {
            continue;
        }
        let steps = circle.iter().zip(circle.iter().skip(1).chain(&circle[..1])).map(|(from, to)| {
            let import = edges[from][to];
            format!("  {}:{} imports {}", source.files[import.from].path, import.line, source.files[import.to].path)
        });
        faults.push(steps.collect::<Vec<_>>().join("\n"));
    }
    assert!(faults.is_empty(), "{} circles: move what is shared below both:\n{}", faults.len(), faults.join("\n\n"));
    for (at, known) in still_there.iter().enumerate() {
        assert!(used.contains(&at), "{known:?} is gone: remove it from the list in tests/direction/main.rs");
    }
}

/// The nodes that each node imports, with the first import of each.
type Edges<'i> = BTreeMap<usize, BTreeMap<usize, &'i Import>>;

/// Returns the nodes of the shortest way from a node back to it.
fn shortest_circle(start: usize, edges: &Edges) -> Option<Vec<usize>> {
    let mut came_from = BTreeMap::new();
    let mut reached = vec![start];
    let mut at = 0;
    while let Some(&node) = reached.get(at) {
        at += 1;
        for &next in edges.get(&node).into_iter().flat_map(BTreeMap::keys) {
            if next == start {
                let mut circle = vec![node];
                while let Some(before) = came_from.get(circle.last().unwrap()) {
                    circle.push(*before);
                }
                circle.reverse();
                return Some(circle);
            }
            if let std::collections::btree_map::Entry::Vacant(entry) = came_from.entry(next) {
                entry.insert(node);
                reached.push(next);
            }
        }
    }
    None
}

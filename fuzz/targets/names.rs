//! Any text as a name, a header or a choice: folding twice changes nothing more, and one cell is taken apart without
//! loss.

#![no_main]

use libfuzzer_sys::fuzz_target;
use passmuster::values::fold::{fold, folds_to};
use passmuster::input::header::Header;
use passmuster::model::officer::Column;
use passmuster::model::name::{Name, first_letter, key};
use passmuster::words::harmless;

fuzz_target!(|text: &str| {
    let folded = fold(text);
    assert_eq!(fold(&folded), folded);
    assert!(folds_to(&folded, &folded));
    assert_eq!(key(&key(text)), key(text));
    if let Some(letter) = first_letter(text) {
        assert!(letter.is_ascii_uppercase());
    }
    let name = Name::from_one_cell(text);
    let _ = name.shown();
    for part in [name.last, name.first, name.middle, name.suffix].into_iter().flatten() {
        assert!(text.contains(part), "{part:?}");
    }
    assert!(!harmless(text).chars().any(char::is_control));
    let cells: Vec<&str> = text.split(',').collect();
    if let Ok(header) = Header::new(cells.iter().copied(), Column::SPECS) {
        assert_eq!(header.width, cells.len());
    }
});

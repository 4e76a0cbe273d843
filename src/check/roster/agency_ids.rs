//! Numbers of agencies, by their spelling. Only a spelling that is new, or another than that of the row before, costs a string:
//! rosters go by agency.

use hashbrown::HashMap;

/// Every spelling so far, with its number.
#[derive(Default)]
pub(crate) struct Spellings {
    numbers: HashMap<String, usize>,
    last: Option<(String, usize)>,
}

impl Spellings {
    /// The number of a spelling; `number` gives that of a new one.
    pub(crate) fn number(&mut self, spelling: &str, number: impl FnOnce() -> usize) -> usize {
        if let Some((last, number)) = &self.last
            && last == spelling
        {
            return *number;
        }
        let number = *self.numbers.entry_ref(spelling).or_insert_with(number);
        self.last = Some((spelling.to_owned(), number));
        number
    }

    /// The spellings with their numbers, in no order.
    pub(crate) fn into_numbers(self) -> impl Iterator<Item = (String, usize)> {
        self.numbers.into_iter()
    }
}

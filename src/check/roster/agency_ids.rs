//! Small numbers in place of agency names. Rosters are sorted by agency, so that only a row whose agency differs from
//! the row before it costs a look-up.

use hashbrown::HashMap;

/// The spellings of agencies so far, each with its number.
#[derive(Default)]
pub(crate) struct AgencyIds {
    numbers: HashMap<String, usize>,
    last: Option<(String, usize)>,
}

impl AgencyIds {
    /// Returns the number of a spelling; `number` makes that of a new one.
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

    /// Returns the spellings with their numbers, in no order.
    pub(crate) fn into_numbers(self) -> impl Iterator<Item = (String, usize)> {
        self.numbers.into_iter()
    }
}

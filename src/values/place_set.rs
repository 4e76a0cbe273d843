//! A set of places in a short list.

/// A set of places in a list of at most 64, such as the columns of a record in its declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PlaceSet(u64);

impl PlaceSet {
    /// The number of places that a set can hold. Whoever fills one from a list asserts that the list is no longer.
    pub const CAPACITY: usize = u64::BITS as usize;

    /// The set without a place.
    pub const EMPTY: Self = Self(0);

    /// Adds a place.
    pub const fn insert(&mut self, place: usize) {
        self.0 |= 1 << place;
    }
    /// Whether the place is one of them.
    pub const fn has(self, place: usize) -> bool {
        self.0 & (1 << place) != 0
    }
    /// The places that both sets have.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    /// The places that at least one of the sets has.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// How many places there are in the set.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// Whether there is no place in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// The first place in the set.
    pub const fn first(self) -> Option<usize> {
        if self.0 == 0 { None } else { Some(self.0.trailing_zeros() as usize) }
    }
}

impl FromIterator<usize> for PlaceSet {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        let mut set = Self::EMPTY;
        places.into_iter().for_each(|place| set.insert(place));
        set
    }
}

//! A set of places in a short list.
//!
//! The set is one number, so that it is copied and compared without memory of its own: one is made for each row and
//! rule.

/// A set of places in a list of at most 64, such as the columns of a record in its declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PlaceSet(u64);

impl PlaceSet {
    /// The empty set.
    pub const EMPTY: Self = Self(0);
    /// The number of places that a set has room for.
    pub const CAPACITY: usize = u64::BITS as usize;

    /// Adds a place.
    ///
    /// # Panics
    /// When the place is not below [`Self::CAPACITY`]. The lists whose places are kept are part of the program, not of
    /// a file, and are held to that length where they are declared.
    pub const fn insert(&mut self, place: usize) {
        assert!(place < Self::CAPACITY, "a set of places holds at most 64");
        self.0 |= 1 << place;
    }
    /// Returns whether the set has a place.
    pub const fn has(self, place: usize) -> bool {
        place < Self::CAPACITY && self.0 & (1 << place) != 0
    }
    /// Returns the places that both sets have.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
    /// Returns the places that at least one of the sets has.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
    /// Counts the places in the set.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }
    /// Returns whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
    /// Returns the first place in the set.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_room_for_64_places() {
        let set: PlaceSet = (0..PlaceSet::CAPACITY).collect();
        assert!(set.len() == 64 && set.has(63) && !set.has(64));
    }

    #[test]
    #[should_panic = "at most 64"]
    fn the_65th_place_is_refused() {
        let _: PlaceSet = [64].into_iter().collect();
    }
}

//! Kinds of row, declared once: `record!` makes the struct, its columns with their aliases and meanings, and how a row becomes
//! one; `choice!` makes a cell of a few words.

use crate::input::cells::{Cell, Reading};
use crate::input::header::Header;
use crate::input::rows::Row;

/// Declares a cell that holds one of a few words. The first word is the one that is written, the others are short forms.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident, $expected:literal: $($(#[$vdoc:meta])* $variant:ident = $word:literal $(| $short:literal)*),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is written.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                to.write_str(self.word())
            }
        }

        impl<'a> $crate::input::cells::Cell<'a> for $name {
            const EXPECTED: &'static str = $expected;

            fn read(text: &'a str, _: &$crate::input::cells::Reading) -> Option<Self> {
                use crate::values::fold::folds_to;
                match text {
                    $($word => Some(Self::$variant),)+
                    $(_ if folds_to(text, $word) $(|| folds_to(text, $short))* => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use choice;

/// What is known about a column before any file is read.
#[derive(Debug)]
pub struct ColumnSpec {
    /// The name in templates and messages.
    pub name: &'static str,
    /// Other names a header may use; folded before they are compared.
    pub aliases: &'static [&'static str],
    /// What a cell should look like.
    pub expected: &'static str,
    /// What the column means.
    pub meaning: &'static str,
    /// Whether a value must never appear in a message.
    pub private: bool,
}

/// A record that is made of a row, whatever it is about.
pub trait FromRow<'a>: Sized {
    /// Makes a record of a row. `fault` hears of each cell that cannot be read.
    fn of_row(
        row: &Row<'a, '_>,
        header: &Header,
        how: &Reading,
        fault: impl FnMut(&'static ColumnSpec, &'a str),
    ) -> Self;
}

/// Reads a cell that is not empty into its field. Returns whether it could be read.
#[inline]
pub fn read_into<'a, Kind: Cell<'a>>(field: &mut Option<Kind>, text: &'a str, how: &Reading) -> bool {
    *field = Kind::read(text, how);
    field.is_some()
}

/// Declares a kind of row: its struct, the enum of its columns, and how the cells of a row become the struct.
///
/// A field is `None` when its cell is blank, unreadable or missing; `faulty` tells the last two from the first.
macro_rules! record {
    (
        $(#[$doc:meta])* $Record:ident,
        $(#[$cdoc:meta])* $Column:ident {
            $($field:ident $Variant:ident : $kind:ty, $private:literal, [$($alias:literal),*], $meaning:literal;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $Record<'a> {
            $(#[doc = $meaning] pub $field: Option<$kind>,)+
            /// Columns whose cell could not be read, or was missing from the row.
            pub faulty: $crate::values::place_set::PlaceSet,
        }

        $(#[$cdoc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Column { $(#[doc = $meaning] $Variant),+ }

        impl $Column {
            /// Every column, in the order of the template.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];
            /// What is known about each, in the same order.
            pub const SPECS: &'static [$crate::input::record::ColumnSpec] = $Record::<'static>::SPECS;

            /// The name in templates and messages.
            pub const fn name(self) -> &'static str {
                Self::SPECS[self as usize].name
            }
        }

        impl<'a> $crate::input::record::FromRow<'a> for $Record<'a> {
            fn of_row(
                row: &$crate::input::rows::Row<'a, '_>,
                header: &$crate::input::header::Header,
                how: &$crate::input::cells::Reading,
                mut fault: impl FnMut(&'static $crate::input::record::ColumnSpec, &'a str),
            ) -> Self {
                Self::read(row, header, how, |column, text| fault(&$Column::SPECS[column as usize], text))
            }
        }

        impl<'a> $Record<'a> {
            const SPECS: &'static [$crate::input::record::ColumnSpec] = &[$($crate::input::record::ColumnSpec {
                name: stringify!($field),
                aliases: &[$($alias),*],
                expected: <$kind as $crate::input::cells::Cell<'a>>::EXPECTED,
                meaning: $meaning,
                private: $private,
            }),+];

            /// Makes a record of a row. `fault` hears of each cell that cannot be read, in the order of the columns; a cell missing from a short
            /// row counts as unreadable without a word, because the row has its own fault.
            pub fn read(
                row: &$crate::input::rows::Row<'a, '_>,
                header: &$crate::input::header::Header,
                how: &$crate::input::cells::Reading,
                fault: impl FnMut($Column, &'a str),
            ) -> Self {
                let mut record = Self::default();
                record.fill(row, header, how, fault);
                record
            }

            /// The same into a record of which nothing is known yet, which need not be moved then.
            fn fill(
                &mut self,
                row: &$crate::input::rows::Row<'a, '_>,
                header: &$crate::input::header::Header,
                how: &$crate::input::cells::Reading,
                mut fault: impl FnMut($Column, &'a str),
            ) {
                let mut unreadable = Vec::new();
                let column_at = |at| header.column_at(at).and_then(|column| $Column::ALL.get(column));
                for (at, text) in row.filled() {
                    let Some(column) = column_at(at) else { continue };
                    match text {
                        Some("") => {}
                        Some(text) => {
                            let is_read = match column {
                                $($Column::$Variant => $crate::input::record::read_into(&mut self.$field, text, how),)+
                            };
                            if !is_read && !$crate::input::cells::is_blank(text) {
                                self.faulty.insert(*column as usize);
                                unreadable.push((*column, text));
                            }
                        }
                        None => self.faulty.insert(*column as usize),
                    }
                }
                for column in (row.len()..header.width).filter_map(column_at) {
                    self.faulty.insert(*column as usize);
                }
                unreadable.sort_by_key(|(column, _)| *column as usize);
                unreadable.into_iter().for_each(|(column, text)| fault(column, text));
            }

            /// What a column holds, in the one way in which the program writes it; `None` is blank or unreadable.
            pub fn text(&self, column: $Column) -> Option<String> {
                match column { $($Column::$Variant => self.$field.as_ref().map(ToString::to_string)),+ }
            }

            /// Whether this column's cell could not be read.
            pub fn is_faulty(&self, column: $Column) -> bool {
                self.faulty.has(column as usize)
            }
        }
    };
}
pub(crate) use record;

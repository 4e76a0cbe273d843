//! Records, declared once: `record!` makes a struct with its columns, their aliases, meanings and marks, and reads it
//! from a row; `choice!` makes a cell of a few words.

use crate::input::cells::{Cell, NamePart, Reading};
use crate::input::column::ColumnSpec;
use crate::input::header::Header;
use crate::input::rows::Row;

/// Declares a cell that holds one of a few words. The first word is the one that is written, the others are short
/// forms.
macro_rules! choice {
    (
        $(#[$doc:meta])* $name:ident, $expected:literal:
        $($(#[$vdoc:meta])* $variant:ident = $word:literal $(| $short:literal)*),+ $(,)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every choice.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the word as it is written.
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

            const CHOICES: &'static [&'static str] = &[$($word),+];

            fn read(text: &'a str, _: &$crate::input::cells::Reading) -> Option<Self> {
                use crate::values::fold::folds_to;
                match text {
                    $($word => Some(Self::$variant),)+
                    $(_ if folds_to(text, $word) $(|| folds_to(text, $short))* => Some(Self::$variant),)+
                    _ => None,
                }
            }

            fn read_in(
                text: &'a str,
                how: &$crate::input::cells::Reading,
                column: &$crate::input::column::ColumnSpec,
            ) -> Option<Self> {
                Self::read(text, how).or_else(|| Self::read(how.own_word(column, text)?, how))
            }

            fn choice_in(
                text: &str,
                how: &$crate::input::cells::Reading,
                column: &$crate::input::column::ColumnSpec,
            ) -> Option<&'static str> {
                <Self as $crate::input::cells::Cell>::read_in(text, how, column).map(Self::word)
            }
        }
    };
}
pub(crate) use choice;

/// A record that is made from a row.
pub trait FromRow<'a>: Sized {
    /// Makes a record from a row. Calls `fault` for each cell that cannot be read.
    fn of_row(
        row: &Row<'a, '_>,
        header: &Header,
        how: &Reading,
        fault: impl FnMut(&'static ColumnSpec, &'a str),
    ) -> Self;
}

/// The cells that identify the person of a row, from the `person` block of its record.
pub trait PersonCells<'a> {
    /// Returns the PTB ID as recorded.
    fn ptb_id(&self) -> Option<&'a str>;

    /// Returns whether the PTB ID cannot be read, or the record has no column for it: the row may belong to any ID.
    fn has_unclear_id(&self) -> bool;

    /// Returns the whole name in one cell, the last name and the first name.
    fn name_cells(&self) -> [Option<NamePart<'a>>; 3];
}

/// Reads a cell that is not empty into its field. Returns whether it could be read, or means blank.
#[inline]
pub fn read_into<'a, Kind: Cell<'a>>(
    field: &mut Option<Kind>,
    text: &'a str,
    how: &Reading,
    column: &ColumnSpec,
) -> bool {
    *field = Kind::read_in(text, how, column);
    field.is_some() || Kind::means_blank(text, how, column)
}

/// Declares a record: its struct, the enum of its columns, and how the cells of a row become the struct.
///
/// Each column has its meaning as a doc comment, then `field Variant: type`, its marks ([`Mark`]) and its aliases:
///
/// ```text
/// /// Day of enrollment in basic training.
/// basic_enrolled BasicEnrolled: NaiveDate, Past
///     ["enrolled", "academystart", "enrollmentdate"];
/// ```
///
/// One `person { … }` block among the columns declares `name`, `last_name`, `first_name` and, where it gives a
/// meaning for it, `ptb_id`, and implements [`PersonCells`].
///
/// A field is `None` when its cell is blank, unreadable or missing; `faulty` holds the columns of the last two.
macro_rules! record {
    (
        $(#[$doc:meta])* $Record:ident,
        $(#[$cdoc:meta])* $Column:ident {
            $(
                $(#[doc = $before_meaning:literal])+
                $before:ident $Before:ident : $before_kind:ty $(, $($before_mark:ident)+)?
                $([$($before_alias:literal),* $(,)?])?;
            )*
            person {
                name: [$($name_alias:literal),* $(,)?],
                last_name: $last_name:literal
                $(, $ptb_id:ident: $ptb_meaning:literal)?
                $(,)?
            }
            $(
                $(#[doc = $meaning:literal])+
                $field:ident $Variant:ident : $kind:ty $(, $($mark:ident)+)?
                $([$($alias:literal),* $(,)?])?;
            )*
        }
    ) => {
        $crate::input::record::record! {
            $(#[$doc])* $Record,
            $(#[$cdoc])* $Column {
                $(
                    $(#[doc = $before_meaning])+
                    $before $Before: $before_kind $(, $($before_mark)+)? $([$($before_alias),*])?;
                )*
                $(
                    #[doc = $ptb_meaning]
                    $ptb_id PtbId: &'a str [
                        "ptb", "ptbnumber", "ptbno", "ptb#", "ptbidnumber", "officerid", "id", "idnumber", "employeeid",
                        "employeenumber", "employeeno", "employee#", "empid", "empno", "emp", "emp#", "badge",
                        "badgenumber", "star"
                    ];
                )?
                #[doc = "The whole name in one cell, `Last, First M`, in place of last_name and first_name."]
                name WholeName: $crate::input::cells::NamePart<'a> [
                    "officername", "fullname", "worker", $($name_alias),*
                ];
                #[doc = $last_name]
                last_name LastName: $crate::input::cells::NamePart<'a> [
                    "surname", "lname", "last", "familyname", "employeelastname", "legallastname", "officerlastname"
                ];
                #[doc = "First name."]
                first_name FirstName: $crate::input::cells::NamePart<'a> [
                    "fname", "first", "givenname", "employeefirstname", "legalfirstname", "officerfirstname"
                ];
                $($(#[doc = $meaning])+ $field $Variant: $kind $(, $($mark)+)? $([$($alias),*])?;)*
            }
        }

        impl<'a> $crate::input::record::PersonCells<'a> for $Record<'a> {
            fn ptb_id(&self) -> Option<&'a str> {
                None$(.or(self.$ptb_id))?
            }

            fn has_unclear_id(&self) -> bool {
                let column = $Column::SPECS.iter().position(|spec| spec.name == "ptb_id");
                column.is_none_or(|column| self.faulty.has(column))
            }

            fn name_cells(&self) -> [Option<$crate::input::cells::NamePart<'a>>; 3] {
                [self.name, self.last_name, self.first_name]
            }
        }
    };
    (
        $(#[$doc:meta])* $Record:ident,
        $(#[$cdoc:meta])* $Column:ident {
            $(
                $(#[doc = $meaning:literal])+
                $field:ident $Variant:ident : $kind:ty $(, $($mark:ident)+)?
                $([$($alias:literal),* $(,)?])?;
            )+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $Record<'a> {
            $($(#[doc = $meaning])+ pub $field: Option<$kind>,)+
            /// Columns whose cell could not be read, or was missing from the row.
            pub faulty: $crate::values::place_set::PlaceSet,
        }

        $(#[$cdoc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $Column { $($(#[doc = $meaning])+ $Variant),+ }

        // The columns whose cells cannot be read are a set of places. This also checks the marks of every column.
        const _: () =
            assert!($Column::SPECS.len() <= $crate::values::place_set::PlaceSet::CAPACITY, "too many columns");

        impl $Column {
            /// Every column, in the order of the template.
            pub const ALL: &'static [Self] = &[$(Self::$Variant),+];
            /// The declaration of each column, in the same order.
            pub const SPECS: &'static [$crate::input::column::ColumnSpec] = $Record::<'static>::SPECS;

            /// Returns the name in templates and messages.
            pub const fn name(self) -> &'static str {
                Self::SPECS[self as usize].name
            }
        }

        impl<'a> $crate::input::record::FromRow<'a> for $Record<'a> {
            fn of_row(
                row: &$crate::input::rows::Row<'a, '_>,
                header: &$crate::input::header::Header,
                how: &$crate::input::cells::Reading,
                mut fault: impl FnMut(&'static $crate::input::column::ColumnSpec, &'a str),
            ) -> Self {
                Self::read(row, header, how, |column, text| fault(&$Column::SPECS[column as usize], text))
            }
        }

        // A record that holds a name or no past day uses only some of these.
        #[allow(dead_code)]
        impl<'a> $Record<'a> {
            const SPECS: &'static [$crate::input::column::ColumnSpec] = &[$(
                $crate::input::column::ColumnSpec::new::<$kind>(
                    stringify!($field),
                    &[$($($alias),*)?],
                    concat!($($meaning),+),
                    &[$($($crate::input::column::Mark::$mark),+)?],
                )
            ),+];

            /// Makes a record from a row. Calls `fault` for each cell that cannot be read, in the order of the
            /// columns. A cell missing from a short row counts as unreadable without a call, because the row has its
            /// own fault.
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

            /// Fills an empty record in place, as [`Self::read`] does.
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
                            let text = $crate::input::cells::unprotected(text, $Column::SPECS[*column as usize].role);
                            if text.is_empty() {
                                continue;
                            }
                            let is_read = match column {
                                $($Column::$Variant => {
                                    let spec = &$Column::SPECS[$Column::$Variant as usize];
                                    $crate::input::record::read_into(&mut self.$field, text, how, spec)
                                })+
                            };
                            if !is_read {
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

            /// Removes the past days after `as_of`, which had not happened by then. Returns each with its column, in
            /// order.
            fn take_days_after(&mut self, as_of: chrono::NaiveDate) -> Vec<($Column, chrono::NaiveDate)> {
                use $crate::input::cells::Cell;
                let mut taken = Vec::new();
                $(
                    if const { $Column::SPECS[$Column::$Variant as usize].past }
                        && let Some(day) = self.$field.as_ref().and_then(Cell::day)
                        && day > as_of
                    {
                        self.$field = None;
                        taken.push(($Column::$Variant, day));
                    }
                )+
                taken
            }

            /// Removes the value of a column.
            fn clear(&mut self, column: $Column) {
                match column { $($Column::$Variant => self.$field = None),+ }
            }

            /// Returns the value of a column as the program writes it; `None` for a blank or unreadable cell.
            pub fn text(&self, column: $Column) -> Option<String> {
                match column { $($Column::$Variant => self.$field.as_ref().map(ToString::to_string)),+ }
            }

            /// Returns whether the cell of a column could not be read.
            pub fn is_faulty(&self, column: $Column) -> bool {
                self.faulty.has(column as usize)
            }
        }
    };
}
pub(crate) use record;

//! Guides to how files are read: the forms of days, IDs, names and figures, and what stands for a blank.

use crate::finding::Source;
use crate::rules::guides::guide::Guide;

pub(crate) static GUIDES: &[Guide] = &[
    Guide {
        name: "days",
        title: "Days: every form that is read",
        text: &[
            "A day is read in each of these forms: 2026-01-31, 2026/1/31, 20260131, 1/31/2026, 01-31-2026, \
             31-Jan-2026, 31 January 2026, Jan 31, 2026, Saturday, January 31, 2026. Months are in full or in three \
             letters, in any case; a weekday in front is passed over. In numbers with the year last the month comes \
             first. Flags such as --as-of take the same forms.",
            "A clock time behind the day is dropped where a day is asked: 2026-01-31 14:30:00, 1/31/2026 2:30 PM, \
             2026-01-31T14:30:00.000-06:00. Where a time is asked (test_end and test_start of a POWER test) it is \
             taken as written, in Illinois; Z or an offset does not move it, and a note says so. There a \
             clock time alone, 11:40, is one of the day of the test.",
            "Not read, because they may mean two days or none: the day before the month (31/1/2026), points between \
             the numbers (7.12.2019), the bare number of a spreadsheet (45678: format the column as a date), ######## \
             (the column was too narrow). A year of two digits is read only with --two-digit-years past, or \
             two_digit_years = \"past\" in the configuration.",
            "Blank is an empty cell, -, n/a, none, unknown, NULL, (null) and #N/A; and, with a note, a day on or \
             before 1 January 1901 or in the year 9999. Cells may name the years 1902 to 2199.",
        ],
        figures: &[],
        sources: &[Source::reading("how files are read")],
    },
    Guide {
        name: "ids-and-names",
        title: "PTB IDs, names and words of choices as they are read",
        text: &[
            "A PTB ID is read through what a spreadsheet puts around it: =\"0012345\", an apostrophe in front, .0 \
             behind. IDs of digits are matched without leading zeros, because spreadsheets lose them. A word without \
             a digit, such as TBD, and zeros alone are no ID. 1.00E+07 cannot be read: a spreadsheet has rounded it. \
             In a workbook a number of more than fifteen digits, below zero, with a fraction or with the format of a \
             day cannot be read as an ID; format the column as text before the number is typed.",
            "In a column name without a comma it is not known which word is the last name. Where the first and the \
             last word sign on the portal on different days the answer is unknown, until name_order in the \
             configuration, or --name-order, says first-last or last-first. (On Leave) at the end is passed over. \
             Letters garbled by a wrong save are read back. A name that begins with ?, a digit or a lost letter has no \
             day on the portal.",
            "In position the usual ranks are officers; chief of police, deputy chief, undersheriff and sheriff are \
             read as what they are. For every column of a few words the configuration takes your own: \
             [values.employment] \"Aux\" = \"part-time\".",
            "A run time is 12:48, 12:48.5, 0:12:48 or 12'48\"; 12:48:00 is read as 12 minutes and 48 seconds, with a \
             note. Inches may have a fraction, 16 1/2, and inches, pounds and percent their unit behind them. DNF, did \
             not finish and DQ fail the event of a POWER test; W/D and withdrew are blank.",
        ],
        figures: &[],
        sources: &[Source::reading("how files are read")],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::days::FORMS;

    #[test]
    fn the_guide_names_every_form_of_a_day() {
        let text = GUIDES[0].text.concat();
        assert!(FORMS.iter().all(|form| text.contains(form)), "{text}");
    }
}

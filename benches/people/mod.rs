//! Invented people, the same ones for the same seed: rosters, POWER sheets and firearms sheets of any length.

use chrono::{Days, NaiveDate};
use passmuster::model::officer::Column;
use std::io::{self, Write};

const LAST: [&str; 24] = [
    "Abel",
    "Baker",
    "Cole",
    "de la Cruz",
    "Drew",
    "Ellis",
    "Ford",
    "Hale",
    "Ives",
    "Jones",
    "Kerr",
    "Lane",
    "Moss",
    "Núñez",
    "O'Brien",
    "Ørsted",
    "Pratt",
    "Quill",
    "Reyes",
    "St. John",
    "'t Hooft",
    "Upton",
    "Vance",
    "Zell",
];
const FIRST: [&str; 16] =
    ["Ann", "Ben", "Cal", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida", "Jim", "Kay", "Lou", "Max", "Ned", "Ola", "Pam"];
/// A column that the program does not read: a real roster always has one.
const FOREIGN_COLUMN: &str = "shift";

/// The day asked about.
pub(crate) const TODAY: &str = "2026-11-21";

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

fn pick<'t>(random: &mut fastrand::Rng, from: &[&'t str]) -> &'t str {
    from[random.usize(..from.len())]
}

/// Writes a roster of `rows` officers, about one in twenty with a fault.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn roster<W: Write>(to: &mut W, rows: u32) -> io::Result<()> {
    let mut random = fastrand::Rng::with_seed(1720);
    // The whole name in one cell takes the place of the first two columns, and cannot be beside them.
    let known = Column::ALL.iter().filter(|column| **column != Column::WholeName);
    let columns: Vec<&str> = known.map(|column| column.name()).chain([FOREIGN_COLUMN]).collect();
    writeln!(to, "{}", columns.join(","))?;
    for row in 0..rows {
        let hired = day(2005, 1, 3) + Days::new(random.u64(..7_500));
        let after = |days: u64| (hired + Days::new(days)).to_string();
        let part_time = random.u32(..100) < 15;
        let wrong = random.u32(..20) == 0;
        let class = if part_time { "part-time" } else { "full-time" };
        let hired_late = hired > day(2025, 6, 30);
        for (at, column) in columns.iter().enumerate() {
            if at > 0 {
                to.write_all(b",")?;
            }
            match *column {
                "ptb_id" => write!(to, "{:07}", 100_000 + row)?,
                "last_name" => {
                    write!(to, "{}{}", pick(&mut random, &LAST), pick(&mut random, &["", "", "son", "man"]))?
                }
                "first_name" => write!(to, "{}", pick(&mut random, &FIRST))?,
                "middle_name" => write!(to, "{}", &pick(&mut random, &FIRST)[..1])?,
                "birth_date" => write!(to, "{}", hired - Days::new(9_000 + random.u64(..4_000)))?,
                // The nation has about 18,000 agencies, and a roster is sorted by agency.
                "agency" => write!(to, "Agency {:05}", row / 60)?,
                "email" => write!(to, "p{row}@example.org")?,
                "position" => write!(to, "officer")?,
                "discipline" => write!(to, "law-enforcement")?,
                "employment" | "certification" => write!(to, "{class}")?,
                "hire_date" | "original_hire_date" | "sworn_on" => write!(to, "{hired}")?,
                "basic_enrolled" | "course_start" => write!(to, "{}", after(30))?,
                "basic_completed" if wrong && row % 2 == 0 => {}
                "basic_completed" if wrong => write!(to, "2026-02-30")?,
                "basic_completed" => write!(to, "{}", after(170))?,
                "hours_year" if part_time => write!(to, "{}", random.u32(..1_300))?,
                "power_passed" | "physical_exam" => write!(to, "{}", after(12))?,
                "background_certified" => write!(to, "{}", after(15))?,
                "esigned" => write!(to, "2026-01-{:02}", 2 + random.u32(..28))?,
                "scenario_completed" if !hired_late => write!(to, "2024-05-{:02}", 1 + random.u32(..30))?,
                "firearms_qualified" => write!(to, "2026-04-{:02}", 1 + random.u32(..30))?,
                FOREIGN_COLUMN => write!(to, "{}", random.u32(1..4))?,
                _ => {}
            }
        }
        writeln!(to)?;
    }
    Ok(())
}

/// Writes a POWER sheet of `rows` first tests, about one in ten failed.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn power<W: Write>(to: &mut W, rows: u32) -> io::Result<()> {
    let mut random = fastrand::Rng::with_seed(1720);
    writeln!(
        to,
        "ptb_id,last_name,first_name,sex,birth_date,test_date,test_end,attempt,program,administrator,body_weight,\
         sit_reach_1,sit_reach_2,sit_reach_3,sit_ups,bench_press,run"
    )?;
    for row in 0..rows {
        let born = day(1968, 1, 1) + Days::new(random.u64(..12_700));
        let weak = random.u32(..10) == 0;
        let weight = random.u32(120..240);
        let reach: [u32; 3] = std::array::from_fn(|_| if weak { random.u32(60..120) } else { random.u32(165..210) });
        writeln!(
            to,
            "{:07},{},{},{},{born},2026-11-07,2026-11-07 10:{:02},initial,full-time,designated,{weight},{},{},{},{},{},\
             {}:{:02}",
            100_000 + row,
            pick(&mut random, &LAST),
            pick(&mut random, &FIRST),
            pick(&mut random, &["M", "F"]),
            random.u32(..60),
            tenths(reach[0]),
            tenths(reach[1]),
            tenths(reach[2]),
            random.u32(38..50),
            (weight + random.u32(..60)).next_multiple_of(5),
            random.u32(9..13),
            random.u32(..60),
        )?;
    }
    Ok(())
}

/// Writes a firearms sheet of `rows` shooters, about one in ten not qualified.
///
/// # Errors
/// When the output cannot be written.
pub(crate) fn firearms<W: Write>(to: &mut W, rows: u32) -> io::Result<()> {
    let mut random = fastrand::Rng::with_seed(1720);
    let stages: Vec<String> = (1..=12).map(|stage| format!("stage_{stage}")).collect();
    writeln!(to, "ptb_id,last_name,first_name,date,category,weapon,capacity,instructor,{}", stages.join(","))?;
    for row in 0..rows {
        let weak = random.u32(..10) == 0;
        write!(
            to,
            "{:07},{},{},2026-04-{:02},duty,semi-auto,{},Quill",
            100_000 + row,
            pick(&mut random, &LAST),
            pick(&mut random, &FIRST),
            1 + random.u32(..30),
            random.u32(6..18)
        )?;
        for stage in 1..=12 {
            let rounds = if stage <= 6 { 2 } else { 3 };
            write!(to, ",{}", if weak { random.u32(..2) } else { rounds - random.u32(..2) })?;
        }
        writeln!(to)?;
    }
    Ok(())
}

/// Returns `14.4` of 144 tenths.
fn tenths(count: u32) -> String {
    format!("{}.{}", count / 10, count % 10)
}

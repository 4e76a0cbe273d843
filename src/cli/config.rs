//! The user's settings. A flag overrides the environment, which overrides the configuration file, which overrides the
//! default.

use crate::cli::config_file::{self, File, named};
use crate::cli::flags::{Flags, default_warn_days};
use crate::hint::with_hint;
use crate::input::cells::{NameOrder, OwnWords};
use crate::input::header::OwnNames;
use crate::model::agency::Agency;
use crate::report::Format;
use crate::rules::law::schedule::Schedule;
use anyhow::bail;
use directories::ProjectDirs;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file in the configuration folder that lists the approved courses of the COPS Training Portal.
pub const APPROVED_COURSES: &str = "approved_courses.csv";

/// The file in the configuration folder that lists the accepted findings.
pub const ACCEPTED_FINDINGS: &str = "accepted.csv";

/// The origin of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A flag or its environment variable.
    Flag(&'static str),
    /// The configuration file.
    File,
    /// The default.
    Default,
}

impl fmt::Display for Origin {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(flag) => to.write_str(flag),
            Self::File => to.write_str("configuration file"),
            Self::Default => to.write_str("default"),
        }
    }
}

/// A value in force, with its origin.
#[derive(Clone, Debug)]
pub struct Setting<T> {
    /// The value.
    pub value: T,
    /// The origin of the value.
    pub origin: Origin,
}

impl<T> Setting<T> {
    fn of(name: &'static str, flag: Option<T>, file: Option<T>, default: T) -> Self {
        match (flag, file) {
            (Some(value), _) => Self { value, origin: Origin::Flag(name) },
            (None, Some(value)) => Self { value, origin: Origin::File },
            (None, None) => Self { value: default, origin: Origin::Default },
        }
    }
}

impl<T> Setting<Option<T>> {
    /// Returns a setting that has neither flag nor default.
    fn of_file(file: Option<T>) -> Self {
        Self::of("", None, file.map(Some), None)
    }
}

/// Everything in force for a run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The configuration file that was read.
    pub file: Option<PathBuf>,
    /// The folder of the configuration file, which may also hold tables of the user's own.
    pub folder: Option<PathBuf>,
    /// The e-sign schedule by which answers are given.
    pub schedule: Setting<Schedule>,
    /// Days before a due day from which it is due soon.
    pub warn_days: Setting<u32>,
    /// The output format.
    pub format: Setting<Format>,
    /// Reading of years of two digits.
    pub two_digit_years: Setting<bool>,
    /// Checking of scenario-based windows that no source publishes.
    pub inferred_scenario_windows: Setting<bool>,
    /// The requirements of the agency's own course of fire are on file with the Board; `None`: it has no such course.
    pub local_course_on_file: Setting<Option<bool>>,
    /// The file of the agency's own course of fire; a relative path begins at the configuration file's folder.
    pub course: Setting<Option<PathBuf>>,
    /// Days given after the expired notice before an officer is inactivated; no source fixes them.
    pub inactivation_days: Setting<Option<u32>>,
    /// CSV output begins with a byte order mark.
    pub csv_bom: Setting<bool>,
    /// The user's agency.
    pub agency: Agency,
    /// Rules that every roster must be asked.
    pub require: Vec<String>,
    /// The user's own column names.
    pub columns: OwnNames,
    /// The user's own words for choices.
    pub values: Arc<OwnWords>,
    /// The order of the words in a name without a comma.
    pub name_order: Setting<Option<NameOrder>>,
}

impl Settings {
    /// Reads the configuration file, where there is one, and combines it with the flags.
    ///
    /// # Errors
    /// A file that was named and does not exist, and every mistake in it, with its line and the nearest valid key.
    pub fn load(flags: &Flags) -> anyhow::Result<Self> {
        Self::load_with_calendar(flags).and_then(Self::without_calendar)
    }

    /// Refuses the format of a calendar.
    fn without_calendar(self) -> anyhow::Result<Self> {
        let formats = Format::of_every_command();
        if !formats.contains(&self.format.value) {
            let names: Vec<String> = named(&formats).into_iter().map(|(name, _)| name).collect();
            bail!(with_hint(
                "ics is a calendar of due days, which only muster roster due and muster hire write",
                format!("choose another format: {}", names.join(", "))
            ));
        }
        Ok(self)
    }

    /// Does the same for a command that can write a calendar.
    ///
    /// # Errors
    /// Those of [`Settings::load`].
    pub fn load_with_calendar(flags: &Flags) -> anyhow::Result<Self> {
        Self::load_from(flags, flags.config.is_some())
    }

    /// Does the same for a command that may write the file first, so that the one that `--config` names may not exist
    /// yet.
    ///
    /// # Errors
    /// Those of [`Settings::load`].
    pub fn load_to_write(flags: &Flags) -> anyhow::Result<Self> {
        Self::load_from(flags, false).and_then(Self::without_calendar)
    }

    fn load_from(flags: &Flags, must_exist: bool) -> anyhow::Result<Self> {
        let place = place(flags);
        let folder = place.as_deref().and_then(Path::parent).map(Path::to_owned);
        let path = place.filter(|path| must_exist || path.try_exists().unwrap_or(true));
        let file = match &path {
            Some(path) => config_file::read(path)?,
            None => File::default(),
        };
        let by_ending = || flags.output.as_deref().and_then(Format::by_ending);
        if let (None, Some(ending)) = (flags.format, flags.output.as_deref().and_then(foreign_ending)) {
            bail!(with_hint(
                format!("--output: muster writes no .{ending}"),
                "a file that ends in .csv opens in a spreadsheet; -f names the format of any other file"
            ));
        }
        let format = match (flags.format, by_ending()) {
            (None, Some(format)) => Setting { value: format, origin: Origin::Flag("the ending of --output") },
            (flag, _) => Setting::of("--format", flag, file.format, Format::Table),
        };
        let default_warn_days = default_warn_days(flags.as_of());
        let two_digit_years = flags.two_digit_years.as_ref().map(|_| true);
        Ok(Self {
            folder,
            schedule: Setting::of("--schedule", flags.schedule, file.schedule, Schedule::default()),
            warn_days: Setting::of("--warn-days", flags.warn_days, file.warn_days, default_warn_days),
            format,
            two_digit_years: Setting::of("--two-digit-years", two_digit_years, file.reads_two_digit_years, false),
            inferred_scenario_windows: Setting::of("", None, file.inferred_scenario_windows, false),
            local_course_on_file: Setting::of_file(file.local_course_on_file),
            course: Setting::of_file(file.course.map(|course| beside(path.as_deref(), &course))),
            inactivation_days: Setting::of_file(file.inactivation_days),
            require: file.require,
            csv_bom: Setting::of("--bom", flags.bom.then_some(true), file.csv_bom, false),
            agency: file.agency,
            columns: file.columns,
            values: Arc::new(file.values),
            name_order: Setting::of("--name-order", flags.name_order.map(Some), file.name_order.map(Some), None),
            file: path,
        })
    }

    /// Returns the path of the user's list of approved courses in the configuration folder, where it exists.
    pub fn approved_courses(&self) -> Option<PathBuf> {
        self.own_file(APPROVED_COURSES)
    }

    /// Returns the path of the user's list of accepted findings in the configuration folder, where it exists.
    pub fn accepted(&self) -> Option<PathBuf> {
        self.own_file(ACCEPTED_FINDINGS)
    }

    fn own_file(&self, name: &str) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(name)).filter(|path| path.exists())
    }
}

/// Returns the ending of a file that only another program writes.
fn foreign_ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    ["xlsx", "xls", "ods", "pdf", "docx", "doc"].contains(&ending.as_str()).then_some(ending)
}

/// Returns a path of the configuration file, which begins at the file's folder unless it is absolute.
fn beside(configuration: Option<&Path>, path: &str) -> PathBuf {
    configuration.and_then(Path::parent).unwrap_or(Path::new("")).join(path)
}

/// Returns the path of the configuration file, whether it exists or not; `None` when `--config` is empty.
pub fn place(flags: &Flags) -> Option<PathBuf> {
    match &flags.config {
        Some(path) if path.as_os_str().is_empty() => None,
        Some(path) => Some(path.clone()),
        None => default_path(),
    }
}

/// Returns the path of the configuration file unless `--config` names another.
pub fn default_path() -> Option<PathBuf> {
    ProjectDirs::from("", "", "muster").map(|folders| folders.config_dir().join("config.toml"))
}

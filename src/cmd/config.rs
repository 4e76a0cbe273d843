//! `muster config`: where the configuration is, what is in force and from where, a commented file to start from.

use crate::check::report::Exit;
use crate::cli::config::{COMMENTED, Origin, Setting, Settings, default_path};
use crate::cli::flags::Flags;
use anyhow::{Context, bail};
use clap::Subcommand;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, Write};

/// What can be done with the configuration.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Where the configuration file stands
    Path,
    /// What is in force, and where each value comes from
    Show,
    /// Write a commented configuration file; never over an existing one
    Init,
}

/// Carries out the command.
///
/// # Errors
/// A configuration that cannot be read or written.
pub fn run(command: &ConfigCommand, flags: &Flags) -> anyhow::Result<Exit> {
    let mut out = Vec::new();
    let path = || {
        let path = flags.config.clone().filter(|path| !path.as_os_str().is_empty()).or_else(default_path);
        path.context("this system has no folder for configuration; name a file with --config FILE")
    };
    match command {
        ConfigCommand::Path => writeln!(out, "{}", path()?.display())?,
        ConfigCommand::Show => show(&mut out, &Settings::load(flags)?)?,
        ConfigCommand::Init => {
            let path = path()?;
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
            }
            let mut file = match File::create_new(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    bail!("{}: there is a configuration already; it was left as it is", path.display())
                }
                file => file.with_context(|| format!("{}: cannot be written", path.display()))?,
            };
            file.write_all(COMMENTED.as_bytes())?;
            writeln!(out, "{}", path.display())?;
        }
    }
    crate::check::report::write_page(&out, flags)
}

fn show(out: &mut impl Write, settings: &Settings) -> io::Result<()> {
    match &settings.file {
        Some(file) => writeln!(out, "# {}", file.display())?,
        None => writeln!(out, "# no configuration file")?,
    }
    let mut line =
        |name: &str, value: String, origin: &Origin| writeln!(out, "{:<50} # {origin}", format!("{name} = {value}"));
    let quoted = |text: &str| format!("{text:?}");
    line("schedule", quoted(settings.schedule.value.name()), &settings.schedule.origin)?;
    line("warn_days", settings.warn_days.value.to_string(), &settings.warn_days.origin)?;
    line("format", quoted(&format!("{:?}", settings.format.value).to_lowercase()), &settings.format.origin)?;
    let years = if settings.two_digit_years.value { "past" } else { "none" };
    line("two_digit_years", quoted(years), &settings.two_digit_years.origin)?;
    let windows = if settings.inferred_scenario_windows.value { "inferred" } else { "published" };
    line("scenario_windows", quoted(windows), &settings.inferred_scenario_windows.origin)?;
    line("local_course_on_file", unset(&settings.local_course_on_file), &settings.local_course_on_file.origin)?;
    let course =
        settings.course.value.as_ref().map_or_else(|| "(not set)".into(), |path| quoted(&path.to_string_lossy()));
    line("course", course, &settings.course.origin)?;
    line("inactivation_days", unset(&settings.inactivation_days), &settings.inactivation_days.origin)?;
    let agency = &settings.agency;
    for (name, value) in [
        ("agency.name", &agency.name),
        ("agency.administrator", &agency.administrator),
        ("agency.email", &agency.email),
        ("agency.domain", &agency.domain),
    ] {
        let origin = if value.is_some() { Origin::File } else { Origin::Default };
        line(name, value.as_deref().map_or_else(|| "(not set)".into(), quoted), &origin)?;
    }
    let mut columns: Vec<_> = settings.columns.iter().collect();
    columns.sort_unstable();
    for (own, column) in columns {
        line(&format!("columns.{own}"), quoted(column.unwrap_or("ignore")), &Origin::File)?;
    }
    Ok(())
}

fn unset<T: Display>(setting: &Setting<Option<T>>) -> String {
    setting.value.as_ref().map_or_else(|| "(not set)".into(), ToString::to_string)
}

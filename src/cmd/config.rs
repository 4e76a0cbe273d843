//! `muster config`: the path of the configuration, the settings in force, and a commented file to start from.

use crate::check::report::Exit;
use crate::cli::config::{Origin, Setting, Settings, default_path};
use crate::cli::config_file::COMMENTED;
use crate::cli::flags::Flags;
use crate::hint::with_hint;
use crate::input::header::OwnName;
use crate::report::Format;
use anyhow::{Context, bail};
use clap::{Subcommand, ValueEnum};
use serde_json::{Value, json};
use std::fs::File;
use std::io::{self, Write};

/// Commands on the configuration.
#[derive(Debug, Subcommand)]
pub enum ConfigCommand {
    /// Print the path of the configuration file
    Path,
    /// Show the settings in force, with the origin of each
    Show,
    /// Write a commented configuration file to start from; an existing one is left as it is
    Init,
}

/// Runs the command.
///
/// # Errors
/// A configuration that cannot be read or written.
pub fn run(command: &ConfigCommand, flags: &Flags) -> anyhow::Result<Exit> {
    let mut out = Vec::new();
    let path = || {
        let path = flags.config.clone().filter(|path| !path.as_os_str().is_empty()).or_else(default_path);
        path.with_context(|| with_hint("this system has no folder for configuration", "name a file: --config FILE"))
    };
    match command {
        ConfigCommand::Path => writeln!(out, "{}", path()?.display())?,
        ConfigCommand::Show => show(&mut out, &Settings::load(flags)?)?,
        ConfigCommand::Init => {
            let path = path()?;
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be created", folder.display()))?;
            }
            let mut file = match File::create_new(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    bail!(with_hint(
                        format!("{}: there is a configuration already; it was left as it is", path.display()),
                        "edit it, or name another file: --config FILE"
                    ))
                }
                file => file.with_context(|| format!("{}: cannot be written", path.display()))?,
            };
            file.write_all(COMMENTED.as_bytes())?;
            writeln!(out, "{}", path.display())?;
        }
    }
    crate::check::report::write_page(&out, flags)
}

/// Returns every setting with its name in the configuration file, its value, and its origin.
fn all(settings: &Settings) -> Vec<(String, Value, Origin)> {
    fn row<T>(name: &str, setting: &Setting<T>, value: impl FnOnce(&T) -> Value) -> (String, Value, Origin) {
        (name.to_owned(), value(&setting.value), setting.origin.clone())
    }
    let format = |format: &Format| json!(format.to_possible_value().map(|value| value.get_name().to_owned()));
    let mut all = vec![
        row("schedule", &settings.schedule, |schedule| json!(schedule.name())),
        row("warn_days", &settings.warn_days, |days| json!(days)),
        row("format", &settings.format, format),
        row("two_digit_years", &settings.two_digit_years, |read| json!(if *read { "past" } else { "none" })),
        row("name_order", &settings.name_order, |order| {
            json!(order.and_then(|order| order.to_possible_value()).map(|value| value.get_name().to_owned()))
        }),
        row("scenario_windows", &settings.inferred_scenario_windows, |inferred| {
            json!(if *inferred { "inferred" } else { "published" })
        }),
        row("local_course_on_file", &settings.local_course_on_file, |on_file| json!(on_file)),
        row("course", &settings.course, |path| json!(path.as_ref().map(|path| path.to_string_lossy()))),
        row("csv_bom", &settings.csv_bom, |bom| json!(bom)),
        row("inactivation_days", &settings.inactivation_days, |days| json!(days)),
    ];
    let origin = if settings.require.is_empty() { Origin::Default } else { Origin::File };
    all.push(("require".to_owned(), json!(settings.require), origin));
    let agency = &settings.agency;
    for (name, value) in [
        ("agency.name", &agency.name),
        ("agency.administrator", &agency.administrator),
        ("agency.email", &agency.email),
        ("agency.domain", &agency.domain),
    ] {
        all.push((name.to_owned(), json!(value), if value.is_some() { Origin::File } else { Origin::Default }));
    }
    let mut columns: Vec<_> = settings.columns.iter().collect();
    columns.sort_unstable_by_key(|(folded, _)| *folded);
    let column = |(folded, own): (&String, &OwnName)| {
        (format!("columns.{folded}"), json!(own.column.unwrap_or("ignore")), Origin::File)
    };
    all.extend(columns.into_iter().map(column));
    let mut words: Vec<_> = settings
        .values
        .iter()
        .flat_map(|(column, words)| {
            words.iter().map(move |(own, word)| (format!("values.{column}.{own}"), json!(word.means)))
        })
        .collect();
    words.sort_by(|one, other| one.0.cmp(&other.0));
    all.extend(words.into_iter().map(|(name, value)| (name, value, Origin::File)));
    all
}

/// Writes the settings in force: as a configuration file with the origins in comments, or as JSON.
fn show(out: &mut impl Write, settings: &Settings) -> anyhow::Result<()> {
    let all = all(settings);
    // The format of the configuration is for answers, and this is none.
    let is_asked = matches!(settings.format.origin, Origin::Flag(_));
    if is_asked && matches!(settings.format.value, Format::Json | Format::Ndjson) {
        let setting = |(name, value, origin): (String, Value, Origin)| {
            (name, json!({ "value": value, "origin": origin.to_string() }))
        };
        let all: serde_json::Map<String, Value> = all.into_iter().map(setting).collect();
        let file = settings.file.as_ref().map(|file| file.to_string_lossy());
        let document = json!({ "file": file, "settings": all });
        match settings.format.value {
            Format::Ndjson => writeln!(out, "{document}")?,
            _ => writeln!(out, "{document:#}")?,
        }
        return Ok(());
    }
    match &settings.file {
        Some(file) => writeln!(out, "# {}", file.display())?,
        None => writeln!(out, "# no configuration file")?,
    }
    for (name, value, origin) in all {
        let value = match value {
            Value::Null => "(not set)".to_owned(),
            Value::String(text) => format!("{text:?}"),
            other => other.to_string(),
        };
        writeln!(out, "{:<50} # {origin}", format!("{name} = {value}"))?;
    }
    Ok(())
}

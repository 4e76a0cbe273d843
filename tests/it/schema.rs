//! The schema that `muster schema` prints, checked against the JSON that every command writes.

use crate::harness::{json_in, muster};
use clap::CommandFactory;
use passmuster::cmd::Cli;
use passmuster::model::power_test::Column;
use passmuster::rules::power::standards::Event;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Command lines whose documents hold every kind of result and finding.
const ARGS: [&[&str]; 33] = [
    &[
        "roster",
        "check",
        "--accepted",
        "fixtures/roster_check/accepted.csv",
        "--baseline",
        "fixtures/roster_check/last-week.json",
        "fixtures/roster_check/millbrook.csv",
    ],
    &["roster", "check", "--all", "fixtures/roster_check/messy.csv", "fixtures/roster_check/millbrook.json"],
    &["start", "--all", "fixtures/template/roster.csv"],
    &["roster", "columns", "fixtures/workbooks/messy.xlsx", "fixtures/roster_check/messy.csv"],
    &["roster", "due", "--within", "400", "fixtures/roster_check/tamarack.csv"],
    &["roster", "notices", "fixtures/roster_check/tamarack.csv"],
    &["roster", "notices", "--digest", "fixtures/roster_check/tamarack.csv"],
    &["roster", "diff", "fixtures/roster_diff/spring.csv", "fixtures/roster_diff/autumn.csv"],
    &["power", "score", "fixtures/power_score/saturday.csv", "fixtures/power_score/retest.csv"],
    &["power", "score", "fixtures/power_score/saturday.csv"],
    &["power", "score", "--retests", "fixtures/power_score/saturday.csv"],
    &["power", "standards"],
    &["firearms", "score", "fixtures/firearms_score/saturday.csv", "fixtures/firearms_score/messy.csv"],
    &["firearms", "course"],
    &["deadline"],
    &["deadline", "basic-training", "2025-08-31"],
    &["esign-cohort", "Doe"],
    &["reimburse", "claim", "fixtures/reimburse_claim/millbrook.csv", "fixtures/reimburse_claim/messy.csv"],
    &["reimburse", "claim", "--redact", "fixtures/reimburse_claim/millbrook.json"],
    &["reimburse", "forms"],
    &["reimburse", "rates"],
    &[
        "training",
        "check",
        "--roster",
        "fixtures/training_check/roster.csv",
        "fixtures/training_check/done.csv",
        "fixtures/training_check/messy.csv",
    ],
    &["exam", "check", "fixtures/exam_check/class.csv", "fixtures/exam_check/messy.csv"],
    &["permit", "check", "fixtures/permit_check/retired.csv", "fixtures/permit_check/messy.csv"],
    &["hire", "2027-01-04"],
    &["why", "doe", "fixtures/roster_check/millbrook.csv"],
    &["verify", "fixtures/roster_check/last-week.json", "fixtures/roster_check/millbrook.csv"],
    &["rules"],
    &["rules", "--guides"],
    &["rules", "--params"],
    &["rules", "ragged-row"],
    &["rules", "--find", "court of claims"],
    &["rules", "--revision"],
];

/// Commands that write text in place of the document.
const TEXT: [&str; 7] = ["accept", "power enter", "template", "completions", "man", "schema", "help"];

#[test]
fn every_command_writes_what_the_schema_says() {
    let schema = json_in(&muster(&["schema"]));
    let (mut commands, mut used) = (BTreeSet::new(), BTreeSet::new());
    for args in ARGS {
        let document = json_in(&muster(&[args, &["-f", "json"]].concat()));
        assert!(document["results"] != document["findings"], "{args:?} writes neither results nor findings");
        let checked = Check { root: &schema }.value(&schema, &document, "");
        used.extend(checked.unwrap_or_else(|error| panic!("{args:?}: {error}")));
        commands.insert(document["command"].as_str().unwrap().to_owned());
    }
    assert_eq!(commands, names(&schema["properties"]["command"]["enum"]));
    let defined: BTreeSet<String> = schema["$defs"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(used, defined, "every definition is used by a document");
}

#[test]
fn sources_have_their_addresses_beside_them() {
    let schema = json_in(&muster(&["schema"]));
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let has = |key: &str| definition["properties"].get(key).is_some();
        assert!(has("source_urls") || !(has("sources") || has("source")), "{name}");
    }
}

#[test]
fn the_schema_knows_every_command_of_the_tree() {
    let schema = json_in(&muster(&["schema"]));
    let known = names(&schema["properties"]["command"]["enum"]);
    let mut leaves = Vec::new();
    add_leaves(&Cli::command(), "", &mut leaves);
    let documented = |leaf: &&String| !TEXT.contains(&leaf.as_str()) && !leaf.starts_with("config ");
    assert_eq!(leaves.iter().filter(documented).cloned().collect::<BTreeSet<_>>(), known);
}

#[test]
fn the_schema_refuses_a_result_of_another_command() {
    let schema = json_in(&muster(&["schema"]));
    let check = Check { root: &schema };
    let mut document = json_in(&muster(&["power", "standards", "-f", "json"]));
    check.value(&schema, &document, "").unwrap();
    document["command"] = "reimburse rates".into();
    assert!(check.value(&schema, &document, "").is_err());
    document["command"] = "power standards".into();
    document["results"][0].as_object_mut().unwrap().remove("until");
    assert!(check.value(&schema, &document, "").is_err());
}

#[test]
fn every_csv_column_is_a_key_of_the_schema() {
    let schema = json_in(&muster(&["schema"]));
    for args in ARGS {
        let document = json_in(&muster(&[args, &["-f", "json"]].concat()));
        let list = if document["results"] == json!([]) { "findings" } else { "results" };
        let csv = muster(&[args, &["-f", "csv"]].concat()).stdout;
        for name in csv::Reader::from_reader(csv.as_slice()).headers().unwrap() {
            let mut found = vec![&schema["properties"][list]];
            for part in name.split('.') {
                found = found.iter().flat_map(|found| keyed(&schema, found, part)).collect();
            }
            // The unit of a standard follows from its event, and a retest sheet in CSV is a sheet to fill in.
            let is_to_fill = args.contains(&"--retests")
                && (name == "hours" || Column::ALL.iter().any(|column| column.name() == name));
            assert!(!found.is_empty() || name == "unit" || is_to_fill, "{args:?}: {name}");
        }
    }
}

/// Returns the schemas of a key: of an object, of the items of a list, or of any alternative.
fn keyed<'s>(root: &'s Value, schema: &'s Value, key: &str) -> Vec<&'s Value> {
    let name = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/"));
    let inner = name.map(|name| &root["$defs"][name]).into_iter();
    let inner = inner.chain(schema["anyOf"].as_array().into_iter().flatten()).chain(schema.get("items"));
    let mut found: Vec<&Value> = inner.flat_map(|inner| keyed(root, inner, key)).collect();
    found.extend(schema["properties"].get(key));
    // The stages of a course and the events of a POWER test are lists with columns for each item.
    let list = match key {
        _ if key.starts_with("stage_") => "stages",
        _ if Event::ALL.iter().any(|event| event.name() == key) => "events",
        _ => return found,
    };
    found.extend(schema["properties"].get(list));
    found
}

fn names(list: &Value) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// Adds the commands without subcommands: `roster check`.
fn add_leaves(command: &clap::Command, path: &str, leaves: &mut Vec<String>) {
    for inner in command.get_subcommands() {
        let path = format!("{path} {}", inner.get_name()).trim_start().to_owned();
        if inner.has_subcommands() { add_leaves(inner, &path, leaves) } else { leaves.push(path) }
    }
}

/// Checks values against the keywords that the schema uses. Stricter than the standard: an object may have no key that
/// its schema does not name.
struct Check<'s> {
    root: &'s Value,
}

impl Check<'_> {
    /// Returns the names of the definitions that the value was checked against.
    fn value(&self, schema: &Value, value: &Value, at: &str) -> Result<BTreeSet<String>, String> {
        let mut used = BTreeSet::new();
        for (keyword, expected) in schema.as_object().unwrap() {
            let holds = match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "format" | "minimum" | "maximum" | "minLength"
                | "maxLength" | "then" => true,
                "$ref" => {
                    let name = expected.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                    used.insert(name.to_owned());
                    used.extend(self.value(&self.root["$defs"][name], value, at)?);
                    true
                }
                "type" => {
                    [expected].into_iter().chain(expected.as_array().into_iter().flatten()).any(|kind| is(value, kind))
                }
                "enum" => expected.as_array().unwrap().contains(value),
                "const" => expected == value,
                "maxItems" | "minItems" => {
                    let (count, limit) = (value.as_array().unwrap().len(), expected.as_u64().unwrap() as usize);
                    if keyword == "maxItems" { count <= limit } else { count >= limit }
                }
                "items" => {
                    for (number, item) in value.as_array().into_iter().flatten().enumerate() {
                        used.extend(self.value(expected, item, &format!("{at}[{number}]"))?);
                    }
                    true
                }
                "prefixItems" => {
                    for (item, schema) in value.as_array().unwrap().iter().zip(expected.as_array().unwrap()) {
                        used.extend(self.value(schema, item, at)?);
                    }
                    true
                }
                "properties" => {
                    for (key, inner) in value.as_object().into_iter().flatten() {
                        match expected.get(key) {
                            Some(schema) => used.extend(self.value(schema, inner, &format!("{at}.{key}"))?),
                            None if schema["type"] == "object" => {
                                return Err(format!("{at}: no key {key} in the schema"));
                            }
                            None => {}
                        }
                    }
                    true
                }
                "additionalProperties" => {
                    for inner in value.as_object().unwrap().values() {
                        used.extend(self.value(expected, inner, at)?);
                    }
                    true
                }
                "required" => expected.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
                "anyOf" | "oneOf" => {
                    let options = expected.as_array().unwrap();
                    let found = options.iter().find_map(|option| self.value(option, value, at).ok());
                    used.extend(found.ok_or_else(|| format!("{at}: {value} is none of {expected}"))?);
                    true
                }
                "allOf" => {
                    for part in expected.as_array().unwrap() {
                        used.extend(self.value(part, value, at)?);
                    }
                    true
                }
                "if" => {
                    if self.value(expected, value, at).is_ok() {
                        used.extend(self.value(&schema["then"], value, at)?);
                    }
                    true
                }
                other => panic!("{at}: this test does not know the keyword {other}"),
            };
            if !holds {
                return Err(format!("{at}: {value} against {keyword} {expected}"));
            }
        }
        Ok(used)
    }
}

/// Returns whether a value is of a type of JSON Schema.
fn is(value: &Value, kind: &Value) -> bool {
    match kind.as_str() {
        Some("null") => value.is_null(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("number") => value.is_number(),
        Some("string") => value.is_string(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        _ => false,
    }
}

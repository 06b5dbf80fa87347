//! A half-typed form as text, kept when the line breaks and offered at the next start. Must not know how it is kept.
use crate::tui::page::Seed;
use serde_json::{Value, json};

/// A form as text.
pub fn write(seed: &Seed) -> String {
    let (number, version) = match &seed.case {
        Some((number, version)) => (json!(number), json!(version)),
        None => (Value::Null, Value::Null),
    };
    json!({"action": seed.action, "number": number, "version": version, "values": seed.given}).to_string()
}

/// The form again; none if the text is not one.
pub fn read(text: &str) -> Option<Seed> {
    let all: Value = serde_json::from_str(text).ok()?;
    let case = all["number"].as_str().zip(all["version"].as_i64());
    Some(Seed {
        action: all["action"].as_str()?.to_owned(),
        case: case.map(|(number, version)| (number.to_owned(), version)),
        given: all["values"].as_object()?.clone(),
        typed: true,
    })
}

/// The first words of a form, so that one knows it again.
pub fn gist(seed: &Seed) -> String {
    let words = ["unit", "name", "matter"].iter().filter_map(|name| seed.given.get(*name)?.as_str());
    let number = seed.case.as_ref().map(|(number, _)| number.as_str());
    number.into_iter().chain(words).collect::<Vec<_>>().join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kept_form_is_the_same_when_it_is_read_again() {
        let given = json!({"unit": "3-1-502", "harm": true}).as_object().cloned().unwrap_or_default();
        let case = Some(("TS-20261114-003".to_owned(), 7));
        let seed = Seed { action: "complete".to_owned(), case, given, typed: true };
        assert_eq!(read(&write(&seed)), Some(seed));
        assert_eq!(read("no form"), None);
    }
}

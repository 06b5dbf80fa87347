//! Half-typed forms as text, kept when the line breaks and offered at the next start. Must not know how they are kept.
use crate::tui::page::Seed;
use serde_json::{Value, json};

/// Forms as text.
pub fn write(seeds: &[Seed]) -> String {
    Value::Array(seeds.iter().map(one).collect()).to_string()
}

fn one(seed: &Seed) -> Value {
    let (number, version) = match &seed.case {
        Some((number, version)) => (json!(number), json!(version)),
        None => (Value::Null, Value::Null),
    };
    json!({"action": seed.action, "number": number, "version": version, "values": seed.given})
}

/// The forms again, each with the text by which it is known among them; what is no form is left out. A single form
/// stands there as older programs kept it.
pub fn read(text: &str) -> Vec<Seed> {
    match serde_json::from_str(text) {
        Ok(Value::Array(all)) => all.iter().filter_map(seed).collect(),
        Ok(single) => seed(&single).into_iter().collect(),
        Err(_) => Vec::new(),
    }
}

fn seed(form: &Value) -> Option<Seed> {
    let case = form["number"].as_str().zip(form["version"].as_i64());
    let seed = Seed {
        action: form["action"].as_str()?.to_owned(),
        case: case.map(|(number, version)| (number.to_owned(), version)),
        given: form["values"].as_object()?.clone(),
        typed: true,
        kept: None,
    };
    let kept = Some(one(&seed).to_string());
    Some(Seed { kept, ..seed })
}

/// Takes away the form that was kept as this text.
pub fn take_away(seeds: &mut Vec<Seed>, kept: &str) {
    if let Some(place) = seeds.iter().position(|seed| seed.kept.as_deref() == Some(kept)) {
        seeds.remove(place);
    }
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

    fn form(action: &str, unit: &str) -> Seed {
        let given = json!({"unit": unit, "harm": true}).as_object().cloned().unwrap_or_default();
        let case = Some(("TS-20261114-003".to_owned(), 7));
        Seed { action: action.to_owned(), case, given, typed: true, kept: None }
    }

    #[test]
    fn kept_forms_are_the_same_when_they_are_read_again() {
        let forms = [form("complete", "3-1-502"), form("pause", "5-2-301")];
        let again = read(&write(&forms));
        let bare: Vec<Seed> = again.iter().map(|seed| Seed { kept: None, ..seed.clone() }).collect();
        assert_eq!(bare, forms);
        assert_eq!(read(&write(&again)), again);
        assert_eq!(read("no form"), []);
        assert_eq!(read(r#"[{"action":"pause","values":{}}, 7]"#).len(), 1);
    }

    #[test]
    fn a_single_form_of_an_older_program_is_read_too() {
        let single = one(&form("pause", "3-1-502")).to_string();
        assert_eq!(read(&single).len(), 1);
    }

    #[test]
    fn of_two_forms_that_are_the_same_one_is_taken_away() {
        let mut forms = read(&write(&[form("pause", "3-1-502"), form("pause", "3-1-502")]));
        let kept = forms[0].kept.clone().unwrap_or_default();
        take_away(&mut forms, &kept);
        assert_eq!(forms.len(), 1);
    }
}

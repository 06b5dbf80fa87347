//! What the forms of an emergency begin with: its place, the arrival that is to be put right. Must not draw.
use super::act::fields_of;
use crate::model::clock::Milestone;
use crate::model::emergency::Emergency;
use crate::tui::form::tables::{self, FieldRow};
use crate::tui::page::Context;
use serde_json::{Map, Value};

/// The fields of a step on an emergency: it has a place where other cases have a unit.
pub fn fields(action: &str) -> &'static [FieldRow] {
    match action {
        "correct" => tables::CORRECT_PLACE,
        other => fields_of(other),
    }
}

/// What stands on the record of an emergency, by field.
pub fn on_record(part: &Emergency) -> Map<String, Value> {
    [("place".to_owned(), Value::from(part.place.as_str()))].into_iter().collect()
}

/// What stands there so far, above the form that puts it right.
pub fn told(action: &str, part: &Emergency, cx: &Context<'_>) -> Option<String> {
    let arrived = part.arrived_at.filter(|_| action == "arrive")?;
    Some(format!("{} {}", cx.words.milestone(Milestone::Arrive), cx.time(arrived)))
}

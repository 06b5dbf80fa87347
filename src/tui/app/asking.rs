//! What the forms of a callback begin with: the form that is likely, and above the fields what the resident said
//! (CBK-04, CBK-07). Must not draw.
use crate::desk::answer::Sheet;
use crate::model::callback::Callback;
use crate::model::complaint::CallbackForm;
use crate::tui::page::{Context, Seed};
use serde_json::Value;

/// Fills in what is likely, and says above the form what is to be reviewed or decided on.
pub fn begin(seed: &mut Seed, sheet: &Sheet, cx: &Context<'_>) -> Option<String> {
    match seed.action.as_str() {
        "record_callback" => {
            let (_, callback) = cx.desk.callback_of(sheet, cx.me)?;
            let form = proposed(&callback);
            seed.given.entry("form".to_owned()).or_insert(Value::from(<&str>::from(form)));
            None
        }
        "review_callback" | "decide_callback" => {
            let (_, callback) = cx.desk.callback_of(sheet, cx.me)?;
            Some(answer(&callback, cx))
        }
        _ => None,
    }
}

/// The form that fits, or the home visit that was agreed on. A visit has an appointment first: without one the phone is
/// at hand (CBK-06).
fn proposed(callback: &Callback) -> CallbackForm {
    match (callback.appointment_at, callback.form) {
        (None, CallbackForm::Visit) => CallbackForm::Phone,
        (None, form) => form,
        (Some(_), _) => CallbackForm::Visit,
    }
}

/// What came of asking, a line each.
fn answer(callback: &Callback, cx: &Context<'_>) -> String {
    let words = cx.words;
    let satisfied = callback.satisfied.map(|flag| format!("{} {}", words.screen.satisfied, words.yes_no(flag)));
    let grades = [("quality", callback.quality), ("effect", callback.effect)];
    let grades = grades
        .into_iter()
        .filter_map(|(field, grade)| grade.map(|grade| format!("{} {}", words.field(field), words.grade(grade))));
    let first = satisfied.into_iter().chain(grades).collect::<Vec<_>>().join("  ");
    let texts = [
        ("said", &callback.said),
        ("shortcomings", &callback.shortcomings),
        ("suggestions", &callback.suggestions),
        ("note", &callback.comment),
        ("opinion", &callback.opinion),
    ];
    let texts = texts.into_iter().filter_map(|(field, text)| {
        text.as_ref().map(|text| format!("{} {}", words.field(field), text.replace('\n', " ")))
    });
    std::iter::once(first).chain(texts).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

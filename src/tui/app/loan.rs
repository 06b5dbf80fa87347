//! What the forms of a key or a pass begin with: where it hangs, what is held for it, what has to be handed back (KEY-04,
//! KEY-07, LED-04).
//! Must not draw.
use super::act::fields_of;
use crate::model::case::Case;
use crate::model::house_key::{Fen, HouseKey, KeyKind};
use crate::model::pass::Pass;
use crate::model::secret::is_masked;
use crate::tui::form::tables::{self, FieldRow};
use crate::tui::page::{Context, Seed};
use serde_json::{Map, Value};

/// The fields of a step on a key: who consented is asked only where somebody has to (KEY-09), what was paid back only
/// where something is held.
pub fn fields(action: &str, key: &HouseKey) -> &'static [FieldRow] {
    let free = key.kind != KeyKind::Entrusted || key.mandate.is_some();
    match action {
        "lend_key" if free => tables::LOAN,
        "return_key" if key.held() == 0 => tables::RETURN,
        "find_key" | "follow_up_loss" if key.held() == 0 => tables::LOSS,
        other => fields_of(other),
    }
}

/// The fields of a step on a pass: what was paid back is asked only where something is held.
pub fn pass_fields(action: &str, pass: &Pass) -> &'static [FieldRow] {
    match (action, pass.held()) {
        ("return_pass", 0) => tables::RETURN_PASS,
        ("follow_up_loss", 0) => tables::LOSS,
        ("follow_up_loss", _) => tables::PASS_LOSS,
        (other, _) => fields_of(other),
    }
}

/// Fills in what is likely, and says above the form which card it is and what is held for it.
pub fn begin_pass(seed: &mut Seed, case: &Case, pass: &Pass, cx: &Context<'_>) -> Option<String> {
    if !matches!(seed.action.as_str(), "return_pass" | "follow_up_loss") {
        return None;
    }
    let sum = pass.held();
    if seed.action == "return_pass" && sum > 0 {
        seed.given.entry("deposit_back".to_owned()).or_insert(Value::from(yuan(sum)));
    }
    let held = (sum > 0).then(|| format!("{} {}", cx.words.screen.held, cx.words.money(sum)));
    let parts = [Some(pass.pass_number.clone()), case.name.clone(), pass.company.clone(), held];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join("  "))
}

/// What stands on the record of a key, by field.
pub fn on_record(key: &HouseKey) -> Map<String, Value> {
    let texts = [
        ("key", Some(key.key_number.as_str())),
        ("hook", Some(key.hook.as_str())),
        ("key_kind", Some(key.kind.into())),
        ("building", key.building.as_deref()),
        ("floor", key.floor.as_deref()),
        ("mandate", key.mandate.as_deref()),
    ];
    let texts = texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), Value::from(text?))));
    texts.chain([("pieces".to_owned(), Value::from(key.pieces.to_string()))]).collect()
}

/// Whether the number of a document stands whole above this form: the key comes back, and the document is looked at once
/// more (KEY-04).
pub fn shows_document(action: &str, key: &HouseKey) -> bool {
    matches!(action, "return_key" | "find_key") && key.document_number.is_some() && key.returned_at.is_none()
}

/// Fills in what is likely, and says above the form what has to be handed back, with the number of the document as it
/// was `shown` whole, else masked (KEY-04).
pub fn begin(seed: &mut Seed, case: &Case, key: &HouseKey, shown: Option<String>, cx: &Context<'_>) -> Option<String> {
    let mut give = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            seed.given.entry(name.to_owned()).or_insert(Value::from(value));
        }
    };
    match seed.action.as_str() {
        "return_key" | "find_key" | "follow_up_loss" => {
            let sum = key.held();
            if seed.action != "follow_up_loss" && sum > 0 {
                give("deposit_back", Some(yuan(sum)));
            }
            let document = key.document.map(|one| cx.words.document(one).to_owned());
            let held = (sum > 0).then(|| format!("{} {}", cx.words.screen.held, cx.words.money(sum)));
            let pieces = format!("{} {}", cx.words.field("pieces"), key.pieces);
            let parts = [key.holder.clone(), document, shown.or(key.document_number.clone()), held, Some(pieces)];
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join("  "))
        }
        "hand_over_key" => {
            give("name", case.name.clone());
            give("phone", case.phone.clone().filter(|phone| !is_masked(phone)));
            give("pieces", Some(key.pieces.to_string()));
            None
        }
        "take_in_key" => {
            give("hook", Some(key.hook.clone()));
            give("pieces", Some(key.pieces.to_string()));
            None
        }
        _ => None,
    }
}

/// What reporting a count brings with it: the keys that are lost from then on (KEY-08).
pub fn going_lost(number: &str, cx: &Context<'_>) -> Option<String> {
    let counting = cx.desk.counting(Some(number), cx.now).ok().flatten()?;
    let keys: Vec<String> = counting.going_lost().iter().map(|key| key.key_number.clone()).collect();
    let told = cx.words.screen.going_lost.replace("{}", &keys.len().to_string());
    (!keys.is_empty()).then(|| format!("{told} {}", cx.words.list(keys)))
}

/// As it is typed: `200`, `200.50`.
fn yuan(fen: Fen) -> String {
    if fen % 100 == 0 { (fen / 100).to_string() } else { format!("{}.{:02}", fen / 100, fen % 100) }
}

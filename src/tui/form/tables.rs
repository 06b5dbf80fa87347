//! Which fields a form has, in which order, and when they are asked. What a field holds, whether it is needed and which
//! words it allows is known to the desk. The forms of the steps stand here, those that begin something in their tabs.

/// One row of a form.
#[derive(Clone, Copy, Debug)]
pub struct FieldRow {
    /// Its name in the JSON of the action.
    pub name: &'static str,
    /// Asked only while another field has one of these values.
    pub when: Option<(&'static str, &'static [&'static str])>,
    /// The value it begins with.
    pub start: &'static str,
    /// Begins with what stands on the record, and is left out of the action while it stays so.
    pub known: bool,
}

/// A field that is always asked.
pub const fn ask(name: &'static str) -> FieldRow {
    FieldRow { name, when: None, start: "", known: false }
}

/// A field that begins with a value.
pub const fn start(name: &'static str, start: &'static str) -> FieldRow {
    FieldRow { name, when: None, start, known: false }
}

/// A field that begins with what stands on the record.
pub const fn known(name: &'static str) -> FieldRow {
    FieldRow { name, when: None, start: "", known: true }
}

impl FieldRow {
    /// Asked only while `field` has one of `values`.
    pub const fn only(self, field: &'static str, values: &'static [&'static str]) -> FieldRow {
        FieldRow { when: Some((field, values)), ..self }
    }
}

/// The forms of the steps. A step that is not here has no fields and is done at once.
#[rustfmt::skip]
const STEPS: &[(&str, &[FieldRow])] = &[
    ("assign_handler",        &[ask("handler")]),
    ("forward_to_department", &[ask("department"), ask("note")]),
    ("record_handling",       &[ask("note")]),
    ("add_note",              &[ask("note")]),
    ("promise_reply",         &[ask("promised_at"), known("phone")]),
    ("move_promise",          &[ask("promised_at"), ask("reason"), ask("told")]),
    ("reply_to_resident",     &[ask("said")]),
    ("finish",                &[ask("result")]),
    ("close_as_unable",       &[ask("reason")]),
    ("turn_into_complaint",   &[ask("category"), start("severity", "minor"), start("urgency", "general"), start("harm", "false"), ask("department")]),
    ("decide_suggestion",     &[ask("adopted"), ask("note")]),
    ("contact_resident",      &[ask("said")]),
    ("hand_to_supervisor",    &[ask("note")]),
    ("report_to_head_office", &[ask("reported_to"), ask("copied")]),
    ("report_harm",           &[ask("note")]),
    ("stop_harm",             &[ask("measures")]),
    ("write_plan",            &[ask("plan")]),
    ("decide_plan",           &[ask("approved"), ask("note")]),
    ("report_progress",       &[ask("note")]),
    ("pass_on_progress",      &[ask("said")]),
    ("complete",              &[ask("cause"), ask("measures"), ask("result"), ask("root_cause"), ask("prevention")]),
    ("sign_record",           &[ask("note")]),
    ("record_callback",       &[start("form", "phone"), ask("outcome"), ask("said")]),
    ("change_severity",       &[ask("severity"), ask("reason")]),
    ("change_urgency",        &[ask("urgency"), ask("reason")]),
    ("change_category",       &[ask("category"), ask("reason")]),
    ("judge_validity",        &[ask("validity"), ask("reason"), ask("transferred_to").only("validity", &["outside"])]),
    ("note_dispute",          &[ask("other_party"), ask("evidence"), ask("evidence_held_by")]),
    ("sign_review",           &[ask("note")]),
    ("pause",                 &[ask("until"), ask("reason")]),
    ("correct",               &[known("unit"), known("name"), known("phone"), known("matter"), known("detail"), ask("reason")]),
    ("reopen",                &[ask("reason")]),
    ("void",                  &[ask("reason")]),
];

/// The fields of a step by its name in the JSON; empty where it is done at once.
pub fn of_step(action: &str) -> &'static [FieldRow] {
    STEPS.iter().find(|(name, _)| *name == action).map_or(&[], |(_, fields)| fields)
}

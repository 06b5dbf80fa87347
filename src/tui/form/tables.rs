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
    /// Required here, though not wherever the action is taken.
    pub needed: Needed,
}

/// Whether a field is required where the action alone does not say so.
#[derive(Clone, Copy, Debug)]
pub enum Needed {
    /// It is not.
    No,
    /// Whenever it is asked.
    Always,
    /// While any of these other fields has one of these values.
    While(&'static [(&'static str, &'static [&'static str])]),
}

/// A field that is always asked.
pub const fn ask(name: &'static str) -> FieldRow {
    FieldRow { name, when: None, start: "", known: false, needed: Needed::No }
}

/// A field that begins with a value.
pub const fn start(name: &'static str, start: &'static str) -> FieldRow {
    FieldRow { name, when: None, start, known: false, needed: Needed::No }
}

/// A field that begins with what stands on the record.
pub const fn known(name: &'static str) -> FieldRow {
    FieldRow { name, when: None, start: "", known: true, needed: Needed::No }
}

impl FieldRow {
    /// Asked only while `field` has one of `values`.
    pub const fn only(self, field: &'static str, values: &'static [&'static str]) -> FieldRow {
        FieldRow { when: Some((field, values)), ..self }
    }

    /// Required whenever it is asked: marked like those that the action itself requires.
    pub const fn needed(self) -> FieldRow {
        FieldRow { needed: Needed::Always, ..self }
    }

    /// Required while any of these other fields has one of these values.
    pub const fn needed_while(self, cases: &'static [(&'static str, &'static [&'static str])]) -> FieldRow {
        FieldRow { needed: Needed::While(cases), ..self }
    }
}

/// The form of an emergency: two fields, and nothing that a guard would have to know (EMG-01).
pub const EMERGENCY: &[FieldRow] = &[ask("matter"), ask("place")];

/// The correction of an emergency: it has a place, and its unit follows that.
pub const CORRECT_PLACE: &[FieldRow] =
    &[known("place"), known("name"), known("phone"), known("matter"), known("detail"), ask("reason")];

/// Where somebody from outside borrows a key (KEY-04).
const OF_OUTSIDER: &[(&str, &[&str])] = &[("borrower", &["outsider"])];

/// The form of a loan that nobody of a household has to consent to: a key that is not entrusted, or one with a mandate
/// on file (KEY-03, KEY-04, KEY-09).
pub const LOAN: &[FieldRow] = &[
    start("borrower", "staff"),
    ask("name"),
    ask("department").only("borrower", &["staff"]).needed(),
    ask("phone").needed_while(OF_OUTSIDER),
    ask("purpose"),
    ask("back_by"),
    ask("document").only("borrower", &["outsider"]).needed(),
    ask("document_number").only("borrower", &["outsider"]).needed(),
    ask("deposit").only("borrower", &["outsider"]).needed(),
    ask("signature").needed(),
];

/// The form of a contact about a work order: that they were spoken with is enough (DSP-04).
pub const CONTACT: &[FieldRow] = &[ask("said"), ask("at")];

/// The forms of a key for which nothing is held: nobody is asked what was paid back (KEY-06).
pub const RETURN: &[FieldRow] = &[ask("condition"), ask("at")];
/// The same for a key that was lost.
pub const LOSS: &[FieldRow] = &[ask("note")];

/// The form of a pass for which nothing is held and that comes back (LED-04).
pub const RETURN_PASS: &[FieldRow] = &[ask("at")];
/// The form of the loss of a pass for which something is held: with it the pass is done with.
pub const PASS_LOSS: &[FieldRow] = &[ask("note"), ask("deposit_back").needed()];

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
    ("contact_resident",      &[ask("said").needed(), ask("at")]),
    ("hand_to_supervisor",    &[ask("note")]),
    ("report_to_head_office", &[ask("reported_to"), ask("copied")]),
    ("report_harm",           &[ask("note")]),
    ("stop_harm",             &[ask("measures")]),
    ("write_plan",            &[ask("plan")]),
    ("decide_plan",           &[ask("approved"), ask("note").needed_while(&[("approved", &["false"])])]),
    ("report_progress",       &[ask("note")]),
    ("pass_on_progress",      &[ask("said")]),
    ("complete",              &[ask("cause"), ask("measures"), ask("result"), ask("root_cause"), ask("prevention")]),
    ("sign_record",           &[ask("note")]),
    ("record_callback",       &[start("form", "phone"), ask("outcome"), ask("said"), ask("quality"), ask("effect"), ask("shortcomings"), ask("suggestions"), ask("resident_signed")]),
    ("change_severity",       &[ask("severity"), ask("reason")]),
    ("change_urgency",        &[ask("urgency"), ask("reason")]),
    ("change_category",       &[ask("category"), ask("reason")]),
    ("judge_validity",        &[ask("validity"), ask("reason"), ask("transferred_to").only("validity", &["outside"]).needed()]),
    ("note_dispute",          &[ask("other_party"), ask("evidence"), ask("evidence_held_by")]),
    ("sign_review",           &[ask("note")]),
    ("dispatch_work",         &[ask("job"), known("matter"), ask("urgency"), ask("department"), ask("technician"), ask("arrive_by")]),
    ("turn_into_service",     &[ask("department"), ask("starts_at"), ask("ends_at")]),
    ("turn_into_emergency",   &[ask("emergency"), ask("place")]),
    ("join_incident",         &[ask("incident")]),
    ("send_order",            &[known("department"), ask("technician"), ask("at")]),
    ("sign_order",            &[ask("signed_by"), ask("at")]),
    ("depart",                &[ask("at")]),
    ("arrive",                &[ask("at")]),
    ("first_check",           &[ask("note"), ask("at")]),
    ("finish_order",          &[ask("result"), ask("material"), ask("charge"), ask("at")]),
    ("tell_resident",         &[ask("said"), ask("satisfied").needed(), ask("at")]),
    ("move_copy",             &[ask("copy"), ask("copy_at")]),
    ("file_sheet",            &[ask("at")]),
    ("transfer_order",        &[ask("department"), ask("technician"), ask("reason")]),
    ("hand_back_order",       &[ask("reason")]),
    ("press_again",           &[ask("said")]),
    ("apologize",             &[ask("said"), ask("promised_at")]),
    ("tell_of",               &[ask("who"), ask("note"), ask("at")]),
    ("log_line",              &[ask("note"), ask("at")]),
    ("check_off",             &[ask("entry")]),
    ("name_emergency",        &[ask("emergency")]),
    ("set_public_words",      &[ask("said")]),
    ("end_emergency",         &[ask("result"), start("order_wanted", "false"), start("first_aid", "false"), ask("morning"), ask("at")]),
    ("review_emergency",      &[ask("response"), ask("cooperation"), ask("cause"), ask("changes")]),
    ("lend_key",              &[start("borrower", "staff"), ask("name"), ask("department").only("borrower", &["staff"]).needed(), ask("phone").needed_while(OF_OUTSIDER), ask("purpose"), ask("back_by"), ask("document").only("borrower", &["outsider"]).needed(), ask("document_number").only("borrower", &["outsider"]).needed(), ask("deposit").only("borrower", &["outsider"]).needed(), ask("approved_by").needed(), ask("consent_by").needed(), ask("consent_at"), ask("signature").needed()]),
    ("return_key",            &[ask("condition"), ask("deposit_back").needed(), ask("at")]),
    ("chase_key",             &[ask("said")]),
    ("extend_loan",           &[ask("back_by"), ask("reason")]),
    ("report_lost",           &[ask("note")]),
    ("follow_up_loss",        &[ask("note"), ask("deposit_back")]),
    ("find_key",              &[ask("note"), ask("deposit_back").needed()]),
    ("hand_over_key",         &[ask("name"), ask("phone"), ask("pieces"), ask("signature")]),
    ("take_in_key",           &[ask("hook"), ask("pieces"), ask("mandate")]),
    ("change_key",            &[known("key_kind"), known("hook"), known("building"), known("floor"), known("pieces"), known("mandate"), ask("reason")]),
    ("count_key",             &[ask("key"), ask("found")]),
    ("report_stocktake",      &[ask("note")]),
    ("make_appointment",      &[ask("appointment_at"), ask("told")]),
    ("review_callback",       &[ask("note"), ask("opinion"), start("second", "false")]),
    ("decide_callback",       &[ask("note")]),
    ("follow_up_service",     &[ask("note")]),
    ("record_visit",          &[ask("said"), ask("result"), ask("at")]),
    ("add_item",              &[ask("note"), start("flagged", "false")]),
    ("tick_item",             &[ask("entry")]),
    ("clear_item",            &[ask("entry")]),
    ("refuse_handover",       &[ask("reason")]),
    ("return_pass",           &[ask("deposit_back").needed(), ask("at")]),
    ("extend_pass",           &[ask("valid_until"), ask("reason")]),
    ("remind",                &[start("how", "phone"), ask("said").needed_while(&[("how", &["phone", "visit"])]), ask("next_at")]),
    ("promise_payment",       &[ask("promised_at"), ask("said")]),
    ("record_payment",        &[ask("note"), ask("at")]),
    ("reveal",                &[ask("field")]),
    ("pause",                 &[ask("until"), ask("reason")]),
    ("correct",               &[known("unit"), known("name"), known("phone"), known("matter"), known("detail"), ask("reason")]),
    ("reopen",                &[ask("reason")]),
    ("void",                  &[ask("reason")]),
];

/// The fields of a step by its name in the JSON; empty where it is done at once.
pub fn of_step(action: &str) -> &'static [FieldRow] {
    STEPS.iter().find(|(name, _)| *name == action).map_or(&[], |(_, fields)| fields)
}

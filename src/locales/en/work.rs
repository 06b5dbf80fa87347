//! Names in English of what only the working registers have: copies of a sheet, kinds of key, who was told.
use crate::locales::paper::Paper;
use crate::model::callback::{CallbackKind, Grade};
use crate::model::emergency::Told;
use crate::model::entry::EntryKind;
use crate::model::house_key::{Borrower, Document, Found, KeyKind};
use crate::model::reminder::How;
use crate::model::step::Secret;
use crate::model::work_order::{Copy, Place};

pub(super) fn copy(copy: Copy) -> &'static str {
    match copy {
        Copy::Stub => "Stub",
        Copy::Department => "Department",
        Copy::Resident => "Resident",
    }
}

pub(super) fn copy_at(place: Place) -> &'static str {
    match place {
        Place::Desk => "Desk",
        Place::Department => "Department",
        Place::Resident => "Resident",
        Place::Filed => "Filed",
        Place::Missing => "Missing",
    }
}

pub(super) fn told_whom(who: Told) -> &'static str {
    match who {
        Told::Security => "Security",
        Told::Engineering => "Engineering",
        Told::Supervisor => "Supervisor",
        Told::Manager => "Manager",
        Told::Fire119 => "119 fire",
        Told::Ambulance120 => "120 medics",
        Told::Police110 => "110 police",
        Told::Residents => "Residents",
        Told::Other => "Other",
    }
}

pub(super) fn key_kind(kind: KeyKind) -> &'static str {
    match kind {
        KeyKind::Entrusted => "Entrusted",
        KeyKind::PlantRoom => "Plant room",
        KeyKind::Other => "Other",
    }
}

pub(super) fn borrower(who: Borrower) -> &'static str {
    match who {
        Borrower::Staff => "Staff",
        Borrower::Outsider => "Outsider",
    }
}

pub(super) fn document(document: Document) -> &'static str {
    match document {
        Document::IdCard => "Identity card",
        Document::Passport => "Passport",
        Document::DrivingLicence => "Driving licence",
        Document::Other => "Other document",
    }
}

pub(super) fn found(found: Found) -> &'static str {
    match found {
        Found::Seen => "Seen",
        Found::Out => "Out",
        Found::Missing => "Missing",
    }
}

pub(super) fn callback_kind(kind: CallbackKind) -> &'static str {
    match kind {
        CallbackKind::Complaint => "Complaint",
        CallbackKind::Repair => "Repair",
        CallbackKind::ServiceMid => "Service mid",
        CallbackKind::ServiceEnd => "Service end",
        CallbackKind::FirstAid => "First aid",
        CallbackKind::Activity => "Activity",
        CallbackKind::Publication => "Publication",
        CallbackKind::Other => "Other",
        CallbackKind::Second => "Second time",
        CallbackKind::Household => "Monthly call",
    }
}

pub(super) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Good => "Good",
        Grade::Fair => "Fair",
        Grade::Poor => "Poor",
    }
}

pub(super) fn entry_kind(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Timeline => "Timeline",
        EntryKind::Check => "Check",
        EntryKind::Told => "Told",
        EntryKind::Holder => "Held by",
        EntryKind::Chase => "Chased",
        EntryKind::Extension => "Extended",
        EntryKind::Attempt => "No answer",
        EntryKind::OpenCase => "Open case",
        EntryKind::KeyOut => "Key out",
        EntryKind::Deposit => "Deposit",
        EntryKind::Note => "Note",
        EntryKind::Count => "Counted",
        EntryKind::Reminded => "Reminded",
    }
}

pub(super) fn how(how: How) -> &'static str {
    match how {
        How::Phone => "Phone",
        How::Visit => "Visit",
        How::Letter => "Letter",
        How::Notice => "Notice",
    }
}

pub(super) fn secret(what: Secret) -> &'static str {
    match what {
        Secret::Phone => "Phone",
        Secret::DocumentNumber => "Document number",
    }
}

pub(super) const PAPER: Paper = Paper {
    title: "Work order",
    cut: "cut here",
    taken_by: "Taken by",
    done: "Done",
    technician_signs: "Signed, technician",
    resident_signs: "Signed, resident",
    satisfied: "Satisfied",
    boxes: "[ ]yes [ ]no",
};

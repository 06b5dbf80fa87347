//! The one table, beside that of the steps, that says what a role may begin and what it may see (SEC-02, SEC-03).
//! Must not know what an action does.
use super::case::{Case, Register};
use super::secret::{self, Masked};
use super::staff::{Role, Staff};
use super::step::Secret;
use super::word::words;
use strum::VariantArray;

words! {
    /// What not everybody may see or do, beside actions.
    pub enum Right {
        /// Sees phones whole everywhere; the others on the cases that are theirs, masked elsewhere.
        SeePhones,
        /// Has a masked phone shown whole, which is written down.
        RevealPhone,
        /// Has the number of a document shown whole, which is written down.
        RevealDocument,
        /// Sets the PIN of somebody else.
        SetPinOfOthers,
        /// Has residents' names whole on the lists of the month's report; for the others they are masked.
        ListResidents,
        /// Imports sheets on the screen; each line is for those who may enter it by hand.
        ImportSheets,
        /// Archives and removes records past their time (SEC-05).
        RemoveRecords,
    }
}

const ANYBODY: &[Role] = Role::VARIANTS;
const DESK: &[Role] = &[Role::NightGuard, Role::Receptionist, Role::Supervisor, Role::Manager, Role::HeadOffice];
const OFFICE: &[Role] = &[Role::Receptionist, Role::Supervisor, Role::Manager, Role::HeadOffice];
const SUPERVISION: &[Role] = &[Role::Supervisor, Role::Manager, Role::HeadOffice];
const MANAGEMENT: &[Role] = &[Role::Manager, Role::HeadOffice];

/// What begins something new, by the name of the action, and who may.
#[rustfmt::skip]
pub const OPENINGS: &[(&str, &[Role])] = &[
    ("take_reception",   ANYBODY),
    ("file_complaint",   ANYBODY),
    ("import_complaint", OFFICE),
    ("file_work_order",  DESK),
    ("import_work_order", OFFICE),
    ("raise_emergency",  ANYBODY),
    ("record_key",       DESK),
    ("plan_callback",    OFFICE),
    ("call_household",   OFFICE),
    ("file_service",     DESK),
    ("plan_visit",       DESK),
    ("begin_handover",   DESK),
    ("begin_stocktake",  DESK),
    ("issue_pass",       DESK),
    ("begin_reminder",   OFFICE),
    ("hand_in_month",    &[Role::Receptionist, Role::Supervisor, Role::Manager]),
    ("plan_duty",        SUPERVISION),
    ("set_pin",          ANYBODY),
    ("record_resident",  DESK),
    ("reveal_resident",  ANYBODY),
    ("add_staff",        MANAGEMENT),
    ("change_staff",     MANAGEMENT),
];

/// Who has which right.
#[rustfmt::skip]
pub const RIGHTS: &[(Right, &[Role])] = &[
    (Right::SeePhones,      &[Role::Receptionist, Role::Supervisor, Role::Manager]),
    (Right::RevealPhone,    ANYBODY),
    (Right::RevealDocument, DESK),
    (Right::SetPinOfOthers, MANAGEMENT),
    (Right::ListResidents,  OFFICE),
    (Right::ImportSheets,   SUPERVISION),
    (Right::RemoveRecords,  &[Role::Manager]),
];

/// Who may begin this, by the name of the action; nobody is kept from what is no opening.
pub fn may_open(action: &str) -> &'static [Role] {
    OPENINGS.iter().find(|(name, _)| *name == action).map_or(ANYBODY, |(_, by)| by)
}

impl Right {
    /// Who has it.
    pub fn roles(self) -> &'static [Role] {
        RIGHTS.iter().find(|(right, _)| *right == self).map_or(&[], |(_, by)| by)
    }

    /// Whether a role has it.
    pub fn is_of(self, role: Role) -> bool {
        self.roles().contains(&role)
    }

    /// The right to have a number shown whole.
    pub fn to_reveal(secret: Secret) -> Right {
        match secret {
            Secret::Phone => Right::RevealPhone,
            Secret::DocumentNumber => Right::RevealDocument,
        }
    }
}

/// The name of a resident as it stands on a list of the month for somebody (SEC-03).
pub fn listed_resident(by: &Staff, name: &str) -> String {
    if Right::ListResidents.is_of(by.role) { name.to_owned() } else { secret::name(name) }
}

/// What of a case is masked for a person: the phone not where the case is that person's to deal with, the number of a
/// document for everybody (SEC-03). `technician` is that of a work order.
pub fn masked_for(by: &Staff, case: &Case, technician: Option<&str>) -> Masked {
    let mine = [Some(case.acceptor.as_str()), case.handler.as_deref(), technician];
    let theirs = mine.contains(&Some(by.login.as_str()));
    // Whoever acts in an emergency has to reach the caller.
    let needed = case.register == Register::Emergency && case.harm;
    Masked { phones: !theirs && !needed && !Right::SeePhones.is_of(by.role), documents: true }
}

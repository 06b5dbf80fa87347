//! What the desk answers, with the numbers masked that the one who asks need not see (SEC-03). Must not change the file.
use super::answer::{Part, Sheet};
use crate::model::case::{Case, Register, State};
use crate::model::queue::QueueRow;
use crate::model::resident::Resident;
use crate::model::rights::{Right, masked_for};
use crate::model::secret::{Masked, document, mask, phone};
use crate::model::staff::{Role, Staff};

/// A case among others.
pub(super) fn case(case: Case, by: &Staff) -> Case {
    let masked = masked_for(by, &case, None);
    Case { phone: veiled(case.phone, masked.phones, phone), ..case }
}

/// People of the archive.
pub(super) fn residents(all: Vec<Resident>, by: &Staff) -> Vec<Resident> {
    if Right::SeePhones.is_of(by.role) {
        return all;
    }
    all.into_iter().map(|one| Resident { phone: veiled(one.phone, true, phone), ..one }).collect()
}

/// Everything about one case: the record, what it came from and what came of it, what happened.
pub(super) fn sheet(mut sheet: Sheet, by: &Staff) -> Sheet {
    let masked = masked_for(by, &sheet.case, technician(&sheet.part));
    sheet.case.phone = veiled(sheet.case.phone, masked.phones, phone);
    if let Part::Key(key) = &mut sheet.part {
        key.holder_phone = veiled(key.holder_phone.take(), masked.phones, phone);
        key.document_number = veiled(key.document_number.take(), masked.documents, document);
    }
    sheet.origins = sheet.origins.into_iter().map(|one| case(one, by)).collect();
    let tells = matches!(sheet.case.register, Register::WorkOrder | Register::Review);
    sheet.offspring.retain(|one| !(tells && is_secret(one, by)));
    sheet.offspring = sheet.offspring.into_iter().map(|one| case(one, by)).collect();
    for event in &mut sheet.history {
        mask(&mut event.action, masked);
    }
    for (.., result) in &mut sheet.cycles {
        *result = veiled_text(result, masked);
    }
    sheet
}

/// A callback that waits, for somebody of a department: whoever did the work is not told whom the lottery drew before
/// the resident was asked (CBK-02).
pub(super) fn is_secret(case: &Case, by: &Staff) -> bool {
    waits(case.register, case.state) && by.role == Role::Department
}

/// The same for a line of a list.
pub(super) fn is_secret_line(line: &QueueRow, by: &Staff) -> bool {
    waits(line.register, line.state) && by.role == Role::Department
}

fn waits(register: Register, state: State) -> bool {
    register == Register::Callback && matches!(state, State::Due | State::Appointed)
}

/// Login of the technician of a work order.
pub(super) fn technician(part: &Part) -> Option<&str> {
    match part {
        Part::WorkOrder(order) => order.technician.as_deref(),
        _ => None,
    }
}

fn veiled(number: Option<String>, masked: bool, mask: fn(&str) -> String) -> Option<String> {
    if masked { number.as_deref().map(mask) } else { number }
}

/// JSON as text; what is no JSON is left as it is.
fn veiled_text(text: &str, masked: Masked) -> String {
    let Ok(mut record) = serde_json::from_str(text) else { return text.to_owned() };
    mask(&mut record, masked);
    record.to_string()
}

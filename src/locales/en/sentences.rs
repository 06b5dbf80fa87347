//! Sentences in English.
use super::nouns::milestone;
use crate::desk::answer::Hint;
use crate::desk::refusal::{FaultWhy, Refusal};
use crate::desk::{OpenError, StoreError};
use crate::locales::sentences::{Sentences, Span};
use crate::locales::{Telling, Words};
use crate::model::clock::{Crossing, Time};
use crate::model::{phone, unit, when};
use crate::rules::clock::Look;

/// Sentences with values in them.
pub const SENTENCES: Sentences = Sentences {
    span,
    money,
    look,
    fault,
    refusal,
    hint,
    open_error,
    store_error,
    comma: ", ",
    colon: ": ",
    system: "by rule",
};

fn span(span: Span) -> String {
    match span {
        Span::Moment => "<1m".to_owned(),
        Span::Minutes(minutes) => format!("{minutes}m"),
        Span::Hours(hours, 0) => format!("{hours}h"),
        Span::Hours(hours, minutes) => format!("{hours}h{minutes}m"),
        Span::Days(days, 0) => format!("{days}d"),
        Span::Days(days, hours) => format!("{days}d{hours}h"),
    }
}

fn money(amount: &str) -> String {
    format!("CNY {amount}")
}

fn look(words: &Words, look: &Look, at: &dyn Fn(Time) -> String) -> String {
    match look {
        Look::NotYet => "not started".to_owned(),
        Look::OnTime { left } => format!("{} left", words.span(*left)),
        Look::Soon { left } => format!("soon: {} left", words.span(*left)),
        Look::Paused { until } => format!("paused {}", at(*until)),
        Look::Overdue { late } => format!("late {}", words.span(*late)),
        Look::Escalated { late, to, how: Crossing::Transfer } => {
            format!("late {} →{}", words.span(*late), words.role(*to))
        }
        Look::Escalated { late, to, how: Crossing::Report } => {
            format!("late {} tell {}", words.span(*late), words.role(*to))
        }
        Look::Escalated { late, how: Crossing::Regrade, .. } => format!("late {} major", words.span(*late)),
        Look::Met => "met".to_owned(),
        Look::Missed { late } => format!("was late {}", words.span(*late)),
        Look::Dropped => "dropped".to_owned(),
    }
}

fn fault(why: &FaultWhy) -> String {
    match why {
        FaultWhy::Required => "needed".to_owned(),
        FaultWhy::WhoIsIt => "give a unit, a name or a phone".to_owned(),
        FaultWhy::TooLong(most) => format!("too long, at most {most} characters"),
        FaultWhy::Unit(fault) => unit_fault(fault),
        FaultWhy::Phone(fault) => phone_fault(fault),
        FaultWhy::Time(fault) => time_fault(*fault).to_owned(),
        FaultWhy::InFuture => "must not lie in the future".to_owned(),
        FaultWhy::InPast => "must lie in the future".to_owned(),
        FaultWhy::BeforeMatter => "lies before the matter came in".to_owned(),
        FaultWhy::NotOneOf(words) => format!("only {}", words.join(", ")),
        FaultWhy::Unknown(known) => format!("no such field; there are {}", known.join(", ")),
        FaultWhy::WrongKind("true/false") => "yes or no is wanted".to_owned(),
        FaultWhy::WrongKind("number") => "a number is wanted".to_owned(),
        FaultWhy::WrongKind(_) => "text is wanted".to_owned(),
        FaultWhy::MustBeTrue => "has to be confirmed".to_owned(),
        FaultWhy::NoSuchStaff => "nobody of this login works here".to_owned(),
        FaultWhy::Taken => "this is taken; use another one".to_owned(),
        FaultWhy::Unchanged => "the same as it is already".to_owned(),
        FaultWhy::GradeNeedsIt => "needed for major and important ones".to_owned(),
        FaultWhy::ManagerAsks => "only the manager asks after this one".to_owned(),
        FaultWhy::LastManager => "one active manager has to remain".to_owned(),
        FaultWhy::NotMoney => "yuan, e.g. 200 or 200.50".to_owned(),
        FaultWhy::Negative => "must not be less than 0".to_owned(),
        FaultWhy::NotACount => "a whole number is wanted, e.g. 1".to_owned(),
        FaultWhy::BecameDate => "a date to Excel; use a text column".to_owned(),
        FaultWhy::Rounded => "rounded by Excel; use a text column".to_owned(),
        FaultWhy::OutOfOrder { after, at } => format!("before {} {at}", milestone(*after)),
        FaultWhy::EndsFirst => "must be later than the start".to_owned(),
        FaultWhy::NoSuchKey => "no key has this number; see its tag".to_owned(),
        FaultWhy::NoIncident => "no emergency of this number goes on".to_owned(),
        FaultWhy::NoSuchTechnician => "no such technician in the department".to_owned(),
        FaultWhy::OutsiderNeedsIt => "needed when an outsider borrows".to_owned(),
        FaultWhy::EntrustedNeedsIt => "needed unless a mandate is on file".to_owned(),
        FaultWhy::UnitFirst => "needs a unit: correct that first".to_owned(),
        FaultWhy::NotAnApprover => "a supervisor or above has to approve".to_owned(),
        FaultWhy::FailedNeedsIt => "needed when it has failed".to_owned(),
        FaultWhy::AppointmentFirst => "make an appointment first".to_owned(),
        FaultWhy::BeforeLoan(at) => format!("before it was lent, {at}"),
        FaultWhy::NotLater(at) => format!("must be later than {at}"),
        FaultWhy::AllPieces(all) => format!("all {all} pieces go together"),
        FaultWhy::TooManyPieces(most) => format!("there are only {most}"),
        FaultWhy::MoreThanHeld => "more than the deposit held".to_owned(),
        FaultWhy::NoSuchLine => "no such line, or marked already".to_owned(),
        FaultWhy::StillOpen(number) => format!("still open, see {number}"),
        FaultWhy::PromiseStands => "one stands: move that promise".to_owned(),
        FaultWhy::NotAPin => "4 to 12 digits, not all the same".to_owned(),
        FaultWhy::NotAMonth => "a month is written 2026-10".to_owned(),
        FaultWhy::MonthToCome => "this month has not begun".to_owned(),
        FaultWhy::EmptyMonth => "there is nothing in this month".to_owned(),
        FaultWhy::MonthRemoved => "its records were removed; it stays".to_owned(),
        FaultWhy::CorrectionNeedsIt => "handed in already; say why again".to_owned(),
        FaultWhy::CallbacksOpen(open) => format!("{open} callbacks are open; say why"),
        FaultWhy::NotALogin => "a-z, digits, _ - . only".to_owned(),
    }
}

fn unit_fault(fault: &unit::Fault) -> String {
    match fault {
        unit::Fault::Empty => "a unit is needed".to_owned(),
        unit::Fault::TooLong => "too long for a unit".to_owned(),
        unit::Fault::EmptyPart => "a part is missing, e.g. 3-1-502".to_owned(),
        unit::Fault::TooFewParts => "the building is missing: 3-1-502".to_owned(),
        unit::Fault::TooManyParts => "too many parts, e.g. 3-1-502".to_owned(),
        unit::Fault::BadPart(part) => format!("not a {}, e.g. 3-1-502", unit_part(*part)),
        unit::Fault::Unexpected(strange) => format!("a unit has no \"{strange}\""),
    }
}

fn unit_part(part: unit::Part) -> &'static str {
    match part {
        unit::Part::Building => "building",
        unit::Part::Entrance => "entrance",
        unit::Part::Room => "room",
        unit::Part::Number => "number",
    }
}

fn phone_fault(fault: &phone::Fault) -> String {
    match fault {
        phone::Fault::Empty => "a phone is needed".to_owned(),
        phone::Fault::Unexpected(strange) => format!("a phone has no \"{strange}\""),
        phone::Fault::TooShort => "too few digits for a phone".to_owned(),
        phone::Fault::TooLong => "too many digits for a phone".to_owned(),
        phone::Fault::NoSuchNumber => "no number begins like this".to_owned(),
    }
}

fn time_fault(fault: when::Fault) -> &'static str {
    match fault {
        when::Fault::Empty => "a time is needed",
        when::Fault::NotUnderstood => "not a time; try tomorrow 9:00, +2h",
        when::Fault::NoSuchDate => "there is no such day",
        when::Fault::NoSuchTime => "there is no such time of day",
        when::Fault::Ambiguous => "could be two times; try 11-21 14:00",
        when::Fault::TooFar => "the year must be 2000 to 2199",
    }
}

fn refusal(words: &Words, refusal: &Refusal, telling: &Telling) -> String {
    let at = |time: Time| when::show_time(time, telling.zone, telling.now);
    match refusal {
        Refusal::Fields(faults) => {
            let told = faults.iter().map(|one| format!("{}: {}", words.field(&one.field), fault(&one.why)));
            format!("Not saved. Please change {}.", told.collect::<Vec<_>>().join("; "))
        }
        Refusal::UnknownAction { name } => {
            format!("There is no action \"{name}\". `frontdesk act --actions` lists them all.")
        }
        Refusal::NotAnAction(why) => {
            format!("This is no action ({why}). Each line has to be a JSON object with a \"do\".")
        }
        Refusal::UnknownLogin(login) => format!(
            "The login {login} is not on the staff list. The manager adds it with: frontdesk staff add {login} --name NAME --role ROLE"
        ),
        Refusal::Inactive(login) => format!("The login {login} is no longer active. The manager can change that."),
        Refusal::NoSuchCase(number) => format!("There is no {number}. Check the number and try again."),
        Refusal::NotHere { step, register } => {
            format!("\"{}\" is not for the register {}.", words.step(*step), words.register(*register))
        }
        Refusal::NotAllowed { roles } => format!(
            "This may be done only by: {}. Hand it to them.",
            words.list(roles.iter().map(|role| words.role_long(*role)))
        ),
        Refusal::WrongState { state, from } => format!(
            "It stands at \"{}\"; this needs {}.",
            words.state(*state),
            words.list(from.iter().map(|state| format!("\"{}\"", words.state(*state))))
        ),
        Refusal::Conflict { number, by, at: when, .. } => format!(
            "{number} was changed by {} at {}; nothing of yours was saved. Look at it again, then try again.",
            words.doer(by, telling),
            at(*when)
        ),
        Refusal::First(milestones) => {
            format!("First of all: {}.", words.list(milestones.iter().map(|one| words.milestone(*one))))
        }
        Refusal::DecideFirst => {
            "Decide on the suggestion and tell the resident first; then it can be finished.".to_owned()
        }
        Refusal::NothingToDo => "There is nothing to do here; nothing was changed.".to_owned(),
        Refusal::NotYet(time) => format!("It is too early. Do it after {}.", at(*time)),
        Refusal::AlreadyThere(number) => format!("The old number {number} is there already; not taken again."),
        Refusal::LinesLeft(1) => "One line is still to be ticked off or counted. Do it first.".to_owned(),
        Refusal::LinesLeft(left) => format!("{left} lines are still to be ticked off or counted. Do them first."),
        Refusal::SamePerson => {
            "Who hands over cannot take over as well. The one who takes over has to sign.".to_owned()
        }
        Refusal::OnlyBy(login) => format!("This is for {} in person.", words.doer(login, telling)),
        Refusal::DepositHeld(held) => format!(
            "A deposit of {} is held. Take it back first, or say under \"{}\" how much is paid back; 0 if all is kept.",
            words.money(*held),
            words.action("follow_up_loss")
        ),
        Refusal::DraftThere(number) => {
            format!("Your handover {number} is not taken over yet. Finish it first, or void it.")
        }
        Refusal::HandInFirst(months) => format!(
            "Hand these months in before records of theirs are removed: {}.",
            words.list(months.iter().map(ToString::to_string))
        ),
        Refusal::OtherCount(records) => {
            format!(
                "There are {records} records to remove now, not as many as were agreed to; nothing was removed. Look again."
            )
        }
        Refusal::WrongPin(time) if *time > telling.now => format!(
            "The PIN is wrong, or was wrong too often. Try again after {}; if it is forgotten, ask the manager.",
            at(*time)
        ),
        Refusal::WrongPin(_) => "The PIN is wrong. Try again; if it is forgotten, ask the manager.".to_owned(),
        Refusal::NoPin => "There is no PIN for this login yet. Set one when signed on, or ask the manager.".to_owned(),
        Refusal::Store(error) => store_error(error),
    }
}

fn hint(hint: Hint) -> &'static str {
    match hint {
        Hint::ProposedMajor => "The same unit raised this again and again: proposed as major.",
        Hint::Reopened => "The resident is not satisfied: it was opened again.",
        Hint::StillDue => "No answer: the callback stays due.",
        Hint::AwaitsSignature => "Waits for the supervisor's signature before it is closed.",
        Hint::AwaitsCallback => "Waits for the callback before it is closed.",
        Hint::UpToDate => "Known already; the entry was brought up to date.",
        Hint::LateAlready => "It was late already when it was entered.",
        Hint::Drawn => "Drawn: the resident is to be asked afterwards.",
        Hint::AwaitsTelling => "The resident is still to be told and asked.",
        Hint::AwaitsSheet => "The paper sheet is still out.",
        Hint::AwaitsOrder => "The paper work order is still to be made up.",
        Hint::AwaitsReview => "The written review is still due.",
        Hint::ResidentUntold => "It is over, but the resident has not been told yet.",
        Hint::RingBack => "Over: ring back everyone who called; they stand in the reception register.",
        Hint::DepositKept => "Less was paid back than was held; the difference is on record.",
        Hint::MidTermPoor => "The resident is not satisfied with the service so far: follow it up now.",
        Hint::WentUp => "The callback failed: it went to the manager.",
        Hint::ToReview => "Not content: the supervisor reviews it; enter what has to be done.",
    }
}

/// The error itself is written in English, with what to do.
fn open_error(_: &Words, error: &OpenError) -> String {
    error.to_string()
}

fn store_error(error: &StoreError) -> String {
    error.to_string()
}

//! What the working registers of the demonstration show: board, cabinet, emergencies, callbacks, handovers.
use crate::{boss, rows};
use frontdesk::desk::Desk;
use frontdesk::desk::answer::Part;
use frontdesk::model::callback::CallbackKind;
use frontdesk::model::case::{Register, State};
use frontdesk::model::clock::Time;
use frontdesk::model::entry::EntryKind;
use frontdesk::model::house_key::Borrower;
use frontdesk::model::queue::{Filter, QueueRow};
use std::collections::BTreeSet;

pub fn everything_stands_in_them(desk: &Desk, now: Time) {
    the_board_has_something_in_every_column(desk, now);
    an_emergency_runs_with_callers_hung_on_it(desk, now);
    keys_are_in_out_late_lost_and_being_counted(desk, now);
    callbacks_are_drawn_due_late_and_with_the_manager(desk, now);
    a_shift_is_offered_and_earlier_ones_were_taken_over(desk, now);
    passes_have_expired_and_promises_to_pay_were_broken(desk, now);
}

fn open(desk: &Desk, register: Register, now: Time) -> Vec<QueueRow> {
    let filter = Filter { register: Some(register), ..Filter::default() };
    desk.queue(&filter, 0, 1_000, now).unwrap()
}

fn late(row: &QueueRow, now: Time) -> bool {
    row.clocks.iter().any(|clock| clock.crosses_at() <= now)
}

fn the_board_has_something_in_every_column(desk: &Desk, now: Time) {
    let board = desk.board(None, now).unwrap();
    for lane in &board.lanes {
        assert!(lane.count >= 1, "{now}: nothing in {:?}", lane.column);
    }
    assert!(board.technicians.iter().any(|one| one.on_duty_until.is_some() && !one.skills.is_empty()), "{now}");
    assert!(board.technicians.iter().any(|one| one.on_duty_until.is_none()), "{now}: not everybody is on duty");
    assert!(board.technicians.iter().any(|one| one.load >= 2), "{now}: nobody has much to do");
    let orders = open(desk, Register::WorkOrder, now);
    assert!(orders.iter().any(|row| late(row, now)) && orders.iter().any(|row| !late(row, now)));
    assert!(orders.iter().any(|row| row.pressed >= 2), "{now}: nobody presses again");
}

fn an_emergency_runs_with_callers_hung_on_it(desk: &Desk, now: Time) {
    let incidents = desk.incidents(now).unwrap();
    let known = incidents.iter().find(|one| one.public_words.is_some()).unwrap();
    assert!(known.building.is_some(), "callers of that building are known");
    let sheet = desk.sheet(&known.number, &boss(desk)).unwrap();
    assert_eq!(sheet.origins.iter().filter(|one| one.register == Register::Reception).count(), 2, "{now}");
    let kinds: BTreeSet<EntryKind> = sheet.entries.iter().map(|line| line.kind).collect();
    assert!(kinds.is_superset(&BTreeSet::from([EntryKind::Timeline, EntryKind::Check, EntryKind::Told])));
    assert!(incidents.iter().any(|one| one.kind.is_none()), "{now}: none was raised with two words");
    let over = open(desk, Register::Emergency, now).into_iter().filter(|row| row.state == State::Over);
    let over: Vec<bool> = over.map(|row| late(&row, now)).collect();
    assert!(over.contains(&true) && over.contains(&false), "{now}: reviews in time and late: {over:?}");
}

fn keys_are_in_out_late_lost_and_being_counted(desk: &Desk, now: Time) {
    let cabinet = desk.cabinet(false, now).unwrap();
    assert!((110..=120).contains(&cabinet.keys.len()), "{now}: {} keys", cabinet.keys.len());
    assert!(cabinet.kept >= 90 && cabinet.out >= 8 && cabinet.late >= 3 && cabinet.lost >= 2, "{now}");
    assert!(cabinet.late < cabinet.out && cabinet.deposits == 80_000, "{now}: {}", cabinet.deposits);
    let parts = rows(desk, now, true).into_iter().filter(|row| row.register == Register::Key);
    let sheets: Vec<_> = parts.map(|row| desk.sheet(&row.number, &boss(desk)).unwrap()).collect();
    let keys =
        sheets.iter().filter_map(|sheet| if let Part::Key(key) = &sheet.part { Some((sheet, key)) } else { None });
    let out: Vec<_> = keys.filter(|(sheet, _)| sheet.case.state == State::Lent).collect();
    assert!(out.iter().any(|(_, key)| key.borrower == Some(Borrower::Outsider) && key.document_number.is_some()));
    assert!(out.iter().any(|(_, key)| key.mandate.is_some()) && out.iter().any(|(_, key)| key.consent_by.is_some()));
    assert!(out.iter().any(|(_, key)| key.extended_to.is_some()) && out.iter().any(|(_, key)| key.chased >= 2));
    assert!(sheets.iter().filter(|sheet| !sheet.cycles.is_empty()).count() >= 20, "{now}: past loans");
    let counted = open(desk, Register::Stocktake, now);
    let sheet = desk.sheet(&counted[0].number, &boss(desk)).unwrap();
    let Part::Stocktake(count) = sheet.part else { panic!("no stock-taking") };
    assert!(count.seen >= 30 && count.differences >= 1 && count.seen + count.missing < count.keys, "{now}: {count:?}");
}

fn callbacks_are_drawn_due_late_and_with_the_manager(desk: &Desk, now: Time) {
    let waiting = open(desk, Register::Callback, now);
    let of = |kind: CallbackKind| waiting.iter().filter(move |row| row.callback == Some(kind));
    for kind in [CallbackKind::Complaint, CallbackKind::ServiceMid, CallbackKind::ServiceEnd, CallbackKind::FirstAid] {
        assert!(of(kind).count() >= 1, "{now}: nothing to ask about {kind:?}");
    }
    assert!(waiting.iter().any(|row| row.state == State::Due && late(row, now)), "{now}: none is late");
    let drawn = rows(desk, now, true).into_iter().filter(|row| row.callback == Some(CallbackKind::Repair)).count();
    assert!(drawn >= 10, "{now}: {drawn} repairs were drawn");
    let month = desk.callback_month(now).unwrap();
    assert!(month.reached < month.households && month.asked >= 3, "{now}: {month:?}");
}

fn a_shift_is_offered_and_earlier_ones_were_taken_over(desk: &Desk, now: Time) {
    let offered = open(desk, Register::Handover, now).into_iter().find(|row| row.state == State::Offered).unwrap();
    let lines = desk.handover_lines(&offered.number, now).unwrap();
    let kinds: BTreeSet<EntryKind> = lines.iter().map(|line| line.kind).collect();
    let wanted = [EntryKind::OpenCase, EntryKind::KeyOut, EntryKind::Deposit, EntryKind::Note];
    assert_eq!(kinds, BTreeSet::from(wanted), "{now}");
    assert!(lines.iter().any(|line| line.flagged), "{now}: nothing comes back");
    let past = rows(desk, now, true);
    let taken = past.iter().filter(|row| row.register == Register::Handover && row.state == State::Closed).count();
    assert!(taken >= 2, "{now}: {taken} shifts were taken over");
}

/// LED-04, LED-06
fn passes_have_expired_and_promises_to_pay_were_broken(desk: &Desk, now: Time) {
    let passes = open(desk, Register::Pass, now);
    assert!(passes.iter().any(|row| row.state == State::Issued && late(row, now)), "{now}: none has expired");
    assert!(passes.iter().any(|row| row.state == State::Issued && !late(row, now)), "{now}: none is valid");
    let reminders = open(desk, Register::Reminder, now);
    assert!(reminders.iter().any(|row| row.broken > 0), "{now}: everybody keeps a promise");
    assert!(reminders.iter().any(|row| row.state == State::Promised && late(row, now)), "{now}: no promise is late");
    let past = rows(desk, now, true);
    let ended = |register| past.iter().filter(|row| row.register == register && row.state == State::Closed).count();
    assert!(ended(Register::Pass) >= 20 && ended(Register::Reminder) >= 10, "{now}: nothing lies behind us");
}

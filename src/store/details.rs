//! What each register keeps beside its cases: one row of its own table for each case.
use super::convert::{Record, record};
use super::{StoreResult, Tx};
use crate::model::callback::Callback;
use crate::model::complaint::Complaint;
use crate::model::emergency::Emergency;
use crate::model::handover::Handover;
use crate::model::house_key::HouseKey;
use crate::model::pass::Pass;
use crate::model::reception::{Reception, Review, ReviewKind};
use crate::model::reminder::Reminder;
use crate::model::service::Service;
use crate::model::stocktake::Stocktake;
use crate::model::visit::Visit;
use crate::model::work_order::WorkOrder;
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params, params_from_iter, types::Value};

record!(
    Reception,
    "receptions",
    "case_id",
    [kind, relayed_by, course, promised_at, moved_to, handling, result, adopted, told_at]
);
record!(
    Complaint,
    "complaints",
    "case_id",
    [
        category,
        severity,
        urgency,
        validity,
        transferred_to,
        regrade_at,
        repeats,
        proposed_major,
        reopened,
        plan,
        plan_state,
        plan_comment,
        untold,
        cause,
        measures,
        result,
        root_cause,
        prevention,
        completed_at,
        signed_by,
        signed_at,
        satisfied,
        asked_by,
        attempts,
        harm_stopped_at,
        other_party,
        evidence,
        evidence_held_by,
    ]
);
record!(
    WorkOrder,
    "work_orders",
    "case_id",
    [
        job,
        urgency,
        equipment,
        technician,
        arrive_by,
        sent_at,
        signed_by,
        signed_at,
        contacted_at,
        departed_at,
        arrived_at,
        checked_at,
        finished_at,
        told_at,
        satisfied,
        result,
        material,
        charge,
        pressed,
        apologies,
        moved_to,
        passed_on,
        reopened,
        stub_at,
        department_copy_at,
        resident_copy_at,
    ]
);
record!(
    Emergency,
    "emergencies",
    "case_id",
    [
        kind,
        place,
        public_words,
        told_at,
        arrived_at,
        over_at,
        result,
        order_wanted,
        first_aid,
        response,
        cooperation,
        cause,
        changes,
        reviewed_by,
        reviewed_at,
    ]
);
record!(
    HouseKey,
    "house_keys",
    "case_id",
    [
        kind,
        key_number,
        building,
        floor,
        hook,
        pieces,
        mandate,
        borrower,
        holder,
        holder_department,
        holder_phone,
        purpose,
        lent_at,
        lent_by,
        back_by,
        extended_to,
        document,
        document_number,
        deposit,
        signature,
        approved_by,
        consent_by,
        consent_at,
        chased,
        returned_at,
        condition,
        deposit_back,
        lost_at,
        follow_up,
        handed_to,
    ]
);
record!(
    Callback,
    "callbacks",
    "case_id",
    [
        kind,
        month,
        drawn,
        severity,
        technician,
        form,
        appointment_at,
        attempts,
        asked_at,
        asked_by,
        satisfied,
        quality,
        effect,
        said,
        shortcomings,
        suggestions,
        plan,
        resident_signed,
        reviewed_by,
        reviewed_at,
        comment,
        opinion,
        decision,
    ]
);
record!(
    Service,
    "services",
    "case_id",
    [starts_at, ends_at, handling, quality, followed_up, result, finished_at, satisfied, reopened]
);
record!(Visit, "visits", "case_id", [appointment_at, visited_at, said, result]);
record!(
    Handover,
    "handovers",
    "case_id",
    [open_cases, keys_out, deposits, offered_at, incoming, taken_over_at, refused, refusal]
);
record!(
    Stocktake,
    "stocktakes",
    "case_id",
    [month, keys, seen, out, missing, differences, report, reported_by, reported_at]
);
record!(
    Pass,
    "passes",
    "case_id",
    [pass_number, company, valid_until, extended_to, deposit, is_out, returned_at, deposit_back, lost_at, follow_up,]
);
record!(
    Reminder,
    "reminders",
    "case_id",
    [fee, reminded, reminded_at, next_at, promised_at, moved_to, broken, paid_at, result]
);
record!(Review, "reviews", "case_id", [kind, first_day, last_day, comment, reviewed_by, reviewed_at, filed, left_open]);

/// A register's own part of a case.
#[allow(private_bounds)]
pub trait Detail: Record {}
impl Detail for Reception {}
impl Detail for Complaint {}
impl Detail for Review {}
impl Detail for WorkOrder {}
impl Detail for Emergency {}
impl Detail for HouseKey {}
impl Detail for Callback {}
impl Detail for Service {}
impl Detail for Visit {}
impl Detail for Handover {}
impl Detail for Stocktake {}
impl Detail for Pass {}
impl Detail for Reminder {}

impl Tx<'_> {
    /// Adds the register's own part of a case.
    pub fn add_detail<T: Detail>(&self, case_id: i64, detail: &T) -> StoreResult<()> {
        self.run_record(&T::insert_sql(), case_id, detail.values())
    }

    /// Writes it anew.
    pub fn set_detail<T: Detail>(&self, case_id: i64, detail: &T) -> StoreResult<()> {
        self.run_record(&T::update_sql(), case_id, detail.changed_values())
    }

    /// Reads it.
    pub fn detail<T: Detail>(&self, case_id: i64) -> StoreResult<Option<T>> {
        let mut query = self.tx.prepare_cached(&T::select_sql())?;
        Ok(query.query_row([case_id], |row| T::from_columns(row, 0)).optional()?)
    }

    pub(super) fn run_record(&self, sql: &str, key: i64, record: Vec<Value>) -> StoreResult<()> {
        let mut values = vec![Value::Integer(key)];
        values.extend(record);
        self.tx.prepare_cached(sql)?.execute(params_from_iter(values))?;
        Ok(())
    }

    /// The review of this kind and first day that still waits for its reviewer.
    pub fn open_review(&self, kind: ReviewKind, first_day: NaiveDate) -> StoreResult<Option<i64>> {
        let mut query = self.tx.prepare_cached(
            "SELECT case_id FROM reviews JOIN cases ON id = case_id
             WHERE kind = ?1 AND first_day = ?2 AND open = 1 AND reviewed_at IS NULL",
        )?;
        let found = query.query_row(params![<&str>::from(kind), first_day.to_string()], |row| row.get(0));
        Ok(found.optional()?)
    }

    /// Lets a review cover a reception.
    pub fn add_reviewed(&self, review_id: i64, reception_id: i64) -> StoreResult<()> {
        let mut insert = self.tx.prepare_cached("INSERT INTO reviewed (review_id, reception_id) VALUES (?1, ?2)")?;
        insert.execute([review_id, reception_id])?;
        Ok(())
    }

    /// How many complaints of a category this unit has raised since `from` that are still without a solution
    /// (CMP-07).
    pub fn unsolved_repeats(&self, unit: &str, category: &str, from: crate::model::clock::Time) -> StoreResult<u32> {
        let mut query = self.tx.prepare_cached(
            "SELECT count(*) FROM cases JOIN complaints ON case_id = id
             WHERE unit = ?1 AND category = ?2 AND received_at >= ?3 AND state NOT IN ('voided', 'rejected', 'closed')",
        )?;
        Ok(query.query_row(params![unit, category, super::convert::time_text(from)], |row| row.get(0))?)
    }
}

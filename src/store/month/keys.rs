//! Loans that began in a month, and the keys that were handed over in it.
use super::{Bounds, bound};
use crate::model::fact::{KeyFact, KeyWent, Loan};
use crate::store::convert::column;
use crate::store::{StoreResult, Tx};
use rusqlite::{Row, params_from_iter};
use std::ops::RangeFrom;

/// Columns of a loan, in the order in which [`loan`] reads them.
const LOAN: &[&str] = &[
    "borrower",
    "holder",
    "holder_department",
    "purpose",
    "lent_at",
    "back_by",
    "extended_to",
    "chased",
    "returned_at",
    "lost_at",
    "deposit",
    "deposit_back",
];

const KEY: &str = "c.id, c.number, c.state, k.key_number, c.matter, k.kind, k.building, c.unit";

impl Tx<'_> {
    /// Loans that began within the bounds, those of voided keys among them, then what was handed over and is still with
    /// its resident.
    pub fn key_facts(&self, bounds: &Bounds) -> StoreResult<Vec<KeyFact>> {
        let mut all = self.loans(bounds)?;
        let mut query = self.tx.prepare_cached(&format!(
            "SELECT {KEY}, k.handed_to, max(e.at) AS at
             FROM cases c JOIN house_keys k ON k.case_id = c.id JOIN event_cases x ON x.case_id = c.id
             JOIN events e ON e.id = x.event_id AND json_extract(e.action, '$.do') = 'hand_over_key'
             WHERE c.register = 'key' AND c.state = 'handed_over'
             GROUP BY c.id HAVING at >= ?1 AND at < ?2 ORDER BY at, c.id"
        ))?;
        let rows = query.query_map(params_from_iter(bound(bounds)), |row| {
            key(row, |row, at| {
                let to: Option<String> = column(row, at)?;
                Ok(KeyWent::HandedOver { to: to.unwrap_or_default(), at: column(row, at)? })
            })
        })?;
        for fact in rows {
            all.push(fact?);
        }
        Ok(all)
    }

    /// The last loan stands in the key's row, those before it in its cycles, which are found by an index of when they were
    /// lent: hence the order of the join.
    fn loans(&self, bounds: &Bounds) -> StoreResult<Vec<KeyFact>> {
        let of = |shape: fn(&str) -> String| LOAN.iter().map(|name| shape(name)).collect::<Vec<_>>().join(", ");
        let sql = format!(
            "SELECT {KEY}, {} FROM house_keys k JOIN cases c ON c.id = k.case_id
             WHERE k.lent_at >= ?1 AND k.lent_at < ?2
             UNION ALL
             SELECT {KEY}, {} FROM cycles y CROSS JOIN house_keys k ON k.case_id = y.case_id
             CROSS JOIN cases c ON c.id = k.case_id
             WHERE json_extract(y.result, '$.lent_at') >= ?1 AND json_extract(y.result, '$.lent_at') < ?2
             ORDER BY lent_at, 1",
            of(|name| format!("k.{name}")),
            of(|name| format!("json_extract(y.result, '$.{name}')")),
        );
        let mut query = self.tx.prepare_cached(&sql)?;
        let rows = query
            .query_map(params_from_iter(bound(bounds)), |row| key(row, |row, at| Ok(KeyWent::Lent(loan(row, at)?))))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn key(
    row: &Row<'_>,
    went: impl FnOnce(&Row<'_>, &mut RangeFrom<usize>) -> rusqlite::Result<KeyWent>,
) -> rusqlite::Result<KeyFact> {
    let at = &mut (0..);
    Ok(KeyFact {
        id: column(row, at)?,
        number: column(row, at)?,
        state: column(row, at)?,
        key_number: column(row, at)?,
        label: column(row, at)?,
        kind: column(row, at)?,
        building: column(row, at)?,
        unit: column(row, at)?,
        went: went(row, at)?,
    })
}

fn loan(row: &Row<'_>, at: &mut RangeFrom<usize>) -> rusqlite::Result<Loan> {
    let mut loan = Loan {
        borrower: column(row, at)?,
        holder: column(row, at)?,
        department: column(row, at)?,
        purpose: column(row, at)?,
        lent_at: column(row, at)?,
        back_by: column(row, at)?,
        extended_to: column(row, at)?,
        chased: column(row, at)?,
        returned_at: column(row, at)?,
        lost_at: column(row, at)?,
        deposit: 0,
        deposit_back: 0,
    };
    let money: [Option<i64>; 2] = [column(row, at)?, column(row, at)?];
    [loan.deposit, loan.deposit_back] = money.map(Option::unwrap_or_default);
    Ok(loan)
}

//! What `stats` and `report` have in common: which month is meant, and who is who in its figures.
use super::session::Session;
use super::trouble::Trouble;
use crate::desk::{Desk, HandIn};
use crate::model::clock::Time;
use crate::model::month::YearMonth;
use crate::model::text::clean_line;
use crate::stats::{Facts, Month};

/// The month that is written, else the one of `at`; one that has not come is refused.
pub(super) fn meant(session: &Session, desk: &Desk, text: Option<&str>, at: Time) -> Result<YearMonth, Trouble> {
    let words = &session.words.report;
    let newest = desk.year_month(at);
    let Some(text) = text else { return Ok(newest) };
    let today = at.with_timezone(&session.config.calendar.zone).date_naive();
    let month = YearMonth::typed(text, today).map_err(|_| Trouble::told((words.not_a_month)(&clean_line(text))))?;
    if month > newest {
        return Err(Trouble::told((words.not_come)(&month.to_string(), &newest.to_string())));
    }
    Ok(month)
}

/// A month as it stands and as it was handed in last. One of which records were removed after their time stands as it
/// was handed in: there is nothing left to work it out from (SEC-05).
pub(super) fn read(
    session: &Session,
    desk: &Desk,
    month: YearMonth,
    at: Time,
) -> Result<(Option<Month>, Option<HandIn>), Trouble> {
    let failed = |error| session.failed(error);
    let handed_in = desk.hand_ins(month).map_err(failed)?.into_iter().next();
    if handed_in.is_some() && desk.removed_in(month).map_err(failed)? > 0 {
        return Ok((None, handed_in));
    }
    Ok((Some(desk.month(month, at).map_err(failed)?), handed_in))
}

/// The months before it that are in the file, as many as asked for, the oldest first; without their facts, which only
/// the month itself needs.
pub(super) fn past(
    session: &Session,
    desk: &Desk,
    months: impl IntoIterator<Item = YearMonth>,
    at: Time,
) -> Result<Vec<Month>, Trouble> {
    let known = desk.months(at).map_err(|error| session.failed(error))?;
    let mut past = Vec::new();
    for month in months.into_iter().filter(|month| known.contains(month)) {
        let (now, handed_in) = read(session, desk, month, at)?;
        past.extend(now.or(handed_in.map(|one| one.month)).map(|month| Month { facts: Facts::default(), ..month }));
    }
    Ok(past)
}

//! The questions that screens and commands ask.
use super::Desk;
use super::answer::{Household, Incident, Part, Sheet};
use super::emergency::goes_on;
use super::hand_in::editions;
use super::refusal::Refusal;
use super::veil;
use crate::model::case::{Case, Register, State};
use crate::model::clock::Time;
use crate::model::emergency::Emergency;
use crate::model::month::YearMonth;
use crate::model::queue::{Count, Filter, QueueRow};
use crate::model::reception::ReviewKind;
use crate::model::resident::Resident;
use crate::model::staff::Staff;
use crate::model::text::typed;
use crate::model::unit::{UnitCode, compact};
use crate::store::queue::Page;
use crate::store::{StoreError, StoreResult, Tx};

/// More emergencies than these at the same time are not told to callers.
const MOST_INCIDENTS: usize = 20;

impl Desk {
    /// A page of a queue.
    pub fn queue(&self, filter: &Filter, offset: usize, limit: usize, now: Time) -> StoreResult<Vec<QueueRow>> {
        self.store.read()?.queue(filter, self.page(offset, limit, now))
    }

    /// How many lines a filter leaves.
    pub fn queue_length(&self, filter: &Filter, now: Time) -> StoreResult<u32> {
        self.store.read()?.queue_length(filter, self.page(0, 0, now))
    }

    fn page(&self, offset: usize, limit: usize, now: Time) -> Page {
        Page { offset, limit, now, day_ends: self.day_ends(now) }
    }

    /// The lines of these cases, in no order, as the one who asks may see them: of a callback that waits whoever did
    /// the work is told nothing (CBK-02).
    ///
    /// # Errors
    /// The file.
    pub fn lines(&self, ids: &[i64], now: Time, by: &Staff) -> StoreResult<Vec<QueueRow>> {
        let mut lines = self.store.read()?.lines_of(None, ids, now)?;
        lines.retain(|line| !veil::is_secret_line(line, by));
        Ok(lines)
    }

    /// Rows and numbers of the cases with these numbers, in the order of their numbers.
    ///
    /// # Errors
    /// The file.
    pub fn rows_of(&self, numbers: &[String]) -> StoreResult<Vec<(i64, String)>> {
        self.store.read()?.rows_of(numbers)
    }

    /// How much was ever done here; as long as it is the same, so is every record.
    ///
    /// # Errors
    /// The file.
    pub fn events(&self) -> StoreResult<i64> {
        Ok(self.store.read()?.head()?.events)
    }

    /// Midnight that ends the local day.
    pub fn day_ends(&self, now: Time) -> Time {
        let calendar = &self.config.calendar;
        calendar.end_of_day(calendar.local_date(now))
    }

    /// How much is open, overdue and due today, register by register; a register with nothing open is left out.
    pub fn counts(&self, now: Time) -> StoreResult<Vec<Count>> {
        self.store.read()?.counts(now, self.day_ends(now))
    }

    /// Keeps much of the file in memory, as for work, or little, as for a single look at it.
    pub fn keep_pages(&self, many: bool) -> StoreResult<()> {
        self.store.keep_pages(many)
    }

    /// A number that changes when another process has written.
    pub fn data_version(&self) -> StoreResult<i64> {
        self.store.data_version()
    }

    /// The first moment after `now` at which some line changes its look.
    pub fn next_change(&self, now: Time) -> StoreResult<Option<Time>> {
        self.store.read()?.next_change(now)
    }

    /// What has crossed since an earlier look and nobody has taken note of, and the newest clock for the next look:
    /// what had crossed already when it was entered is told by clocks newer than `newest` (ESC-06, ESC-13).
    pub fn crossed(&self, since: Time, newest: i64, now: Time) -> StoreResult<(Vec<QueueRow>, i64)> {
        self.store.read()?.crossed(since, newest, now)
    }

    /// Buildings with something open.
    pub fn buildings(&self) -> StoreResult<Vec<String>> {
        self.store.read()?.buildings()
    }

    /// The emergencies that go on, the most pressing first (EMG-07).
    pub fn incidents(&self, now: Time) -> StoreResult<Vec<Incident>> {
        let tx = self.store.read()?;
        let filter = Filter { register: Some(Register::Emergency), ..Filter::default() };
        let mut incidents = Vec::new();
        for row in tx.queue(&filter, self.page(0, MOST_INCIDENTS, now))? {
            let Some(case) = tx.case(row.id)?.filter(|case| goes_on(case.state)) else { continue };
            let Some(part) = tx.detail::<Emergency>(case.id)? else { continue };
            incidents.push(Incident {
                number: case.number,
                matter: case.matter,
                kind: part.kind,
                place: part.place,
                unit: case.unit,
                building: case.building,
                since: case.received_at,
                public_words: part.public_words,
            });
        }
        Ok(incidents)
    }

    /// Everything about one case, by its number or its number on an older ledger, as the one who asks may see it
    /// (SEC-03).
    ///
    /// # Errors
    /// [`Refusal::NoSuchCase`], or the file.
    pub fn sheet(&self, number: &str, by: &Staff) -> Result<Sheet, Refusal> {
        Ok(veil::sheet(self.whole_sheet(number)?, by))
    }

    /// The same for the desk itself, with nothing masked.
    pub(super) fn whole_sheet(&self, number: &str) -> Result<Sheet, Refusal> {
        let tx = self.store.read()?;
        let number = typed(number);
        let case = tx.case_by_number(&number)?.ok_or(Refusal::NoSuchCase(number))?;
        let part = part(&tx, &case)?;
        let month = filed_month(&part);
        Ok(Sheet {
            archive: match (&month, &part) {
                (Some(month), Part::Review(review)) => Some(review.archive().map_or_else(|| tx.archive(month), Ok)?),
                _ => None,
            },
            editions: match &part {
                Part::Review(review) if review.kind == ReviewKind::Month => {
                    editions(&tx, YearMonth::of(review.first_day))?
                }
                _ => Vec::new(),
            },
            differing: None,
            clocks: tx.clocks(case.id)?,
            pauses: tx.pauses(case.id)?,
            entries: tx.entries(case.id)?,
            origins: tx.origins(case.id)?,
            offspring: match &month {
                Some(month) => tx.open_callbacks(month)?,
                None if case.register == Register::Review => tx.receptions_of(case.id)?,
                None => tx.offspring(case.id)?,
            },
            cycles: tx.cycles(case.id)?,
            history: tx.history(case.id)?,
            part,
            case,
        })
    }

    /// Everybody who works or worked here.
    pub fn staff(&self) -> StoreResult<Vec<Staff>> {
        self.store.read()?.staff()
    }

    /// Who signs on with this login.
    ///
    /// # Errors
    /// Unknown or no longer active.
    pub fn who(&self, login: &str) -> Result<Staff, Refusal> {
        known(&self.store.read()?, login)
    }

    /// Residents found by unit, name, pinyin, initials or the last digits of the phone, best first. Whoever asks may
    /// have heard the phone from the caller: it finds, also where it is masked in the answer (SEC-03).
    pub fn find_residents(&self, words: &str, limit: usize, by: &Staff) -> StoreResult<Vec<Resident>> {
        let prefix = lookup_prefix(words);
        if prefix.is_empty() {
            return Ok(Vec::new());
        }
        Ok(veil::residents(self.store.read()?.find_residents(&prefix, limit)?, by))
    }

    /// A household with its people and its cases, the open ones first, as the one who asks may see it (SEC-03).
    pub fn household(&self, unit: &str, cases: usize, by: &Staff) -> StoreResult<Household> {
        let tx = self.store.read()?;
        let unit = UnitCode::parse(unit).map_or_else(|_| unit.to_owned(), |unit| unit.as_str().to_owned());
        let mut found = Vec::new();
        for case in tx.cases_of(&unit, cases)?.into_iter().filter(|case| !veil::is_secret(case, by)) {
            let clocks = tx.running_clocks(case.id)?;
            found.push((veil::case(case, by), clocks));
        }
        Ok(Household { residents: veil::residents(tx.residents_of(&unit)?, by), cases: found, unit })
    }

    /// Units with residents, and residents.
    pub fn archive_size(&self) -> StoreResult<(i64, i64)> {
        self.store.read()?.archive_size()
    }

    /// The form that this person had half typed when the line broke.
    pub fn draft(&self, login: &str) -> StoreResult<Option<String>> {
        self.store.draft(login)
    }

    /// Keeps a half-typed form.
    pub fn keep_draft(&self, login: &str, form: &str, now: Time) -> StoreResult<()> {
        self.store.keep_draft(login, form, now)
    }

    /// Forgets the half-typed form.
    pub fn drop_draft(&self, login: &str) -> StoreResult<()> {
        self.store.drop_draft(login)
    }
}

/// The staff member of a login, active.
pub(super) fn known(tx: &Tx<'_>, login: &str) -> Result<Staff, Refusal> {
    match tx.staff_member(login)? {
        None => Err(Refusal::UnknownLogin(login.to_owned())),
        Some(member) if !member.active => Err(Refusal::Inactive(login.to_owned())),
        Some(member) => Ok(member),
    }
}

/// The month of callbacks that a review files (CBK-09).
fn filed_month(part: &Part) -> Option<String> {
    match part {
        Part::Review(review) if review.kind == ReviewKind::Callbacks => {
            Some(review.first_day.format("%Y-%m").to_string())
        }
        _ => None,
    }
}

/// The register's own part of a case.
pub(super) fn part(tx: &Tx<'_>, case: &Case) -> StoreResult<Part> {
    if case.state == State::Removed {
        return Ok(Part::Removed);
    }
    let missing = || StoreError::Damaged(format!("{} has no details", case.number));
    Ok(match case.register {
        Register::Reception => Part::Reception(tx.detail(case.id)?.ok_or_else(missing)?),
        Register::Complaint => Part::Complaint(Box::new(tx.detail(case.id)?.ok_or_else(missing)?)),
        Register::Review => Part::Review(tx.detail(case.id)?.ok_or_else(missing)?),
        Register::WorkOrder => Part::WorkOrder(Box::new(tx.detail(case.id)?.ok_or_else(missing)?)),
        Register::Emergency => Part::Emergency(Box::new(tx.detail(case.id)?.ok_or_else(missing)?)),
        Register::Key => Part::Key(Box::new(tx.detail(case.id)?.ok_or_else(missing)?)),
        Register::Callback => Part::Callback(Box::new(tx.detail(case.id)?.ok_or_else(missing)?)),
        Register::Service => Part::Service(tx.detail(case.id)?.ok_or_else(missing)?),
        Register::Visit => Part::Visit(tx.detail(case.id)?.ok_or_else(missing)?),
        Register::Handover => Part::Handover(tx.detail(case.id)?.ok_or_else(missing)?),
        Register::Stocktake => Part::Stocktake(tx.detail(case.id)?.ok_or_else(missing)?),
        Register::Pass => Part::Pass(tx.detail(case.id)?.ok_or_else(missing)?),
        Register::Reminder => Part::Reminder(tx.detail(case.id)?.ok_or_else(missing)?),
    })
}

/// What a person typed, as the beginning of a lookup key: digits are taken as the end of a phone or the digits of
/// a unit, anything with a unit's shape as a unit, the rest as a name or its spelling.
fn lookup_prefix(words: &str) -> String {
    let line = typed(words);
    if let Ok(unit) = UnitCode::parse(&line)
        && line.chars().any(|c| !c.is_ascii_digit())
    {
        return unit.as_str().to_lowercase();
    }
    if !line.is_empty() && line.chars().all(|c| c.is_ascii_digit()) {
        return line;
    }
    if line.chars().any(|c| c.is_ascii_digit()) {
        return compact(&line).to_lowercase();
    }
    line.to_lowercase().replace(' ', "")
}

/// The keys under which a resident is found.
pub(super) fn lookup_keys(resident: &Resident) -> Vec<String> {
    let mut keys = crate::model::spelling::keys(&resident.name);
    keys.push(resident.name.to_lowercase().replace(' ', ""));
    keys.push(resident.unit.to_lowercase());
    keys.push(compact(&resident.unit).to_lowercase());
    if let Some(phone) = &resident.phone {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        // Every ending of four digits and more, so that the last digits are a beginning.
        keys.extend((4..=digits.len().min(11)).map(|length| digits[digits.len() - length..].to_owned()));
    }
    keys.sort();
    keys.dedup();
    keys
}

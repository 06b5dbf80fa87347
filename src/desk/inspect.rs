//! `check` and `backup`: whether the file is whole, and a copy of it.
use super::Desk;
use super::answer::Survey;
use super::hand_in::hand_in_findings;
use super::lottery::lottery_findings;
use super::perform::record_digest;
use super::refusal::Refusal;
use crate::store::StoreResult;
use std::path::Path;

impl Desk {
    /// Looks over the whole file: SQLite's own checks, dangling rows, the chain of events, every record against the
    /// digest in its last event, clocks against cases.
    ///
    /// # Errors
    /// Only if the file cannot be read at all; what is wrong in it stands among the findings.
    pub fn inspect(&self) -> Result<Survey, Refusal> {
        let tx = self.store.read()?;
        let mut findings = tx.damage()?;
        let named = |label: &'static str| move |one: String| format!("{label}: {one}");
        findings.extend(tx.dangling()?.into_iter().map(named("dangling row")));
        if let Some(id) = tx.broken_link()? {
            findings.push(format!("event chain: broken at event {id}"));
        }
        let mut digests = Vec::new();
        tx.last_digests(|id, digest| digests.push((id, digest)))?;
        for (id, digest) in &digests {
            let found = record_digest(&tx, *id).ok();
            if found.is_none() || found != *digest {
                let number = tx.case(*id).ok().flatten().map_or_else(|| id.to_string(), |case| case.number);
                findings.push(format!("record differs from its last event: {number}"));
            }
        }
        findings.extend(tx.stale_queue_times()?.into_iter().map(named("queue times differ from the clocks")));
        findings.extend(tx.clocks_on_closed_cases()?.into_iter().map(named("a clock runs on a closed case")));
        findings.extend(tx.wrong_breaches()?.into_iter().map(named("a frozen breach does not follow from its times")));
        findings.extend(lottery_findings(&tx)?);
        findings.extend(hand_in_findings(&tx)?);
        let head = tx.head()?;
        Ok(Survey { cases: tx.case_count()?, events: head.events, head: head.hash, findings })
    }

    /// Copies the file while others go on working.
    ///
    /// # Errors
    /// The file, the disk, or a copy that turns out not to be whole.
    pub fn backup(&self, to: &Path) -> StoreResult<()> {
        self.store.backup(to)
    }
}

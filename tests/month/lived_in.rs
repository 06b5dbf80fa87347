//! STA-09: the estate of the demonstration, every register of it, month by month.
use super::agreement::{assert_agree, in_rust};
use crate::stage::local;
use frontdesk::config::Config;
use frontdesk::demo::make;
use frontdesk::desk::Desk;
use frontdesk::stats::catalogue;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Figures of which this estate has nothing that counts: each has a test of its own.
const RARE: &[&str] = &["complaints.undecided", "keys.voided"];

#[test]
fn sta_09_a_lived_in_estate_comes_to_the_same_in_sql_in_every_month() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("desk.db");
    let now = local("2026-11-21 09:42");
    let mut desk = Desk::open(&file, Arc::new(Config::shipped().unwrap())).unwrap();
    make(&mut desk, 7, now, "keeper", &mut |_, _| ()).unwrap();
    let mut seen = BTreeSet::new();
    for month in desk.months(now).unwrap() {
        for as_of in [now, local("2026-10-20 12:00")] {
            assert_agree(&desk, &file, month, as_of);
        }
        seen.extend(in_rust(&desk.month(month, now).unwrap()).into_keys().map(|(id, _)| id));
    }
    let unseen: Vec<&str> = catalogue().iter().map(|note| note.id).filter(|id| !seen.contains(*id)).collect();
    assert!(unseen.iter().all(|id| RARE.contains(id)), "nothing is known of {unseen:?}");
}

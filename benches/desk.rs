//! What the desk costs beside the bare SQL that it stands on. `cargo bench` prints a markdown table;
//! `cargo bench -- --make FILE` only makes the file with a million cases that all of it is measured on;
//! `--peak FILE MONTH WHAT` only tells how much memory the program has had at most.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench prints, and stops at the first fault"
)]

mod bare;
mod estate;
mod month;
mod paper;
mod support;
mod working;

use frontdesk::desk::Desk;
use frontdesk::model::case::Register;
use frontdesk::model::queue::Filter;
use rusqlite::{Connection, TransactionBehavior};
use serde_json::json;
use std::path::Path;

/// Lines of a screen of 24.
const LINES: usize = 20;
/// Actions in one transaction.
const BATCH: usize = 50;
/// Now, and the end of the local day, as they stand in the file.
const NOW: &str = "2026-11-21T01:15:00Z";
const A_DAY_AGO: &str = "2026-11-20T01:15:00Z";
const DAY_ENDS: &str = "2026-11-21T16:00:00Z";

fn main() {
    let arguments: Vec<String> = std::env::args().filter(|argument| argument != "--bench").skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--make", file] => return estate::make(Path::new(file), estate::ELEVEN_YEARS),
        ["--peak", file, month, what] => return paper::peak(Path::new(file), month, what),
        _ => {}
    }
    let file = estate::kept();
    support::print_head();
    the_yardstick_against_itself();
    opening_to_the_first_page(&file);
    the_late_queue(&file);
    the_board(&file);
    the_cabinet(&file);
    the_callbacks(&file);
    a_household(&file);
    the_month(&file);
    paper::the_workbook(&file);
    an_action(&file);
    paper::the_peaks();
}

fn complaints() -> Filter {
    Filter { register: Some(Register::Complaint), ..Filter::default() }
}

/// From nothing to what the first screen needs.
fn opening_to_the_first_page(file: &Path) {
    let (config, filter, now) = (estate::config(), complaints(), estate::now());
    let ours = || {
        let desk = Desk::open(file, config.clone()).unwrap();
        let page = desk.queue(&filter, 0, LINES, now).unwrap();
        (page, desk.counts(now).unwrap())
    };
    let bare = || {
        let db = bare::open(file);
        let page = bare::complaints(&db, LINES as i64);
        (page, bare::counts(&db, NOW, DAY_ENDS))
    };
    let (page, counts) = ours();
    let (bare_page, bare_counts) = bare();
    assert!(page.iter().map(|row| row.id).eq(bare_page.iter().map(|row| row.id)));
    assert!(counts.iter().map(|count| i64::from(count.overdue)).eq(bare_counts.iter().map(|count| count.2)));
    support::compare("opening the file to the first page", 300, ours, bare);
}

/// What is late or due soon over all registers.
fn the_late_queue(file: &Path) {
    let (desk, db) = (Desk::open(file, estate::config()).unwrap(), bare::open(file));
    let (filter, now) = (Filter { pressing: true, ..Filter::default() }, estate::now());
    support::compare(
        "a page of complaints",
        400,
        || desk.queue(&complaints(), 0, LINES, now).unwrap(),
        || bare::complaints(&db, LINES as i64),
    );
    support::compare("counts of all registers", 400, || desk.counts(now).unwrap(), || bare::counts(&db, NOW, DAY_ENDS));
    let ours = || desk.queue(&filter, 0, LINES, now).unwrap();
    let bare = || bare::pressing(&db, NOW, LINES as i64);
    assert!(ours().iter().map(|row| row.id).eq(bare().iter().map(|row| row.id)));
    support::compare("a page of the late queue", 400, ours, bare);
}

/// Every column of the board with its orders, and who could be sent.
fn the_board(file: &Path) {
    let (desk, db) = (Desk::open(file, estate::config()).unwrap(), bare::open(file));
    let now = estate::now();
    let ours = || desk.board(None, now).unwrap();
    let bare = || working::board(&db, NOW, A_DAY_AGO);
    let (board, (bare_orders, bare_people)) = (ours(), bare());
    let mut orders: Vec<i64> = board.lanes.iter().flat_map(|lane| lane.rows.iter().map(|row| row.id)).collect();
    orders.sort_unstable();
    assert!(orders.len() > 300 && orders.iter().eq(bare_orders.iter().map(|row| &row.id)), "{} orders", orders.len());
    assert_eq!(board.technicians.len(), bare_people.len());
    support::compare("the board", 60, ours, bare);
}

/// Two thousand keys along their hooks, those out with their clocks.
fn the_cabinet(file: &Path) {
    let (desk, db) = (Desk::open(file, estate::config()).unwrap(), bare::open(file));
    let now = estate::now();
    let ours = || desk.cabinet(false, now).unwrap();
    let bare = || working::cabinet(&db);
    let (cabinet, (bare_keys, bare_deposits)) = (ours(), bare());
    assert!(cabinet.keys.len() == 2_000 && cabinet.out > 100 && bare_deposits == cabinet.deposits);
    assert!(cabinet.keys.iter().map(|key| key.id).eq(bare_keys.iter().map(|row| row.id)));
    support::compare("the cabinet", 60, ours, bare);
}

/// Whom to ask next, and how far the month has come.
fn the_callbacks(file: &Path) {
    let (desk, db) = (Desk::open(file, estate::config()).unwrap(), bare::open(file));
    let (filter, now) = (Filter { register: Some(Register::Callback), ..Filter::default() }, estate::now());
    let ours = || desk.queue(&filter, 0, LINES, now).unwrap();
    let bare = || working::callbacks(&db, LINES as i64);
    assert!(ours().len() == LINES && ours().iter().map(|row| row.id).eq(bare().iter().map(|row| row.id)));
    support::compare("a page of callbacks", 400, ours, bare);
    let ours = || desk.callback_month(now).unwrap();
    let bare = || working::month(&db, "2026-11");
    let (month, (_, reached, households)) = (ours(), bare());
    assert_eq!((i64::from(month.reached), i64::from(month.households)), (reached, households));
    assert!(reached > 500, "{reached} households");
    support::compare("the month of the callbacks", 60, ours, bare);
}

/// What the tab of the figures reads when it is opened on a month: that month, the one before and the year before.
fn the_month(file: &Path) {
    let (desk, db, now) = (Desk::open(file, estate::config()).unwrap(), bare::open(file), estate::now());
    let ours = || paper::three_months(&desk, month::THREE[0].2, now);
    let bare = || month::THREE.map(|span| month::month(&db, span, NOW));
    let (months, bare_months) = (ours(), bare());
    for (month, bare) in months.iter().zip(&bare_months) {
        month::agree(month, bare);
    }
    support::compare("the month opens", 30, ours, bare);
    let lent = month::OF_LOANS.2.parse().unwrap();
    let ours = || desk.month(lent, now).unwrap();
    let bare = || month::month(&db, month::OF_LOANS, NOW);
    month::agree(&ours(), &bare());
    support::compare("a month of 18,000 loans", 15, ours, bare);
}

/// A resident found by the beginning of the name, in characters and in pinyin, and the household behind it.
fn a_household(file: &Path) {
    let (desk, db) = (Desk::open(file, estate::config()).unwrap(), bare::open(file));
    let me = desk.who("manager").unwrap();
    for prefix in ["王芳", "wangf"] {
        let ours = || {
            let found = desk.find_residents(prefix, 10, &me).unwrap();
            let home = desk.household(&found[0].unit, LINES, &me).unwrap();
            (found, home)
        };
        let bare = || {
            let found = bare::residents(&db, prefix, 10);
            let home = bare::household(&db, found[0].texts[0].as_deref().unwrap(), LINES as i64);
            (found, home)
        };
        let ((found, home), (bare_found, bare_home)) = (ours(), bare());
        assert!(found.iter().map(|one| one.id).eq(bare_found.iter().map(|row| row.id)));
        assert!(home.cases.iter().map(|(case, _)| case.id).eq(bare_home.1.iter().map(|row| row.id)));
        support::compare(&format!("a household by {prefix}"), 300, ours, bare);
    }
}

/// A matter taken in and on the disk; then fifty of them in one transaction, where the disk is hardly waited for. On a
/// copy, so that the file stays as it was made.
fn an_action(file: &Path) {
    let copy = file.with_extension("written");
    std::fs::copy(file, &copy).unwrap();
    let (mut desk, mut db) = (Desk::open(&copy, estate::config()).unwrap(), bare::open(&copy));
    let now = estate::now();
    let action = || {
        json!({"do": "take_reception", "unit": "3-1-502", "name": "王芳", "phone": "13800138000",
            "matter": "厨房反复漏水", "kind": "request"})
    };
    support::compare(
        "an action, on the disk",
        300,
        || desk.perform_json(action(), "desk", now).unwrap(),
        || bare::take_reception(&mut db, NOW),
    );
    let ours = || {
        let mut batch = desk.batch().unwrap();
        for _ in 0..BATCH {
            batch.perform_json(action(), "desk", now).unwrap();
        }
        batch.commit().unwrap();
    };
    let bare = || {
        let tx = db.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
        for _ in 0..BATCH {
            bare::add_reception(&tx, NOW);
        }
        tx.commit().unwrap();
    };
    support::compare("fifty actions in one transaction", 40, ours, bare);
    drop((desk, db));
    for ending in ["written", "written-wal", "written-shm"] {
        let _ = std::fs::remove_file(file.with_extension(ending));
    }
}

/// The same query on both sides: how far the ratio is from 1.00 is how much the other rows may be believed.
fn the_yardstick_against_itself() {
    let db = Connection::open_in_memory().unwrap();
    let query = || -> i64 {
        let mut statement = db
            .prepare_cached(
                "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 500) SELECT sum(i) FROM n",
            )
            .unwrap();
        statement.query_row([], |row| row.get(0)).unwrap()
    };
    support::compare("the yardstick against itself", 400, query, query);
}

//! What the desk costs beside the bare SQL that it stands on. `cargo bench` prints a markdown table.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and stops at the first fault")]

mod support;

use rusqlite::Connection;

fn main() {
    support::print_head();
    the_yardstick_against_itself();
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

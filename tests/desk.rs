//! Use cases on the desk: a file in memory, fixed times, one group of tests for each group of rules.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops at the first fault")]
mod desk {
    mod callbacks;
    mod complaints;
    mod corners;
    mod dispatch;
    mod emergencies;
    mod flow;
    mod grades;
    mod hand_in;
    mod handovers;
    mod imports;
    pub mod keys;
    mod ledgers_at_random;
    mod lottery;
    mod month_end;
    mod orders_at_random;
    mod passes;
    mod people;
    mod privacy;
    mod queues;
    mod random;
    mod receptions;
    mod reminders;
    mod removal;
    mod services;
    mod sheets;
    mod sign_on;
    pub mod stage;
    mod stocktakes;
    mod visits;
    mod work_orders;
}

//! The commands beside the screen, run as the real program on files of their own.

#![allow(clippy::unwrap_used, reason = "a test stops at the first fault")]

#[path = "commands/act.rs"]
mod act;
#[path = "commands/archive.rs"]
mod archive;
#[path = "commands/bad_sheets.rs"]
mod bad_sheets;
#[path = "commands/demo.rs"]
mod demo;
#[path = "commands/file.rs"]
mod file;
#[path = "commands/keys.rs"]
mod keys;
#[path = "commands/month.rs"]
mod month;
#[path = "commands/office.rs"]
mod office;
#[path = "commands/paper.rs"]
mod paper;
#[path = "commands/people.rs"]
mod people;
#[path = "commands/queues.rs"]
mod queues;
#[path = "commands/sheets.rs"]
mod sheets;
#[path = "commands/stops.rs"]
mod stops;
#[path = "commands/workbook.rs"]
mod workbook;

//! The month as it is read for the screen and written as a workbook, beside the library that writes workbooks alone, and
//! the memory that it takes. It knows the desk and nothing of SQL.

use super::{estate, support};
use frontdesk::config::Language;
use frontdesk::desk::{Desk, listed_name};
use frontdesk::locales::{Telling, words};
use frontdesk::model::clock::Time;
use frontdesk::model::month::YearMonth;
use frontdesk::report::month::{Cell, MonthReport, forms, write};
use frontdesk::stats::{Facts, Month, catalogue};
use rust_xlsxwriter::{Format, Workbook};
use std::path::Path;
use std::process::Command;

/// The whole, then two to compare with, and what the line above them tells.
pub fn three_months(desk: &Desk, month: &str, now: Time) -> Vec<Month> {
    let month: YearMonth = month.parse().unwrap();
    desk.events().unwrap();
    desk.months(now).unwrap();
    assert!(desk.hand_ins(month).unwrap().is_empty() && desk.has_matters(month).unwrap());
    assert!(!catalogue().is_empty());
    let read = |month| {
        assert_eq!(desk.removed_in(month).unwrap(), 0);
        desk.month(month, now).unwrap()
    };
    let whole = read(month);
    let bare = |month: YearMonth| Month { facts: Facts::default(), ..read(month) };
    vec![whole, bare(month.before(1)), bare(month.year_before())]
}

/// Does something with the report of a month, which knows of the twelve before it.
fn with_report<T>(desk: &Desk, month: &Month, now: Time, work: impl FnOnce(&MonthReport<'_>) -> T) -> T {
    let first = desk.months(now).unwrap().last().copied().unwrap();
    let earlier = (1..=12).rev().map(|back| month.month.before(back)).filter(|month| *month >= first);
    let past: Vec<Month> =
        earlier.map(|one| Month { facts: Facts::default(), ..desk.month(one, now).unwrap() }).collect();
    let config = estate::config();
    let report = MonthReport {
        estate: &config.estate,
        words: words(Language::Chinese),
        telling: &Telling {
            name: &|login| login.to_owned(),
            listed: &|field, id| listed_name(&config, field, id, Language::Chinese),
            zone: config.calendar.zone,
            now,
        },
        month,
        past: &past,
        signed: None,
        now: None,
        resident: &|name| name.to_owned(),
        repeat_from: config.repeat_from,
        width: config.sheet_width,
    };
    work(&report)
}

fn write_book(report: &MonthReport<'_>) {
    let folder = tempfile::tempdir().unwrap();
    let mut words = 0;
    write(report, None, &folder.path().join("month.xlsx"), &mut |_, _| words += 1).unwrap();
    assert!(words > 50, "told {words} times how far it is");
}

/// The same cells in as many sheets, and nothing else.
fn write_cells(sheets: &[Vec<Vec<Cell>>]) {
    let file = tempfile::NamedTempFile::new().unwrap();
    let (mut book, format) = (Workbook::new(), Format::new());
    for rows in sheets {
        let page = book.add_worksheet();
        for (y, row) in (0..).zip(rows) {
            for (x, cell) in (0..).zip(row) {
                match cell {
                    Cell::Nothing => page.write_blank(y, x, &format),
                    Cell::Text(text) => page.write_string_with_format(y, x, text, &format),
                    Cell::Number(n) | Cell::Share(n) | Cell::Span(n) | Cell::Money(n) => {
                        page.write_number_with_format(y, x, *n as f64, &format)
                    }
                    Cell::Day(day) => page.write_datetime_with_format(y, x, day, &format),
                    Cell::Clock(clock) => page.write_datetime_with_format(y, x, clock, &format),
                    Cell::Moment(moment) => page.write_datetime_with_format(y, x, moment, &format),
                }
                .unwrap();
            }
        }
    }
    book.save_to_writer(std::io::BufWriter::new(file.as_file())).unwrap();
}

/// The workbook beside the library alone, which has its cells ready.
pub fn the_workbook(file: &Path) {
    let (desk, now) = (Desk::open(file, estate::config()).unwrap(), estate::now());
    let month = desk.month(super::month::THREE[0].2.parse().unwrap(), now).unwrap();
    with_report(&desk, &month, now, |report| {
        let sheets: Vec<Vec<Vec<Cell>>> = forms(report).into_iter().map(|form| form.rows.collect()).collect();
        let cells: usize = sheets.iter().flatten().map(Vec::len).sum();
        eprintln!("{cells} cells in {} sheets", sheets.len());
        support::compare("the month's workbook", 7, || write_book(report), || write_cells(&sheets));
    });
}

/// Does one thing and prints the most memory that the program has had, in kilobytes.
pub fn peak(file: &Path, month: &str, what: &str) {
    let (desk, now) = (Desk::open(file, estate::config()).unwrap(), estate::now());
    match what {
        "nothing" => {}
        "month" => drop(three_months(&desk, month, now)),
        _ => {
            let month = desk.month(month.parse().unwrap(), now).unwrap();
            with_report(&desk, &month, now, write_book);
        }
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    println!("{}", line.trim().trim_end_matches(" kB"));
}

/// The same month in a file of a million cases and in one of two months: memory goes with the month, not with the file.
pub fn the_peaks() {
    let program = std::env::current_exe().unwrap();
    println!("\n| memory at most, MB | two months | a million cases |\n| --- | ---: | ---: |");
    for (what, title) in
        [("nothing", "the file opened"), ("month", "the month opened"), ("book", "the month's workbook written")]
    {
        let peak = |file: &Path| {
            let told = Command::new(&program).arg("--peak").arg(file).args(["2015-12", what]).output().unwrap();
            let kilobytes: f64 = String::from_utf8(told.stdout).unwrap().trim().parse().unwrap();
            kilobytes / 1024.0
        };
        println!("| {title} | {:.1} | {:.1} |", peak(&estate::short()), peak(&estate::kept()));
    }
}

//! Words of the month's report in English.
use crate::locales::report::Report;

/// Words of the month.
pub const REPORT: Report = Report {
    title: "Month's report",
    charts: "Charts",
    as_of: |time| format!("as of {time}"),
    signed: |who, at, edition| format!("handed in by {who}, {at}, edition {edition}"),
    page: |number| format!("Page {number}"),
    no_rows: "(none this month)",
    ending: "nothing was written: the file has to end in .xlsx, .csv or .txt",
    exists: |path, free| format!("{path} exists already and is not written over; name another file, e.g. {free}"),
    no_folder: |folder| {
        format!("nothing was written: there is no folder {folder}; make it first, or name another place")
    },
    denied: |folder| {
        format!("nothing was written: you may not write in the folder {folder}; name a folder of your own")
    },
    full: |folder| format!("nothing was written: the disk of {folder} is full; make room, or name another place"),
    no_such_form: |known| format!("there is no such form; there are {known}"),
    failed: |path, why| format!("{path} was not written ({why}); try another place"),
    saved: |path| format!("The month's report is in {path}"),
    writing: |done, all| format!("Writing {done}/{all}"),
    not_a_month: |text| format!("\"{text}\" is no month; write 2026-10, or 10 for the last October"),
    not_come: |month, newest| format!("{month} has not come yet; the newest month is {newest}"),
    nothing: |month| format!("There is nothing of {month} in the file."),
    no_such_figure: |id, known| format!("there is no figure \"{id}\"; there are {known}"),
    which_figure: "--cases needs --figure to say whose cases are wanted",
    columns: ["Figure", "This month", "Out of", "Month before", "Year before"],
    counted: "Counted",
    missing: "Not met",
    changed: |figures| {
        format!(
            "Figures that are others since it was handed in: {figures}; the report has them under \"Changed since handed in\""
        )
    },
};

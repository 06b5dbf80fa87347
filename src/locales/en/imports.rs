//! Words of imports, in English.
use crate::locales::imports::Imports;

/// The words.
pub const IMPORTS: Imports = Imports {
    kinds: ["Residents", "Old complaints", "Old work orders", "Keys"],
    ending: "only .csv and .xlsx can be read; save the sheet as one of them",
    old_workbook: "is a workbook of the old kind; open it in Excel or WPS and save it as .xlsx (another name is not enough)",
    locked: "the workbook has a password; open it, take the password off, and save it",
    text_as_workbook: "is called .xlsx, but holds text (a renamed .csv, or a page of the web); call it .csv, or open it in Excel and save it as .xlsx",
    workbook_as_text: "is called .csv, but holds an Excel workbook; call it .xlsx, or save it as \"CSV UTF-8\"",
    unreadable: |why| format!("cannot be read ({why})"),
    not_utf8: |line| format!("is not UTF-8 (line {line}); GBK is not read; save it as .xlsx or as \"CSV UTF-8\""),
    empty: "there is no heading in it; the first line has to name the columns",
    only_hidden: |names| {
        format!(
            "the sheets that are seen are empty; {names} have something, but are hidden: show them, or name one with --sheet on the command line"
        )
    },
    no_such_sheet: |name, known| format!("there is no sheet \"{name}\"; there are {known}"),
    merged: |cells| {
        format!(
            "{cells} in the heading are merged, so nobody can tell which column is what; take the merging back and give each column a name of its own"
        )
    },
    not_a_pair: |text| format!("\"{text}\" is not of the form field=column or field=value"),
    no_such_field: |field, known| format!("there is no field \"{field}\"; there are {known}"),
    no_such_column: |column, known| format!("there is no column \"{column}\"; there are {known}"),
    doubled: |title, cells| {
        format!(
            "the title \"{title}\" stands over several columns ({cells}); rename or remove those that are not meant"
        )
    },
    columns_missing: |fields, columns| {
        format!(
            "nothing was taken: no column for {fields}. The columns are {columns}. Give the columns these names; on the command line --map field=column says which it is, and --set field=value gives a value"
        )
    },
    nameless: |cell| format!("{cell} (no title)"),
    unused_columns: |columns| format!("Nothing is taken from the columns {columns}"),
    heading_at: |line| format!("The heading is in line {line}; what stands above it is passed over"),
    one_of_sheets: |sheet, others| {
        format!(
            "The sheet \"{sheet}\" is read; to read {others} move it to the front, or use --sheet on the command line"
        )
    },
    line: |line, why| format!("Line {line}: {why}"),
    tally: |taken, known, there, refused| {
        format!("Taken {taken}, known already {known}, there already {there}, refused {refused}")
    },
    rehearsal: "This was a rehearsal: nothing was saved.",
    samples: "This is how they would stand:",
    up_to_date: "(brought up to date)",
    ended_early: |done, total, saved| {
        format!(
            "Stopped after {done} of {total} lines: {saved} are saved, each of them whole; the same file once more brings in the rest, and nothing twice."
        )
    },
    ended_nothing_saved: |done, total| format!("Stopped after {done} of {total} lines; nothing was saved."),
    stopped_at_once: "Stopped; nothing was saved.",
    reading: "Reading",
    trying: "Trying",
    saving: "Saving",
    stopping: "Stopping",
    // The page on the screen.
    what: "What to import",
    path: "Path of the file (.csv or .xlsx)",
    path_hint: "on this machine, e.g. ~/residents.xlsx",
    nothing_taken: "Nothing can be taken; mend the file and try again",
    refused_lines: "Refused lines:",
    none_refused: "No line is refused",
    stop_ask: "Stop the import?",
    stop_yes: "Stop",
    stop_no: "Go on",
    runs: "An import or export is going on; Esc stops an import",
    broke_off: "The import broke off; try once more",
};

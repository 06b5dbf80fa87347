//! Words of the commands in English.
use crate::locales::cli::Cli;

/// Words of the commands.
pub const CLI: Cli = Cli {
    help: &[],
    headings: ["Usage", "Commands", "Arguments", "Options"],
    prints_help: "Print help (-h the short one, --help all of it)",
    prints_version: "Print version",
    no_terminal: "the screen needs a terminal; `frontdesk --help` lists the commands that do without",
    no_own_paths: "--config and --db cannot be used with this installation; leave them out",
    no_home: "there is no place for the database: HOME is not set; name a file with --db",
    no_login: "the operating system does not say who you are; ask whoever looks after this machine",
    as_refused: |login, name| {
        format!(
            "{login} may not act as {name}: --as is for the service accounts in people.service_logins of the settings. Sign on as {name}, or leave --as out."
        )
    },
    first_start: |login| format!("{login} is the manager. Add others: frontdesk staff add LOGIN --name N --role R"),
    no_such_role: |known| format!("there is no such role; there are {known}"),
    due_columns: ["Clock", "Grade", "Number", "Unit", "State", "With", "Handler", "Matter"],
    nothing_due: "Nothing is open.",
    more: |lines| format!("{lines} more; --limit shows them"),
    as_of: |time| format!("As of {time}"),
    clocks: "Clocks",
    pauses: "Pauses",
    origins: "Came from",
    offspring: "Led to",
    history: "History",
    not_an_order: |number| format!("{number} is not a work order; the numbers of work orders begin with PG"),
    not_written: |path, why| format!("{path} was not written ({why}); name a new file with --out"),
    sheet_saved: |path| format!("The sheet is in {path}"),
    no_printer: "no printer is set: put the command into dispatch.print of the settings, e.g. print = \"lp -d desk\"; or save the sheet with --out FILE",
    print_failed: |command, why| {
        format!("not printed: `{command}` failed ({why}); look at the printer and at dispatch.print of the settings")
    },
    printed: |number| format!("Printed: {number}"),
    staff_saved: |login| format!("Saved: {login}"),
    actions_intro: "Actions: one JSON object a line. Fields with * are needed; times are like \"2026-11-21T09:30:00+08:00\", \"tomorrow 9:00\" or \"+2h\".\n\
        Answers: {\"line\":1,\"ok\":true,\"number\":…,\"state\":…,\"version\":…,\"linked\":[…],\"hint\":…,\"clocks\":[{\"rule\",\"milestone\",\"level\",\"crossing\",\"started_at\",\"due_at\",\"look\",\"left\" or \"late\" in seconds}]}\n\
        or {\"line\":1,\"ok\":false,\"error\":{\"code\":…,\"message\":…,\"fields\":{field:message}}}. With \"version\" a change by somebody else in between is refused.",
    line_too_long: "longer than 1 MB",
    not_utf8: "not UTF-8",
    making: "Making the estate",
    made: |units, residents, cases| format!("An estate of {units} units, {residents} residents and {cases} cases"),
    exists: |file| format!("{file} exists already and is not written over; name another file"),
    backed_up: |file| format!("Backed up to {file}"),
    past_time: |records| format!("{records} records are past their time"),
    held_back: |records| format!("{records} more stay: something open belongs to them"),
    hand_in_first: |months| format!("To be handed in before anything of theirs is removed: {months}"),
    type_records: |records, file| {
        format!(
            "{records} records go into {file} and are removed here, not to be taken back; number, dates and journal stay. Type {records} to do it: "
        )
    },
    wants_yes: |records| format!("nothing was removed: there is no terminal to ask at; say --yes {records}"),
    not_removed: "nothing was removed: the number that was typed is another one",
    removed: |records, file| format!("Removed {records} records; they are in {file}"),
    surveyed: |cases, events, head| format!("Cases {cases}, journal {events}, head {head}"),
    sound: "All is well.",
    unsound: |findings| format!("Findings: {findings}. Keep this file as it is, and go on with the last good backup."),
};

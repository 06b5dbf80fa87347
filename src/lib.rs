//! frontdesk: the front desk of a residential estate in one terminal program, over one SQLite file.
//!
//! # The idea
//!
//! 1. A **case** (reception, complaint, work order, emergency, key, callback, …) is a plain record with a *state*.
//! 2. A **rule** in `config.toml` says which milestone must be reached within what time, and who answers for it if not.
//! 3. A **clock** is a rule running on a case. The clocks of all registers stand in one table.
//! 4. What a person does is an **action**: `Opening` begins something, `Step` moves a case; both are enums of verbs.
//! 5. **`Desk::perform`** is the only way in: check the fields, the role, the version, the state; change the rows; start
//!    and stop clocks; append the event; all in one transaction. Screen, command line and imports go through it.
//! 6. An **event** is the action as it was carried out, who, when, chained by hash to the one before. Never changed.
//! 7. Level, look, late by how much: computed on reading, from clocks and `now`. Nothing is a background job.
//! 8. A **page** is one struct with its own cursor, filter and open form. What changes a fact it leaves as a `Msg`.
//! 9. Forms, lists, key hints, help and palette are drawn from tables that stand in the page.
//! 10. The clock on the wall is read in `wall_clock` alone. Everywhere else `now` is an argument.
//!
//! # The house
//!
//! ```text
//! main.rs        the way in: restores the terminal, tells an error
//! cli            the commands beside the screen: act, due, show, stats, report, sheet, staff, import, backup, archive,
//!                check, demo
//! wall_clock     the one place that reads the time
//! demo           an estate with a past and a present, made through the desk
//! config         config.toml → Config; unknown keys refused, with file and line
//! locales        the words on the screen: zh-CN and en; a missing word does not compile
//! sheets         other people's .csv and .xlsx: which column is which field, a line an action; for cli and tui
//! tui            the terminal (terminal, backend, input), the loop, app, page, keymap, form, list, detail, help, palette,
//!                sign_on (another person at the same terminal, the lock)
//! tui/tabs       reception, complaints, board, cabinet, callbacks, stats
//! report         what leaves the house on paper: the three-part sheet of a work order; the month as workbook, .csv, text
//! desk           the only place where rules and store meet: read (tidy), perform, ask; one file a register
//! rules          pure: calendar, what a clock says, which clocks a case gets, whom the board proposes, the lottery
//! stats          pure: facts of a month → figures, each with its definition, numerator and denominator, and its cases
//! store          the only SQL: open, migrations, cases, details, lines, clocks, events, queue, search, and one file a register
//! model          plain nouns, their states, the table of steps and that of rights (who may begin and see what); what is
//!                known of text, units, phones, secrets, spelling, time
//! ```
//!
//! # Walls (checked by `tests/architecture.rs`)
//!
//! ```text
//! main → cli, tui → desk → { rules, stats, store } → model      report → stats, locales, model
//! cli, tui → sheets → desk      locales → desk, stats, rules, model      config → rules, model
//! inside tui:   app → tabs/* → { page, form, list, detail, help } → keymap, theme
//! ```
//! Arrows go down only. `rules`, `stats` and `store` do not name each other; `rusqlite` appears only in `store`; `ratatui`,
//! `crossterm` and `tui_textarea` only in `tui`; `toml` only in `config`; `calamine` only in `sheets`; `rust_xlsxwriter`
//! only in `report`; `csv` only in those two; `tui` does not name `store`.
//!
//! # Where the shape differs from a first guess
//!
//! - What every register has in common stands in one table `cases`, the rest in one table a register: the queues, the
//!   view over all registers, the household and the history are then one query each, and a new register is a new detail.
//! - An action is read as JSON against one table of fields (`desk::tidy`): a field means the same in every form, in
//!   `act` and in every import, and is checked in that one place.
//! - A complaint that a rule will make major (CMP-07) has the clocks of the major one armed ahead, in the same table: at
//!   that moment nothing has to run.
//! - A key is a case and each loan a cycle of it: it cannot be out twice, since its state is one column.
//! - A callback is a case of its own, made by what was finished; what it asks about hears the answer.
//! - Timeline, checklist, who was told, who had it, what was counted: lines of a case, one table and one shape for all.
//! - The review of a day (REC-07) is a case with a clock like any other; the first reception of the day opens it. So is
//!   the archive of a month of callbacks (CBK-09); the first action of the next month opens it. So is the handing in of
//!   a month (STA-06), which opens on its 25th like the stock-taking; what is handed in is frozen beside the case.
//! - Nothing is deleted, but for records past their time, which the manager archives and removes (SEC-05): the row of the
//!   case stays as `removed`, with its number; the archive is a copy of the whole file, so that its journal still holds.
pub mod cli;
pub mod config;
pub mod demo;
pub mod desk;
pub mod locales;
pub mod model;
pub mod report;
pub mod rules;
pub mod sheets;
pub mod stats;
pub mod store;
pub mod tui;
pub mod wall_clock;

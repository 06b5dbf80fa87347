//! The smallest honest queue screen: stock ratatui on stock crossterm, one query, no rules. It is the yardstick
//! that the front desk is measured against, and knows nothing of it.
//!
//! `cargo run --release --example smallest -- FILE`; j, k and the arrows move, q ends.

use std::time::Duration;

use color_eyre::eyre::{OptionExt, Result};
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{List, ListItem, ListState, Paragraph};
use rusqlite::{Connection, OpenFlags};

/// The queue: what is open, harm that is going on and then the nearest promise first, as many rows as a screen of 24
/// lines holds. It is the order of an index, so nothing is sorted.
const QUEUE: &str = "SELECT number, matter, next_at FROM cases WHERE open = 1 ORDER BY harm DESC, next_at LIMIT 22";
/// How often the file is asked whether another program has written to it.
const POLL: Duration = Duration::from_millis(500);

fn main() -> Result<()> {
    color_eyre::install()?;
    let file = std::env::args_os().nth(1).ok_or_eyre("smallest FILE: which database?")?;
    let db = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let mut terminal = ratatui::init();
    let outcome = run(&mut terminal, &db);
    ratatui::restore();
    outcome
}

fn run(terminal: &mut DefaultTerminal, db: &Connection) -> Result<()> {
    let mut seen = data_version(db)?;
    let mut rows = queue(db)?;
    let mut selected = ListState::default().with_selected(Some(0));
    loop {
        draw(terminal, &rows, &mut selected)?;
        loop {
            if event::poll(POLL)? {
                let Event::Key(key) = event::read()? else {
                    break;
                };
                match key.code {
                    KeyCode::Char('q') => return Ok(()),
                    KeyCode::Char('j') | KeyCode::Down => selected.select_next(),
                    KeyCode::Char('k') | KeyCode::Up => selected.select_previous(),
                    _ => {}
                }
                break;
            }
            let version = data_version(db)?;
            if version != seen {
                seen = version;
                rows = queue(db)?;
                break;
            }
        }
    }
}

fn draw(terminal: &mut DefaultTerminal, rows: &[String], selected: &mut ListState) -> Result<()> {
    terminal.draw(|frame| {
        let [head, body, foot] =
            Layout::vertical([Constraint::Length(1), Constraint::Min(0), Constraint::Length(1)]).areas(frame.area());
        let list = List::new(rows.iter().map(|row| ListItem::new(row.as_str())))
            .highlight_style(Style::new().add_modifier(Modifier::REVERSED));
        frame.render_widget(Paragraph::new("队列"), head);
        frame.render_stateful_widget(list, body, selected);
        frame.render_widget(Paragraph::new("j/k 移动  q 退出"), foot);
    })?;
    Ok(())
}

fn queue(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(QUEUE)?;
    let rows = statement.query_map([], |row| {
        let (number, matter, next_at): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(format!("{next_at}  {number}  {matter}"))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn data_version(db: &Connection) -> Result<i64> {
    Ok(db.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

//! The screen: everything between the terminal and the desk. It knows nothing of SQL. The loop waits for keys, files
//! and crossings; nothing else wakes it.

pub mod app;
pub mod backend;
pub mod detail;
pub mod drafts;
pub mod emergency;
pub mod field;
pub mod finder;
pub mod form;
pub mod handover;
pub mod help;
pub mod household;
pub mod import;
pub mod input;
pub mod keymap;
pub mod late;
pub mod list;
pub mod menu;
pub mod page;
pub mod paint;
pub mod palette;
pub mod queue;
pub mod sign_on;
pub mod steps;
pub mod tabs;
pub mod terminal;
pub mod text;
pub mod text_box;
pub mod theme;

use crate::config;
use crate::desk::Desk;
use crate::locales::Words;
use crate::model::clock::Time;
use crate::model::staff::Staff;
use app::App;
use backend::Colors;
use color_eyre::eyre::{Result, WrapErr, eyre};
use input::{Events, Input};
use std::time::{Duration, Instant};
use terminal::{AmbiguousWidth, Screen};

/// How the screen is to be shown; from the settings and the arguments.
#[derive(Clone, Copy)]
pub struct Options {
    /// The words of the chosen language.
    pub words: &'static Words,
    /// Colours of the terminal, or none.
    pub colors: Colors,
    /// How wide the terminal draws characters of ambiguous width.
    pub ambiguous: AmbiguousWidth,
    /// Ask the terminal to show frames in one piece.
    pub synchronized: bool,
}

impl Options {
    /// As the settings say; `auto` colours by `NO_COLOR` and `TERM`, which the caller knows.
    pub fn of(screen: &config::Screen, words: &'static Words, auto: Colors) -> Options {
        Options {
            words,
            colors: match screen.colors {
                config::Colors::Auto => auto,
                config::Colors::None => Colors::Mono,
                config::Colors::Ansi => Colors::Sixteen,
                config::Colors::Indexed => Colors::Indexed,
            },
            ambiguous: match screen.ambiguous_width {
                config::AmbiguousWidth::Auto => AmbiguousWidth::Auto,
                config::AmbiguousWidth::Narrow => AmbiguousWidth::Narrow,
                config::AmbiguousWidth::Wide => AmbiguousWidth::Wide,
            },
            synchronized: false,
        }
    }
}

/// So long nothing must have come before it is looked at whether the bell is to ring: it takes longer than a picture,
/// and nobody who waits for one shall wait for it.
const BEFORE_BELL: Duration = Duration::from_millis(30);

/// Shows the screen until the person leaves, the terminal is gone, or a signal asks to end. The greeting stands on it
/// until the first key. `now` is the only clock.
///
/// # Errors
/// No terminal, or a file that cannot be read at the start.
pub fn run(desk: Desk, me: Staff, greeting: Option<String>, options: Options, now: fn() -> Time) -> Result<()> {
    let mut database = desk.path().map(std::path::Path::to_path_buf);
    let words = options.words;
    let opened = App::new(desk, me, words, now());
    let mut app = opened.map_err(|error| eyre!(words.store_error(&error)))?;
    app.greet(greeting);
    let mut screen =
        Screen::enter(options.colors, options.ambiguous, options.synchronized).wrap_err(words.screen.no_terminal)?;
    let mut events = Events::open().wrap_err(words.screen.no_terminal)?;
    let mut stale = true;
    while !app.has_ended() {
        if stale && !events.has_more() {
            stale = false;
            // A terminal that cannot be written to says `Lost` next.
            let _ = screen.draw(|frame| {
                let area = frame.area();
                if let Some(cursor) = app.draw(area, frame.buffer_mut(), now()) {
                    frame.set_cursor_position(cursor);
                }
            });
        }
        // After the first picture, which does not wait for it.
        if let Some(database) = database.take() {
            events.watch(&database);
        }
        let wake = app.next_wake(now()).map(|at| instant_of(at, now()));
        let rest = app.is_unheard().then(|| Instant::now() + BEFORE_BELL);
        match events.next(wake.into_iter().chain(rest).min()) {
            Input::Lost | Input::Terminate => {
                app.keep_typed(now());
                break;
            }
            input => {
                screen.heed(&input);
                // Where more has come already, the frame between would be seen by nobody.
                let rests = input == Input::Deadline;
                stale |= answer(&mut app, &mut events, input, now());
                if rests && app.take_bell(now()) {
                    screen.ring();
                }
            }
        }
    }
    Ok(())
}

/// Answers one input; true if the picture may differ now.
fn answer(app: &mut App, events: &mut Events, input: Input, now: Time) -> bool {
    match input {
        Input::Key(key) if is_suspend(key) => events.suspend(),
        Input::Key(key) => app.on_key(key, now),
        Input::Paste { text, .. } => app.on_paste(&text, now),
        Input::FilesChanged => return app.refresh(now),
        Input::Deadline => {
            app.refresh(now);
        }
        Input::Resize | Input::Continued | Input::WideAmbiguous | Input::Lost | Input::Terminate => {}
    }
    true
}

fn is_suspend(key: crossterm::event::KeyEvent) -> bool {
    keymap::Chord::of(key) == keymap::ctrl('z')
}

/// The moment of a time; what has passed is now.
fn instant_of(at: Time, now: Time) -> Instant {
    let wait = (at - now).to_std().unwrap_or(Duration::ZERO);
    Instant::now() + wait
}

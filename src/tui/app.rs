//! The app: the tabs, what stands over them, and the desk. The only place of the screen where something is done, and
//! where pages are told apart. Must not read the time nor write to the terminal.

/// All tables of keys with their titles, for the README.
pub fn key_tables() -> Vec<(Label, Vec<Row>)> {
    vec![
        (|s| s.keys_everywhere, rows(KEYS)),
        (|s| s.keys_list, queue::keys()),
        (|s| s.tab_reception, tabs::reception::keys()),
        (|s| s.tab_complaints, tabs::complaints::keys()),
        (|s| s.tab_board, tabs::board::keys()),
        (|s| s.tab_cabinet, tabs::cabinet::keys()),
        (|s| s.keys_count, tabs::cabinet::count_keys()),
        (|s| s.tab_callbacks, tabs::callbacks::keys()),
        (|s| s.tab_stats, tabs::stats::keys()),
        (|s| s.keys_stats_cases, tabs::stats::case_keys()),
        (|s| s.keys_case, detail::keys()),
        (|s| s.emergency, emergency::keys()),
        (|s| s.tab_handover, handover::keys()),
        (|s| s.household, household::keys()),
        (|s| s.import_sheet, import::keys()),
        (|s| s.keys_form, form::keys()),
        (|s| s.keys_sign_on, people::keys()),
    ]
}

/// Lends what pages may ask, while the pages themselves are changed.
macro_rules! context {
    ($app:expr, $now:expr) => {
        Context {
            desk: &$app.desk,
            me: &$app.me,
            staff: &$app.staff,
            counts: &$app.counts,
            incidents: &$app.incidents,
            words: $app.words,
            theme: $app.theme,
            now: $now,
        }
    };
}

mod act;
mod asking;
mod bar;
mod bell;
mod kept;
mod keys;
mod loan;
mod scene;
mod sign_on;

use crate::desk::answer::Incident;
use crate::desk::{Desk, StoreError};
use crate::locales::Words;
use crate::model::case::Register;
use crate::model::clock::Time;
use crate::model::queue::Count;
use crate::model::staff::Staff;
use crate::tui::help::Help;
use crate::tui::household::Lookup;
use crate::tui::keymap::{Binding, Label, Row, Torn, bind, ch, ctrl, f, rows, shown};
use crate::tui::late::Late;
use crate::tui::page::{Context, Page, Read, Seed};
use crate::tui::palette::Palette;
use crate::tui::theme::Theme;
use crate::tui::{detail, emergency, form, handover, household, import, queue, sign_on as people, tabs};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Everything on the screen.
pub struct App {
    desk: Desk,
    me: Staff,
    staff: Vec<Staff>,
    words: &'static Words,
    theme: Theme,
    tabs: Vec<Box<dyn Page>>,
    tab: usize,
    /// What stands over the tab; the last one has the keys.
    over: Vec<Box<dyn Page>>,
    /// What was saved last with each form, for the key that takes the value of the record before.
    before: BTreeMap<String, Map<String, Value>>,
    counts: Vec<Count>,
    /// Emergencies that go on.
    incidents: Vec<Incident>,
    message: Option<(String, bool)>,
    torn: Torn,
    /// When it was last looked whether to ring, and the newest clock there was then.
    heard: Option<(Time, i64)>,
    /// Something was read again, and whether that rings has not been looked at.
    unheard: bool,
    /// Forms kept for this person that are still to be offered; the first one is on offer.
    offers: Vec<Seed>,
    /// When the last key came, for the lock.
    last_key: Time,
    /// Only who has a PIN can be locked out.
    has_pin: bool,
    /// The screen is locked: nothing may be seen or done but signing on and raising an emergency.
    locked: bool,
    data_version: i64,
    next_change: Option<Time>,
    /// Everything was read again at this time, and the next change after it has not been asked for.
    unforeseen: Option<Time>,
    /// The window is too small: nothing is seen, so nothing may be done but leave.
    small: bool,
    ended: bool,
}

/// How often a page is looked after in which something goes on.
const BEAT: chrono::TimeDelta = chrono::TimeDelta::milliseconds(200);

#[derive(Clone, Copy)]
enum Command {
    Tab(usize),
    Late,
    Help,
    Palette,
    Household,
    Emergency,
    Person,
    Lock,
    Quit,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[f(1), ch('?')], Command::Help, |s| s.help),
    bind(&[ch('1')], Command::Tab(0), |s| s.tab_reception),
    bind(&[ch('2')], Command::Tab(1), |s| s.tab_complaints),
    bind(&[ch('3')], Command::Tab(2), |s| s.tab_board),
    bind(&[ch('4')], Command::Tab(3), |s| s.tab_cabinet),
    bind(&[ch('5')], Command::Tab(4), |s| s.tab_callbacks),
    bind(&[ch('6')], Command::Tab(5), |s| s.tab_stats),
    shown(&[ch('0')], Command::Late, |s| s.late_or_soon),
    shown(&[f(3), ch('@')], Command::Household, |s| s.household),
    shown(&[f(9), ch('!')], Command::Emergency, |s| s.emergency),
    bind(&[ch(':'), f(12)], Command::Palette, |s| s.palette),
    bind(&[ch('9'), ctrl('o')], Command::Person, |s| s.change_person),
    bind(&[ctrl('l')], Command::Lock, |s| s.lock_screen),
    bind(&[f(10), ctrl('q'), ctrl('c')], Command::Quit, |s| s.quit),
];

impl App {
    /// The screen of a desk for whoever sits here. A form that was kept is offered.
    ///
    /// # Errors
    /// The file.
    pub fn new(desk: Desk, me: Staff, words: &'static Words, now: Time) -> Read<App> {
        let theme = Theme::of(&desk.config.screen);
        let mut app = App {
            staff: Vec::new(),
            tabs: all_tabs(),
            desk,
            me,
            words,
            theme,
            tab: 0,
            over: Vec::new(),
            before: BTreeMap::new(),
            counts: Vec::new(),
            incidents: Vec::new(),
            message: None,
            torn: Torn::No,
            heard: None,
            unheard: false,
            offers: Vec::new(),
            last_key: now,
            has_pin: false,
            locked: false,
            data_version: 0,
            next_change: None,
            unforeseen: None,
            small: false,
            ended: false,
        };
        app.desk.keep_pages(false)?;
        app.reload(now)?;
        app.offer_drafts();
        app.desk.keep_pages(true)?;
        Ok(app)
    }

    /// Says this until the first key.
    pub fn greet(&mut self, words: Option<String>) {
        self.message = words.map(|words| (words, true)).or(self.message.take());
    }

    /// Whether the person wants to leave.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// Reads again if another process has written, or a clock has crossed. True if something may look different.
    pub fn refresh(&mut self, now: Time) -> bool {
        let busy = self.is_busy();
        let cx = context!(self, now);
        self.over.iter_mut().for_each(|page| page.beat(&cx));
        if self.lock_at().is_some_and(|at| at <= now) {
            self.lock(now);
            return true;
        }
        let version = self.desk.data_version().unwrap_or(self.data_version);
        let crossed = self.next_change().is_some_and(|at| at <= now);
        if version == self.data_version && !crossed {
            return busy;
        }
        let told = self.reload(now);
        self.note(told);
        true
    }

    /// Whether a page looks after something that goes on.
    fn is_busy(&self) -> bool {
        self.over.iter().any(|page| page.is_busy())
    }

    /// Reads everything again: names, counts, the pages that are open, and what has crossed.
    fn reload(&mut self, now: Time) -> Read<()> {
        self.data_version = self.desk.data_version()?;
        self.staff = self.desk.staff()?;
        // Whose role was changed meanwhile sees and may at once what the new one does.
        if let Some(me) = self.staff.iter().find(|one| one.login == self.me.login) {
            self.me = me.clone();
        }
        self.counts = self.desk.counts(now)?;
        let emergencies = self.counts.iter().any(|count| count.register == Register::Emergency);
        self.incidents = if emergencies { self.desk.incidents(now)? } else { Vec::new() };
        self.unforeseen = Some(now);
        self.has_pin = self.desk.logins_with_pin()?.contains(&self.me.login);
        self.unheard = true;
        self.reload_pages(now)
    }

    fn reload_pages(&mut self, now: Time) -> Read<()> {
        let cx = context!(self, now);
        let tab = self.tabs.get_mut(self.tab).into_iter();
        tab.chain(&mut self.over).try_for_each(|page| page.reload(&cx))
    }

    /// When to wake up with nobody pressing a key: at the next crossing, to lock, once a minute while minutes count down,
    /// and a few times a second while something goes on in a page.
    pub fn next_wake(&mut self, now: Time) -> Option<Time> {
        let second = now.timestamp().rem_euclid(60);
        let minute = now + chrono::TimeDelta::seconds(60 - second);
        let counting = self.counts.iter().any(|count| count.open > 0);
        let beat = self.is_busy().then(|| now + BEAT);
        self.next_change().into_iter().chain(self.lock_at()).chain(counting.then_some(minute)).chain(beat).min()
    }

    /// The next crossing; it is asked for once the picture stands, which does not show it.
    fn next_change(&mut self) -> Option<Time> {
        if let Some(since) = self.unforeseen.take() {
            let found = self.desk.next_change(since);
            self.next_change = found.as_ref().ok().copied().flatten();
            self.note(found.map(|_| ()));
        }
        self.next_change
    }

    fn note(&mut self, told: Result<(), StoreError>) {
        if let Err(error) = told {
            self.message = Some((self.words.store_error(&error), false));
        }
    }

    fn run(&mut self, row: usize, now: Time) {
        let Some(binding) = KEYS.get(row) else { return };
        let cx = context!(self, now);
        let page = top(&mut self.over, &mut self.tabs, self.tab);
        match binding.command {
            Command::Tab(tab) => self.go_to(tab, now),
            Command::Late => self.push(Box::new(Late::default()), now),
            Command::Help => {
                let help = Help::new(page.rows(), rows(KEYS));
                self.push(Box::new(help), now);
            }
            Command::Palette => {
                let palette = Palette::new(page.rows(), rows(KEYS));
                self.push(Box::new(palette), now);
            }
            Command::Household => {
                let lookup = Lookup::new(&page.unit().unwrap_or_default(), page.asks_who(), &cx);
                self.push(Box::new(lookup), now);
            }
            Command::Emergency => self.raise(now),
            Command::Person => {
                // Another person after all: the PIN of the one before is not asked for any more.
                self.over.pop_if(|page| page.opened_as() == Some(people::PIN));
                let cx = context!(self, now);
                let list = people::people(self.locked, &cx);
                self.take_all(vec![list], now);
            }
            Command::Lock => self.lock(now),
            Command::Quit => self.quit(now),
        }
    }

    /// Nothing typed is lost by going elsewhere or leaving.
    fn holds_typed(&mut self) -> bool {
        let holds = self.over.iter().any(|page| page.typed_so_far().is_some());
        if holds {
            self.message = Some((self.words.screen.finish_form_first.to_owned(), false));
        }
        if self.is_busy() {
            self.message = Some((self.words.imports.runs.to_owned(), false));
        }
        holds || self.is_busy()
    }

    fn go_to(&mut self, tab: usize, now: Time) {
        if !self.holds_typed() {
            let there = std::mem::replace(&mut self.tab, tab) == tab && self.over.is_empty();
            self.over.clear();
            if let Some(page) = self.tabs.get_mut(tab).filter(|_| there) {
                page.home();
            }
            let told = self.reload_pages(now);
            self.note(told);
        }
    }

    fn quit(&mut self, now: Time) {
        if self.locked {
            // Whoever ends it here may not be the one whose form waits.
            self.keep_typed(now);
        }
        self.ended = self.locked || !self.holds_typed();
    }

    fn push(&mut self, mut page: Box<dyn Page>, now: Time) {
        let open = self.over.last().and_then(|top| top.opened_as());
        if open.is_some() && page.opened_as() == open {
            return;
        }
        let cx = context!(self, now);
        let told = page.reload(&cx);
        self.over.push(page);
        self.note(told);
    }

    /// Draws everything; returns where the cursor of the terminal belongs, if it is to be seen.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer, now: Time) -> Option<Position> {
        let cx = context!(self, now);
        self.small = area.width < 60 || area.height < 16;
        if self.small {
            buf.set_string(area.x, area.y, cx.words.screen.too_small, self.theme.fault());
            return None;
        }
        bar::draw(Rect { height: 1, ..area }, buf, &cx, self.tab, &self.counts);
        let body = Rect { y: area.y + 1, height: area.height - 3, ..area };
        let first = self.over.iter().rposition(|page| page.covers());
        let mut cursor = match first {
            Some(_) => None,
            None => self.tabs[self.tab].draw(body, buf, &cx),
        };
        for page in self.over.iter_mut().skip(first.unwrap_or(0)) {
            cursor = page.draw(body, buf, &cx);
        }
        if let Some((words, good)) = &self.message {
            let style = if *good { self.theme.good() } else { self.theme.fault() };
            bar::message(area, buf, words, style);
        }
        let on_tab = self.over.is_empty();
        let page = top(&mut self.over, &mut self.tabs, self.tab);
        bar::footer(area, buf, &cx, &page.rows(), &everywhere(self.locked), page.is_typing(), on_tab);
        cursor
    }
}

/// All tabs, as they are when somebody begins.
fn all_tabs() -> Vec<Box<dyn Page>> {
    vec![
        Box::new(tabs::reception::Receptions::default()),
        Box::new(tabs::complaints::Complaints::default()),
        Box::new(tabs::board::Board::default()),
        Box::new(tabs::cabinet::Keys::default()),
        Box::new(tabs::callbacks::Callbacks::default()),
        Box::new(tabs::stats::Stats::default()),
    ]
}

/// What is valid everywhere; where the screen is locked only what needs nobody to be known.
fn everywhere(locked: bool) -> Vec<Row> {
    let open = |row: &Binding<Command>| matches!(row.command, Command::Emergency | Command::Quit);
    let table = rows(KEYS).into_iter().zip(KEYS);
    table.filter(|(_, row)| !locked || open(row)).map(|(row, _)| row).collect()
}

/// The page that has the keys.
fn top<'a>(over: &'a mut [Box<dyn Page>], tabs: &'a mut [Box<dyn Page>], tab: usize) -> &'a mut dyn Page {
    match over.last_mut() {
        Some(page) => page.as_mut(),
        None => tabs[tab].as_mut(),
    }
}

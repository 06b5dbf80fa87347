//! The contract of everything that can stand on the screen: tabs, and what opens over them. A page moves its own
//! cursor; whatever changes a fact or another page it leaves as a [`Msg`]. Must not know which pages there are.
use crate::config::Language;
use crate::desk::answer::Incident;
use crate::desk::refusal::Refusal;
use crate::desk::{Desk, StoreError, listed_name};
use crate::locales::{Telling, Words};
use crate::model::clock::Time;
use crate::model::queue::{Count, QueueRow};
use crate::model::staff::Staff;
use crate::model::when::show_time;
use crate::tui::keymap::Row;
use crate::tui::theme::Theme;
use chrono::FixedOffset;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde_json::{Map, Value};

/// What a question to the desk answers; the error is the file's.
pub type Read<T> = Result<T, StoreError>;

/// What a page may ask: the desk, who sits here, what time it is, how things are called and look.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The desk, for questions only.
    pub desk: &'a Desk,
    /// Who sits here.
    pub me: &'a Staff,
    /// Everybody, for names.
    pub staff: &'a [Staff],
    /// What is open, register by register, as the bar shows it.
    pub counts: &'a [Count],
    /// Emergencies that go on, the most pressing first.
    pub incidents: &'a [Incident],
    /// The words of the chosen language.
    pub words: &'static Words,
    /// What things look like.
    pub theme: Theme,
    /// Now.
    pub now: Time,
}

impl Context<'_> {
    /// The name of a person by login; the login itself if nobody has it.
    pub fn name(&self, login: &str) -> String {
        self.staff.iter().find(|one| one.login == login).map_or_else(|| login.to_owned(), |one| one.name.clone())
    }

    /// Whether the words are Chinese ones, which are shorter on the screen.
    pub fn is_chinese(&self) -> bool {
        self.words.language == Language::Chinese
    }

    /// The name of something on a list of the settings, by the field in which it stands and its id.
    pub fn listed(&self, field: &str, id: &str) -> String {
        listed_name(&self.desk.config, field, id, self.words.language)
    }

    /// The name of a complaint category by id.
    pub fn category(&self, id: &str) -> String {
        self.listed("category", id)
    }

    /// Local time of the estate.
    pub fn zone(&self) -> FixedOffset {
        self.desk.config.calendar.zone
    }

    /// A time as it is shown.
    pub fn time(&self, time: Time) -> String {
        show_time(time, self.zone(), self.now)
    }

    /// Lets `say` make a sentence with the names and times of here.
    pub fn tell<T>(&self, say: impl FnOnce(&Telling<'_>) -> T) -> T {
        let name = |login: &str| self.name(login);
        let listed = |field: &str, id: &str| self.listed(field, id);
        say(&Telling { name: &name, listed: &listed, zone: self.zone(), now: self.now })
    }

    /// The matter of a line, with what belongs before it.
    pub fn matter(&self, row: &QueueRow) -> String {
        self.tell(|telling| self.words.matter(row, telling))
    }

    /// Why something was not done, in words.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.tell(|telling| self.words.refusal(refusal, telling))
    }
}

/// A form to be opened: which action, on which case, and what is known already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seed {
    /// The action, as in its JSON.
    pub action: String,
    /// Number and version of the case, for a step.
    pub case: Option<(String, i64)>,
    /// Values that are known.
    pub given: Map<String, Value>,
    /// What is known was typed by a person, as in a form that was kept: not thrown away unasked.
    pub typed: bool,
    /// The text as which it was kept, for a form that was offered again.
    pub kept: Option<String>,
}

/// Which of the two tables a row of the palette stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// Valid everywhere.
    Everywhere,
    /// Of the page below.
    Page,
}

/// What a page leaves for the app.
pub enum Msg {
    /// Have the desk do this.
    Do(Value),
    /// Open a case by its number.
    Open(String),
    /// Look up a household by unit, name or phone; empty to be asked.
    Look(String),
    /// Open a form.
    Fill(Seed),
    /// Put a page over this one.
    Push(Box<dyn Page>),
    /// This page is done.
    Close,
    /// This menu is done, and this was chosen: tag and value, for the page below.
    Chosen(&'static str, String),
    /// The palette is done, and this row was chosen.
    Run(Table, usize),
    /// Sign a person on: login and PIN. Same person, and the screen is unlocked.
    SignOn(String, String),
    /// Let the person who sits here set a new PIN, if this is the one that is there.
    Prove(String),
    /// Say something in the line above the footer.
    Say(String),
    /// Say that something did not work.
    Fail(String),
}

/// Something that can stand on the screen.
pub trait Page {
    /// Its table of commands, for keys, footer, help and palette.
    fn rows(&self) -> Vec<Row>;

    /// Does what a row of its table says.
    fn run(&mut self, row: usize, cx: &Context<'_>) -> Vec<Msg>;

    /// Takes a key before any table does; none where the key is not its own. Text is typed here.
    fn typed(&mut self, _key: KeyEvent, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        None
    }

    /// Takes a paste; false where nothing is typed.
    fn pasted(&mut self, _text: &str) -> bool {
        false
    }

    /// Whether characters are text here and no commands.
    fn is_typing(&self) -> bool {
        false
    }

    /// Reads again what it shows.
    ///
    /// # Errors
    /// The file.
    fn reload(&mut self, cx: &Context<'_>) -> Read<()>;

    /// Draws itself; returns where the cursor of the terminal belongs.
    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position>;

    /// Whether something goes on in it that it has to look after now and then.
    fn is_busy(&self) -> bool {
        false
    }

    /// Looks after what goes on in it.
    fn beat(&mut self, _cx: &Context<'_>) {}

    /// Takes what was chosen from a menu that it put over itself.
    fn chosen(&mut self, _tag: &'static str, _value: &str, _cx: &Context<'_>) -> Vec<Msg> {
        Vec::new()
    }

    /// Takes the refusal of what it asked for; none where it has nothing to say about it.
    fn refused(&mut self, _refusal: &Refusal, _cx: &Context<'_>) -> Option<Vec<Msg>> {
        None
    }

    /// Its key was pressed while it was there already: back to what it shows first.
    fn home(&mut self) {}

    /// Puts the cursor on a case by its number, if it is among what is shown.
    ///
    /// # Errors
    /// The file.
    fn seek(&mut self, _number: &str, _cx: &Context<'_>) -> Read<()> {
        Ok(())
    }

    /// Takes a number that was shown whole, with the action that asked for it (SEC-03).
    fn shown(&mut self, _action: &Value, _whole: &str) {}

    /// Whether it is done once what it asked for was done.
    fn ends_when_done(&self) -> bool {
        false
    }

    /// What a person typed here and would not want to lose.
    fn typed_so_far(&self) -> Option<Seed> {
        None
    }

    /// The action whose form it is, if it is one.
    fn fills(&self) -> Option<&str> {
        None
    }

    /// What it is called where one of it is enough: asked for once more while it is on top, it does not stack.
    fn opened_as(&self) -> Option<&'static str> {
        None
    }

    /// The unit that it is about, for the look-up from anywhere.
    fn unit(&self) -> Option<String> {
        None
    }

    /// Whether it asks who it is, and takes a person or a unit alone under the tag `person`, as the JSON of a resident.
    fn asks_who(&self) -> bool {
        false
    }

    /// Whether it hides what is below, or stands over it as a box.
    fn covers(&self) -> bool {
        true
    }
}

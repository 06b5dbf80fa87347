//! The palette: every command by its name or its spelling, every household by what is known of it, every case by its
//! number. Must not know what the commands do.
use crate::desk::refusal::Refusal;
use crate::model::spelling;
use crate::model::text::typed;
use crate::tui::field::Taken;
use crate::tui::finder::Finder;
use crate::tui::keymap::{Binding, Row, named, rows, shown};
use crate::tui::page::{Context, Msg, Page, Read, Table};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// What a line of the palette leads to.
#[derive(Clone)]
enum Target {
    Command(Table, usize),
    Household(String),
    Case(String),
}

/// The page.
pub struct Palette {
    here: Vec<Row>,
    everywhere: Vec<Row>,
    finder: Finder,
    found: Vec<(String, Target)>,
}

#[derive(Clone, Copy)]
enum Command {
    Choose,
    Back,
}

const KEYS: &[Binding<Command>] = &[
    shown(&[named(KeyCode::Enter)], Command::Choose, |s| s.choose),
    shown(&[named(KeyCode::Esc)], Command::Back, |s| s.back),
];

impl Palette {
    /// Over a page with these rows.
    pub fn new(here: Vec<Row>, everywhere: Vec<Row>) -> Palette {
        Palette { here, everywhere, finder: Finder::new(""), found: Vec::new() }
    }

    fn look(&mut self, cx: &Context<'_>) {
        let words = typed(self.finder.words());
        self.found.clear();
        // Numbers of older ledgers may be of any shape, but they hold a digit.
        if words.chars().any(|c| c.is_ascii_digit())
            && let Ok(sheet) = cx.desk.sheet(&words, cx.me)
        {
            let matter = cx.words.about(sheet.case.register, &sheet.case.matter);
            let line = format!("{}  {matter}", sheet.case.number);
            self.found.push((line, Target::Case(sheet.case.number)));
        }
        for (table, rows) in [(Table::Page, &self.here), (Table::Everywhere, &self.everywhere)] {
            for (place, row) in rows.iter().enumerate() {
                let label = (row.label)(&cx.words.screen);
                if is_called(label, &words) {
                    let key = row.chords.first().map_or_else(String::new, |chord| chord.name());
                    let closed = row.closed_to(cx.me.role).map(|roles| Refusal::NotAllowed { roles: roles.to_vec() });
                    let why = closed.map_or_else(String::new, |refusal| format!("  ({})", cx.refusal(&refusal)));
                    self.found.push((format!("{label}  {key}{why}"), Target::Command(table, place)));
                }
            }
        }
        let people =
            if words.is_empty() { Vec::new() } else { cx.desk.find_residents(&words, 9, cx.me).unwrap_or_default() };
        for one in people {
            self.found.push((format!("{}  {}", one.unit, one.name), Target::Household(one.unit)));
        }
    }

    fn choose(&self) -> Vec<Msg> {
        match self.found.get(self.finder.at).map(|(_, target)| target.clone()) {
            Some(Target::Command(table, row)) => vec![Msg::Run(table, row)],
            Some(Target::Household(unit)) => vec![Msg::Close, Msg::Look(unit)],
            Some(Target::Case(number)) => vec![Msg::Close, Msg::Open(number)],
            None => Vec::new(),
        }
    }
}

/// Whether a label contains the words, or is spelled so in pinyin or its initials.
fn is_called(label: &str, words: &str) -> bool {
    let (label, words) = (label.to_lowercase(), words.to_lowercase());
    words.is_empty() || label.contains(&words) || spelling::keys(&label).iter().any(|key| key.starts_with(&words))
}

impl Page for Palette {
    fn rows(&self) -> Vec<Row> {
        rows(KEYS)
    }

    fn run(&mut self, row: usize, _cx: &Context<'_>) -> Vec<Msg> {
        match KEYS[row].command {
            Command::Choose => self.choose(),
            Command::Back => vec![Msg::Close],
        }
    }

    fn typed(&mut self, key: KeyEvent, cx: &Context<'_>) -> Option<Vec<Msg>> {
        match self.finder.key(key, self.found.len()) {
            Taken::No => return None,
            Taken::Changed => self.look(cx),
            Taken::Moved => {}
        }
        Some(Vec::new())
    }

    fn pasted(&mut self, text: &str) -> bool {
        self.finder.paste(text);
        true
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn opened_as(&self) -> Option<&'static str> {
        Some("palette")
    }

    fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.look(cx);
        Ok(())
    }

    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> Option<Position> {
        let lines: Vec<String> = self.found.iter().map(|(line, _)| line.clone()).collect();
        self.finder.draw(cx.words.screen.palette_ask, &lines, area, buf, cx)
    }
}

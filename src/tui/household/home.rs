//! A household as one list: its people, then its cases; any of them can be marked. Must not know what a mark is for.
use crate::desk::answer::{Household, Pressing};
use crate::model::case::Case;
use crate::model::clock::Clock;
use crate::model::resident::Resident;
use crate::model::secret::is_masked;
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The household that is shown, and what of it is marked.
pub struct Home {
    /// All of it.
    pub all: Household,
    /// Place of the mark among people and cases.
    at: usize,
    /// First line seen.
    top: usize,
    /// Phones that were shown whole, by the row of the person: for as long as the page is open.
    whole: Vec<(i64, String)>,
}

/// What can be marked.
pub enum Marked<'a> {
    /// One of its people.
    Person(&'a Resident),
    /// One of its cases.
    Case(&'a Case),
}

enum Line<'a> {
    Person(&'a Resident),
    Note(&'a str),
    Title(&'static str),
    Nothing,
    Case(&'a Case, &'a [Clock]),
}

impl Home {
    /// With the mark on the first case, or else on the first person.
    pub fn new(all: Household) -> Home {
        let at = if all.cases.is_empty() { 0 } else { all.residents.len() };
        Home { all, at, top: 0, whole: Vec::new() }
    }

    /// Shows what was read again; the mark stays where it was, if that is still there.
    pub fn renew(&mut self, all: Household) {
        let was = self.all_markable().nth(self.at);
        self.all = all;
        self.unmask();
        let same = self.all_markable().position(|one| Some(one) == was);
        self.at = same.unwrap_or(self.at.min(self.last()));
    }

    /// Shows the phone of a person whole from now on.
    pub fn show_whole(&mut self, whose: impl Fn(&Resident) -> bool, phone: &str) {
        let row = self.all.residents.iter().find(|one| whose(one)).map(|one| one.id);
        self.whole.extend(row.map(|row| (row, phone.to_owned())));
        self.unmask();
    }

    fn unmask(&mut self) {
        for one in &mut self.all.residents {
            let whole = self.whole.iter().find(|(row, _)| *row == one.id);
            one.phone = whole.map(|(_, phone)| phone.clone()).or(one.phone.take());
        }
    }

    /// What can be marked: people and cases by their rows in the file.
    fn all_markable(&self) -> impl Iterator<Item = (bool, i64)> {
        let people = self.all.residents.iter().map(|one| (false, one.id));
        people.chain(self.all.cases.iter().map(|(case, _)| (true, case.id)))
    }

    fn last(&self) -> usize {
        (self.all.residents.len() + self.all.cases.len()).saturating_sub(1)
    }

    /// What is marked.
    pub fn marked(&self) -> Option<Marked<'_>> {
        match self.at.checked_sub(self.all.residents.len()) {
            None => self.all.residents.get(self.at).map(Marked::Person),
            Some(place) => self.all.cases.get(place).map(|(case, _)| Marked::Case(case)),
        }
    }

    /// Moves the mark by so many.
    pub fn go(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.last());
    }

    /// Draws it; the marked line is always seen.
    pub fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let title = format!("{}  {}", cx.words.screen.household, self.all.unit);
        paint::at(buf, area, 1, 0, &title, cx.theme.chosen());
        let body = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        let lines = lines(&self.all, cx);
        let can_be_marked = |line: &(usize, &Line<'_>)| matches!(line.1, Line::Person(_) | Line::Case(..));
        let place = lines.iter().enumerate().filter(can_be_marked).nth(self.at).map_or(0, |(place, _)| place);
        let height = usize::from(body.height).max(1);
        self.top = self.top.clamp((place + 1).saturating_sub(height), place);
        for (y, (line, text)) in (0..body.height).zip(lines.iter().enumerate().skip(self.top)) {
            if line == place {
                paint::at(buf, body, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            draw_line(text, y, body, buf, cx);
        }
    }
}

fn lines<'a>(home: &'a Household, cx: &Context<'_>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for one in &home.residents {
        lines.push(Line::Person(one));
        lines.extend(one.note.as_deref().map(Line::Note));
    }
    lines.extend([Line::Title(""), Line::Title(cx.words.screen.cases)]);
    lines.extend(home.cases.iter().map(|(case, clocks)| Line::Case(case, clocks)));
    if home.cases.is_empty() {
        lines.push(Line::Nothing);
    }
    lines
}

/// The phone of a person; a masked one says which key shows it whole (SEC-03).
pub fn phone(one: &Resident) -> String {
    match one.phone.as_deref() {
        Some(masked) if is_masked(masked) => format!("{masked} [F6]"),
        phone => phone.unwrap_or("-").to_owned(),
    }
}

fn draw_line(line: &Line<'_>, y: u16, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
    let s = &cx.words.screen;
    match line {
        Line::Person(one) => {
            let gone = if one.gone { s.gone } else { "" };
            let phone = phone(one);
            let who = format!("{}  {}  {phone}  {gone}", text::pad(&one.name, 12), cx.words.tie(one.tie));
            let x = paint::at(buf, area, 1, y, &who, if one.gone { cx.theme.dim() } else { Style::new() });
            if let Some(needs) = &one.needs {
                paint::at(buf, area, x + 1, y, needs, cx.theme.fault());
            }
        }
        Line::Note(note) => {
            paint::at(buf, area, 3, y, note, cx.theme.dim());
        }
        Line::Title(title) => {
            paint::at(buf, area, 1, y, title, cx.theme.heading());
        }
        Line::Nothing => {
            paint::at(buf, area, 1, y, s.nothing_here, cx.theme.dim());
        }
        Line::Case(case, clocks) => {
            let pressing = Pressing::of(clocks, case.owner, cx.now);
            let look = pressing.look.map_or_else(String::new, |look| cx.words.look(&look, cx.zone(), cx.now));
            let x = paint::at(buf, area, 1, y, &text::pad(&look, 18), cx.theme.look(pressing.look));
            let state = text::pad(cx.words.state(case.state), 10);
            let matter = cx.words.about(case.register, &case.matter);
            paint::at(buf, area, x + 1, y, &format!("{}  {state}  {matter}", case.number), Style::new());
        }
    }
}

//! The round of the month: households that are still to be rung up, the next one first (CBK-10). Must not know the
//! callbacks of other kinds.
use crate::desk::HouseholdDue;
use crate::model::secret::is_masked;
use crate::tui::page::{Context, Msg, Read, Seed};
use crate::tui::queue::told;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use serde_json::Value;

/// So many of those who are next are read; whoever was reached is gone at the next reading.
const SHOWN: usize = 200;

/// The households and where the cursor stands among them.
#[derive(Default)]
pub struct Round {
    due: Vec<HouseholdDue>,
    /// Households there are; none where that could not be read, so that nothing is said of it.
    households: Option<u32>,
    at: usize,
    top: usize,
    height: usize,
}

impl Round {
    /// Reads again; the cursor stays in its line, so that after a call the next household stands there.
    ///
    /// # Errors
    /// The file.
    pub fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.households = None;
        self.due = Vec::new();
        self.due = cx.desk.households_due(cx.now, SHOWN)?;
        self.households = Some(cx.desk.households()?);
        self.at = self.at.min(self.due.len().saturating_sub(1));
        Ok(())
    }

    /// A page less one line.
    pub fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// Moves the cursor.
    pub fn go(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.due.len().saturating_sub(1));
    }

    /// The unit with the cursor.
    pub fn unit(&self) -> Option<String> {
        self.due.get(self.at).map(|one| one.unit.clone())
    }

    /// The form of the call to the household with the cursor.
    pub fn ring(&self, cx: &Context<'_>) -> Vec<Msg> {
        let told = || self.nobody_left(cx).into_iter().map(|words| Msg::Say(words.to_owned())).collect();
        self.unit().map_or_else(told, |unit| vec![call(&unit, cx)])
    }

    /// Why there is nobody to ring up: all were reached, or nobody lives here yet.
    fn nobody_left(&self, cx: &Context<'_>) -> Option<&'static str> {
        let s = &cx.words.screen;
        self.households
            .filter(|_| self.due.is_empty())
            .map(|count| if count == 0 { s.no_residents } else { s.all_reached })
    }

    /// The form of the call to whoever is next, wherever the cursor stands.
    pub fn next(&self, cx: &Context<'_>) -> Vec<Msg> {
        let mut fresh = Round::default();
        let read = fresh.reload(cx);
        if read.is_ok() { fresh.ring(cx) } else { told(read, cx) }
    }

    /// Draws heading and households.
    pub fn draw(&mut self, title: &str, area: Rect, buf: &mut Buffer, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let left = format!("{title}  {} {}", s.days_left, cx.desk.days_left_in_month(cx.now));
        paint::at(buf, area, 1, 0, &left, cx.theme.chosen());
        self.height = usize::from(area.height.saturating_sub(2)).max(1);
        let cells = [14, 12, 12];
        let line = |parts: [&str; 4]| {
            let [unit, last, tried] = [0, 1, 2].map(|place| text::pad(parts[place], cells[place]));
            format!("{unit} {last} {tried} {}", parts[3])
        };
        let titles = line([s.column_unit, s.column_last, s.tried_today, s.people]);
        paint::at(buf, area, 1, 1, titles.trim_end(), cx.theme.heading());
        if let Some(words) = self.nobody_left(cx) {
            paint::at(buf, area, 1, 3, words, cx.theme.dim());
        }
        self.top = self.top.clamp((self.at + 1).saturating_sub(self.height), self.at);
        for (place, one) in self.due.iter().enumerate().skip(self.top).take(self.height) {
            let y = u16::try_from(place - self.top + 2).unwrap_or(u16::MAX);
            if place == self.at {
                paint::at(buf, area, 0, y, cx.theme.marker(), cx.theme.chosen());
            }
            let tried = if one.tried { cx.words.yes_no(true) } else { "" };
            let shown =
                line([&one.unit, one.last.as_deref().unwrap_or(s.never), tried, one.name.as_deref().unwrap_or("")]);
            let style = if one.tried { cx.theme.dim() } else { Style::new() };
            paint::at(buf, area, 1, y, shown.trim_end(), style);
        }
    }
}

/// The form with the household filled in.
fn call(unit: &str, cx: &Context<'_>) -> Msg {
    let household = cx.desk.household(unit, 0, cx.me).ok();
    let first = household.and_then(|household| household.residents.into_iter().find(|one| !one.gone));
    let (name, phone) = first.map_or((None, None), |one| (Some(one.name), one.phone));
    // A masked number cannot be saved: the field stays empty.
    let phone = phone.filter(|phone| !is_masked(phone));
    let known = [("unit", Some(unit.to_owned())), ("name", name), ("phone", phone)];
    let given = known.into_iter().filter_map(|(field, value)| Some((field.to_owned(), Value::from(value?)))).collect();
    Msg::Fill(Seed { action: "call_household".to_owned(), given, ..Seed::default() })
}

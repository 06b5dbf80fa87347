//! The line over every view: which month, whether it goes on, whether it was handed in and what has changed since
//! (STA-06). Must not know what is shown below.
use super::shelf::{Handed, Shelf};
use crate::tui::page::{Context, Read};
use std::rc::Rc;

/// What the line tells.
#[derive(Default)]
pub struct Head {
    handed: Option<Rc<Handed>>,
    month: String,
    standing: String,
}

impl Head {
    /// Takes what it tells from the shelf.
    ///
    /// # Errors
    /// The file.
    pub fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()> {
        let s = &cx.words.screen;
        self.handed = shelf.handed(cx)?;
        let goes_on = shelf.month == cx.desk.year_month(cx.now);
        self.month = if goes_on { format!("{} {}", shelf.month, s.stats_so_far) } else { shelf.month.to_string() };
        self.standing = match &self.handed {
            Some(handed) => told(handed, cx),
            None => self.due(shelf, cx)?,
        };
        Ok(())
    }

    /// Until when it is to be handed in.
    fn due(&self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<String> {
        let s = &cx.words.screen;
        if shelf.is_empty(cx)? {
            return Ok(String::new());
        }
        let (day, today) = (shelf.month.report_day(), cx.desk.config.calendar.local_date(cx.now));
        let left = (day - today).num_days();
        let words = if left < 0 { s.stats_overdue } else { s.stats_due };
        let day = day.format("%m-%d").to_string();
        Ok(words.replacen("{}", &day, 1).replacen("{}", &left.abs().to_string(), 1))
    }

    /// The month, and how it stands.
    pub fn words(&self) -> (&str, &str) {
        (&self.month, &self.standing)
    }
}

/// Who handed it in, when, and how many figures differ since.
fn told(handed: &Handed, cx: &Context<'_>) -> String {
    let (s, hand_in) = (&cx.words.screen, &handed.hand_in);
    let at = cx.time(hand_in.signed_at);
    let signed = s.stats_handed_in.replacen("{}", &crate::model::text::clean_line(&hand_in.signature), 1);
    let signed = signed.replacen("{}", &at, 1);
    match (handed.removed, handed.changes.len()) {
        (0, 0) => signed,
        (1.., _) => format!("{signed} · {}", s.stats_removed.replace("{}", &handed.removed.to_string())),
        (0, count) => format!("{signed} · {}", s.stats_changed_since.replace("{}", &count.to_string())),
    }
}

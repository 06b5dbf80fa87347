//! The two lines over everything: done and required by kind, the share of home visits, the round of the month
//! (CBK-02, CBK-04, CBK-10). Must not know what is shown below.
use crate::desk::CallbackMonth;
use crate::tui::page::{Context, Read};
use crate::tui::paint;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The month, as it was read last.
#[derive(Default)]
pub struct Heading {
    month: Option<CallbackMonth>,
}

impl Heading {
    /// Reads again.
    ///
    /// # Errors
    /// The file.
    pub fn reload(&mut self, cx: &Context<'_>) -> Read<()> {
        self.month = Some(cx.desk.callback_month(cx.now)?);
        Ok(())
    }

    /// Draws it and returns how many rows it took.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, cx: &Context<'_>) -> u16 {
        let Some(month) = &self.month else { return 0 };
        paint::at(buf, area, 1, 0, &kinds(month, cx), Style::new());
        paint::at(buf, area, 1, 1, &shares(month, cx), Style::new());
        2
    }
}

/// Done of required, kind by kind.
fn kinds(month: &CallbackMonth, cx: &Context<'_>) -> String {
    let s = &cx.words.screen;
    let of_kind = month.kinds.iter();
    let told: Vec<String> =
        of_kind.map(|one| format!("{} {}/{}", cx.words.callback_kind(one.kind), one.done, one.required)).collect();
    let told = if told.is_empty() { s.none_yet.to_owned() } else { told.join(" · ") };
    format!("{} {}  {told}", month.month, s.done_of_required)
}

/// Home visits against their share, and the round.
pub fn shares(month: &CallbackMonth, cx: &Context<'_>) -> String {
    let s = &cx.words.screen;
    let visits =
        format!("{} {}（{} {}%）", s.home_visits, share(month.visits, month.asked), s.at_least, month.visit_share);
    let visits = if cx.is_chinese() { visits } else { visits.replace('（', " (").replace('）', ")") };
    if !month.round {
        return visits;
    }
    format!("{visits} · {} {}", s.month_calls, share(month.reached, month.households))
}

/// `5/21 23%`; of nothing no hundredths can be told.
fn share(part: u32, whole: u32) -> String {
    let hundredths = (u64::from(part) * 100).checked_div(u64::from(whole));
    hundredths.map_or_else(|| format!("{part}/{whole}"), |hundredths| format!("{part}/{whole} {hundredths}%"))
}

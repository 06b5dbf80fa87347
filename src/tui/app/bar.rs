//! The bar at the top, the line for messages and the footer. Must not know what the pages show.
use crate::model::case::Register;
use crate::model::queue::Count;
use crate::tui::keymap::{Chord, Label, Row, f};
use crate::tui::page::Context;
use crate::tui::{paint, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Tabs in order, with the register whose open cases they count.
const TABS: [(Label, Option<Register>); 6] = [
    (|s| s.tab_reception, Some(Register::Reception)),
    (|s| s.tab_complaints, Some(Register::Complaint)),
    (|s| s.tab_board, Some(Register::WorkOrder)),
    (|s| s.tab_cabinet, Some(Register::Key)),
    (|s| s.tab_callbacks, Some(Register::Callback)),
    (|s| s.tab_stats, None),
];

/// Estate, tabs with how many are overdue (`5!`), or where none is how many are open, who sits here, and the time.
pub fn draw(area: Rect, buf: &mut Buffer, cx: &Context<'_>, tab: usize, counts: &[Count]) {
    let style = cx.theme.bar();
    paint::line(buf, area, 0, &" ".repeat(usize::from(area.width)), style);
    let who = format!("{}·{} {}", cx.me.name, cx.words.role(cx.me.role), cx.time(cx.now));
    paint::right(buf, area, 0, &who, style);
    let tabs = TABS.iter().enumerate().map(|(place, (label, register))| {
        let count = register.and_then(|register| counts.iter().find(|count| count.register == register));
        let open = count.map_or_else(String::new, |count| {
            if count.overdue > 0 { format!(" {}!", count.overdue) } else { format!(" {}", count.open) }
        });
        format!("{} {}{open}", place + 1, label(&cx.words.screen))
    });
    let mut tabs: Vec<String> = tabs.collect();
    let going_on = emergency(cx);
    let mut room = usize::from(area.width).saturating_sub(text::width(&who) + 1);
    let taken = |tabs: &[String]| tabs.iter().map(|tab| text::width(tab) + 2).sum::<usize>();
    let wanted = going_on.as_ref().map_or(0, |(what, rest)| text::width(what) + text::width(rest) + 1);
    if taken(&tabs) + wanted > room {
        // Harm that goes on comes before the names of tabs that are not open; their digits and counts stay.
        for (place, name) in tabs.iter_mut().enumerate().filter(|(place, _)| *place != tab) {
            let count = name.rsplit_once(' ').map_or("", |(_, count)| count);
            *name = if count.starts_with(|c: char| c.is_ascii_digit()) {
                format!("{}:{count}", place + 1)
            } else {
                (place + 1).to_string()
            };
        }
    }
    let taken = taken(&tabs);
    if let Some((what, rest)) = &going_on {
        let inside =
            Rect { width: area.width.saturating_sub(u16::try_from(text::width(&who) + 1).unwrap_or(0)), ..area };
        // What it is gives way before what is late elsewhere, and how long it has lasted never does.
        let left = room.saturating_sub(taken + 1 + text::width(rest)).max(8);
        let words = format!("{}{rest}", text::cut(what, left));
        paint::right(buf, inside, 0, &words, style.patch(cx.theme.fault()));
        room = room.saturating_sub(text::width(&words) + 1);
    }
    let mut x = 0;
    let estate = text::cut(&cx.desk.config.estate, 16);
    if taken + text::width(&estate) + 1 < room {
        x = paint::at(buf, area, 0, 0, &estate, style) + 1;
    }
    for (place, name) in tabs.iter().enumerate() {
        let inside = Rect { width: u16::try_from(room).unwrap_or(area.width), ..area };
        let style = if place == tab { cx.theme.open_tab() } else { style };
        x = paint::at(buf, inside, x, 0, &format!(" {name} "), style);
    }
}

/// The emergency that goes on, wherever one is (EMG-01): what and where, and behind it for how long and how many more.
fn emergency(cx: &Context<'_>) -> Option<(String, String)> {
    let first = cx.incidents.first()?;
    let lasts = cx.words.span((cx.now - first.since).num_seconds().max(0));
    let more = cx.incidents.len() - 1;
    let more = if more > 0 { format!(" +{more}") } else { String::new() };
    Some((format!("!{} {}", text::cut(&first.matter, 14), text::cut(&first.place, 10)), format!(" {lasts}{more}")))
}

/// The line above the footer.
pub fn message(area: Rect, buf: &mut Buffer, words: &str, style: Style) {
    let clean = crate::model::text::clean_line(words);
    paint::at(buf, area, 1, area.height - 2, &clean, style);
}

/// The keys of the page and of everywhere that the tables want shown; the last ones give way where it is narrow.
pub fn footer(
    area: Rect,
    buf: &mut Buffer,
    cx: &Context<'_>,
    page: &[Row],
    everywhere: &[Row],
    typing: bool,
    on_tab: bool,
) {
    let allowed = |row: &&Row| row.footer && row.closed_to(cx.me.role).is_none();
    let usable = |row: &&Row| allowed(row) && !(typing && row.chords.iter().all(|chord| chord.is_character()));
    let rows: Vec<&Row> = page.iter().filter(allowed).chain(everywhere.iter().filter(usable)).collect();
    let told = |row: &Row| {
        let key = |chord: &&Chord| !(typing && chord.is_character());
        let chord = row.chords.iter().find(key).or(row.chords.first())?;
        Some((chord.name(), (row.label)(&cx.words.screen)))
    };
    // Whoever sees a tab for the first time must find the emergency and the help, however many keys the tab has.
    let stays = |row: &Row| on_tab && [f(9), f(1)].iter().any(|chord| row.chords.first() == Some(chord));
    let width = |row: &Row| told(row).map_or(0, |(key, label)| text::width(&key) + text::width(label) + 1);
    let (last, others): (Vec<&Row>, Vec<&Row>) = rows.into_iter().partition(|row| stays(row));
    let reserved: usize = last.iter().map(|row| width(row) + 2).sum();
    let mut end = 1;
    let fitting = others.into_iter().take_while(|row| {
        let fits = end + width(row) + reserved <= usize::from(area.width);
        end += width(row) + 2;
        fits
    });
    let mut x = 1;
    for (key, label) in fitting.collect::<Vec<_>>().into_iter().chain(last).filter_map(told) {
        x = paint::at(buf, area, x, area.height - 1, &key, cx.theme.heading()) + 1;
        x = paint::at(buf, area, x, area.height - 1, label, Style::new()) + 2;
    }
}

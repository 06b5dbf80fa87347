//! The picture of an emergency, line by line. Must not know of keys beyond those that its words name.
use super::{checks, kinds, part};
use crate::desk::answer::Sheet;
use crate::model::case::{Case, State};
use crate::model::clock::{Milestone, Time};
use crate::model::emergency::{Emergency, Missing};
use crate::model::entry::{Entry, EntryKind};
use crate::rules::clock::{Look, look};
use crate::tui::page::Context;
use crate::tui::text;
use ratatui::style::Style;

/// A line and what it looks like.
pub type Line = (String, Style);

/// All lines of the page, wrapped to `width` cells.
pub fn of(sheet: &Sheet, width: usize, cx: &Context<'_>) -> Vec<Line> {
    let Some(part) = part(sheet) else { return Vec::new() };
    let mut all = Lines { lines: Vec::new(), width };
    all.head(sheet, part, cx);
    all.clocks(sheet, cx);
    all.told(sheet, part, cx);
    all.next(sheet, part, cx);
    if part.kind.is_none() && goes_on(&sheet.case) {
        all.which_kind(sheet, cx);
    } else {
        all.checklist(sheet, cx);
    }
    all.callers(sheet, cx);
    all.timeline(sheet, cx);
    all.lines
}

/// How long each part of the response took, from when it reached the staff (EMG-05).
pub fn took(case: &Case, part: &Emergency, cx: &Context<'_>) -> String {
    let words = cx.words;
    let over = words.state(State::Over);
    let times = [
        (words.milestone(Milestone::Tell), part.told_at),
        (words.milestone(Milestone::Arrive), part.arrived_at),
        (over, part.over_at),
    ];
    let since = |at: Time| words.span((at - case.received_at).num_seconds().max(0));
    words.list(times.into_iter().filter_map(|(name, at)| Some(format!("{name} {}", since(at?)))))
}

/// What the record of one that is over does not say; none where it says all, or while it goes on.
pub fn not_on_record(sheet: &Sheet, part: &Emergency, cx: &Context<'_>) -> Option<String> {
    let missing = part.over_at.map(|_| part.missing(&sheet.entries))?;
    (!missing.is_empty()).then(|| cx.words.missing(&missing))
}

fn goes_on(case: &Case) -> bool {
    case.state.is_open() && case.state != State::Over
}

/// A line of a checklist of the settings in the language of the screen, whichever it was written down in.
fn in_words<'a>(step: &'a str, cx: &Context<'a>) -> &'a str {
    let kinds = cx.desk.config.emergencies.iter();
    let mut found = kinds.filter_map(|kind| {
        let place =
            [&kind.checklist, &kind.checklist_en].iter().find_map(|all| all.iter().position(|one| one == step))?;
        kind.steps(cx.words.language).get(place)
    });
    found.next().map_or(step, String::as_str)
}

/// Callers whose matter is still open.
fn waiting(sheet: &Sheet) -> Vec<&Case> {
    sheet.origins.iter().filter(|case| case.state.is_open()).collect()
}

struct Lines {
    lines: Vec<Line>,
    width: usize,
}

impl Lines {
    fn add(&mut self, text: impl Into<String>, style: Style) {
        self.lines.push((text.into(), style));
    }

    fn wrapped(&mut self, words: &str, style: Style) {
        for line in text::wrap(words, self.width) {
            self.add(line, style);
        }
    }

    /// What, where, since when: what whoever picks up the phone needs first.
    fn head(&mut self, sheet: &Sheet, part: &Emergency, cx: &Context<'_>) {
        let (case, s) = (&sheet.case, &cx.words.screen);
        let until = part.over_at.unwrap_or(cx.now);
        let lasts = cx.words.span((until - case.received_at).num_seconds().max(0));
        let kind = part.kind.as_deref().map(|kind| cx.listed("emergency", kind)).unwrap_or_default();
        let heading = format!("{}  {}  {} {lasts}  {kind}", case.number, cx.words.state(case.state), s.lasts);
        self.add(heading.trim_end(), cx.theme.heading().patch(cx.theme.chosen()));
        let style = if case.harm { cx.theme.fault() } else { cx.theme.chosen() };
        let what = format!("{}  {}", part.place, case.matter);
        let mark = if case.harm { "!! " } else { "" };
        self.wrapped(&format!("{mark}{what}"), style);
        let who = [case.name.as_deref(), case.phone.as_deref()];
        let who: Vec<&str> = who.into_iter().flatten().collect();
        let began = format!(
            "{} {}  {}  {}",
            cx.words.field("received_at"),
            cx.time(case.received_at),
            cx.name(&case.acceptor),
            who.join(" ")
        );
        self.add(began.trim_end(), Style::new());
    }

    /// What is to be reached by when, in one line.
    fn clocks(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        let mut running: Vec<_> = sheet.clocks.iter().filter(|clock| clock.stopped.is_none()).collect();
        running.sort_by_key(|clock| clock.crosses_at());
        let told = running.iter().map(|clock| {
            let seen = look(clock, sheet.case.owner, cx.now);
            format!("{} {}", cx.words.clock_name(clock), cx.words.look(&seen, cx.zone(), cx.now))
        });
        let line = told.collect::<Vec<_>>().join("   ");
        let style = running.first().map(|clock| cx.theme.look(Some(look(clock, sheet.case.owner, cx.now))));
        if let Some(style) = style {
            self.wrapped(&line, style);
        }
        self.missed(sheet, cx);
    }

    /// What ended late, also where it was never reached and the end took its place: nothing crosses in silence (ESC-03).
    fn missed(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        let missed = sheet.clocks.iter().filter_map(|clock| match look(clock, sheet.case.owner, cx.now) {
            seen @ Look::Missed { .. } => {
                let told = cx.words.look(&seen, cx.zone(), cx.now);
                Some(format!("{} {told}", cx.words.clock_name(clock)))
            }
            _ => None,
        });
        let line = missed.collect::<Vec<_>>().join("   ");
        if !line.is_empty() {
            self.wrapped(&line, cx.theme.fault());
        }
    }

    /// What was reached, and what callers are told.
    fn told(&mut self, sheet: &Sheet, part: &Emergency, cx: &Context<'_>) {
        let took = took(&sheet.case, part, cx);
        if !took.is_empty() {
            self.wrapped(&format!("{} {took}", cx.words.screen.took), cx.theme.good());
        }
        if let Some(words) = not_on_record(sheet, part, cx) {
            self.wrapped(&words, cx.theme.fault());
        }
        if let Some(words) = &part.public_words {
            self.wrapped(&format!("{} {words}", cx.words.screen.tell_callers), cx.theme.chosen());
        }
        if let Some(result) = &part.result {
            self.wrapped(&format!("{} {result}", cx.words.field("result")), Style::new());
        }
        let review = [
            ("response", &part.response),
            ("cooperation", &part.cooperation),
            ("cause", &part.cause),
            ("changes", &part.changes),
        ];
        for (field, value) in review {
            if let Some(value) = value {
                self.wrapped(&format!("{} {value}", cx.words.field(field)), Style::new());
            }
        }
    }

    /// The one thing to do next, so that nobody has to know the procedure by heart.
    fn next(&mut self, sheet: &Sheet, part: &Emergency, cx: &Context<'_>) {
        let s = &cx.words.screen;
        let missing = part.missing(&sheet.entries);
        let order = part.order_wanted && sheet.offspring.iter().all(|one| !one.number.starts_with("PG-"));
        let next = match sheet.case.state {
            State::Over if !waiting(sheet).is_empty() => s.next_ring_back,
            State::Over if part.told_at.is_none() => s.next_resident_over,
            State::Over if order => s.next_order,
            State::Over if part.reviewed_at.is_none() => s.next_review,
            _ if !goes_on(&sheet.case) => return,
            _ => match missing.first() {
                Some(Missing::NobodyTold) => s.next_tell,
                Some(Missing::ResidentUntold) => s.next_resident,
                Some(Missing::NobodyThere) => s.next_arrive,
                _ if part.kind.is_none() => s.next_kind,
                Some(Missing::ChecksOpen(_)) => s.next_checks,
                None => s.next_end,
            },
        };
        self.wrapped(&format!("{} {next}", s.what_next), cx.theme.heading().patch(cx.theme.chosen()));
    }

    /// The kinds with their digits.
    fn which_kind(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        self.add(cx.words.screen.which_kind_by_digit, cx.theme.heading());
        let mut line = String::new();
        for (place, (_, label)) in kinds(sheet, cx).iter().enumerate().take(9) {
            let choice = format!(" {} {label}  ", place + 1);
            if text::width(&line) + text::width(&choice) > self.width {
                self.add(std::mem::take(&mut line), Style::new());
            }
            line.push_str(&choice);
        }
        self.add(line, Style::new());
    }

    fn checklist(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        let checks = checks(sheet);
        if checks.is_empty() {
            return;
        }
        self.add(cx.words.screen.checklist, cx.theme.heading());
        for (place, entry) in checks.iter().enumerate() {
            let number = if place < 9 { (place + 1).to_string() } else { " ".to_owned() };
            let (mark, by, style) = match (&entry.mark, entry.marked_at, &entry.marked_by) {
                (Some(_), Some(at), Some(by)) => ("[x]", format!("  {} {}", cx.time(at), cx.name(by)), cx.theme.dim()),
                _ => ("[ ]", String::new(), Style::new()),
            };
            self.add(text::cut(&format!(" {number} {mark} {}{by}", in_words(&entry.text, cx)), self.width), style);
        }
    }

    /// Who called about it: after its end those who are still to be rung back, with their phones (EMG-07).
    fn callers(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        let callers = waiting(sheet);
        if callers.is_empty() {
            return;
        }
        let s = &cx.words.screen;
        let title = if goes_on(&sheet.case) { s.callers } else { s.ring_back };
        self.add(format!("{title} {}", callers.len()), cx.theme.heading());
        for case in callers {
            let who = [case.unit.as_deref(), case.name.as_deref(), case.phone.as_deref()];
            let who: Vec<&str> = who.into_iter().flatten().collect();
            self.add(text::cut(&format!(" {}  {}", case.number, who.join("  ")), self.width), Style::new());
        }
    }

    /// What happened, the newest first.
    fn timeline(&mut self, sheet: &Sheet, cx: &Context<'_>) {
        let shown = |entry: &&Entry| matches!(entry.kind, EntryKind::Timeline | EntryKind::Told | EntryKind::Note);
        let mut happened: Vec<&Entry> = sheet.entries.iter().filter(shown).collect();
        happened.sort_by_key(|entry| (entry.at, entry.id));
        self.add(cx.words.screen.timeline, cx.theme.heading());
        if happened.is_empty() {
            self.add(format!(" {}", cx.words.screen.nothing_here), cx.theme.dim());
        }
        for entry in happened.into_iter().rev() {
            let kind = if entry.kind == EntryKind::Timeline { "" } else { cx.words.entry_kind(entry.kind) };
            let said = format!("{kind} {}", cx.words.entry_text(entry));
            let line = format!("{}  {}  {}", cx.time(entry.at), cx.name(&entry.by), said.trim_start());
            for (place, line) in text::wrap(&line, self.width.saturating_sub(3)).into_iter().enumerate() {
                self.add(format!("{}{line}", if place == 0 { " " } else { "   " }), Style::new());
            }
        }
    }
}

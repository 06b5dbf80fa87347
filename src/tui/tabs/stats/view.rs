//! What the views of the month have in common: a cursor over lines, the months to look at, and how a figure is named
//! and compared. Must not know which views there are.
use crate::config::Language;
use crate::desk::{FieldKind, field_kind, names};
use crate::model::month::YearMonth;
use crate::model::staff::Department;
use crate::stats::{By, Figure, Group, Month, Note, Unit};
use crate::tui::keymap::Label;
use crate::tui::page::{Context, Msg, Read};
use crate::tui::tabs::stats::shelf::Shelf;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::ops::Range;
use strum::VariantArray;

/// One way to look at a month.
pub trait View {
    /// What it is called.
    fn title(&self) -> Label;

    /// Takes what it shows from the shelf, which reads what it has not.
    ///
    /// # Errors
    /// The file.
    fn show(&mut self, shelf: &mut Shelf, cx: &Context<'_>) -> Read<()>;

    /// Its cursor.
    fn cursor(&mut self) -> &mut Cursor;

    /// Unfolds, or goes on to the next of what stands side by side.
    fn turn(&mut self, _by: isize, _cx: &Context<'_>) {}

    /// Opens the cases behind what has the cursor.
    fn open(&self, cx: &Context<'_>) -> Vec<Msg>;

    /// The figure with the cursor, and the month of which it is.
    fn figure(&self) -> Option<(Note, &Month)>;

    /// Draws itself.
    fn draw(&mut self, area: Rect, buf: &mut Buffer, cx: &Context<'_>);
}

/// Where one stands among lines, and how far down they are seen.
#[derive(Default)]
pub struct Cursor {
    /// Place of the marked line.
    pub at: usize,
    top: usize,
    height: usize,
    count: usize,
}

impl Cursor {
    /// There are so many lines now.
    pub fn count(&mut self, count: usize) {
        self.count = count;
        self.at = self.at.min(count.saturating_sub(1));
    }

    /// Goes up or down.
    pub fn go(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.count.saturating_sub(1));
    }

    /// A page less one line.
    pub fn page(&self) -> isize {
        isize::try_from(self.height.saturating_sub(1).max(1)).unwrap_or(1)
    }

    /// The lines that are seen where there is room for so many; the marked one is among them.
    pub fn seen(&mut self, height: u16) -> Range<usize> {
        self.height = usize::from(height).max(1);
        let last = self.count.saturating_sub(self.height);
        self.top = self.top.clamp((self.at + 1).saturating_sub(self.height), self.at).min(last);
        self.top..(self.top + self.height).min(self.count)
    }
}

/// The word of a figure's side, in this language.
pub fn word_of(group: Group, by: By, word: &str, cx: &Context<'_>) -> String {
    if word == "-" {
        return cx.words.screen.stats_nowhere.to_owned();
    }
    cx.tell(|telling| cx.words.side(group, by, word, telling))
}

/// A part as it is called: its side and its word.
pub fn part_of(group: Group, part: &str, cx: &Context<'_>) -> String {
    let Some((by, word)) = part.split_once(':').and_then(|(by, word)| Some((by.parse::<By>().ok()?, word))) else {
        return part.to_owned();
    };
    format!("{} {}", cx.words.phrase(by.name()), word_of(group, by, word, cx))
}

/// The words of a side in a month, the largest first; those of the settings also where there is
/// nothing of them (STA-02).
pub fn words_of(month: &Month, note: &Note, by: By, cx: &Context<'_>) -> Vec<String> {
    let found = month.parts(note.id, by);
    let mut words: Vec<String> = found.iter().filter_map(|figure| Some(figure.side()?.1.to_owned())).collect();
    let all = match (by, note.group.field(by).and_then(field_kind)) {
        (By::Department, _) => Department::VARIANTS.iter().map(ToString::to_string).collect(),
        (_, Some(FieldKind::Listed(list))) => {
            names(&cx.desk.config, list).into_iter().map(|one| one.id.to_owned()).collect()
        }
        _ => Vec::new(),
    };
    let missing: Vec<String> = all.into_iter().filter(|word| !words.contains(word)).collect();
    words.extend(missing);
    words
}

/// What stands over the cases of a building and a kind of problem.
pub fn at_place(month: YearMonth, group: Group, building: &str, word: &str, cx: &Context<'_>) -> String {
    let kind = group.problem().map(|by| part_of(group, &format!("{by}:{word}"), cx)).unwrap_or_default();
    format!("{month}  {} · {kind}", part_of(group, &format!("{}:{building}", By::Building), cx))
}

/// By how much a figure differs from an earlier one, with its sign: `+3`, `-2.5`, `+1时20分`; `=` where it does not.
/// None where one of them is nothing that can be compared.
pub fn change(unit: Unit, now: &Figure, before: &Figure, cx: &Context<'_>) -> Option<String> {
    let value = |figure: &Figure| match unit {
        Unit::Share => figure.per_mille(),
        Unit::Mean | Unit::Percentile90 => figure.seconds(unit),
        Unit::Cases | Unit::Times | Unit::Fen => Some(figure.numerator),
    };
    let by = value(now)? - value(before)?;
    let much = by.abs();
    let told = match unit {
        Unit::Share => format!("{}.{}", much / 10, much % 10),
        Unit::Mean | Unit::Percentile90 => cx.words.span(much),
        Unit::Fen => cx.words.money(much),
        Unit::Cases | Unit::Times => much.to_string(),
    };
    Some(match by.signum() {
        1 => format!("+{told}"),
        -1 => format!("-{told}"),
        _ => "=".to_owned(),
    })
}

/// Cells for the name of a figure, which is longer in English.
pub fn name_cells(cx: &Context<'_>) -> usize {
    if cx.words.language == Language::Chinese { 24 } else { 26 }
}

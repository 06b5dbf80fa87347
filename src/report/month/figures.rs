//! The forms that are made of figures: all at a glance, each group taken apart, the year, the definitions, and what
//! changed since it was handed in. A new group of `stats` appears in them by itself.
use super::MonthReport;
use super::form::{Cell, Chart, ChartKind, Form, Range, say};
use crate::model::phrase::Phrase;
use crate::stats::{By, Figure, Group, Month, Note, Unit, catalogue, differences};

/// What all forms of figures have in their columns.
const GROUP: Phrase = say("表", "Form");
/// Above the names of the figures.
pub(super) const FIGURE: Phrase = say("项目", "Figure");
const VALUE: Phrase = say("本月", "This month");
const NUMERATOR: Phrase = say("分子", "Numerator");
const DENOMINATOR: Phrase = say("分母", "Denominator");
const BEFORE: Phrase = say("上月", "Month before");
const YEAR_BEFORE: Phrase = say("去年同月", "Year before");
const DEFINITION: Phrase = say("说明", "Definition");
const ID: Phrase = say("代号", "Id");

/// So many cases are named where a figure changed, and what stands behind them where there are more.
const NAMED: usize = 12;
const AND_MORE: Phrase = say("等 ALL 件", "and MORE more");

impl MonthReport<'_> {
    fn value(&self, month: Option<&Month>, note: &Note, part: Option<&str>) -> Cell {
        month.map_or(Cell::Nothing, |month| value(note.unit, &month.figure(note, part)))
    }

    /// This month, numerator, denominator, the month before, the year before.
    fn numbers(&self, note: &Note, part: Option<&str>) -> [Cell; 5] {
        let figure = self.month.figure(note, part);
        [
            value(note.unit, &figure),
            numerator(note.unit, &figure),
            figure.denominator.map_or(Cell::Nothing, Cell::Number),
            self.value(self.before(), note, part),
            self.value(self.year_before(), note, part),
        ]
    }

    fn name(&self, phrase: Phrase) -> Cell {
        Cell::Text(self.say(phrase).to_owned())
    }
}

/// A figure as a cell of its own kind; nothing where there is nothing to divide by.
fn value(unit: Unit, figure: &Figure) -> Cell {
    match unit {
        Unit::Cases | Unit::Times => Cell::Number(figure.numerator),
        Unit::Fen => Cell::Money(figure.numerator),
        Unit::Share => figure.per_mille().map_or(Cell::Nothing, Cell::Share),
        Unit::Mean | Unit::Percentile90 => figure.seconds(unit).map_or(Cell::Nothing, Cell::Span),
    }
}

/// What was divided; a percentile is no quotient.
fn numerator(unit: Unit, figure: &Figure) -> Cell {
    match unit {
        Unit::Mean => Cell::Span(figure.numerator),
        Unit::Percentile90 => Cell::Nothing,
        Unit::Fen => Cell::Money(figure.numerator),
        Unit::Cases | Unit::Times | Unit::Share => Cell::Number(figure.numerator),
    }
}

/// Every figure as a whole, compared with the month before and the year before, with its definition (STA-07).
pub(super) fn summary<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let columns = vec![
        report.column(GROUP, 12),
        report.column(FIGURE, 18),
        report.number_column(VALUE, 8),
        report.number_column(NUMERATOR, 7),
        report.number_column(DENOMINATOR, 7),
        report.number_column(BEFORE, 8),
        report.number_column(YEAR_BEFORE, 8),
        report.column(DEFINITION, 64),
    ];
    let row = |note: Note| {
        let lead = [report.name(note.group.title()), report.name(note.name)];
        [&lead[..], &report.numbers(&note, None), &[report.name(note.definition)]].concat()
    };
    let title = report.say(say("指标汇总及与上月、去年同月比较", "Figures and comparison")).to_owned();
    Form::of("summary", title, columns, catalogue().into_iter().map(row).collect())
}

/// Title of the form on which a group is taken apart: that of the group, unless its list has it (STA-01, STA-02).
fn title(group: Group) -> Phrase {
    match group {
        Group::Complaints => say("投诉有效率及处理及时率统计", "Valid and timely complaints"),
        Group::Orders => say("报事（派工单）统计分析", "Analysis of work orders"),
        Group::Sheets => say("未收回派工单统计", "Sheets not back in figures"),
        Group::Receptions => say("接待情况统计", "Receptions in figures"),
        other => other.title(),
    }
}

/// A group taken apart by its sides, the largest parts first.
pub(super) fn breakdown<'a>(report: &'a MonthReport<'a>, group: Group) -> Form<'a> {
    let columns = vec![
        report.column(FIGURE, 14),
        report.column(say("按", "By"), 6),
        report.column(say("其中", "Of which"), 11),
        report.number_column(VALUE, 8),
        report.number_column(NUMERATOR, 6),
        report.number_column(DENOMINATOR, 6),
        report.number_column(BEFORE, 7),
        report.number_column(YEAR_BEFORE, 8),
    ];
    let (mut rows, mut charts) = (Vec::new(), Vec::new());
    for note in catalogue().into_iter().filter(|note| note.group == group) {
        let lead = [report.name(note.name), Cell::Nothing, Cell::Nothing];
        rows.push([&lead[..], &report.numbers(&note, None)].concat());
        for by in note.by {
            let first = rows.len() + 1;
            rows.extend(parts(report, &note, *by));
            if charts.is_empty() && charted(&note) == Some(*by) && rows.len() > first {
                let drawn = bars(report, &note, *by, first..=rows.len());
                charts.push(Chart { largest: largest(rows.iter().skip(first - 1).map(|row| &row[3])), ..drawn });
            }
        }
    }
    Form::of(group.into(), report.say(title(group)).to_owned(), columns, rows).with(charts)
}

/// The rows of the parts of a figure by one side.
fn parts<'a>(report: &'a MonthReport<'a>, note: &'a Note, by: By) -> impl Iterator<Item = Vec<Cell>> + 'a {
    report.month.parts(note.id, by).into_iter().map(move |figure| {
        let word = figure.side().map_or("", |(_, word)| word);
        let side = report.words.side(note.group, by, word, report.telling);
        let lead = [report.name(note.name), report.name(by.name()), Cell::Text(side)];
        [&lead[..], &report.numbers(note, figure.part.as_deref())].concat()
    })
}

/// The side by which a count is drawn.
fn charted(note: &Note) -> Option<By> {
    let drawn = |by: &&By| matches!(by, By::Category | By::Department);
    let of_counts = note.unit == Unit::Cases;
    note.by.iter().find(drawn).or(note.by.first()).copied().filter(|_| of_counts)
}

fn bars(report: &MonthReport<'_>, note: &Note, by: By, rows: std::ops::RangeInclusive<usize>) -> Chart {
    let column = |column| Range { from: (*rows.start(), column), to: (*rows.end(), column) };
    let name = report.say(note.name).to_owned();
    let title = format!("{name} / {}", report.say(by.name()));
    Chart { kind: ChartKind::Bars, title, names: column(2), series: vec![(name, column(3))], largest: 0 }
}

/// The largest of counts.
fn largest<'a>(cells: impl Iterator<Item = &'a Cell>) -> i64 {
    let count = |cell: &Cell| if let Cell::Number(count) = cell { *count } else { 0 };
    cells.map(count).max().unwrap_or(0)
}

/// Twelve months beside each other, with the first figure of each group as a line; none without an earlier month.
pub(super) fn year<'a>(report: &'a MonthReport<'a>) -> Option<Form<'a>> {
    let first = report.month.month.before(11);
    let months: Vec<&Month> =
        report.past.iter().filter(|past| past.month >= first).chain(std::iter::once(report.month)).collect();
    if months.len() < 2 {
        return None;
    }
    let mut columns = vec![report.column(FIGURE, 24)];
    columns.extend(months.iter().map(|month| super::form::Column {
        title: month.month.to_string(),
        width: 9,
        right: true,
    }));
    let names = Range { from: (0, 1), to: (0, months.len()) };
    let (mut rows, mut series, mut last) = (Vec::new(), Vec::new(), None);
    let mut highest = 0;
    for note in catalogue() {
        let mut row = vec![report.name(note.name)];
        row.extend(months.iter().map(|month| report.value(Some(month), &note, None)));
        let counts = largest(row.iter());
        rows.push(row);
        if last.replace(note.group) != Some(note.group) && note.unit == Unit::Cases {
            let at = rows.len();
            highest = highest.max(counts);
            series.push((report.say(note.name).to_owned(), Range { from: (at, 1), to: (at, months.len()) }));
        }
    }
    let title = report.say(say("近十二个月", "Twelve months")).to_owned();
    let chart = Chart { kind: ChartKind::Lines, title: title.clone(), names, series, largest: highest };
    Some(Form::of("year", title, columns, rows).with(vec![chart]))
}

/// Every figure with all its parts, for whoever goes on reckoning.
pub(super) fn all<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let columns = vec![
        report.column(ID, 26),
        report.column(say("细分", "Part"), 26),
        report.column(FIGURE, 24),
        report.column(say("其中", "Of which"), 16),
        report.number_column(NUMERATOR, 12),
        report.number_column(DENOMINATOR, 12),
        report.number_column(VALUE, 11),
        report.number_column(BEFORE, 12),
        report.number_column(YEAR_BEFORE, 12),
        report.column(DEFINITION, 64),
    ];
    let notes = catalogue();
    let row = |figure: &Figure| {
        let note = notes.iter().find(|note| note.id == figure.id)?;
        let side = figure.side().map(|(by, word)| report.words.side(note.group, by, word, report.telling));
        let [now, numerator, denominator, before, year_before] = report.numbers(note, figure.part.as_deref());
        Some(vec![
            Cell::Text(figure.id.clone()),
            Cell::text(figure.part.clone()),
            report.name(note.name),
            Cell::text(side),
            numerator,
            denominator,
            now,
            before,
            year_before,
            report.name(note.definition),
        ])
    };
    let title = report.say(say("全部指标及细分", "All figures")).to_owned();
    Form::of("figures", title, columns, report.month.figures.iter().filter_map(row).collect())
}

/// What each figure means.
pub(super) fn definitions<'a>(report: &'a MonthReport<'a>) -> Form<'a> {
    let columns = vec![
        report.column(FIGURE, 24),
        report.column(DEFINITION, 90),
        report.column(ID, 26),
        report.column(say("依据", "Rule"), 8),
    ];
    let row = |note: Note| {
        let id = [note.id, note.rule].map(|text| Cell::Text(text.to_owned()));
        [&[report.name(note.name), report.name(note.definition)], &id[..]].concat()
    };
    let title = report.say(say("指标定义", "Definitions")).to_owned();
    Form::of("definitions", title, columns, catalogue().into_iter().map(row).collect())
}

/// The first of the numbers of cases, and how many there are: whole registers of them fill pages.
fn some(report: &MonthReport<'_>, cases: &[String]) -> String {
    let first = cases.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(" ");
    match cases.len().checked_sub(NAMED) {
        None | Some(0) => first,
        Some(more) => {
            let (all, more) = (cases.len().to_string(), more.to_string());
            format!("{first} {}", report.say(AND_MORE).replace("ALL", &all).replace("MORE", &more))
        }
    }
}

/// What is another figure now than it was when the month was handed in, and the cases that made it (STA-06); none where
/// it was not handed in.
pub(super) fn since<'a>(report: &'a MonthReport<'a>) -> Option<Form<'a>> {
    let now = report.now?;
    let columns = vec![
        report.column(FIGURE, 24),
        report.number_column(say("上报时", "Handed in"), 12),
        report.number_column(say("现在", "Now"), 12),
        report.column(say("涉及编号", "Cases"), 72),
    ];
    let rows = differences(report.month, now).into_iter().filter_map(|difference| {
        let note = crate::stats::note(difference.id)?;
        let figures = [value(note.unit, &difference.before), value(note.unit, &difference.now)];
        let side = difference.now.side().map(|(by, word)| report.words.side(note.group, by, word, report.telling));
        let name = report.say(note.name);
        let name = side.map_or_else(|| name.to_owned(), |side| format!("{name} · {side}"));
        let cases = Cell::Text(some(report, &difference.cases));
        Some([&[Cell::Text(name)], &figures[..], &[cases]].concat())
    });
    let title = report.say(say("上报后的变动", "Changed since handed in")).to_owned();
    Some(Form::of("changes", title, columns, rows.collect()))
}

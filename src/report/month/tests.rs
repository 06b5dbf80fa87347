//! The report of a month made up here, in each of its writings, read back as others read it.
use super::*;
use crate::config::Language;
use crate::locales::words;
use crate::model::case::{Channel, State};
use crate::model::complaint::{Severity, Urgency, Validity};
use crate::model::fact::{ComplaintFact, Timing};
use crate::model::month::YearMonth;
use crate::stats::Facts;
use calamine::{Data, Reader, Xlsx, open_workbook};
use chrono::{FixedOffset, TimeDelta};
use std::io::Read;
use unicode_width::UnicodeWidthStr;

fn at(day: u32, hour: u32) -> Time {
    format!("2026-10-{day:02}T{hour:02}:15:00+08:00").parse().unwrap()
}

fn complaint(id: i64, matter: &str) -> ComplaintFact {
    let received_at = at(3, 9) + TimeDelta::hours(id);
    ComplaintFact {
        id,
        number: format!("TS-202610{id:05}"),
        state: State::Closed,
        unit: Some("3-1-502".to_owned()),
        building: Some("3".to_owned()),
        name: Some("王芳".to_owned()),
        matter: matter.to_owned(),
        channel: Channel::Phone,
        acceptor: "min".to_owned(),
        handler: Some("li".to_owned()),
        department: None,
        received_at,
        entered_at: received_at,
        closed_at: Some(received_at),
        category: if id % 3 == 0 { "cleaning" } else { "repair" }.to_owned(),
        severity: Severity::Minor,
        regrade_at: None,
        urgency: Urgency::General,
        validity: if id % 2 == 0 { Validity::Valid } else { Validity::Invalid },
        reopened: 0,
        measures: Some("更换接头及密封圈，闭水试验二十四小时".to_owned()),
        result: Some("不再渗漏".to_owned()),
        completed_at: Some(received_at + TimeDelta::hours(30)),
        satisfied: Some(true),
        contact: Timing::default(),
        head_office: Timing::default(),
        reply: Timing::default(),
        sign: Timing::default(),
        solve: Timing { late: 0, reached: 1, crosses_at: None },
    }
}

fn month(text: &str, complaints: Vec<ComplaintFact>) -> Month {
    Month::of(text.parse::<YearMonth>().unwrap(), at(31, 18), Facts { complaints, ..Facts::default() })
}

/// Writes a report with what a test wants of it, knowing the month as it stands later, into a folder that goes with the test.
fn written(
    name: &str,
    form: Option<&str>,
    change: impl for<'r> Fn(&mut MonthReport<'r>, &'r Month),
) -> (tempfile::TempDir, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let matters = ["厨房漏水", "=1+1", "\u{1b}[31m红\u{7}字", "＝SUM(A1)", "+86", "楼道\n堆物"];
    let complaints = (1..).zip(matters).map(|(id, matter)| complaint(id, matter)).collect();
    let (now, past) = (month("2026-10", complaints), [month("2026-09", vec![complaint(9, "旧事")])]);
    let later = month("2026-10", (1..=8).map(|id| complaint(id, "漏水")).collect());
    let (listed, names) = (|_: &str, id: &str| format!("<{id}>"), |login: &str| format!("[{login}]"));
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    let telling = Telling { name: &names, listed: &listed, zone, now: at(31, 18) };
    let mut report = MonthReport {
        estate: "翠湖 & 花园",
        words: words(Language::Chinese),
        telling: &telling,
        month: &now,
        past: &past,
        signed: None,
        now: None,
        resident: &str::to_owned,
        repeat_from: 2,
        width: 80,
    };
    change(&mut report, &later);
    let path = folder.path().join(name);
    write(&report, form, &path, &mut |_, _| ()).unwrap();
    let bytes = std::fs::read(path).unwrap();
    (folder, bytes)
}

fn text(name: &str, form: Option<&str>) -> String {
    String::from_utf8(written(name, form, |_, _| ()).1).unwrap()
}

fn book(form: Option<&str>) -> (tempfile::TempDir, Xlsx<std::io::BufReader<std::fs::File>>) {
    let (folder, _) = written("r.xlsx", form, |_, _| ());
    let book = open_workbook(folder.path().join("r.xlsx")).unwrap();
    (folder, book)
}

/// One of the files of which a workbook is made.
fn inside(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// STA-08
#[test]
fn in_the_workbook_dates_are_dates_numbers_numbers_and_what_looks_like_a_formula_is_text() {
    let (_folder, mut book) = book(None);
    let table = book.worksheet_range("投诉统计表").unwrap();
    let cell = |row, column| table.get_value((row, column)).cloned().unwrap_or(Data::Empty);
    assert_eq!(cell(2, 0), Data::String("编号".to_owned()));
    let Data::DateTime(day) = cell(3, 1) else { panic!("no date: {:?}", cell(3, 1)) };
    assert_eq!(day.to_ymd_hms_milli(), (2026, 10, 3, 0, 0, 0, 0));
    let Data::DateTime(clock) = cell(3, 2) else { panic!("no time: {:?}", cell(3, 2)) };
    assert!((clock.as_f64() - (10.0 * 60.0 + 15.0) / 1440.0).abs() < 1e-6);
    let matters: Vec<String> = (3..9).map(|row| cell(row, 6).to_string()).collect();
    assert_eq!(matters, ["厨房漏水", "=1+1", "红字", "＝SUM(A1)", "+86", "楼道\n堆物"]);
    assert!(book.worksheet_formula("投诉统计表").unwrap().is_empty(), "nothing in it reckons");
    let shares = book.worksheet_range("投诉有效率及处理及时率统计").unwrap();
    let valid = shares.rows().find(|row| row[0] == Data::String("投诉有效率".to_owned())).unwrap();
    assert_eq!((&valid[3], &valid[4], &valid[5]), (&Data::Float(0.5), &Data::Float(3.0), &Data::Float(6.0)));
    let year = book.worksheet_range("近十二个月").unwrap();
    assert_eq!(year.get_value((3, 1)), Some(&Data::Float(1.0)), "the month before");
}

/// STA-08
#[test]
fn each_form_is_a_sheet_that_prints_on_a4_with_its_headings_on_every_page() {
    let (_folder, bytes) = written("r.xlsx", None, |_, _| ());
    let workbook = inside(&bytes, "xl/workbook.xml");
    let names: Vec<&str> = workbook.split("<sheet name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(
        names.contains(&"投诉统计表") && names.contains(&"指标定义") && names.last() == Some(&"统计图"),
        "{names:?}"
    );
    assert_eq!(workbook.matches("_xlnm.Print_Area").count(), names.len(), "print areas");
    for (at, name) in names.iter().enumerate().map(|(at, name)| (at + 1, name)) {
        let sheet = inside(&bytes, &format!("xl/worksheets/sheet{at}.xml"));
        assert!(sheet.contains("paperSize=\"9\""), "{name}");
        assert!(sheet.contains("&amp;L翠湖 &amp;&amp; 花园&amp;C&amp;P / &amp;N&amp;R2026-10"), "{name}: {sheet}");
        assert!(sheet.contains("fitToPage=\"1\"") && sheet.contains("fitToHeight=\"0\""), "{name}");
        if *name != "统计图" {
            assert!(sheet.contains("ySplit=\"3\"") && sheet.contains("state=\"frozen\""), "{name}");
            assert!(workbook.contains("!$1:$3"), "{name}");
        }
    }
    let table = 1 + names.iter().position(|name| *name == "投诉统计表").unwrap();
    let table = inside(&bytes, &format!("xl/worksheets/sheet{table}.xml"));
    assert!(table.contains("orientation=\"landscape\"") && table.contains("<autoFilter ref=\"A3:N9\"/>"), "{table}");
    let charts = [inside(&bytes, "xl/charts/chart1.xml"), inside(&bytes, "xl/charts/chart2.xml")];
    assert!(charts[0].contains("<c:lineChart>") && charts[1].contains("<c:barChart>"));
    for chart in &charts {
        assert!(chart.contains("<c:numFmt formatCode=\"0\""), "there is no half of a case: {chart}");
        assert!(chart.contains("<c:majorUnit val=\"1\"/>") && chart.contains("<c:min val=\"0\"/>"), "{chart}");
    }
    assert!(charts[1].contains("&lt;repair&gt;"), "what the bars are called stands with them: {}", charts[1]);
}

/// STA-08
#[test]
fn a_chart_stands_in_one_row_and_one_column_so_that_no_page_breaks_through_it() {
    let (_folder, bytes) = written("r.xlsx", None, |_, _| ());
    let drawing = inside(&bytes, "xl/drawings/drawing1.xml");
    let cells = |tag: &str| -> Vec<String> {
        let opening = format!("<xdr:{tag}>");
        let after = drawing.split(&opening).skip(1);
        after.filter_map(|rest| rest.split('<').next().map(str::to_owned)).collect()
    };
    assert!(cells("col").iter().all(|column| column == "0"), "{drawing}");
    assert_eq!(cells("row"), ["3", "3", "4", "4"], "from and to of two charts");
}

/// STA-08
#[test]
fn the_heading_says_how_lengths_of_time_are_written_where_there_are_any() {
    let (_folder, mut book) = book(None);
    let mut heading =
        |sheet: &str, column| book.worksheet_range(sheet).unwrap().get_value((2, column)).unwrap().to_string();
    assert_eq!(heading("近十二个月", 0), "项目（时长为 时:分）");
    assert_eq!(heading("指标定义", 0), "项目");
}

/// STA-08
#[test]
fn the_csv_holds_one_table_for_a_spreadsheet() {
    let figures = text("r.csv", None);
    assert!(figures.starts_with('\u{feff}') && !figures.replace("\r\n", "").contains('\n'));
    let line = |id: &str| figures.lines().find(|line| line.starts_with(id)).unwrap().to_owned();
    assert!(line("complaints.received,,").starts_with("complaints.received,,受理投诉,,6,,6,1,,"), "{figures}");
    assert!(line("complaints.valid,,").contains(",3,6,50.0%,"), "{figures}");
    assert!(figures.contains("category:repair"));
    for form in ["complaint_table", "投诉统计表"] {
        let table = text("r.csv", Some(form));
        assert!(table.contains(",'=1+1,") && table.contains(",'＝SUM(A1),") && table.contains(",'+86,"), "{table}");
        assert!(table.contains(",2026-10-03,10:15,") && table.contains(",红字,"), "{table}");
    }
}

/// STA-08
#[test]
fn the_printed_text_keeps_to_its_width_and_its_pages_and_repeats_the_head() {
    let long = text("r.txt", None);
    assert!(long.lines().all(|line| line.trim_start_matches('\u{c}').width() <= 80));
    let pages: Vec<&str> = long.split('\u{c}').collect();
    assert!(pages.len() > 5);
    for (number, page) in (1..).zip(&pages) {
        assert!(page.lines().count() <= 66, "{page}");
        let mut lines = page.lines();
        assert!(lines.next().unwrap().ends_with(&format!("第 {number} 页")), "{page}");
        assert!(lines.next().unwrap().starts_with("翠湖 & 花园  2026-10"), "{page}");
    }
    let table = text("r.txt", Some("complaint_table"));
    assert!(table.contains("厨房漏水") && table.contains("2026-10-03") && !table.contains('\u{1b}'), "{table}");
}

/// STA-06
#[test]
fn a_month_that_was_handed_in_is_printed_as_it_was_signed_with_what_changed_since() {
    let signed = Signed { edition: 2, signature: "李丽", at: at(30, 17) };
    let (_folder, bytes) = written("r.txt", None, |report, later| {
        report.signed = Some(signed);
        report.now = Some(later);
    });
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("已上报：李丽 2026-10-30 17:15 第 2 版"), "{text}");
    let changes = text.split('\u{c}').find(|page| page.starts_with("上报后的变动")).unwrap();
    let received = changes.lines().find(|line| line.starts_with("受理投诉")).unwrap();
    let numbers: Vec<&str> = received.split_whitespace().skip(1).collect();
    assert_eq!(numbers[..2], ["6", "8"], "{changes}");
    assert!(changes.contains("TS-20261000007") && changes.contains("TS-20261000008"), "{changes}");
    assert!(!text.contains("投诉统计表\n") && text.matches("TS-20261000008").count() >= 1);
}

/// STA-06
#[test]
fn where_many_cases_changed_a_figure_a_dozen_is_named_and_the_rest_counted() {
    let many: &Month = Box::leak(Box::new(month("2026-10", (1..=60).map(|id| complaint(id, "漏水")).collect())));
    for (language, told) in [(Language::Chinese, "TS-20261000018 等 54 件"), (Language::English, " and 42 more")] {
        let (_folder, bytes) = written("r.csv", Some("changes"), |report, _| {
            (report.now, report.words) = (Some(many), words(language));
        });
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.contains(told) && !text.contains("TS-20261000019"), "{text}");
    }
}

/// SEC-03
#[test]
fn names_of_residents_are_written_as_whoever_asks_may_see_them() {
    let (_folder, bytes) =
        written("r.csv", Some("complaint_table"), |report, _| report.resident = &crate::model::secret::name);
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("王**") && !text.contains("王芳"), "{text}");
}

#[test]
fn nothing_is_written_over_and_nothing_half_stays() {
    let (folder, first) = written("r.csv", None, |_, _| ());
    let path = folder.path().join("r.csv");
    let Err(trouble) = Draft::begin(&path) else { panic!("written over") };
    assert_eq!(trouble, Trouble::Exists { path: path.clone(), free: folder.path().join("r-2.csv") });
    // Somebody takes the name while it is being written.
    let draft = Draft::begin(&folder.path().join("new.csv")).unwrap();
    std::fs::write(folder.path().join("new.csv"), "theirs").unwrap();
    assert!(matches!(draft.keep(), Err(Trouble::Exists { .. })));
    assert_eq!(std::fs::read(folder.path().join("new.csv")).unwrap(), b"theirs");
    drop(Draft::begin(&folder.path().join("broken.off.csv")).unwrap());
    assert_eq!(std::fs::read(&path).unwrap(), first);
    let mut left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["new.csv", "r.csv"]);
}

#[test]
fn why_nothing_was_written_is_told_with_what_to_do() {
    let path = Path::new("/no/such/folder/r.csv");
    let Err(trouble) = Draft::begin(path) else { panic!("written") };
    assert_eq!(trouble, Trouble::NoFolder("/no/such/folder".into()));
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    assert_eq!(Trouble::of(&full, path), Trouble::Full("/no/such/folder".into()));
    for language in [Language::Chinese, Language::English] {
        let told = trouble.told(words(language));
        assert!(told.contains("/no/such/folder"), "{told}");
    }
}

//! `import`: files as people really send them, each read as it was meant or refused in words with which it can be mended.

use crate::office::{Office, Said};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

fn book(office: &Office, name: &str, fill: impl FnOnce(&mut Worksheet)) {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save(office.path(name)).unwrap();
}

fn row(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, cell) in cells.iter().enumerate() {
        sheet.write(row, u16::try_from(column).unwrap(), *cell).unwrap();
    }
}

fn import(office: &Office, kind: &str, file: &str, more: &[&str]) -> Said {
    office.run(&[&["--as", "min", "import", kind, file], more].concat())
}

/// That nothing was taken and the reason given holds these words, in both languages.
#[track_caller]
fn refused(office: &Office, file: &str, chinese: &str, english: &str) {
    for (language, words) in [("zh", chinese), ("en", english)] {
        let said = import(office, "residents", file, &["--lang", language]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{file}");
        assert!(said.err.contains(words), "{file}: {}", said.err);
    }
}

const HEADING: &[&str] = &["房号", "姓名", "电话"];
const WANG: &[&str] = &["3-1-502", "王芳", "13800138000"];

#[test]
fn a_file_that_is_not_what_its_name_says_is_told_with_the_way_out() {
    let office = Office::new();
    book(&office, "a.xlsx", |sheet| row(sheet, 0, HEADING));
    std::fs::copy(office.path("a.xlsx"), office.path("book.csv")).unwrap();
    office.write("text.xlsx", "房号,姓名\n3-1-502,王芳\n");
    office.write("page.xlsx", "<html><table><tr><td>房号</td></tr></table></html>");
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 1024]].concat();
    office.write("old.xls", &old);
    office.write("renamed.xlsx", &old);
    refused(&office, "book.csv", "里面却是 Excel 工作簿；请把名字改成 .xlsx", "holds an Excel workbook; call it .xlsx");
    refused(&office, "text.xlsx", "里面却是文本", "holds text");
    refused(&office, "page.xlsx", "用 Excel 打开后另存为 .xlsx", "open it in Excel");
    refused(&office, "old.xls", "旧式 Excel", "of the old kind");
    refused(&office, "renamed.xlsx", "另存为 .xlsx", "save it as .xlsx");
}

#[test]
fn a_workbook_with_a_password_says_so() {
    let office = Office::new();
    office.write("locked.xlsx", compound("EncryptedPackage"));
    refused(&office, "locked.xlsx", "有密码", "has a password");
}

/// The smallest compound file: a header, a table of sectors, and a folder with one entry.
fn compound(entry: &str) -> Vec<u8> {
    let mut header = vec![0u8; 512];
    header[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    let mut put = |at: usize, bytes: &[u8]| header[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3e, 0, 3, 0, 0xfe, 0xff, 9, 0, 6, 0]);
    put(44, &1u32.to_le_bytes());
    put(48, &1u32.to_le_bytes());
    put(56, &4096u32.to_le_bytes());
    put(60, &0xffff_fffe_u32.to_le_bytes());
    put(68, &0xffff_fffe_u32.to_le_bytes());
    put(76, &[0xff; 436]);
    put(76, &0u32.to_le_bytes());
    let mut table = vec![0xff_u8; 512];
    table[..4].copy_from_slice(&0xffff_fffd_u32.to_le_bytes());
    table[4..8].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    let named = |name: &str, kind: u8| {
        let mut one = vec![0u8; 128];
        let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        one[..letters.len()].copy_from_slice(&letters);
        one[64..66].copy_from_slice(&u16::try_from(letters.len() + 2).unwrap().to_le_bytes());
        one[66] = kind;
        one[68..80].fill(0xff);
        one[116..120].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
        one
    };
    [header, table, named("Root Entry", 5), named(entry, 2), vec![0; 256]].concat()
}

#[test]
fn a_title_over_the_heading_is_passed_over_and_told() {
    let office = Office::new();
    book(&office, "r.xlsx", |sheet| {
        sheet.merge_range(0, 0, 0, 2, "翠湖花园住户表", &Format::new()).unwrap();
        row(sheet, 1, &["制表：张敏", "", "2026-11"]);
        row(sheet, 3, HEADING);
        row(sheet, 4, WANG);
        row(sheet, 5, &["3-1-503", "张三", "12"]);
    });
    let said = import(&office, "residents", "r.xlsx", &[]);
    assert!(said.err.contains("表头在第 4 行"), "{}", said.err);
    assert!(said.out.starts_with("第 6 行：") && said.out.contains("收入 1，"), "{}", said.out);
}

#[test]
fn merged_cells_in_the_heading_are_told_by_their_place() {
    let office = Office::new();
    book(&office, "r.xlsx", |sheet| {
        sheet.write(0, 0, "房号").unwrap();
        sheet.merge_range(0, 1, 0, 2, "业主", &Format::new()).unwrap();
        row(sheet, 1, &["", "姓名", "电话"]);
        row(sheet, 2, WANG);
    });
    refused(&office, "r.xlsx", "B1:C1", "B1:C1");
    book(&office, "down.xlsx", |sheet| {
        for (column, title) in (0..).zip(HEADING) {
            sheet.merge_range(0, column, 1, column, title, &Format::new()).unwrap();
        }
        row(sheet, 2, WANG);
    });
    assert_eq!(import(&office, "residents", "down.xlsx", &[]).code, 0, "merged downwards alone it does no harm");
}

#[test]
fn a_column_without_a_title_and_one_that_is_not_used_are_told() {
    let office = Office::new();
    book(&office, "r.xlsx", |sheet| {
        row(sheet, 0, &["房号", "姓名", "", "车牌"]);
        row(sheet, 1, &["3-1-502", "王芳", "13800138000", "粤C1"]);
    });
    let said = import(&office, "residents", "r.xlsx", &[]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("C1（没有列名）") && said.err.contains("车牌"), "{}", said.err);
}

#[test]
fn a_column_that_stands_twice_is_refused_with_its_places() {
    let office = Office::new();
    book(&office, "r.xlsx", |sheet| row(sheet, 0, &["房号", "姓名", "电话", "姓名"]));
    refused(&office, "r.xlsx", "「姓名」出现了不止一次（B、D 列）", "stands over several columns (B, D)");
}

#[test]
fn of_several_sheets_the_first_with_something_in_it_is_read_or_the_one_that_is_named() {
    let office = Office::new();
    let mut book = Workbook::new();
    book.add_worksheet().set_name("空").unwrap();
    row(book.add_worksheet().set_name("藏").unwrap().set_hidden(true), 0, WANG);
    let names = ["一期", "二期"];
    for (name, unit) in names.into_iter().zip(["3-1-502", "9-1-101"]) {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        row(sheet, 0, HEADING);
        row(sheet, 1, &[unit, "王芳", "13800138000"]);
    }
    book.save(office.path("r.xlsx")).unwrap();
    let said = import(&office, "residents", "r.xlsx", &[]);
    assert!(said.err.contains("读的是工作表「一期」；另有 二期"), "{}", said.err);
    assert!(import(&office, "residents", "r.xlsx", &["--sheet", "二期"]).out.starts_with("收入 1，"));
    let said = import(&office, "residents", "r.xlsx", &["--sheet", "三期"]);
    assert!(said.err.contains("没有工作表「三期」；有 空、一期、二期、藏"), "{}", said.err);
}

#[test]
fn an_empty_workbook_and_one_that_hides_all_it_has_are_told() {
    let office = Office::new();
    book(&office, "empty.xlsx", |_| ());
    refused(&office, "empty.xlsx", "没有表头", "no heading");
    let mut hidden = Workbook::new();
    hidden.add_worksheet().set_name("封面").unwrap();
    row(hidden.add_worksheet().set_name("住户").unwrap().set_hidden(true), 0, HEADING);
    hidden.save(office.path("hidden.xlsx")).unwrap();
    refused(&office, "hidden.xlsx", "隐藏的 住户 有内容", "are hidden");
}

#[test]
fn dates_and_phones_are_read_however_the_sheet_keeps_them() {
    let office = Office::new();
    book(&office, "o.xlsx", |sheet| {
        row(sheet, 0, &["报修单号", "报修时间", "报修人", "报修电话", "报修内容", "完工时间", "维修结果"]);
        let date = Format::new().set_num_format("yyyy/m/d h:mm");
        for (line, received) in
            [(1, "2025/11/3 9:30"), (2, "2025年11月3日 9:30"), (3, "20251103 9:30"), (4, "45964.395833333")]
        {
            sheet.write(line, 0, line).unwrap();
            sheet.write(line, 1, received).unwrap();
        }
        let real = ExcelDateTime::parse_from_str("2025-11-03T09:30").unwrap();
        sheet.write(5, 0, "'5").unwrap();
        sheet.write_with_format(5, 1, &real, &date).unwrap();
        for (line, phone) in
            (1..).zip(["13800138000.0", "１３８００１３８０００", "\u{a0}138 0013 8000 ", "'13800138000"])
        {
            sheet.write(line, 3, phone).unwrap();
        }
        sheet.write(5, 3, 13_800_138_000.0).unwrap();
        for line in 1..6 {
            sheet.write(line, 2, "王芳").unwrap().write(line, 4, "漏水").unwrap();
            sheet.write(line, 5, "2025/11/4").unwrap().write(line, 6, "修好").unwrap();
        }
    });
    let said = import(&office, "work-orders", "o.xlsx", &[]);
    assert!(said.out.starts_with("收入 5，"), "{}", said.out);
    for number in ["1", "2", "3", "4", "5"] {
        let case = office.run(&["--as", "min", "show", number, "--json"]).json().remove(0);
        assert_eq!(case["case"]["received_at"], "2025-11-03T01:30:00Z", "{number}");
        assert_eq!((&case["case"]["phone"], &case["case"]["state"]), (&"13800138000".into(), &"closed".into()));
    }
    assert!(import(&office, "work-orders", "o.xlsx", &[]).out.starts_with("收入 0，已在档 0，早已导入 5，"));
}

#[test]
fn what_is_not_sure_is_refused_line_by_line() {
    let office = Office::new();
    office.write("r.csv", "房号,姓名,电话\n3-1-502,王芳,1.38E+10\n3-1-503,张三,13900139000\n");
    let said = import(&office, "residents", "r.csv", &[]);
    assert!(said.out.starts_with("第 2 行：") && said.out.contains("尾数被 Excel 丢了"), "{}", said.out);
    book(&office, "d.xlsx", |sheet| {
        row(sheet, 0, HEADING);
        let date = ExcelDateTime::from_ymd(2002, 3, 1).unwrap();
        sheet.write_with_format(1, 0, &date, &Format::new().set_num_format("m-d-yy")).unwrap();
        sheet.write(1, 1, "王芳").unwrap();
    });
    let said = import(&office, "residents", "d.xlsx", &[]);
    assert!(
        said.out.starts_with("第 2 行：") && said.out.contains("被 Excel 改成日期"),
        "3-1-02 was meant: {}",
        said.out
    );
    office.write("o.csv", "报修单号,报修时间,报修内容\n7,3.11.2025,漏水\n2.01904E+11,2025-11-03,漏水\n");
    let said = import(&office, "work-orders", "o.csv", &["--set", "name=王芳"]);
    assert!(
        said.out.contains("第 2 行：") && said.out.contains("第 3 行：") && said.out.contains("收入 0"),
        "{}",
        said.out
    );
}

#[test]
fn of_many_lines_a_bad_one_in_the_middle_is_told_by_its_row_and_the_rest_is_taken() {
    let office = Office::new();
    let line = |at: usize| match at {
        600 => "3-1-600,,\n".to_owned(),
        _ => format!("3-1-{at},王芳,\n"),
    };
    office.write("r.csv", format!("房号,姓名,电话\n{}", (101..1_101).map(line).collect::<String>()));
    let trial = import(&office, "residents", "r.csv", &["--dry-run"]);
    let said = import(&office, "residents", "r.csv", &[]);
    assert!(
        said.out.starts_with("第 501 行：") && said.out.contains("收入 999，已在档 0，早已导入 0，退回 1"),
        "{}",
        said.out
    );
    assert!(trial.out.contains("收入 999，已在档 0，早已导入 0，退回 1"), "{}", trial.out);
}

/// A rehearsal lets the file go between lines, and still knows what stood on an earlier one.
#[test]
fn a_rehearsal_judges_as_the_import_does_also_where_lines_name_the_same() {
    let office = Office::new();
    let filling: String = (101..1_101).map(|at| format!("3-1-{at},王芳,\n")).collect();
    let tail = "3栋1单元101,王芳,\n3-1-102,王芳,13800138000\n3-1-102, 王芳 ,13800138000\n";
    office.write("r.csv", format!("房号,姓名,电话\n{filling}{tail}"));
    let told = |more: &[&str]| {
        let mut told = import(&office, "residents", "r.csv", &[&["--json"], more].concat()).json().remove(0);
        told["dry_run"] = false.into();
        told
    };
    let trial = told(&["--dry-run"]);
    assert_eq!((&trial["taken"], &trial["known"], &trial["already_there"]), (&1_000.into(), &1.into(), &2.into()));
    assert_eq!(told(&["--dry-run"]), trial, "a rehearsal leaves nothing behind");
    assert_eq!(told(&[]), trial);
}

#[test]
fn a_rehearsal_shows_the_first_lines_as_they_would_stand() {
    let office = Office::new();
    office.write("o.csv", "报修单号,报修时间,房号,报修人,报修内容,报修类型,完工时间\n7,2025-11-03,3-1-502,王芳,漏水,给排水,2025-11-04\n8,2025-11-03,3-1-503,张三,断电,强弱电,\n");
    let said = import(&office, "work-orders", "o.csv", &["--dry-run"]);
    assert!(said.out.contains("PG-20251103-001  3-1-502  王芳  给排水  漏水  已办结"), "{}", said.out);
    assert!(said.out.contains("PG-20251103-002  3-1-503  张三  强弱电  断电  待派工"), "{}", said.out);
}

//! `import`: what a sheet brings in, and what it does not.

use crate::office::Office;
use crate::workbook::workbook;

const RESIDENTS: &str = "\u{feff}房号*,业主姓名,联系电话,身份,车牌\n3栋1单元502,王芳,138 0013 8000,租户,粤C1\n,,,,\n3-1-503,张三,123,业主,\n商铺12,李四,,,\n";

#[test]
fn a_sheet_of_residents_is_taken_line_by_line_and_twice_adds_nothing() {
    let office = Office::new();
    office.write("r.csv", RESIDENTS);
    let first = office.run(&["--as", "min", "import", "residents", "r.csv"]);
    assert_eq!(first.code, 1, "one line is refused");
    assert!(first.out.starts_with("第 4 行：") && first.out.contains("电话"), "{}", first.out);
    assert!(first.out.ends_with("收入 2，已在档 0，早已导入 0，退回 1\n"), "{}", first.out);
    assert!(first.err.contains("车牌"), "{}", first.err);
    let again = office.run(&["--as", "min", "import", "residents", "r.csv", "--json"]).json().remove(0);
    assert_eq!(again["taken"], 0, "{again}");
    assert_eq!(again["refused"][0]["line"], 4);
    assert!(again["refused"][0]["fields"]["phone"].is_string());
}

#[test]
fn a_rehearsal_tells_the_same_and_saves_nothing() {
    let office = Office::new();
    office.write("r.csv", RESIDENTS);
    let run = |args: &[&str]| office.run(&[&["--as", "min", "import", "residents", "r.csv", "--json"], args].concat());
    for _ in 0..2 {
        let told = run(&["--dry-run"]).json().remove(0);
        assert_eq!((&told["taken"], &told["dry_run"]), (&2.into(), &true.into()));
    }
    assert_eq!(run(&[]).json()[0]["taken"], 2);
}

#[test]
fn complaints_of_an_old_ledger_come_in_with_their_times_and_answers() {
    let office = Office::new();
    let detail = "一\n\t二\n".repeat(400);
    let rows = [
        "id,user,subject,received_at,detail,reply,replied_at".to_owned(),
        format!("2549,A01,停车收费,2019-04-25 09:32:09,\"{detail}\",已答复,2019-05-10 14:56:53"),
        format!("2550,A02,噪音,2019-04-26 10:00:00,\"{detail}\",,"),
        "2551,A03,水电,2019-13-26 10:00:00,,,".to_owned(),
    ];
    office.write("m.csv", rows.join("\r\n"));
    let map = "old_number=id,name=user,matter=subject,detail=detail,received_at=received_at,reply=reply,replied_at=replied_at";
    let import =
        || office.run(&["--as", "min", "import", "complaints", "m.csv", "--map", map, "--set", "severity=重要"]);
    let first = import();
    assert!(first.out.ends_with("收入 2，已在档 0，早已导入 0，退回 1\n"), "{}", first.out);
    assert!(first.out.starts_with("第 1604 行："), "{}", first.out);
    assert!(import().out.ends_with("收入 0，已在档 0，早已导入 2，退回 1\n"));
    let answered = office.run(&["--as", "min", "show", "2549", "--json"]).json().remove(0);
    assert_eq!(answered["case"]["received_at"], "2019-04-25T01:32:09Z");
    assert_eq!(
        (&answered["case"]["state"], &answered["part"]["complaint"]["severity"]),
        (&"closed".into(), &"important".into())
    );
    let open = office.run(&["--as", "min", "show", "2550", "--json"]).json().remove(0);
    assert_ne!(open["case"]["state"], "closed");
}

#[test]
fn a_workbook_is_read_like_a_csv_file() {
    let office = Office::new();
    let rows: &[&[&str]] =
        &[&["房号", "姓名", "电话"], &["3-1-502", "王芳", "13800138000"], &["3-1-503", "张三", "12"]];
    office.write("r.xlsx", workbook(rows));
    let told = office.run(&["--as", "min", "import", "residents", "r.xlsx", "--json"]).json().remove(0);
    assert_eq!((&told["taken"], &told["refused"][0]["line"]), (&1.into(), &3.into()), "{told}");
}

#[test]
fn what_cannot_be_read_is_told_before_anything_is_saved() {
    let office = Office::new();
    office.write("gbk.csv", b"unit,name\n3-1-502,\xd5\xc5\xc3\xf4\n");
    office.write("short.csv", "房号,电话\n3-1-502,13800138000\n");
    office.write("empty.csv", "");
    office.write("broken.xlsx", "no workbook");
    office.write("cut.xlsx", &workbook(&[&["房号", "姓名"]])[..200]);
    for (file, reason) in [
        ("gbk.csv", "GBK"),
        ("short.csv", "name 姓名"),
        ("empty.csv", "表头"),
        ("broken.xlsx", "里面却是文本"),
        ("cut.xlsx", "读不了"),
        ("none.csv", "读不了"),
        ("r.ods", ".xlsx"),
    ] {
        let said = office.run(&["--as", "min", "import", "residents", file]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{file}");
        assert!(said.err.contains(reason), "{file}: {}", said.err);
    }
}

//! `import keys`: the ledger of the cabinet as a sheet.

use crate::office::Office;
use crate::workbook::workbook;

const KEYS: &str = "\u{feff}钥匙号,钥匙种类,标签,房号,业主姓名,楼栋,楼层,挂钩号,把数\n\
    a-1,用户托管,入户门,3栋1单元502,王芳,,,A1,2\n\
    P-1,设备房备用,水泵房,,,3,-1,P1,\n\
    P-1,设备房备用,配电房,,,3,-1,P2,1\n\
    P-3,设备房备用,电梯机房,,,3,顶层,,1\n\
    Q-1,用户托管,入户门,,,3,,Q1,1\n";

fn import(office: &Office, more: &[&str]) -> crate::office::Said {
    office.run(&[&["--as", "min", "import", "keys", "k.csv"], more].concat())
}

/// KEY-01, KEY-02
#[test]
fn a_sheet_of_keys_is_hung_up_line_by_line_and_twice_adds_nothing() {
    let office = Office::new();
    office.write("k.csv", KEYS);
    let told = import(&office, &["--json"]).json().remove(0);
    assert_eq!(told["taken"], 2, "{told}");
    let refused: Vec<_> = told["refused"].as_array().unwrap().iter().map(|one| one["line"].clone()).collect();
    assert_eq!(refused, [4, 5, 6], "a doubled number, no hook, no unit: {told}");
    assert!(told["refused"][0]["fields"]["key"].is_string() && told["refused"][1]["fields"]["hook"].is_string());
    let again = import(&office, &["--json"]).json().remove(0);
    assert_eq!((&again["taken"], &again["already_there"]), (&0.into(), &2.into()), "{again}");
    let key = office.run(&["--as", "min", "show", "A-1", "--json"]).json().remove(0);
    let part = &key["part"]["key"];
    assert_eq!((&part["building"], &part["floor"], &part["pieces"]), (&"3".into(), &"5".into(), &2.into()), "{key}");
}

#[test]
fn a_rehearsal_hangs_nothing_up_and_other_headings_can_be_named() {
    let office = Office::new();
    office.write("k.csv", "No,Tag,Peg\n7,储藏室,12\n");
    let map = ["--map", "key=No,matter=Tag,hook=Peg", "--set", "key_kind=其它"];
    let dry = import(&office, &[&map[..], &["--dry-run", "--json"]].concat()).json().remove(0);
    assert_eq!(dry["taken"], 1, "{dry}");
    let real = import(&office, &[&map[..], &["--json"]].concat()).json().remove(0);
    assert_eq!(real["taken"], 1, "{real}");
    let missing = office.run(&["--as", "min", "import", "keys", "k.csv"]);
    assert!(missing.code == 1 && missing.err.contains("key_kind"), "{}", missing.err);
}

#[test]
fn keys_come_out_of_a_workbook_too() {
    let office = Office::new();
    let rows: &[&[&str]] = &[&["钥匙号", "种类", "名称", "挂钩"], &["7", "其它", "储藏室", "12"]];
    office.write("k.xlsx", workbook(rows));
    let told = office.run(&["--as", "min", "import", "keys", "k.xlsx", "--json"]).json().remove(0);
    assert_eq!(told["taken"], 1, "{told}");
}

/// SEC-03: a document number is whole on the return form only.
#[test]
fn show_masks_the_document_of_who_has_the_key() {
    let office = Office::new();
    office.write("k.csv", KEYS);
    import(&office, &[]);
    let lend = r#"{"do":"lend_key","number":"P-1","borrower":"outsider","name":"周师傅","phone":"13900139000",
        "purpose":"装宽带","signature":"周师傅","document":"id_card","document_number":"440305199001011234","deposit":"200"}"#;
    let said = office.feed(&["--as", "min", "act"], lend.replace('\n', " "));
    assert_eq!(said.code, 0, "{}", said.out);
    let shown = office.run(&["--as", "min", "show", "P-1"]);
    assert!(shown.out.contains("周师傅") && shown.out.contains("1234"), "{}", shown.out);
    assert!(!shown.out.contains("440305199001011234"), "{}", shown.out);
    let json = office.run(&["--as", "min", "show", "P-1", "--json"]);
    assert!(json.out.contains("周师傅") && !json.out.contains("440305199001011234"), "{}", json.out);
}

/// KEY-08, KEY-10: what stands on a case line by line is shown, with what was found of each key.
#[test]
fn show_tells_the_lines_of_a_count_and_of_a_key() {
    let office = Office::new();
    office.write("k.csv", KEYS);
    import(&office, &[]);
    let acts = [
        r#"{"do":"lend_key","number":"P-1","name":"王工","department":"engineering","purpose":"检修","signature":"王工"}"#,
        r#"{"do":"chase_key","number":"P-1","said":"说马上还"}"#,
        r#"{"do":"begin_stocktake"}"#,
    ];
    for act in acts {
        // From the 25th on the count has begun by itself.
        office.feed(&["--as", "min", "act"], act);
    }
    let due = office.run(&["--as", "min", "due", "--json"]);
    let rows = due.json().remove(0)["rows"].as_array().cloned().unwrap_or_default();
    let number = rows.iter().find_map(|row| row["number"].as_str().filter(|number| number.starts_with("PD-")));
    let number = number.unwrap_or_else(|| panic!("{}", due.out));
    office.feed(
        &["--as", "min", "act"],
        format!(r#"{{"do":"count_key","number":"{number}","key":"A-1","found":"missing"}}"#),
    );
    let shown = office.run(&["--as", "min", "show", number]).out;
    assert!(shown.lines().any(|line| line.contains("[缺失 与记录不符]") && line.contains("A-1")), "{shown}");
    let shown = office.run(&["--as", "min", "show", "P-1"]).out;
    assert!(shown.contains("说马上还"), "{shown}");
}

//! Passes that are out, lost or just back, and households that are reminded of fees now. Nothing but a table. The units of
//! the reminders are named here, since no household is reminded of the same fee twice.
use super::super::staff::Who::{Desk, Named, Supervisor};
use super::Home::Nobody;
use super::Scene;

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    // Passes: valid; ends today; expired; extended; lost; lost and followed up; back; wrong.
    Scene { home: Nobody, beats: &[
        (400, Desk, "issue_pass", &[("pass_number", "L012"), ("name", "汤师傅"), ("phone", "14000002201"), ("company", "佳居装饰"), ("unit", "3-1-502"), ("matter", "卫生间防水重做"), ("valid_until", "@14000"), ("deposit", "50")]),
    ] },
    Scene { home: Nobody, beats: &[
        (7000, Desk, "issue_pass", &[("pass_number", "L007"), ("name", "常师傅"), ("phone", "14000002202"), ("unit", "5-2-301"), ("matter", "木地板安装"), ("valid_until", "@150"), ("deposit", "50")]),
    ] },
    Scene { home: Nobody, beats: &[
        (9000, Desk, "issue_pass", &[("pass_number", "L003"), ("name", "孟师傅"), ("phone", "14000002203"), ("company", "明窗门窗"), ("unit", "2-1-803"), ("matter", "封阳台，换断桥窗"), ("valid_until", "@-1900"), ("deposit", "100")]),
        (1500, Desk, "add_note", &[("note", "电话打给孟师傅，说人在别的工地，明天送回")]),
    ] },
    Scene { home: Nobody, beats: &[
        (11_000, Desk, "issue_pass", &[("pass_number", "L019"), ("name", "武师傅"), ("phone", "14000002204"), ("company", "清风空调"), ("unit", "7-1-1203"), ("matter", "中央空调内机安装"), ("valid_until", "@-500"), ("deposit", "50")]),
        (900, Desk, "extend_pass", &[("valid_until", "@5000"), ("reason", "外机支架补料，业主来电同意")]),
    ] },
    Scene { home: Nobody, beats: &[
        (6000, Desk, "issue_pass", &[("pass_number", "L021"), ("name", "贺师傅"), ("phone", "14000002205"), ("company", "宏发搬运"), ("matter", "装修垃圾下楼清运"), ("valid_until", "@8000"), ("deposit", "50")]),
        (300, Desk, "report_lost", &[("note", "随垃圾车带走，车队也没找到")]),
    ] },
    Scene { home: Nobody, beats: &[
        (8000, Desk, "issue_pass", &[("pass_number", "L002"), ("name", "段师傅"), ("phone", "14000002206"), ("company", "佳居装饰"), ("unit", "8-2-601"), ("matter", "全屋水电改造"), ("valid_until", "@20000"), ("deposit", "50")]),
        (4000, Desk, "report_lost", &[("note", "工服口袋破了，掉在路上")]),
        (3500, Supervisor, "follow_up_loss", &[("note", "卡号已注销，岗亭已通知"), ("deposit_back", "30")]),
    ] },
    Scene { home: Nobody, beats: &[
        (5000, Desk, "issue_pass", &[("pass_number", "L005"), ("name", "汤师傅"), ("phone", "14000002201"), ("company", "佳居装饰"), ("unit", "6-1-402"), ("matter", "厨房墙砖空鼓修补"), ("valid_until", "@-60"), ("deposit", "50")]),
        (120, Desk, "return_pass", &[("deposit_back", "50")]),
    ] },
    Scene { home: Nobody, beats: &[
        (260, Named("zhangmin"), "issue_pass", &[("pass_number", "L030"), ("name", "常师傅"), ("phone", "14000002202"), ("unit", "5-2-301"), ("matter", "木地板安装（重复）"), ("valid_until", "@4000")]),
        (255, Named("zhangmin"), "void", &[("reason", "重复登记，已有 L007")]),
    ] },
    // Reminders: next one to come; late; promised; promise broken and not spoken of yet; broken before; paid; unable; wrong.
    Scene { home: Nobody, beats: &[
        (6500, Supervisor, "begin_reminder", &[("unit", "4-1-701"), ("fee", "electricity"), ("matter", "公摊电费 9-10月")]),
        (3000, Supervisor, "remind", &[("how", "phone"), ("said", "说没收到账单，已重发微信"), ("next_at", "@1300")]),
    ] },
    Scene { home: Nobody, beats: &[
        (12_000, Supervisor, "begin_reminder", &[("unit", "9-2-1102"), ("fee", "other"), ("matter", "水表更换工本费")]),
        (9000, Supervisor, "remind", &[("how", "letter"), ("next_at", "@-700")]),
    ] },
    Scene { home: Nobody, beats: &[
        (7000, Supervisor, "begin_reminder", &[("unit", "10-1-903"), ("fee", "rubbish"), ("matter", "装修垃圾清运费")]),
        (4000, Supervisor, "remind", &[("how", "visit"), ("said", "装修公司说由业主付，业主答应付")]),
        (3500, Supervisor, "promise_payment", &[("promised_at", "@2600"), ("said", "周末转账")]),
    ] },
    Scene { home: Nobody, beats: &[
        (10_000, Supervisor, "begin_reminder", &[("unit", "12-1-505"), ("fee", "other"), ("matter", "门禁卡工本费")]),
        (8500, Supervisor, "promise_payment", &[("promised_at", "@-2000"), ("said", "出差回来就交")]),
    ] },
    Scene { home: Nobody, beats: &[
        (14_000, Supervisor, "begin_reminder", &[("unit", "2-2-1804"), ("fee", "electricity"), ("matter", "公摊电费 7-10月")]),
        (13_000, Supervisor, "remind", &[("how", "phone"), ("said", "对公摊有意见，已解释")]),
        (11_500, Supervisor, "promise_payment", &[("promised_at", "@-7000"), ("said", "月中交")]),
        (4200, Supervisor, "remind", &[("how", "visit"), ("said", "家里没人，隔门留条；电话说再等几天"), ("next_at", "@2900")]),
    ] },
    Scene { home: Nobody, beats: &[
        (5500, Supervisor, "begin_reminder", &[("unit", "11-1-302"), ("fee", "rubbish")]),
        (5000, Supervisor, "remind", &[("how", "notice")]),
        (1600, Supervisor, "record_payment", &[("note", "装修公司代缴")]),
    ] },
    Scene { home: Nobody, beats: &[
        (15_000, Supervisor, "begin_reminder", &[("unit", "1-1-1601"), ("fee", "other"), ("matter", "停用车位占用费")]),
        (12_500, Supervisor, "remind", &[("how", "letter")]),
        (2100, Supervisor, "close_as_unable", &[("reason", "房屋已被法院查封，转法务申报")]),
    ] },
    Scene { home: Nobody, beats: &[
        (3000, Supervisor, "begin_reminder", &[("unit", "3-2-904"), ("fee", "electricity")]),
        (2900, Supervisor, "void", &[("reason", "前一天已缴，名单没更新")]),
    ] },
];

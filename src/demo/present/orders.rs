//! Work orders that stand on the board now, in every column, on time and late. Nothing but a table.
use super::super::staff::Who::{Desk, Named, Supervisor};
use super::Home::{Anybody, Same};
use super::Scene;

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    // Waiting: urgent and just in, late, handed back.
    Scene { home: Anybody, beats: &[
        (3, Desk, "file_work_order", &[("job", "burst_pipe"), ("matter", "厨房进水软管爆开，水流到客厅"), ("detail", "老人独自在家，已请她关户内总阀，没关严。")]),
    ] },
    Scene { home: Anybody, beats: &[
        (48, Desk, "file_work_order", &[("job", "electric"), ("matter", "书房插座没电，电脑开不了机"), ("arrive_by", "@75")]),
    ] },
    Scene { home: Anybody, beats: &[
        (130, Desk, "file_work_order", &[("job", "doors"), ("matter", "推拉门掉轨，门扇歪着"), ("technician", "shilei")]),
        (118, Named("shilei"), "hand_back_order", &[("reason", "门扇太重，要两个人抬，我这班只有一个人")]),
    ] },
    Scene { home: Anybody, beats: &[
        (9, Desk, "take_reception", &[("kind", "request"), ("course", "work_order"), ("job", "plumbing"), ("matter", "马桶水箱一直进水，关不住")]),
    ] },
    // Sent: with time left, nearly late, late.
    Scene { home: Anybody, beats: &[
        (11, Desk, "file_work_order", &[("job", "public"), ("matter", "架空层乒乓球台断了一条腿"), ("technician", "shilei")]),
    ] },
    Scene { home: Anybody, beats: &[
        (34, Desk, "file_work_order", &[("job", "cleaning"), ("matter", "三楼楼道有一滩油漆"), ("channel", "online")]),
        (26, Desk, "send_order", &[("technician", "fanjie")]),
    ] },
    Scene { home: Same(1), beats: &[
        (95, Desk, "file_work_order", &[("job", "plumbing"), ("matter", "阳台地漏返水，洗衣机不敢开"), ("technician", "qianwei"), ("arrive_by", "@-5")]),
        (40, Desk, "press_again", &[("said", "问师傅到底来不来")]),
        (12, Desk, "press_again", &[("said", "第二次催，语气很急")]),
    ] },
    Scene { home: Anybody, beats: &[
        (210, Desk, "file_work_order", &[("job", "security"), ("matter", "车库东口道闸抬杆慢，早上排队"), ("technician", "duyong")]),
        (200, Named("duyong"), "sign_order", &[]),
        (170, Named("duyong"), "transfer_order", &[("department", "engineering"), ("technician", "tanbin"), ("reason", "是控制板的事，转强弱电")]),
    ] },
    // Signed for: to be contacted, and nobody has rung.
    Scene { home: Anybody, beats: &[
        (41, Desk, "file_work_order", &[("job", "electric"), ("matter", "可视对讲有图像没声音"), ("technician", "tanbin"), ("arrive_by", "@120")]),
        (22, Named("tanbin"), "sign_order", &[]),
    ] },
    Scene { home: Anybody, beats: &[
        (120, Desk, "file_work_order", &[("job", "greening"), ("matter", "樟树枝搭在空调外机上"), ("technician", "qinfeng")]),
        (100, Named("qinfeng"), "sign_order", &[("signed_by", "吴长青")]),
    ] },
    // On the way.
    Scene { home: Anybody, beats: &[
        (19, Desk, "file_work_order", &[("job", "short_circuit"), ("matter", "厨房插座冒火花，闻到焦味"), ("technician", "tanbin")]),
        (15, Named("tanbin"), "sign_order", &[]),
        (13, Named("tanbin"), "contact_resident", &[("said", "请先拉下总闸，五分钟到")]),
        (8, Named("tanbin"), "depart", &[]),
    ] },
    Scene { home: Anybody, beats: &[
        (66, Desk, "file_work_order", &[("job", "plumbing"), ("matter", "淋浴混水阀漏水"), ("technician", "qianwei"), ("arrive_by", "@9")]),
        (50, Named("qianwei"), "sign_order", &[]),
        (45, Named("qianwei"), "contact_resident", &[("said", "手上一家修完就来")]),
        (6, Named("qianwei"), "depart", &[]),
    ] },
    // There: at work, and failed equipment that nobody has looked at yet.
    Scene { home: Anybody, beats: &[
        (88, Desk, "file_work_order", &[("job", "doors"), ("matter", "入户门锁芯断了钥匙"), ("technician", "shilei")]),
        (80, Named("shilei"), "sign_order", &[]),
        (76, Named("shilei"), "contact_resident", &[("said", "带锁芯过来")]),
        (60, Named("shilei"), "depart", &[]),
        (47, Named("shilei"), "arrive", &[]),
    ] },
    Scene { home: Anybody, beats: &[
        (105, Desk, "file_work_order", &[("job", "equipment"), ("matter", "地库B2排污泵不启动，集水坑快满"), ("technician", "tanbin")]),
        (99, Named("tanbin"), "sign_order", &[]),
        (97, Named("tanbin"), "contact_resident", &[("said", "已告知值班室")]),
        (90, Named("tanbin"), "depart", &[]),
        (82, Named("tanbin"), "arrive", &[]),
    ] },
    Scene { home: Anybody, beats: &[
        (180, Desk, "file_work_order", &[("job", "lift"), ("matter", "2号梯平层差一掌，轮椅卡住"), ("technician", "wangjun")]),
        (176, Named("wangjun"), "sign_order", &[]),
        (170, Named("wangjun"), "contact_resident", &[("said", "已约维保")]),
        (168, Named("wangjun"), "depart", &[]),
        (160, Named("wangjun"), "arrive", &[]),
        (120, Named("wangjun"), "first_check", &[("note", "编码器皮带松，等维保带件")]),
    ] },
    // Paused until the part is here.
    Scene { home: Anybody, beats: &[
        (1600, Desk, "file_work_order", &[("job", "doors"), ("matter", "飘窗执手断，窗关不上"), ("technician", "shilei")]),
        (1580, Named("shilei"), "sign_order", &[]),
        (1570, Named("shilei"), "contact_resident", &[("said", "量了尺寸，要订货")]),
        (1540, Named("shilei"), "depart", &[]),
        (1530, Named("shilei"), "arrive", &[]),
        (1500, Named("shilei"), "pause", &[("until", "@2600"), ("reason", "执手订货，后天到")]),
    ] },
    // Done: the resident does not know yet, the sheet is still out, and out too long.
    Scene { home: Anybody, beats: &[
        (300, Desk, "file_work_order", &[("job", "electric"), ("matter", "楼道灯整层不亮"), ("technician", "tanbin")]),
        (280, Named("tanbin"), "sign_order", &[]),
        (270, Named("tanbin"), "arrive", &[]),
        (200, Named("tanbin"), "finish_order", &[("result", "更换声控开关两只，亮灯正常"), ("material", "声控开关两只"), ("charge", "公共维修")]),
    ] },
    Scene { home: Anybody, beats: &[
        (2900, Desk, "file_work_order", &[("job", "plumbing"), ("matter", "洗手盆下水管滴水"), ("technician", "qianwei")]),
        (2880, Named("qianwei"), "sign_order", &[]),
        (2860, Named("qianwei"), "arrive", &[]),
        (2800, Named("qianwei"), "finish_order", &[("result", "更换下水软管"), ("material", "下水软管一根"), ("charge", "材料费25元")]),
        (1300, Desk, "tell_resident", &[("said", "业主满意，说师傅收拾得干净"), ("satisfied", "true")]),
    ] },
    Scene { home: Anybody, beats: &[
        (7900, Desk, "file_work_order", &[("job", "public"), ("matter", "儿童沙池围边松动"), ("technician", "shilei")]),
        (7880, Named("shilei"), "sign_order", &[]),
        (7850, Named("shilei"), "arrive", &[]),
        (7700, Named("shilei"), "finish_order", &[("result", "重新锚固，打磨边角"), ("material", "螺栓八只"), ("charge", "公共维修")]),
        (7600, Desk, "tell_resident", &[("said", "已告知报修人"), ("satisfied", "true")]),
        (400, Desk, "move_copy", &[("copy", "resident"), ("copy_at", "missing")]),
    ] },
    // Not done in time: an apology with a new time; over a week, the manager's.
    Scene { home: Same(0), beats: &[
        (3400, Desk, "file_work_order", &[("job", "doors"), ("matter", "防盗门变形，反锁不上"), ("technician", "shilei")]),
        (3390, Named("shilei"), "sign_order", &[]),
        (3360, Named("shilei"), "contact_resident", &[("said", "门框要校正，等切割机")]),
        (400, Supervisor, "apologize", &[("said", "工具调配延误，向您道歉，今天一定派人"), ("promised_at", "@500")]),
    ] },
    Scene { home: Anybody, beats: &[
        (11_500, Desk, "file_work_order", &[("job", "equipment"), ("matter", "屋顶水箱液位计失灵，溢流"), ("technician", "tanbin")]),
        (11_480, Named("tanbin"), "sign_order", &[]),
        (11_470, Named("tanbin"), "contact_resident", &[("said", "已告知顶层住户")]),
        (11_400, Named("tanbin"), "arrive", &[]),
        (11_350, Named("tanbin"), "first_check", &[("note", "传感器进水，需厂家来换")]),
    ] },
    // The sheet came back today.
    Scene { home: Anybody, beats: &[
        (1500, Desk, "file_work_order", &[("job", "cleaning"), ("matter", "电梯厅玻璃有胶印"), ("technician", "fanjie")]),
        (1490, Named("fanjie"), "sign_order", &[]),
        (1480, Named("fanjie"), "arrive", &[]),
        (1400, Named("fanjie"), "finish_order", &[("result", "已清除"), ("charge", "免费")]),
        (280, Desk, "tell_resident", &[("said", "业主表示感谢"), ("satisfied", "true")]),
        (120, Desk, "file_sheet", &[]),
    ] },
    Scene { home: Anybody, beats: &[
        (1700, Desk, "file_work_order", &[("job", "greening"), ("matter", "喷头坏了一直喷水"), ("technician", "qinfeng")]),
        (1690, Named("qinfeng"), "sign_order", &[]),
        (1660, Named("qinfeng"), "arrive", &[]),
        (1600, Named("qinfeng"), "finish_order", &[("result", "更换喷头"), ("material", "地埋喷头一只"), ("charge", "公共维修")]),
        (290, Desk, "tell_resident", &[("said", "已微信告知"), ("satisfied", "true")]),
        (60, Desk, "file_sheet", &[]),
    ] },
    // Not content when told: with the technician again.
    Scene { home: Anybody, beats: &[
        (2000, Desk, "file_work_order", &[("job", "plumbing"), ("matter", "厨房角阀漏水"), ("technician", "qianwei")]),
        (1990, Named("qianwei"), "sign_order", &[]),
        (1970, Named("qianwei"), "arrive", &[]),
        (1900, Named("qianwei"), "finish_order", &[("result", "重新缠生料带"), ("charge", "免费")]),
        (150, Desk, "tell_resident", &[("said", "业主说夜里又湿了一片"), ("satisfied", "false")]),
    ] },
    // Cannot be done; entered by mistake.
    Scene { home: Anybody, beats: &[
        (2600, Desk, "file_work_order", &[("job", "other"), ("matter", "请帮忙把市政路灯调暗")]),
        (250, Supervisor, "close_as_unable", &[("reason", "路灯属市政，已代报12345并告知业主")]),
    ] },
    Scene { home: Anybody, beats: &[
        (140, Desk, "file_work_order", &[("job", "electric"), ("matter", "楼道灯整层不亮（重复）")]),
        (135, Supervisor, "void", &[("reason", "同一层另一户刚报过")]),
    ] },
    // Jobs of a complaint, and of what the manager promised.
    Scene { home: Anybody, beats: &[
        (900, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("matter", "卫生间反复漏到楼下，修了又漏")]),
        (880, Desk, "contact_resident", &[("said", "已约明早打开检修口")]),
        (200, Desk, "dispatch_work", &[("job", "plumbing"), ("matter", "打开检修口查暗管，带测漏仪"), ("technician", "qianwei"), ("arrive_by", "@40")]),
    ] },
    Scene { home: Anybody, beats: &[
        (260, Desk, "file_work_order", &[("channel", "letter"), ("job", "public"), ("matter", "经理接待日：请在6栋门口加一段扶手"), ("technician", "shilei"), ("arrive_by", "@1300")]),
        (240, Named("shilei"), "sign_order", &[]),
        (235, Named("shilei"), "contact_resident", &[("said", "已现场量尺")]),
    ] },
];

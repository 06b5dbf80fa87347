//! Keys now: out, nearly late, late, lost, with people from outside, handed over. Nothing but a table.
use super::super::staff::Who::{Desk, Supervisor};
use super::Home::Key;
use super::Scene;

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    // Out, with time left and nearly late.
    Scene { home: Key("plant_room", 0), beats: &[
        (70, Desk, "lend_key", &[("name", "王军"), ("department", "engineering"), ("purpose", "水泵房抄表巡检"), ("signature", "王军"), ("back_by", "@240")]),
    ] },
    Scene { home: Key("plant_room", 1), beats: &[
        (110, Desk, "lend_key", &[("name", "谭斌"), ("department", "engineering"), ("purpose", "配电室红外测温"), ("signature", "谭斌"), ("back_by", "@8")]),
    ] },
    // Late: an hour, and for days; chased.
    Scene { home: Key("plant_room", 2), beats: &[
        (400, Desk, "lend_key", &[("name", "范洁"), ("department", "cleaning"), ("purpose", "设备间清扫"), ("signature", "范洁"), ("back_by", "@-65")]),
        (30, Desk, "chase_key", &[("said", "电话无人接，已留言班长")]),
    ] },
    Scene { home: Key("plant_room", 3), beats: &[
        (4400, Desk, "lend_key", &[("name", "石磊"), ("department", "engineering"), ("purpose", "消防水泵房补漆"), ("signature", "石磊"), ("back_by", "@-3900")]),
        (2500, Desk, "chase_key", &[("said", "说放在工具箱里，明天带来")]),
        (1000, Desk, "chase_key", &[("said", "今天调休，后天还")]),
    ] },
    // Extended.
    Scene { home: Key("plant_room", 4), beats: &[
        (500, Desk, "lend_key", &[("name", "秦峰"), ("department", "greening"), ("purpose", "屋顶绿化补苗"), ("signature", "秦峰"), ("back_by", "@30")]),
        (45, Desk, "extend_loan", &[("back_by", "@400"), ("reason", "苗木晚到，主管同意延到今晚")]),
    ] },
    // Lost while it was out, and nothing was done about it yet; lost and followed up.
    Scene { home: Key("plant_room", 5), beats: &[
        (3100, Desk, "lend_key", &[("name", "杜勇"), ("department", "security"), ("purpose", "屋面巡查"), ("signature", "杜勇"), ("back_by", "@-2600")]),
        (1900, Desk, "report_lost", &[("note", "巡查途中遗失，沿路找过没有")]),
    ] },
    Scene { home: Key("entrusted", 6), beats: &[
        (6000, Supervisor, "report_lost", &[("note", "盘点时不在钩上，监控查不到")]),
        (4700, Supervisor, "follow_up_loss", &[("note", "已告知业主并免费换锁芯，新钥匙由业主自管")]),
    ] },
    // People from outside: a document and a deposit; on time and late.
    Scene { home: Key("plant_room", 6), beats: &[
        (150, Desk, "lend_key", &[("borrower", "outsider"), ("name", "维保单位 严师傅"), ("phone", "14000001234"), ("purpose", "电梯机房月检"), ("document", "id_card"), ("document_number", "990000197001010011"), ("deposit", "300"), ("signature", "严"), ("back_by", "@180")]),
    ] },
    Scene { home: Key("plant_room", 7), beats: &[
        (1750, Desk, "lend_key", &[("borrower", "outsider"), ("name", "铁塔公司 薛工"), ("phone", "14000005678"), ("purpose", "基站电源检修"), ("document", "driving_licence"), ("document_number", "990000198202020022"), ("deposit", "500"), ("signature", "薛"), ("back_by", "@-1300")]),
        (900, Desk, "chase_key", &[("said", "人在外地，答应快递寄回")]),
    ] },
    Scene { home: Key("other", 1), beats: &[
        (2100, Desk, "lend_key", &[("borrower", "outsider"), ("name", "广告公司 柯先生"), ("phone", "14000007788"), ("purpose", "更换宣传栏画面"), ("document", "passport"), ("document_number", "X0000000"), ("deposit", "200"), ("signature", "柯"), ("back_by", "@-1500")]),
        (1600, Desk, "return_key", &[("condition", "钥匙牌遗失，扣工本费二十元"), ("deposit_back", "180")]),
    ] },
    // Entrusted: by mandate, and with approval and consent.
    Scene { home: Key("entrusted", 1), beats: &[
        (55, Desk, "lend_key", &[("name", "范洁"), ("department", "cleaning"), ("purpose", "业主外出，按授权每周保洁"), ("signature", "范洁"), ("back_by", "@130")]),
    ] },
    Scene { home: Key("entrusted", 0), beats: &[
        (80, Desk, "lend_key", &[("name", "钱伟"), ("department", "engineering"), ("purpose", "楼下渗水，入户关阀检查"), ("signature", "钱伟"), ("approved_by", "zhouhui"), ("consent_by", "业主本人，电话录音"), ("back_by", "@60")]),
    ] },
    // Handed over at move-in; handed over and entrusted again; a wrong entry; lost and found.
    Scene { home: Key("entrusted", 2), beats: &[
        (5200, Desk, "hand_over_key", &[("name", "业主本人"), ("pieces", "3"), ("signature", "业主")]),
    ] },
    Scene { home: Key("entrusted", 3), beats: &[
        (9000, Desk, "hand_over_key", &[("name", "业主之子"), ("pieces", "1"), ("signature", "代收")]),
        (1300, Desk, "take_in_key", &[("hook", "甲4"), ("pieces", "2"), ("mandate", "出国半年，书面授权看房与抢修")]),
    ] },
    Scene { home: Key("entrusted", 5), beats: &[
        (7000, Supervisor, "void", &[("reason", "与前一把重复建档")]),
    ] },
    Scene { home: Key("other", 0), beats: &[
        (8000, Desk, "report_lost", &[("note", "会所闭馆清点少一把")]),
        (7800, Desk, "follow_up_loss", &[("note", "先用备用钥匙，问过教练组")]),
        (3000, Desk, "find_key", &[("note", "在泳池储物柜里找到")]),
    ] },
];

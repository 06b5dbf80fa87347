//! Receptions that are open now, and some that have just ended. Nothing but a table.
use super::super::staff::Who::{Desk, Manager, Of, Supervisor};
use super::Home::Anybody;
use super::Scene;
use crate::model::staff::Department::{Cleaning, Engineering, Greening, Security, Service};

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    // Just taken in.
    Scene { home: Anybody, beats: &[
        (3, Desk, "take_reception", &[("channel", "walk_in"), ("kind", "request"), ("matter", "想借一辆轮椅，送母亲去医院复查")]),
    ] },
    // A promised reply is due soon.
    Scene { home: Anybody, beats: &[
        (23, Desk, "take_reception", &[("matter", "问装修押金退到哪张卡，上周说三天到账"), ("promise", "true")]),
    ] },
    Scene { home: Anybody, beats: &[
        (21, Desk, "take_reception", &[("channel", "online"), ("matter", "昨晚的停电赔不赔冰箱里的东西"), ("promise", "true")]),
    ] },
    // A promised reply with time left.
    Scene { home: Anybody, beats: &[
        (12, Desk, "take_reception", &[("matter", "车位B1-023想与邻居对调，要办什么手续"), ("promised_at", "@95")]),
    ] },
    // A promised reply that is late: the supervisor is told.
    Scene { home: Anybody, beats: &[
        (71, Desk, "take_reception", &[("matter", "问泳池水质检测报告在哪里看"), ("promise", "true")]),
    ] },
    // A promise that was moved.
    Scene { home: Anybody, beats: &[
        (55, Desk, "take_reception", &[("matter", "问新能源车位排到第几号"), ("promise", "true")]),
        (30, Desk, "move_promise", &[("promised_at", "@50"), ("reason", "名单在工程部，主管外出未归"), ("told", "true")]),
    ] },
    // Forwarded, with time left; one of them to whoever sits at the keyboard.
    Scene { home: Anybody, beats: &[
        (310, Desk, "take_reception", &[("kind", "request"), ("course", "forwarded"), ("department", "engineering"), ("matter", "厨房水龙头滴水，关不紧")]),
        (250, Of(Engineering), "record_handling", &[("note", "已联系业主，约今天下班前上门，自带阀芯")]),
        (200, Desk, "assign_handler", &[("handler", "{operator}")]),
    ] },
    Scene { home: Anybody, beats: &[
        (900, Desk, "take_reception", &[("channel", "relayed"), ("relayed_by", "东门岗"), ("kind", "request"), ("course", "forwarded"), ("department", "security"), ("matter", "地库消防门被人用砖头顶开，夜里有人进出，请查监控")]),
        (880, Of(Security), "record_handling", &[("note", "砖头已清走，正在翻昨天的录像")]),
    ] },
    // Due soon: two days less a few hours.
    Scene { home: Anybody, beats: &[
        (2640, Desk, "take_reception", &[("kind", "request"), ("course", "forwarded"), ("department", "cleaning"), ("matter", "装修后的大件垃圾在楼道放了两天")]),
        (2500, Of(Cleaning), "record_handling", &[("note", "已通知清运车，等排班")]),
    ] },
    // Over two days: the supervisor's.
    Scene { home: Anybody, beats: &[
        (3010, Desk, "take_reception", &[("kind", "request"), ("course", "forwarded"), ("department", "engineering"), ("matter", "单元门闭门器坏了，一刮风就撞得响")]),
        (2800, Of(Engineering), "record_handling", &[("note", "型号停产，正在找替代件")]),
    ] },
    // Over a week: the manager's.
    Scene { home: Anybody, beats: &[
        (11_700, Desk, "take_reception", &[("channel", "letter"), ("kind", "request"), ("course", "forwarded"), ("department", "engineering"), ("matter", "外墙空调架锈蚀，担心坠落"),
            ("detail", "来信三页，附照片六张。业主写道：\n“去年台风之后我就报过一次，当时来了两个人，站在楼下看了看，说‘问题不大’；今年又锈了一圈，螺栓头已经烂掉，下面就是幼儿园接送的路——万一掉下来，谁负责？！请给我一个书面的答复，不要再打电话敷衍。”\n另：信中要求抄送街道办。")]),
        (11_000, Of(Engineering), "record_handling", &[("note", "已现场拉警戒线，等高空作业队伍报价")]),
        (4000, Supervisor, "record_handling", &[("note", "报价两家，超出限额，已报经理")]),
    ] },
    // Paused by agreement.
    Scene { home: Anybody, beats: &[
        (2000, Desk, "take_reception", &[("kind", "request"), ("course", "forwarded"), ("department", "engineering"), ("matter", "可视对讲黑屏，主机要返厂")]),
        (1900, Of(Engineering), "record_handling", &[("note", "主板烧坏，已寄回厂家")]),
        (1700, Desk, "pause", &[("until", "@4300"), ("reason", "等配件到货，厂家答复三天内发出")]),
    ] },
    // The resident asked for a time, which is near.
    Scene { home: Anybody, beats: &[
        (400, Desk, "take_reception", &[("kind", "request"), ("course", "forwarded"), ("department", "greening"), ("matter", "窗前马蜂窝，家里有过敏的孩子"), ("wanted_by", "@45")]),
        (350, Of(Greening), "record_handling", &[("note", "已联系消防协助摘除")]),
    ] },
    // Suggestions: not decided, and decided but not told.
    Scene { home: Anybody, beats: &[
        (1500, Desk, "take_reception", &[("channel", "online"), ("kind", "suggestion"), ("matter", "建议儿童游乐场装一面遮阳的天棚")]),
        (1450, Desk, "forward_to_department", &[("department", "greening"), ("note", "请看覆土与风荷载")]),
    ] },
    Scene { home: Anybody, beats: &[
        (2300, Desk, "take_reception", &[("kind", "suggestion"), ("matter", "希望把快递柜移到有屋檐的地方")]),
        (1300, Of(Service), "decide_suggestion", &[("adopted", "true"), ("note", "月底前移到东门雨棚下，已约柜方拆装")]),
    ] },
    // Written up later than it happened.
    Scene { home: Anybody, beats: &[
        (40, Desk, "take_reception", &[("channel", "relayed"), ("relayed_by", "夜班巡逻"), ("kind", "request"), ("received_at", "@-190"), ("matter", "架空层感应灯整夜常亮，请调时")]),
    ] },
    // A complaint came of it, and both are open.
    Scene { home: Anybody, beats: &[
        (600, Desk, "take_reception", &[("kind", "request"), ("matter", "楼上空调外机滴水，滴在我家遮阳棚上，整夜响")]),
        (540, Desk, "turn_into_complaint", &[("category", "repair"), ("department", "engineering")]),
    ] },
    // Just ended: closed, cannot be handled, voided.
    Scene { home: Anybody, beats: &[
        (90, Desk, "take_reception", &[("channel", "walk_in"), ("matter", "给新来的阿姨办门禁卡"), ("course", "answered"), ("result", "已当场办理，有效期一年")]),
    ] },
    Scene { home: Anybody, beats: &[
        (4600, Desk, "take_reception", &[("kind", "request"), ("matter", "请物业帮忙把隔壁的树移走"), ("detail", "树在市政绿化带内，不在红线以内。")]),
        (150, Manager, "close_as_unable", &[("reason", "树木属市政，已把区园林所的电话给业主，并代为反映")]),
    ] },
    Scene { home: Anybody, beats: &[
        (130, Desk, "take_reception", &[("matter", "问团购提货点几点开门"), ("promise", "true")]),
        (125, Supervisor, "void", &[("reason", "误录两次，以前一条为准")]),
    ] },
];

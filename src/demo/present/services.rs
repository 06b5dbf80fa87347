//! Special services, visits and shift handovers that are open now. Nothing but a table.
use super::super::staff::Who::{Desk, Manager, Named, Of, Supervisor};
use super::Home::{Anybody, Nobody};
use super::Scene;
use crate::model::staff::Department::{Cleaning, Engineering, Greening};

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    // Special services: just ordered; mid-term due now; late; done and to be asked; not content; not possible; wrong.
    Scene { home: Anybody, beats: &[
        (35, Desk, "file_service", &[("department", "cleaning"), ("matter", "除尘除螨一次，客厅卧室"), ("starts_at", "@1400"), ("ends_at", "@4300")]),
    ] },
    Scene { home: Anybody, beats: &[
        (7200, Desk, "file_service", &[("department", "greening"), ("matter", "露台花园代养护一季"), ("starts_at", "@-7100"), ("ends_at", "@7150")]),
        (6800, Of(Greening), "record_handling", &[("note", "已换土施肥，每周二上门")]),
        (1500, Supervisor, "follow_up_service", &[("note", "长势正常，业主要求多浇一次水")]),
    ] },
    Scene { home: Anybody, beats: &[
        (8000, Desk, "file_service", &[("department", "engineering"), ("matter", "安装净水器与前置过滤"), ("ends_at", "@-400")]),
        (7000, Of(Engineering), "record_handling", &[("note", "等业主选定型号")]),
    ] },
    Scene { home: Anybody, beats: &[
        (9000, Desk, "file_service", &[("department", "cleaning"), ("matter", "新居开荒保洁")]),
        (8000, Of(Cleaning), "record_handling", &[("note", "六人两天，已排定")]),
        (900, Of(Cleaning), "finish", &[("result", "已验收，玻璃加擦一遍")]),
    ] },
    Scene { home: Anybody, beats: &[
        (12_000, Desk, "file_service", &[("department", "service"), ("matter", "老人助餐送到家，每日两餐")]),
        (8000, Supervisor, "record_handling", &[("note", "食堂配送，十一点半前送到")]),
        (3000, Supervisor, "finish", &[("result", "满一月，费用结清")]),
        (700, Supervisor, "record_callback", &[("outcome", "unsatisfied"), ("said", "后半个月常常凉了才到"), ("quality", "fair"), ("effect", "poor")]),
    ] },
    Scene { home: Anybody, beats: &[
        (5000, Desk, "file_service", &[("department", "service"), ("matter", "代遛大型犬")]),
        (1000, Manager, "close_as_unable", &[("reason", "禁养犬种，依规不予服务，已向业主说明")]),
    ] },
    Scene { home: Anybody, beats: &[
        (320, Desk, "file_service", &[("department", "cleaning"), ("matter", "除尘除螨一次（重复）")]),
        (310, Supervisor, "void", &[("reason", "与前一单重复")]),
    ] },
    // Visits: no time yet; agreed; changed; missed; not possible; wrong.
    Scene { home: Anybody, beats: &[
        (700, Desk, "plan_visit", &[("matter", "看望刚出院的老人"), ("handler", "zhouhui")]),
    ] },
    Scene { home: Anybody, beats: &[
        (1900, Desk, "plan_visit", &[("matter", "征求加装扶手的意见"), ("appointment_at", "@1350"), ("handler", "{operator}")]),
    ] },
    Scene { home: Anybody, beats: &[
        (3000, Desk, "plan_visit", &[("matter", "漏水赔付方案当面沟通"), ("appointment_at", "@-200")]),
        (800, Desk, "make_appointment", &[("appointment_at", "@70"), ("told", "true")]),
    ] },
    Scene { home: Anybody, beats: &[
        (2500, Desk, "plan_visit", &[("matter", "新入住家庭欢迎拜访"), ("appointment_at", "@-160"), ("handler", "hexiaolin")]),
    ] },
    Scene { home: Anybody, beats: &[
        (4000, Desk, "plan_visit", &[("matter", "空置户室内巡看"), ("appointment_at", "@-2600")]),
        (2000, Supervisor, "close_as_unable", &[("reason", "业主在国外，来电说不需要")]),
    ] },
    Scene { home: Anybody, beats: &[
        (450, Desk, "plan_visit", &[("matter", "看望刚出院的老人（重复）")]),
        (440, Supervisor, "void", &[("reason", "重复登记")]),
    ] },
    // Handovers: offered and to be ticked; a draft; refused and back; a wrong one.
    Scene { home: Nobody, beats: &[
        (46, Named("zhangmin"), "begin_handover", &[("note", "7栋电梯有人呼救，维保在路上，盯住"), ("flagged", "true")]),
        (30, Named("zhangmin"), "add_item", &[("note", "铁塔公司的钥匙还没还，押金五百在抽屉信封里")]),
        (14, Named("zhangmin"), "offer_handover", &[]),
    ] },
    Scene { home: Nobody, beats: &[
        (25, Named("hexiaolin"), "begin_handover", &[("note", "会所明早八点有婚宴，提前开西门")]),
    ] },
    Scene { home: Nobody, beats: &[
        (560, Named("madajun"), "begin_handover", &[("note", "押金账和抽屉差二十元，正在查")]),
        (550, Named("madajun"), "offer_handover", &[]),
        (530, Supervisor, "refuse_handover", &[("reason", "押金没对上，先查清再交")]),
    ] },
    Scene { home: Nobody, beats: &[
        (1450, Supervisor, "begin_handover", &[("note", "误开")]),
        (1440, Supervisor, "void", &[("reason", "主管不排班，误开")]),
    ] },
];

//! Important and major complaints that are open now. Nothing but a table.
use super::super::super::staff::Who::{Desk, Manager, Of, Supervisor};
use super::super::Home::Anybody;
use super::super::Scene;
use crate::model::staff::Department::{Engineering, Security, Service};

#[rustfmt::skip]
pub(in crate::demo::present) const SCENES: &[Scene] = &[
    // Important, and the supervisor ought to have it: soon, and already.
    Scene { home: Anybody, beats: &[
        (51, Desk, "file_complaint", &[("category", "attitude"), ("department", "service"), ("severity", "important"), ("matter", "维修工进门不穿鞋套，还在家里抽烟")]),
        (40, Desk, "contact_resident", &[("said", "已致歉，主管稍后回电")]),
    ] },
    Scene { home: Anybody, beats: &[
        (96, Desk, "file_complaint", &[("category", "security"), ("department", "security"), ("severity", "important"), ("matter", "夜里家门口的鞋柜被翻，怀疑有人尾随进楼")]),
        (85, Desk, "contact_resident", &[("said", "已安排调监控并报警")]),
    ] },
    // The supervisor has it, but nobody has spoken with the resident: late, and not higher than it is.
    Scene { home: Anybody, beats: &[
        (1560, Desk, "file_complaint", &[("channel", "letter"), ("category", "renovation"), ("department", "engineering"), ("severity", "important"), ("matter", "楼上敲掉一段承重墙，墙角出现斜裂缝")]),
        (1530, Desk, "hand_to_supervisor", &[("note", "附照片四张，请结构师看")]),
    ] },
    // A plan waits for the manager.
    Scene { home: Anybody, beats: &[
        (1640, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("severity", "important"), ("matter", "整栋生活水箱有异物，水面漂着漆皮")]),
        (1610, Desk, "hand_to_supervisor", &[]),
        (1580, Desk, "contact_resident", &[("said", "已停用水箱，改直供，派送桶装水")]),
        (190, Supervisor, "write_plan", &[("plan", "一、今晚清洗消毒水箱并送检；\n二、检测合格前每户每天两桶水；\n三、内壁重做防腐，工期五天；\n四、结果张贴到各单元，并逐户短信告知。")]),
    ] },
    // A plan was returned.
    Scene { home: Anybody, beats: &[
        (2900, Desk, "file_complaint", &[("category", "cleaning"), ("department", "cleaning"), ("severity", "important"), ("matter", "保洁用同一块抹布擦扶手和马桶，被拍到发在群里")]),
        (2880, Desk, "hand_to_supervisor", &[]),
        (2870, Desk, "contact_resident", &[("said", "已致歉，暂停当事人岗位")]),
        (1500, Supervisor, "write_plan", &[("plan", "当事人培训后上岗，群内道歉")]),
        (310, Manager, "decide_plan", &[("approved", "false"), ("note", "只处理人不够，请写清抹布分色、更换周期和抽查办法")]),
    ] },
    // A week is over: the manager's.
    Scene { home: Anybody, beats: &[
        (10_500, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("severity", "important"), ("matter", "电梯平层差一掌，老人绊倒，修了两次没修好")]),
        (10_470, Desk, "hand_to_supervisor", &[]),
        (10_400, Desk, "contact_resident", &[("said", "已陪同就医，垫付检查费")]),
        (9000, Supervisor, "write_plan", &[("plan", "更换抱闸，维保驻场三天")]),
        (8000, Manager, "decide_plan", &[("approved", "true")]),
        (3000, Of(Engineering), "report_progress", &[("note", "抱闸到货，型号不符，退回重发")]),
        (2900, Desk, "pass_on_progress", &[("said", "已说明退货重发，预计后天装")]),
    ] },
    // Raised by the supervisor.
    Scene { home: Anybody, beats: &[
        (1900, Desk, "file_complaint", &[("category", "other"), ("department", "service"), ("matter", "亲子活动名额被内部占用，报名系统一打开就满")]),
        (1800, Desk, "contact_resident", &[("said", "已说明正在核对名单")]),
        (330, Supervisor, "change_severity", &[("severity", "important"), ("reason", "核实有工作人员代占名额，属我方过错")]),
        (325, Supervisor, "hand_to_supervisor", &[]),
    ] },
    // Major, not reported to head office in twelve hours.
    Scene { home: Anybody, beats: &[
        (790, Desk, "file_complaint", &[("category", "security"), ("department", "security"), ("severity", "major"), ("matter", "入室盗窃，门禁记录当晚空白"),
            ("detail", "失主陈述：二十二时外出，次日六时回家，发现门锁被撬，丢失现金与首饰（清单另附，共十一项）。门禁系统当夜“维护”，没有提前通知；门岗说没有看到人进出。失主情绪激动，要求：一、给出门禁停用的书面说明；二、配合警方；三、总公司来人。\n——记录时已向派出所核实报案回执。")]),
        (770, Desk, "reply_to_resident", &[("said", "经理已到场，配合警方取证")]),
    ] },
    // Major, reported, but no clear reply in two days: head office is told.
    Scene { home: Anybody, beats: &[
        (3080, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("severity", "major"), ("matter", "外墙瓷砖坠落砸坏两辆车，险些伤人")]),
        (3060, Desk, "contact_resident", &[("said", "已围挡，车主登记")]),
        (2800, Desk, "add_note", &[("note", "保险公司要求先做鉴定（内部）")]),
        (2700, Supervisor, "report_to_head_office", &[("reported_to", "总公司工程中心"), ("copied", "true")]),
    ] },
    // Major and under way; with time left, and due soon.
    Scene { home: Anybody, beats: &[
        (5800, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("severity", "major"), ("matter", "地库暴雨倒灌，十四辆车泡水")]),
        (5790, Desk, "contact_resident", &[("said", "逐户电话，登记损失")]),
        (5500, Supervisor, "report_to_head_office", &[("reported_to", "总公司风险部"), ("copied", "true")]),
        (5000, Manager, "reply_to_resident", &[("said", "已召集车主见面，说明理赔步骤与时间")]),
        (4400, Supervisor, "write_plan", &[("plan", "抽水、断电检测、挡水板加高；理赔由保险公司驻点一周")]),
        (4000, Manager, "decide_plan", &[("approved", "true"), ("note", "每日晚八点在车主群通报")]),
        (100, Of(Engineering), "report_progress", &[("note", "挡水板今天装完，集水井第二台泵明天到")]),
    ] },
    Scene { home: Anybody, beats: &[
        (12_700, Desk, "file_complaint", &[("category", "attitude"), ("department", "service"), ("severity", "major"), ("matter", "多次承诺退还多收的停车费，两年未退")]),
        (12_600, Desk, "contact_resident", &[("said", "已核对账目")]),
        (12_400, Supervisor, "report_to_head_office", &[("reported_to", "总公司财务中心"), ("copied", "true")]),
        (11_000, Manager, "reply_to_resident", &[("said", "已书面确认金额与退款日期")]),
        (2000, Of(Service), "record_handling", &[("note", "付款单已到总公司，等盖章")]),
    ] },
    // Major and urgent, and nobody has rung: late, and as high as it is.
    Scene { home: Anybody, beats: &[
        (52, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("severity", "major"), ("urgency", "urgent"), ("matter", "孩子被电梯门夹伤，已送医院")]),
    ] },
    // A month is over: major by itself. Nobody has touched the first since; the second was touched and reported.
    Scene { home: Anybody, beats: &[
        (45_500, Desk, "file_complaint", &[("category", "greening"), ("department", "greening"), ("matter", "行道树根拱起地砖，轮椅过不去")]),
        (45_300, Desk, "contact_resident", &[("said", "已设绕行坡道，重铺要等审批")]),
        (40_000, Desk, "record_handling", &[("note", "移树申请已递交园林所，等批复")]),
    ] },
    Scene { home: Anybody, beats: &[
        (48_500, Desk, "file_complaint", &[("category", "security"), ("department", "security"), ("matter", "周界红外报警坏了一个月，围墙有人翻")]),
        (48_300, Desk, "contact_resident", &[("said", "已加派巡逻，维修在走采购")]),
        (30_000, Of(Security), "report_progress", &[("note", "供应商报价三次未过审")]),
        (28_000, Desk, "pass_on_progress", &[("said", "已说明采购进度")]),
        (2200, Desk, "reply_to_resident", &[("said", "经理已致电，承诺本月内装好")]),
        (2000, Supervisor, "report_to_head_office", &[("reported_to", "总公司安全部"), ("copied", "true")]),
    ] },
];

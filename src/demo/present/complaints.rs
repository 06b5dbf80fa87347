//! Complaints that are open now. Nothing but a table; the graver ones stand in `grave`.
mod grave;

use super::super::staff::Who::{Desk, Guard, Manager, Of, Supervisor};
use super::Home::{Anybody, Same};
use super::Scene;
use crate::model::staff::Department::{Cleaning, Engineering, Greening, Security, Service};
pub(super) use grave::SCENES as GRAVE;

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    // Harm is going on: at the top.
    Scene { home: Anybody, beats: &[
        (13, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("harm", "true"), ("matter", "水表前爆管，水已漫到楼道和电梯口"),
            ("detail", "业主在外地，邻居代报：水从门缝往外涌，电梯厅的地砖已经泡了，楼下一户的天花板也开始滴。请马上关总阀，停一部电梯！")]),
    ] },
    // Harm was stopped.
    Scene { home: Anybody, beats: &[
        (205, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("harm", "true"), ("matter", "弱电井冒烟，有焦糊味")]),
        (192, Desk, "contact_resident", &[("said", "已请业主关掉家里总闸，撤到楼下等候")]),
        (171, Of(Engineering), "stop_harm", &[("measures", "断电并用干粉灭火器处置，烧损一只分线盒，已复检")]),
    ] },
    // Urgent and nobody has rung: the supervisor is told.
    Scene { home: Anybody, beats: &[
        (47, Desk, "file_complaint", &[("category", "security"), ("department", "security"), ("urgency", "urgent"), ("matter", "醉酒男子在单元门口踢门骂人，老人不敢出门")]),
    ] },
    // A day without a contact.
    Scene { home: Anybody, beats: &[
        (1530, Desk, "file_complaint", &[("channel", "online"), ("category", "cleaning"), ("department", "cleaning"), ("matter", "电梯里的地毯发霉，踩上去是湿的")]),
    ] },
    // With time left.
    Scene { home: Anybody, beats: &[
        (420, Desk, "file_complaint", &[("category", "greening"), ("department", "greening"), ("matter", "清晨六点半开割草机，周末也不让人睡")]),
        (330, Desk, "contact_resident", &[("said", "已致歉，答应周末改到九点以后")]),
        (320, Of(Greening), "record_handling", &[("note", "班组排班已改，补贴告示")]),
    ] },
    Scene { home: Anybody, beats: &[
        (700, Desk, "file_complaint", &[("category", "mail"), ("department", "service"), ("matter", "挂号信被别人冒领，里面是护照")]),
        (680, Desk, "reply_to_resident", &[("said", "已调监控，今晚给出结果")]),
        (650, Desk, "assign_handler", &[("handler", "{operator}")]),
    ] },
    // Due soon.
    Scene { home: Anybody, beats: &[
        (2690, Desk, "file_complaint", &[("category", "renovation"), ("department", "engineering"), ("matter", "隔壁装修把公共走道当仓库，堆水泥和沙子")]),
        (2500, Desk, "contact_resident", &[("said", "已上楼责令清走，限一天")]),
    ] },
    // Over two days: the supervisor's, and one of them taken note of.
    Scene { home: Anybody, beats: &[
        (3010, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("matter", "厨房反复漏水，上次维修后仍渗"),
            ("detail", "第一次：打胶，三天后又漏；第二次：换了一截管，一周后又漏；第三次来的人说“要等楼上同意才能开墙”，之后再没有下文。橱柜底板已经泡烂，味道很大……业主要求：①今天给出明确的时间；②换一位师傅；③赔偿橱柜。")]),
        (2900, Desk, "contact_resident", &[("said", "已致歉，约明天上门复勘")]),
        (1400, Of(Engineering), "record_handling", &[("note", "楼上业主在外地，联系不上")]),
    ] },
    Scene { home: Anybody, beats: &[
        (4400, Desk, "file_complaint", &[("category", "security"), ("department", "security"), ("matter", "地库出口道闸总是砸车，前天砸了我的后备箱")]),
        (4300, Desk, "contact_resident", &[("said", "已拍照定损，联系保险")]),
        (240, Supervisor, "acknowledge", &[]),
    ] },
    // The resident asked for a time.
    Scene { home: Anybody, beats: &[
        (260, Desk, "file_complaint", &[("category", "cleaning"), ("department", "cleaning"), ("matter", "家里今天办喜事，请尽快把门厅的装修灰清干净"), ("wanted_by", "@240")]),
        (240, Desk, "contact_resident", &[("said", "已安排加班深度清洁，完工拍照发给业主")]),
    ] },
    // Paused.
    Scene { home: Anybody, beats: &[
        (1900, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("matter", "阳台推拉门下轨变形，关不上，冷风灌进来")]),
        (1800, Desk, "contact_resident", &[("said", "已上门临时封堵，型材要定做")]),
        (1600, Desk, "pause", &[("until", "@5600"), ("reason", "型材定做，厂家答复四天后到货")]),
    ] },
    // Progress that the resident does not know of yet.
    Scene { home: Anybody, beats: &[
        (1260, Desk, "file_complaint", &[("category", "security"), ("department", "security"), ("matter", "电动车停在楼道里充电，怕起火")]),
        (1200, Desk, "contact_resident", &[("said", "已致谢，安保马上去劝离")]),
        (500, Of(Security), "report_progress", &[("note", "车已推出，充电器没收代管，登记了车主")]),
        (80, Of(Security), "report_progress", &[("note", "楼道加装了阻车桩，今晚复查")]),
    ] },
    // One unit, one category, again and again: the third is proposed as major.
    Scene { home: Same(0), beats: &[
        (20_200, Desk, "file_complaint", &[("category", "cleaning"), ("department", "cleaning"), ("matter", "门口垃圾桶溢满，污水流到家门口")]),
        (20_000, Desk, "contact_resident", &[("said", "已致歉，安排清运")]),
        (19_000, Of(Cleaning), "complete", &[("cause", "清运车改线"), ("measures", "加清一次"), ("result", "当天已清空")]),
        (18_960, Supervisor, "sign_record", &[]),
        (17_000, Supervisor, "record_callback", &[("outcome", "unsatisfied"), ("said", "第二天又满了，没有解决")]),
        (16_950, Supervisor, "review_callback", &[("note", "情况属实"), ("opinion", "与环卫谈固定车次")]),
        (16_920, Manager, "decide_callback", &[("note", "同意")]),
        (16_900, Desk, "reply_to_resident", &[("said", "已致歉，与环卫谈固定车次")]),
    ] },
    Scene { home: Same(0), beats: &[
        (6100, Desk, "file_complaint", &[("category", "cleaning"), ("department", "cleaning"), ("matter", "同一处垃圾桶又满了两天，招苍蝇")]),
        (6000, Desk, "contact_resident", &[("said", "已安排人工清运")]),
    ] },
    Scene { home: Same(0), beats: &[
        (170, Desk, "file_complaint", &[("category", "cleaning"), ("department", "cleaning"), ("matter", "第三次了！门口垃圾没人管，孩子滑倒擦伤")]),
        (150, Desk, "contact_resident", &[("said", "主管已上门看望孩子，致歉")]),
    ] },
    // Neighbours in dispute.
    Scene { home: Same(1), beats: &[
        (2100, Desk, "file_complaint", &[("category", "security"), ("department", "security"), ("matter", "楼上练架子鼓，白天晚上都敲"),
            ("other_party", "楼上租户，姓区（Ōu），乐队成员"), ("evidence", "录音三段；现场读数：61、58、63"), ("evidence_held_by", "马大军")]),
        (2050, Guard, "contact_resident", &[("said", "已到现场，双方约定二十一点后不敲")]),
        (1500, Desk, "note_dispute", &[("other_party", "楼上租户，姓区（Ōu），乐队成员；房东：尉迟先生"), ("evidence", "对方提供隔音垫购买凭证")]),
    ] },
    // Waiting for the callback: with time left, once not answered, and too late.
    Scene { home: Anybody, beats: &[
        (2500, Desk, "file_complaint", &[("category", "greening"), ("department", "greening"), ("matter", "喷灌头坏了，走过去一身水")]),
        (2450, Desk, "contact_resident", &[("said", "已致歉，当天更换")]),
        (1800, Of(Greening), "complete", &[("cause", "喷头被车轮压裂"), ("measures", "更换喷头，加护圈"), ("result", "试水正常")]),
        (1780, Supervisor, "sign_record", &[("note", "护圈做法可推广")]),
    ] },
    Scene { home: Anybody, beats: &[
        (4000, Desk, "file_complaint", &[("category", "attitude"), ("department", "service"), ("matter", "电话里说“爱投诉就投诉”，要求当事人道歉")]),
        (3900, Desk, "contact_resident", &[("said", "主管已致歉并约见")]),
        (3200, Of(Service), "complete", &[("cause", "当事人情绪失控"), ("measures", "当面道歉，停岗培训一周"), ("result", "业主接受")]),
        (3180, Supervisor, "sign_record", &[]),
        (380, Supervisor, "record_callback", &[("outcome", "no_answer")]),
    ] },
    Scene { home: Anybody, beats: &[
        (7000, Desk, "file_complaint", &[("category", "mail"), ("department", "service"), ("matter", "快递柜超时收费没有提示")]),
        (6900, Desk, "contact_resident", &[("said", "已与柜方核对")]),
        (5300, Of(Service), "complete", &[("cause", "短信通道欠费"), ("measures", "柜方补发通知，退还费用"), ("result", "费用已退")]),
        (5280, Supervisor, "sign_record", &[]),
        (100, Supervisor, "make_appointment", &[("appointment_at", "@1400"), ("told", "true")]),
    ] },
    // Waiting for the signature: of today, and of yesterday, which is late.
    Scene { home: Anybody, beats: &[
        (1300, Desk, "file_complaint", &[("category", "cleaning"), ("department", "cleaning"), ("matter", "消防楼梯有人小便，味道很重")]),
        (1250, Desk, "contact_resident", &[("said", "已冲洗消毒，装提示牌")]),
        (4, Of(Cleaning), "complete", &[("cause", "临街楼梯门没有上锁"), ("measures", "冲洗消毒，门禁改为内开"), ("result", "无异味，业主在场看过")]),
    ] },
    Scene { home: Anybody, beats: &[
        (3300, Desk, "file_complaint", &[("category", "other"), ("department", "service"), ("matter", "会所健身房闭馆没有公告，白跑一趟")]),
        (3200, Desk, "contact_resident", &[("said", "已致歉，延长月卡三天")]),
        (1700, Of(Service), "complete", &[("cause", "检修通知只贴在馆内"), ("measures", "公众号与各单元同步公告"), ("result", "月卡已延长")]),
        (370, Supervisor, "record_callback", &[("outcome", "satisfied"), ("said", "可以，下次早点说")]),
    ] },
    // Opened again.
    Scene { home: Anybody, beats: &[
        (8800, Desk, "file_complaint", &[("category", "repair"), ("department", "engineering"), ("matter", "主卧窗框渗雨，飘窗石材发黄")]),
        (8700, Desk, "contact_resident", &[("said", "已约上门打胶")]),
        (7500, Of(Engineering), "complete", &[("cause", "外窗密封胶开裂"), ("measures", "铲除旧胶重打"), ("result", "淋水无渗")]),
        (7480, Supervisor, "sign_record", &[]),
        (600, Supervisor, "record_callback", &[("form", "phone"), ("outcome", "unsatisfied"), ("said", "昨夜大雨又渗进来，比上次还多")]),
        (590, Supervisor, "review_callback", &[("note", "情况属实"), ("opinion", "吊绳检查外墙，整面重做")]),
        (560, Desk, "reply_to_resident", &[("said", "已致歉，明天吊绳检查外墙")]),
    ] },
    // Not valid, and none of ours.
    Scene { home: Anybody, beats: &[
        (1600, Desk, "file_complaint", &[("category", "other"), ("matter", "小区对面的广场舞音响太大")]),
        (1550, Desk, "contact_resident", &[("said", "已说明不在小区内，代为反映")]),
        (200, Supervisor, "judge_validity", &[("validity", "outside"), ("reason", "场地属街道管理"), ("transferred_to", "街道综合执法队")]),
    ] },
];

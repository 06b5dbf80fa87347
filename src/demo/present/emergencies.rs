//! Emergencies: one that runs with callers hung on it, one just raised, and what is to be written up. Nothing but a table.
use super::super::staff::Who::{Desk, Supervisor};
use super::Home::{Alarm, Caller, Nobody};
use super::Scene;

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    // It goes on, people are there, and the building rings up.
    Scene { home: Alarm(0), beats: &[
        (24, Desk, "raise_emergency", &[("matter", "三单元立管爆裂，水冲进电梯厅"), ("place", "3栋1单元12层水井"), ("emergency", "burst_pipe")]),
        (23, Desk, "tell_of", &[("who", "engineering"), ("note", "钱伟")]),
        (22, Desk, "tell_of", &[("who", "security")]),
        (20, Desk, "tell_resident", &[("said", "已关单元总阀，工程在路上，请不要乘电梯")]),
        (19, Desk, "set_public_words", &[("said", "3栋1单元正在抢修水管，预计两小时内恢复供水；请先走楼梯，恢复后短信通知。")]),
        (14, Desk, "arrive", &[]),
        (12, Desk, "log_line", &[("note", "总阀已关，12层漏点找到，电梯停在15层以上")]),
        (5, Desk, "log_line", &[("note", "11层两户吊顶滴水，已拍照")]),
    ] },
    Scene { home: Caller(0), beats: &[
        (17, Desk, "take_reception", &[("matter", "家里突然没水了"), ("course", "incident")]),
    ] },
    Scene { home: Caller(0), beats: &[
        (9, Desk, "take_reception", &[("matter", "电梯怎么不动了，老人下不了楼"), ("kind", "request"), ("course", "incident")]),
    ] },
    // Raised a moment ago: what and where.
    Scene { home: Nobody, beats: &[
        (4, Desk, "raise_emergency", &[("matter", "电梯里有人拍门呼救"), ("place", "7-2-1803")]),
    ] },
    Scene { home: Nobody, beats: &[
        (8, Desk, "raise_emergency", &[("matter", "地库B1烟感报警，有焦味"), ("place", "地库B1 C区"), ("emergency", "fire")]),
        (7, Desk, "tell_of", &[("who", "security"), ("note", "杜勇带灭火器")]),
    ] },
    // Over: the review is due; somebody was hurt and is asked afterwards.
    Scene { home: Nobody, beats: &[
        (420, Desk, "raise_emergency", &[("matter", "老人在中心花园晕倒"), ("place", "中心花园凉亭"), ("emergency", "first_aid"), ("name", "路过的王阿姨")]),
        (419, Desk, "tell_of", &[("who", "ambulance120")]),
        (418, Desk, "tell_of", &[("who", "security"), ("note", "带除颤器")]),
        (415, Desk, "arrive", &[]),
        (414, Desk, "tell_resident", &[("said", "已联系家属，救护车从东门进")]),
        (396, Desk, "log_line", &[("note", "120到场，血压低，送市一医院")]),
        (390, Desk, "end_emergency", &[("result", "老人送医，家属已到"), ("first_aid", "true"), ("morning", "早班给家属打个电话问平安")]),
    ] },
    // Over since yesterday: not reviewed in time, and the paper order is missing.
    Scene { home: Nobody, beats: &[
        (2950, Desk, "raise_emergency", &[("matter", "配电间跳闸，6栋全停"), ("place", "6栋配电间"), ("emergency", "power_cut")]),
        (2948, Desk, "tell_of", &[("who", "engineering")]),
        (2944, Desk, "tell_resident", &[("said", "正在查线，半小时内答复")]),
        (2925, Desk, "arrive", &[]),
        (2850, Desk, "end_emergency", &[("result", "更换断路器，恢复供电"), ("order_wanted", "true")]),
    ] },
    // Written up; entered by mistake.
    Scene { home: Nobody, beats: &[
        (1700, Desk, "raise_emergency", &[("matter", "外卖骑手与保安推搡"), ("place", "西门岗"), ("emergency", "crime")]),
        (1698, Desk, "tell_of", &[("who", "police110")]),
        (1695, Desk, "tell_resident", &[("said", "已报警，请勿围观")]),
        (1692, Desk, "arrive", &[]),
        (1640, Desk, "end_emergency", &[("result", "民警调解，双方离开")]),
        (400, Supervisor, "review_emergency", &[("response", "三分钟到场"), ("cooperation", "门岗先劝离围观者，得当"), ("cause", "登记台被挡，骑手不愿绕行"), ("changes", "登记台移到通道外侧，加一块指引牌")]),
    ] },
    Scene { home: Nobody, beats: &[
        (190, Desk, "raise_emergency", &[("matter", "误触一键报警"), ("place", "会所前台")]),
        (188, Desk, "void", &[("reason", "孩子误按，现场无事")]),
    ] },
];

//! Callbacks that no rule makes: planned, due, late, tried in vain, to be reviewed. Nothing but a table; those of
//! complaints, services and repairs come of their cases.
use super::super::staff::Who::{Manager, Supervisor};
use super::Home::Anybody;
use super::Scene;

#[rustfmt::skip]
pub(super) const SCENES: &[Scene] = &[
    Scene { home: Anybody, beats: &[
        (1200, Supervisor, "plan_callback", &[("about", "activity"), ("matter", "秋季邻里节参加情况"), ("department", "service")]),
    ] },
    Scene { home: Anybody, beats: &[
        (43_500, Supervisor, "plan_callback", &[("about", "publication"), ("matter", "《翠湖家园》秋季刊"), ("form", "letter")]),
    ] },
    Scene { home: Anybody, beats: &[
        (10_500, Supervisor, "plan_callback", &[("about", "other"), ("matter", "代办居住登记服务")]),
        (3000, Supervisor, "record_callback", &[("outcome", "no_answer"), ("said", "关机")]),
        (1500, Supervisor, "record_callback", &[("outcome", "no_answer"), ("said", "占线两次")]),
    ] },
    Scene { home: Anybody, beats: &[
        (4000, Supervisor, "plan_callback", &[("about", "activity"), ("matter", "重阳敬老茶会")]),
        (200, Supervisor, "record_callback", &[("form", "phone"), ("outcome", "satisfied"), ("said", "老人很高兴，希望每年都办"), ("quality", "good"), ("effect", "good"), ("suggestions", "椅子加靠垫")]),
    ] },
    Scene { home: Anybody, beats: &[
        (6000, Supervisor, "plan_callback", &[("about", "other"), ("matter", "代收生鲜服务")]),
        (5000, Supervisor, "record_callback", &[("outcome", "unsatisfied"), ("said", "放了一夜才通知，菜都坏了"), ("quality", "poor"), ("effect", "poor"), ("shortcomings", "没有当天通知")]),
        (4600, Supervisor, "review_callback", &[("note", "情况属实"), ("opinion", "当天未取必须二次通知，建议赔付")]),
    ] },
    Scene { home: Anybody, beats: &[
        (9500, Supervisor, "plan_callback", &[("about", "activity"), ("matter", "亲子运动会")]),
        (9000, Supervisor, "record_callback", &[("form", "phone"), ("outcome", "unsatisfied"), ("said", "报名了没抽中，名单也不公布"), ("shortcomings", "抽签不透明")]),
        (8000, Supervisor, "review_callback", &[("note", "情况属实"), ("opinion", "名单公示"), ("second", "true")]),
        (7000, Manager, "decide_callback", &[("note", "以后抽签在大堂当众进行")]),
    ] },
    Scene { home: Anybody, beats: &[
        (600, Supervisor, "plan_callback", &[("about", "other"), ("matter", "误建")]),
        (590, Supervisor, "void", &[("reason", "选错类别，已重建")]),
    ] },
];

//! Questions, requests and suggestions of every day. Nothing but tables.
use super::{Question, Request, Suggestion};
use crate::model::staff::Department::{Cleaning, Engineering, Greening, Security, Service};

#[rustfmt::skip]
pub(in crate::demo) const QUESTIONS: &[Question] = &[
    Question { matters: &["咨询物业费缴纳方式", "问物业费能不能按年交", "物业费发票怎么开"], answer: "可在公众号或前台缴纳，按月、按季、按年均可，发票当日可取" },
    Question { matters: &["地下车位怎么续租", "访客车辆如何登记", "月卡车换车牌怎么办"], answer: "带行驶证到前台登记，当日生效；访客车由业主在公众号预约" },
    Question { matters: &["门禁卡丢了怎么补", "给保姆办门禁卡要什么手续", "手机开门失灵"], answer: "业主带身份证到前台挂失补卡，工本费按公示收取；手机开门请先更新应用" },
    Question { matters: &["装修手续怎么办", "装修押金什么时候退", "封阳台有没有统一要求"], answer: "凭图纸到前台办理登记，完工验收后三十日内无违规即退押金，封阳台按统一款式" },
    Question { matters: &["明天停水到几点", "昨晚为什么停电", "电梯检修到什么时候"], answer: "以公告为准，预计当日十七点前恢复，如有变化短信通知" },
    Question { matters: &["快递放在哪里了", "有没有我的挂号信", "报纸订阅怎么改地址"], answer: "已核对代收登记并告知存放位置，凭取件码领取" },
    Question { matters: &["会所开放时间", "游泳池几号开放", "羽毛球场怎么预约"], answer: "开放时间以会所公告为准，提前一日在公众号预约" },
    Question { matters: &["居住证明怎么开", "孩子入学要物业盖章", "落户需要什么材料"], answer: "带房产证与身份证原件，前台当场开具，周末照常" },
    Question { matters: &["楼上漏水该找谁", "保修期还有多久", "外墙渗水归谁修"], answer: "专有部分由业主负责，共用部位由物业安排，已代为登记转工程查看" },
    Question { matters: &["业主大会什么时候开", "上次投票结果在哪里看", "维修基金余额多少"], answer: "结果张贴在各单元公示栏，余额可凭身份证到前台查询" },
    Question { matters: &["宠物疫苗登记", "大型犬能不能养", "小区哪里可以遛狗"], answer: "登记需犬证与疫苗本，按本市规定禁养犬种不予登记，遛犬请走外环步道并牵绳" },
    Question { matters: &["充电桩怎么申请安装", "电动车棚怎么收费", "新能源车位还有吗"], answer: "先填申请表，工程现场看线路后三个工作日内答复" },
];

#[rustfmt::skip]
pub(in crate::demo) const REQUESTS: &[Request] = &[
    Request { department: Engineering, matters: &["水龙头滴水，请派人来修", "马桶堵了", "空开总跳闸", "可视对讲没有声音", "入户门锁芯卡住"], handling: "已派维修工，约定上门时间", result: "修好，业主当场试用并签字" },
    Request { department: Engineering, matters: &["楼道灯不亮", "单元门关不严", "车库卷帘门异响", "排水沟盖板缺一块"], handling: "已报工程，列入当班任务", result: "已修复，巡查确认" },
    Request { department: Cleaning, matters: &["装修后想请保洁深度清洁", "楼道有大件垃圾请清走", "家里需要上门消杀"], handling: "已转保洁安排人手", result: "已完成，业主确认" },
    Request { department: Security, matters: &["搬家需要放行条", "晚上请帮忙看一下未熄火的车", "老人走失，请协助查监控", "请协助联系占用车位的车主"], handling: "已通知当班安保到场", result: "已办妥，业主致谢" },
    Request { department: Greening, matters: &["门前灌木请修剪一下", "有马蜂窝，请处理", "大风刮倒一棵小树"], handling: "绿化已到现场查看", result: "已处理并清场" },
    Request { department: Service, matters: &["请代收一件大件快递", "请帮忙叫救护车并开门禁", "想借用轮椅", "请帮独居的母亲送一份餐"], handling: "前台已安排专人跟进", result: "已办妥并电话告知" },
];

#[rustfmt::skip]
pub(in crate::demo) const SUGGESTIONS: &[Suggestion] = &[
    Suggestion { department: Security, matter: "建议东门早高峰增加一名保安指挥交通", adopted: "工作日七点半至九点增派一人", refused: "现有编制不足，先试行标线引导" },
    Suggestion { department: Engineering, matter: "希望在地库增设快充桩", adopted: "先在B1装四台，已报供电增容", refused: "变压器余量不够，列入明年计划" },
    Suggestion { department: Greening, matter: "建议中心花园多种些能遮阳的树", adopted: "秋季补种六株香樟", refused: "地下是车库顶板，覆土不足，改设遮阳棚" },
    Suggestion { department: Cleaning, matter: "建议电梯里放免洗洗手液", adopted: "各梯已配，每日补充", refused: "易被儿童误用，改放在大堂" },
    Suggestion { department: Service, matter: "希望公告同时用短信发给老人", adopted: "登记六十五岁以上住户，重要公告发短信", refused: "短信额度有限，改为楼层管家上门告知" },
    Suggestion { department: Service, matter: "建议周末开放会所给孩子写作业", adopted: "周六、周日开放二楼阅览室", refused: "周末场地已签约，改开放架空层桌椅" },
];

/// What the counter answers to those who only want to know where things stand.
pub(in crate::demo) const ANSWERS: &[&str] = &[
    "已当场答复，业主表示清楚",
    "已说明办理流程并发送材料清单",
    "已告知联系人与电话，业主自行联系",
    "已查明并口头答复，无需回电",
];

/// Why something has to wait.
pub(in crate::demo) const PAUSES: &[&str] = &[
    "等配件到货，厂家答复三天内发出",
    "业主出差，约定回来后再上门",
    "楼上业主在外地，钥匙托人送来",
    "连续降雨，外墙作业不安全，等天晴",
    "等第三方检测报告",
];

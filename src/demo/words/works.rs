//! Jobs, emergencies, special services, visits, keys. Nothing but tables.
use super::{Alarm, Call, Job, Order, Worker};
use crate::model::staff::Department::{Cleaning, Engineering, Greening, Security, Service};

#[rustfmt::skip]
pub(in crate::demo) const JOBS: &[Job] = &[
    Job { job: "plumbing", department: Engineering, matters: &["厨房水槽下水慢，返味", "卫生间角阀滴水", "马桶水箱不停进水", "阳台地漏返水", "热水管接头渗水"], result: "更换角阀并试水，无渗漏", material: "三角阀一只、生料带", charge: "材料费35元" },
    Job { job: "plumbing", department: Engineering, matters: &["洗菜盆龙头关不紧", "淋浴房下水堵塞", "水表前阀门锈死"], result: "疏通并更换阀芯，业主当场试用", material: "陶瓷阀芯一只", charge: "免费" },
    Job { job: "electric", department: Engineering, matters: &["客厅一半插座没电", "可视对讲黑屏", "楼道感应灯不亮", "弱电箱嗡嗡响", "网线入户处断了"], result: "查明松脱并压接，通电正常", material: "接线端子四只", charge: "免费" },
    Job { job: "doors", department: Engineering, matters: &["入户门锁芯卡钥匙", "推拉窗滑轮坏了，关不严", "单元门闭门器漏油", "纱窗脱落"], result: "更换滑轮并调平，开合顺畅", material: "滑轮一副", charge: "材料费48元" },
    Job { job: "public", department: Engineering, matters: &["地库坡道地面起砂", "架空层座椅松动", "儿童滑梯螺丝外露", "岗亭雨棚漏水", "车库排水沟盖板翘起"], result: "已加固并打磨，现场复查", material: "膨胀螺栓六只", charge: "公共维修" },
    Job { job: "equipment", department: Engineering, matters: &["生活水泵异响", "地库排风机跳闸", "消防稳压泵频繁启动", "门禁控制器离线"], result: "更换接触器，连续运行两小时正常", material: "交流接触器一只", charge: "公共维修" },
    Job { job: "lift", department: Engineering, matters: &["电梯到层不平，差两指", "电梯按键十二楼不亮", "电梯运行有摩擦声"], result: "维保单位已调整并记录，随梯复测三次", material: "无", charge: "维保范围" },
    Job { job: "burst_pipe", department: Engineering, matters: &["水表井内爆管", "热水器进水软管爆开"], result: "关阀抢修，更换软管，楼下无损失", material: "波纹软管两根", charge: "材料费60元" },
    Job { job: "short_circuit", department: Engineering, matters: &["厨房插座冒火花", "总闸一合就跳"], result: "查出油烟机线路短路，已隔离并更换线段", material: "铜芯线六米", charge: "材料费90元" },
    Job { job: "cleaning", department: Cleaning, matters: &["电梯厅有装修胶印", "楼道有宠物粪便", "地库车位有油污", "垃圾房异味"], result: "已清洗并消毒，拍照留存", material: "除胶剂", charge: "免费" },
    Job { job: "greening", department: Greening, matters: &["树枝伸到三楼窗口", "草坪喷头长流水", "灌木遮挡出车视线"], result: "已修剪并清运", material: "无", charge: "免费" },
    Job { job: "security", department: Security, matters: &["车库入口道闸抬杆慢", "巡更点读不出", "围墙红外误报"], result: "重新校准，试运行正常", material: "无", charge: "免费" },
    Job { job: "other", department: Service, matters: &["请代贴搬家通告", "信报箱编号脱落", "请把轮椅送到单元门口"], result: "已办妥，业主签收", material: "无", charge: "免费" },
];

#[rustfmt::skip]
pub(in crate::demo) const EMERGENCIES: &[Alarm] = &[
    Alarm { kind: "burst_pipe", matters: &["楼道消防管爆裂，水往电梯井流", "屋面供水管接头脱开，水从楼梯往下淌"], told: "engineering", line: "总阀已关，电梯停在三层以上", result: "更换管段后恢复供水，电梯井抽干后检测无碍", job: "public", cause: "管卡锈断，管道下坠拉脱接头", changes: "十二栋管卡列入季检，沙袋移到各单元大堂" },
    Alarm { kind: "power_cut", matters: &["整个单元突然没电", "半个小区停电，道闸全落"], told: "engineering", line: "已问供电热线，答复电缆井故障抢修中", result: "供电恢复，逐部电梯试运行正常", job: "", cause: "市政电缆井进水", changes: "停电口径卡片放到每个岗位" },
    Alarm { kind: "lift", matters: &["电梯困人，里面有老人和孩子", "货梯夹层停住，搬家工人被困"], told: "engineering", line: "对讲安抚中，两人，身体无恙", result: "二十分钟救出，身体无恙，该梯停用待检", job: "lift", cause: "门机皮带打滑", changes: "维保到场时间写进合同考核" },
    Alarm { kind: "fire", matters: &["地下车库冒浓烟", "阳台杂物起火"], told: "fire119", line: "保安持灭火器到场，电源已切断", result: "明火扑灭，无人受伤，消防到场复查", job: "", cause: "烟头引燃阳台纸箱", changes: "楼长入户提醒阳台勿堆物，加一次演练" },
    Alarm { kind: "crime", matters: &["两名陌生人试开车门被发现", "快递站有人争执动手"], told: "police110", line: "出入口已加派，监控锁定去向", result: "民警带离，录像已拷贝移交", job: "", cause: "夜间道闸跟车进入", changes: "夜间跟车提示音加大，岗位交叉巡查" },
    Alarm { kind: "gas", matters: &["楼道里很浓的煤气味", "厨房软管脱落，报警器响"], told: "security", line: "上下三层已疏散，燃气公司在路上", result: "更换软管后检测合格，住户返回", job: "", cause: "胶管超期老化", changes: "随安检逐户登记软管年限" },
];

#[rustfmt::skip]
pub(in crate::demo) const SERVICES: &[Order] = &[
    Order { department: Cleaning, matters: &["每周两次入户保洁", "新居开荒保洁", "空调清洗三台"], days: 14, handling: "已排班，固定范洁一组上门", result: "服务完成，业主验收签字" },
    Order { department: Greening, matters: &["露台花园代养护", "阳台绿植租摆"], days: 20, handling: "已换土并布置喷灌", result: "到期交接，长势良好" },
    Order { department: Service, matters: &["代办宽带移机", "代收代送生鲜半月", "老人助餐送到家"], days: 10, handling: "已与商家对接，每日按时送达", result: "代办完成，凭据已交业主" },
    Order { department: Engineering, matters: &["入户水电安全检测", "加装淋浴扶手", "安装净水器"], days: 5, handling: "已上门量尺并备料", result: "安装完成，试用正常" },
    Order { department: Security, matters: &["外出期间每日看房", "搬家当日专人看护通道"], days: 8, handling: "已列入巡更路线并拍照回传", result: "期满，照片已汇总给业主" },
];

#[rustfmt::skip]
pub(in crate::demo) const VISITS: &[Call] = &[
    Call { matter: "看望独居老人", said: "身体还好，希望楼道扶手再低一点", result: "扶手调整转工程" },
    Call { matter: "新入住家庭欢迎拜访", said: "感谢，问了垃圾分类时间", result: "已留分类手册" },
    Call { matter: "投诉办结后的当面致歉", said: "接受道歉，希望以后提前通知", result: "纳入施工通知模板" },
    Call { matter: "征求加装充电桩意见", said: "赞成，但不要占人行道", result: "意见已汇总" },
    Call { matter: "长期空置户室内巡看", said: "业主委托，窗户已关好", result: "照片已发业主" },
    Call { matter: "楼下渗水现场沟通", said: "愿意配合打开吊顶检查", result: "约周三上午" },
];

/// What a key was lent for: purpose, name, department or none for somebody from outside.
#[rustfmt::skip]
pub(in crate::demo) const LOANS: &[(&str, &str, &str)] = &[
    ("水泵房巡检抄表", "王军", "engineering"),
    ("配电间红外测温", "谭斌", "engineering"),
    ("风机房换皮带", "石磊", "engineering"),
    ("消控室主机巡检", "杜勇", "security"),
    ("设备间清扫", "范洁", "cleaning"),
    ("喷灌控制箱调时", "秦峰", "greening"),
    ("电梯维保进机房", "维保单位 严师傅", ""),
    ("通信基站检修", "铁塔公司 薛工", ""),
];

/// Rooms with a key of the house: label, building, floor.
#[rustfmt::skip]
pub(in crate::demo) const LABELS: &[(&str, &str)] = &[
    ("生活水泵房", "B1"), ("高压配电室", "B1"), ("低压配电间", "B1"), ("消防水泵房", "B2"), ("排风机房", "B1"), ("电梯机房", "RF"),
    ("弱电井", "1"), ("消控室", "1"), ("屋面出口", "RF"), ("柴油发电机房", "B2"),
];

/// What people say on the monthly call.
#[rustfmt::skip]
pub(in crate::demo) const CALLS: &[&str] = &[
    "都好，谢谢", "门口地砖有点滑", "希望快递柜再加一组", "夜里安静多了", "没什么意见", "电梯里广告声音大", "保安很热心", "孩子喜欢新秋千",
];

/// Activities and publications after which people are asked.
#[rustfmt::skip]
pub(in crate::demo) const ACTIVITIES: &[(&str, &str)] = &[
    ("activity", "秋季邻里节参加情况"), ("activity", "亲子运动会"), ("publication", "《翠湖家园》秋季刊"), ("activity", "重阳敬老茶会"),
    ("publication", "冬季用气安全手册"), ("other", "代办居住登记服务"),
];

/// Workers with a pass of their own (LED-04).
#[rustfmt::skip]
pub(in crate::demo) const WORKERS: &[Worker] = &[
    Worker { name: "汤师傅", company: "佳居装饰", matter: "卫生间防水重做" },
    Worker { name: "段师傅", company: "佳居装饰", matter: "全屋水电改造" },
    Worker { name: "孟师傅", company: "明窗门窗", matter: "封阳台，换断桥窗" },
    Worker { name: "常师傅", company: "", matter: "木地板安装" },
    Worker { name: "武师傅", company: "清风空调", matter: "中央空调内机安装" },
    Worker { name: "贺师傅", company: "宏发搬运", matter: "装修垃圾下楼清运" },
];

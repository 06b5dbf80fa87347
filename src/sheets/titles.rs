//! Names that columns have in other people's sheets, beside the name in the JSON and the labels of the forms. Must not know
//! which field belongs to which action: a title may stand for several.

/// The fields, and the usual names for each with blanks between.
pub const USUAL: &[(&str, &str)] = &[
    ("unit", "房间号 房间 房号/单元 户号 门牌号 门牌 地址 报修地址 报修房号 房屋 room house address"),
    (
        "name",
        "业主姓名 住户姓名 客户姓名 业主 住户 户主 联系人 投诉人 投诉人姓名 报修人 报修人姓名 owner resident user complainant",
    ),
    ("phone", "手机 手机号 手机号码 电话号码 联系电话 联系方式 报修电话 移动电话 mobile tel telephone"),
    ("tie", "关系 住户类型 住户身份 relation"),
    ("needs", "特殊需求 关怀事项 needs"),
    ("note", "备注 remark remarks notes"),
    (
        "old_number",
        "编号 单号 投诉编号 旧编号 报修单号 报修编号 派工单号 工单号 工单编号 维修单号 单据编号 id no no. number",
    ),
    (
        "received_at",
        "投诉时间 受理时间 登记时间 接待时间 报修时间 报修日期 报单时间 派工时间 日期 时间 date time received",
    ),
    ("replied_at", "回复时间 答复时间 处理时间 完成时间 完工时间 办结时间 结案时间 replied"),
    ("reply", "回复 答复 回复内容 答复内容 处理结果 处理情况 结果 answer"),
    ("channel", "来源 投诉方式 投诉渠道 报修方式 报修渠道 source"),
    ("category", "投诉类别 分类 投诉分类"),
    ("severity", "严重程度 投诉级别"),
    ("urgency", "优先级 缓急 priority"),
    (
        "matter",
        "主题 标题 投诉事由 报修内容 报修事项 报修项目 维修内容 维修项目 故障描述 故障现象 标签 标签内容 钥匙名称 名称 subject title label",
    ),
    ("key", "钥匙编号 钥匙号码 钥匙牌号 牌号 key_number"),
    ("key_kind", "类别 种类 分类 类型 kind type"),
    ("hook", "挂钩 钩号 挂钩编号 peg"),
    ("building", "楼号 栋号 楼栋号 栋"),
    ("floor", "层 楼层号"),
    ("pieces", "数量 把 钥匙数量 count quantity"),
    ("mandate", "委托 授权 委托书 书面授权"),
    ("detail", "内容 投诉内容 详细内容 详细描述 details description"),
    ("job", "报修类型 报修类别 维修类型 维修类别 工种 类型 类别 type"),
    ("department", "部门 维修部门 处理部门 承办部门 接单部门 派往部门"),
    ("done_by", "维修人员 维修工 维修师傅 维修员 师傅 处理人 经办人 经手人 接单人 technician worker"),
    ("contacted_at", "联系业主时间 电话联系时间 contacted"),
    ("arrived_at", "上门时间 到达时间 到达现场时间 arrived"),
    ("finished_at", "完工日期 完成时间 完成日期 维修完成时间 办结时间 finished completed"),
    ("result", "结果 维修结果 处理情况 维修情况 完成情况"),
    ("satisfied", "满意 满意度 是否满意 业主满意度 业主评价"),
];

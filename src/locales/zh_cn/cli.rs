//! Words of the commands in Chinese.
use crate::locales::cli::Cli;

/// Words of the commands.
pub const CLI: Cli = Cli {
    help: HELP,
    headings: ["用法", "命令", "参数", "选项"],
    prints_help: "显示帮助（-h 简短，--help 完整）",
    prints_version: "显示版本",
    no_terminal: "界面需要终端；各命令见 frontdesk --help",
    no_screen: "这个版本不带界面；各命令见 frontdesk --help",
    no_own_paths: "本机的安装方式不接受 --config 和 --db，请去掉",
    no_home: "没有地方放数据库（未设 HOME），请用 --db 指定文件",
    no_login: "系统没有说明您是谁，请找管这台机器的人",
    as_refused: |login, name| {
        format!(
            "账号 {login} 不能代 {name} 操作：--as 只给设置里 people.service_logins 列出的服务账号用。请以 {name} 登录，或去掉 --as。"
        )
    },
    first_start: |login| {
        format!("这是新文件，{login} 现在是经理。其他人用 frontdesk staff add 账号 --name 姓名 --role 岗位 添加。")
    },
    no_such_role: |known| format!("没有这个岗位；可用 {known}"),
    due_columns: ["时限", "级别", "编号", "房号", "状态", "归属", "处理人", "事由"],
    nothing_due: "没有未结的事。",
    more: |lines| format!("还有 {lines} 件，用 --limit 可多看"),
    as_of: |time| format!("截至 {time}"),
    clocks: "时限",
    pauses: "暂停",
    origins: "来自",
    offspring: "转出",
    history: "历史",
    staff_saved: |login| format!("已保存：{login}"),
    actions_intro: "操作：每行一个 JSON 对象。带 * 的必填；时间可写 \"2026-11-21T09:30:00+08:00\"、\"明天9点\" 或 \"+2h\"。\n\
        回答：{\"line\":1,\"ok\":true,\"number\":…,\"state\":…,\"version\":…,\"linked\":[…],\"hint\":…,\"clocks\":[{\"rule\",\"milestone\",\"level\",\"crossing\",\"started_at\",\"due_at\",\"look\",\"left\" 或 \"late\"（秒）}]}\n\
        或 {\"line\":1,\"ok\":false,\"error\":{\"code\":…,\"message\":…,\"fields\":{字段:说明}}}。带上 version，则别人中途改过的会被拒绝。",
    line_too_long: "超过 1 MB",
    not_utf8: "不是 UTF-8",
    sheet_ending: "只能读 .csv 和 .xlsx，请另存为其中一种",
    sheet_unreadable: |why| format!("读不了（{why}）"),
    sheet_not_utf8: |line| format!("不是 UTF-8（第 {line} 行）；不读 GBK，请另存为 .xlsx 或「CSV UTF-8」"),
    sheet_empty: "里面没有表头；第一行须是各列的名称",
    not_a_pair: |text| format!("「{text}」应写成 字段=列名 或 字段=值"),
    no_such_field: |field, known| format!("没有字段「{field}」；可用 {known}"),
    no_such_column: |column, known| format!("没有列「{column}」；表里有 {known}"),
    columns_missing: |fields, columns| {
        format!("没有导入：缺少 {fields}。表里有 {columns}。请用 --map 字段=列名 指明，或用 --set 字段=值 给定。")
    },
    unused_columns: |columns| format!("这些列没有用到：{columns}"),
    line: |line, why| format!("第 {line} 行：{why}"),
    tally: |taken, known, there, refused| format!("收入 {taken}，已在档 {known}，早已导入 {there}，退回 {refused}"),
    rehearsal: "这是试运行，没有保存。",
    exists: |file| format!("{file} 已经存在，不会覆盖；请换一个文件名"),
    backed_up: |file| format!("已备份到 {file}"),
    surveyed: |cases, events, head| format!("记录 {cases}，操作 {events}，链头 {head}"),
    sound: "一切正常。",
    unsound: |findings| format!("发现 {findings} 处问题。请保留这个文件，改用最近的好备份。"),
};

/// Command or option, and what it is for. A test looks whether one is missing.
const HELP: &[(&str, &str)] = &[
    ("", "住宅小区前台：接待、投诉及其时限。不带命令则打开界面"),
    ("config", "设置文件；否则 $FRONTDESK_CONFIG，否则 /etc/frontdesk/config.toml，否则用自带设置"),
    ("db", "数据库文件；否则按设置，否则用户数据目录下 frontdesk/frontdesk.db"),
    ("lang", "语言；否则按设置"),
    ("as_login", "代此人操作；只给设置里列出的服务账号用"),
    ("act", "执行操作：逐行读入 JSON，保存后逐行回答"),
    ("act actions", "列出全部操作及其字段，不执行"),
    ("act json", "与 --actions 同用：以 JSON 列出（回答总是 JSON）"),
    ("due", "各登记簿中已超时的和接下来要超时的"),
    ("due at", "按此时刻看，如 \"明天9点\"、\"+2h\"、2026-11-21T01:15:00Z"),
    ("due role", "只看归此岗位负责的，如 客服主管、经理"),
    ("due limit", "最多多少行"),
    ("due json", "输出一个 JSON 对象"),
    ("show", "看一件：时限、关联和历史"),
    ("show number", "编号，或旧台账上的编号"),
    ("show json", "输出一个 JSON 对象"),
    ("staff", "列出、新增、修改员工"),
    ("staff list", "全部在职和离职员工"),
    ("staff list json", "输出一个 JSON 数组"),
    ("staff add", "新增员工，此后可登录（经理）"),
    ("staff add login", "操作系统账号"),
    ("staff add name", "姓名"),
    ("staff add role", "岗位，如 前台、夜班安保、客服主管、经理"),
    ("staff add department", "部门，如 工程、安保、保洁、绿化、客服"),
    ("staff change", "修改员工；不写的不变（经理）"),
    ("staff change login", "操作系统账号"),
    ("staff change name", "姓名"),
    ("staff change role", "岗位，如 前台、夜班安保、客服主管、经理"),
    ("staff change department", "部门，如 工程、安保、保洁、绿化、客服"),
    ("staff change active", "是否可登录：是 或 否"),
    ("import", "从 .csv（UTF-8）或 .xlsx 导入住户或投诉"),
    ("import what", "导入什么：residents 住户，complaints 投诉"),
    ("import file", "UTF-8 的 .csv（有无 BOM 均可），或 .xlsx（读第一张表）"),
    ("import map", "表头看不出时，指明字段在哪一列：字段=列名，或 字段=列名+列名"),
    ("import set", "每一行都用的值：字段=值"),
    ("import dry_run", "只说会收入什么，不保存"),
    ("import json", "结果输出为一个 JSON 对象"),
    ("backup", "复制数据库，不影响别人使用"),
    ("backup file", "副本文件，须尚不存在"),
    ("check", "检查整个文件：完整性、操作链、时限与记录是否相符"),
    ("check json", "输出一个 JSON 对象"),
];

//! Words of the month's report in Chinese.
use crate::locales::report::Report;

/// Words of the month.
pub const REPORT: Report = Report {
    title: "月度统计",
    charts: "统计图",
    as_of: |time| format!("截至 {time}"),
    signed: |who, at, edition| format!("已上报：{who} {at} 第 {edition} 版"),
    page: |number| format!("第 {number} 页"),
    no_rows: "（本月无）",
    ending: "没有写入：文件名须以 .xlsx、.csv 或 .txt 结尾",
    exists: |path, free| format!("{path} 已经存在，不会覆盖；请换一个文件名，如 {free}"),
    no_folder: |folder| format!("没有写入：没有文件夹 {folder}；请先建好，或换一个地方"),
    denied: |folder| format!("没有写入：您不能在文件夹 {folder} 里写文件；请换一个自己的文件夹"),
    full: |folder| format!("没有写入：{folder} 所在的磁盘满了；请腾出空间，或换一个地方"),
    no_such_form: |known| format!("没有这张表；可用 {known}"),
    failed: |path, why| format!("没有写入 {path}（{why}）；请换一个地方再试"),
    saved: |path| format!("月度统计已写入 {path}"),
    writing: |done, all| format!("正在写入 {done}/{all}"),
    not_a_month: |text| format!("「{text}」不是月份；请写成 2026-10、2026年10月 或 10"),
    not_come: |month, newest| format!("{month} 还没有到；最近的月份是 {newest}"),
    nothing: |month| format!("{month} 没有任何登记。"),
    no_such_figure: |id, known| format!("没有指标「{id}」；可用 {known}"),
    which_figure: "--cases 要与 --figure 同用，说明看哪一项的编号",
    columns: ["项目", "本月", "分子/分母", "上月", "去年同月"],
    counted: "计入",
    missing: "未达到",
    changed: |figures| format!("上报后有 {figures} 项变动，见月度统计的「上报后的变动」表"),
};

//! Words of imports, in Chinese.
use crate::locales::imports::Imports;

/// The words.
pub const IMPORTS: Imports = Imports {
    kinds: ["住户", "旧投诉", "旧派工单", "钥匙"],
    ending: "只能读 .csv 和 .xlsx，请另存为其中一种",
    old_workbook: "这是旧式 Excel 文件；请用 Excel 或 WPS 打开，另存为 .xlsx（不能只改名字）",
    locked: "这个工作簿有密码；请打开后去掉密码再保存",
    text_as_workbook: "名字是 .xlsx，里面却是文本（改了名的 .csv，或网页）；请把名字改回 .csv，或用 Excel 打开后另存为 .xlsx",
    workbook_as_text: "名字是 .csv，里面却是 Excel 工作簿；请把名字改成 .xlsx，或另存为「CSV UTF-8」",
    unreadable: |why| format!("读不了（{why}）"),
    not_utf8: |line| format!("不是 UTF-8（第 {line} 行）；不读 GBK，请另存为 .xlsx 或「CSV UTF-8」"),
    empty: "里面没有表头；第一行须是各列的名称",
    only_hidden: |names| {
        format!("看得见的工作表都是空的；隐藏的 {names} 有内容，请取消隐藏，或在命令行用 --sheet 指明")
    },
    no_such_sheet: |name, known| format!("没有工作表「{name}」；有 {known}"),
    merged: |cells| format!("表头里 {cells} 合并了，分不清哪一列是什么；请取消合并，让每一列上面都有自己的名称"),
    not_a_pair: |text| format!("「{text}」应写成 字段=列名 或 字段=值"),
    no_such_field: |field, known| format!("没有字段「{field}」；可用 {known}"),
    no_such_column: |column, known| format!("没有列「{column}」；表里有 {known}"),
    doubled: |title, cells| format!("列名「{title}」出现了不止一次（{cells} 列）；请把不要的那一列改名或删掉"),
    columns_missing: |fields, columns| {
        format!(
            "没有导入：缺少 {fields}。表里有 {columns}。请把表头写成这些名称；在命令行也可用 --map 字段=列名 指明，或用 --set 字段=值 给定。"
        )
    },
    nameless: |cell| format!("{cell}（没有列名）"),
    unused_columns: |columns| format!("这些列没有用到：{columns}"),
    heading_at: |line| format!("表头在第 {line} 行；它上面的几行略过"),
    one_of_sheets: |sheet, others| {
        format!("读的是工作表「{sheet}」；另有 {others}；要读它们，把它移到最前，或在命令行用 --sheet")
    },
    line: |line, why| format!("第 {line} 行：{why}"),
    tally: |taken, known, there, refused| format!("收入 {taken}，已在档 {known}，早已导入 {there}，退回 {refused}"),
    rehearsal: "这是试运行，没有保存。",
    samples: "收入后是这样：",
    up_to_date: "（更新）",
    ended_early: |done, total, saved| {
        format!("停在 {done}/{total} 行：已保存 {saved} 条，每条都完整；再导入同一个文件会接着收，不会重复。")
    },
    ended_nothing_saved: |done, total| format!("停在 {done}/{total} 行；什么也没有保存。"),
    stopped_at_once: "已停止；什么也没有保存。",
    reading: "正在读",
    trying: "正在试",
    saving: "正在收",
    stopping: "正在停",
    // The page on the screen.
    what: "导入什么",
    path: "文件路径（.csv 或 .xlsx）",
    path_hint: "本机上的文件，如 ~/住户.xlsx",
    nothing_taken: "没有可收入的；改好文件再试",
    refused_lines: "退回的行：",
    none_refused: "没有退回的行",
    stop_ask: "停止导入？",
    stop_yes: "停止",
    stop_no: "继续",
    runs: "正在导入或导出，请等它做完；导入可按 Esc 停止",
    broke_off: "导入出错中断了；请再试一次",
};

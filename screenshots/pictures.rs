//! Which pictures there are: one row each. The script is that of `tests/support/keys.rs`.

/// A picture: `<file>.png`, shown to `login` in `lang` on a terminal of `size`, after `script` was played.
pub struct Picture {
    pub file: &'static str,
    pub size: (u16, u16),
    pub lang: &'static str,
    pub login: &'static str,
    pub script: &'static str,
}

/// Waits for the foot line, which is there when the first screen is.
#[rustfmt::skip]
pub const PICTURES: &[Picture] = &[
    Picture { file: "reception",      size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1><Down><Down>" },
    Picture { file: "complaints",     size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1>2<wait 投诉  未结><Down><Down>" },
    Picture { file: "complaints-wide", size: (120, 30), lang: "zh", login: "zhouhui", script: "<wait F1>2<wait 投诉  未结><Down><Down><Down>" },
    Picture { file: "case",           size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>2<wait 投诉  未结><Down><Down><Enter><wait 时限>" },
    Picture { file: "steps",          size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>2<wait 投诉  未结><Down><Down><F6><wait Enter 选定>" },
    Picture { file: "complaint-form", size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1>2<wait 投诉  未结><F2><wait 登记投诉>3-1-1104<Enter><wait 周燕><wait 渠道><Tab><Tab>厨房反复漏水，上次维修后仍渗<Enter><Tab>2" },
    Picture { file: "board",          size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>3<wait 派工  待派><Down><Down><Down>" },
    Picture { file: "board-wide",     size: (160, 40), lang: "zh", login: "zhouhui",  script: "<wait F1>3<wait 派工  待派><Down>" },
    Picture { file: "cabinet",        size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1>4<wait 在库><Down>" },
    Picture { file: "callbacks",      size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1>5<wait 待回访><Down>" },
    Picture { file: "stats",          size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>6<wait 投诉统计表><Down><Down>" },
    Picture { file: "stats-bars",     size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>6<wait 投诉统计表><Left><wait 上报><F11><wait 条形图>" },
    Picture { file: "stats-year",     size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>6<wait 投诉统计表><Left><wait 上报><F11><F11><wait 一年走势>" },
    Picture { file: "stats-heat",     size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>6<wait 投诉统计表><Left><wait 上报><F11><F11><F11><wait 楼栋×类别>" },
    Picture { file: "emergency",      size: (80, 24),  lang: "zh", login: "madajun",  script: "<wait F1><F9><wait 事由>三单元水管爆裂，水从天花往下淌<Enter>3-1-502<Enter><wait 下一步>1<wait 关>" },
    Picture { file: "handover",       size: (80, 24),  lang: "zh", login: "hexiaolin", script: "<wait F1><F11><wait 交接班>5<wait 交接班  未结><Enter><wait 钥匙>" },
    Picture { file: "late",           size: (80, 24),  lang: "zh", login: "zhouhui",  script: "<wait F1>0<wait 催办  未结>" },
    Picture { file: "household",      size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1><F3>3-1-1104<Enter><wait 周燕>" },
    Picture { file: "palette",        size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1>:x" },
    Picture { file: "help",           size: (80, 24),  lang: "zh", login: "zhangmin", script: "<wait F1>2<wait 投诉  未结><F1>" },
    Picture { file: "complaints-en",  size: (100, 28), lang: "en", login: "zhouhui",  script: "<wait F1>2<wait Complaints><Down><Down>" },
];

/// A shell command that prints a sheet of what a screen may hold; ends with END.
pub const PROOF: &str = r#"
printf ' 翠湖花园前台   1 接待 3   2 投诉 \033[1;31m5!\033[0m  3 派工 2   \033[7m 4 钥匙 1! \033[0m\r\n'
printf '|0123456789|0123456789|0123456789|0123456789|\r\n'
printf '|零一二三四|五六七八九|厨房反复漏|，。：；“”|\r\n'
printf '┌────────┬────────┐ ╭────────╮ ┏━━━┳━━━━┓ ╔═══╦═══╗ ┄┄┄┄ ╌╌╌╌\r\n'
printf '│厨房漏水│ab <&> c│ │ 圆角框 │ ┃ab ┃厨  ┃ ║ab ║cd ║ ┆ ╎ ┊\r\n'
printf '├────────┼────────┤ ╰────────╯ ┣━━━╋━━━━┫ ╠═══╬═══╣\r\n'
printf '└────────┴────────┘            ┗━━━┻━━━━┛ ╚═══╩═══╝\r\n'
printf '▁▂▃▄▅▆▇█ ▏▎▍▌▋▊▉█ ░▒▓ ▀▐ ▔▕  ●○■□▲▼▶→←↑↓…·①℃—✓✗ 超2时10分 →经理\r\n'
for i in 0 1 2 3 4 5 6 7; do printf "\033[3${i}m字a$i \033[9${i}m 亮\033[0m"; done; printf '\r\n'
for i in 0 1 2 3 4 5 6 7; do printf "\033[4${i}m字a$i \033[10${i}m 亮\033[0m"; done; printf '\r\n'
for i in 16 52 88 124 160 196 202 208 214 220 226 46 51 21 93 240 250; do printf "\033[48;5;${i}m ${i}\033[0m"; done; printf '\r\n'
printf '\033[38;2;255;120;0mRGB 橙色\033[0m \033[1m粗体 bold\033[0m \033[2m淡色 dim\033[0m \033[3mitalic 斜\033[0m \033[4munderline 下划线\033[0m \033[7m反显 reverse\033[0m \033[1;7m▌重大\033[0m\r\n'
printf '\033[7m▌超2时10分 →经理  重要  TS-20261114-003  3-1-502    工程维修  厨房反复 \033[0m\r\n'
printf ' 剩1时40分        \033[33m一般\033[0m  TS-20261119-001  商铺12     清洁      楼道灯不亮\r\n'
printf 'END 光标在此：'; sleep 60
"#;

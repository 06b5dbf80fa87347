//! Whole pictures of the main screens at home size.
use super::seat::Seat;
use frontdesk::config::Language;

/// The rows of a picture that are not empty, as they are seen.
#[track_caller]
pub fn same(seat: &mut Seat, wanted: &str) {
    let rows = seat.rows();
    let seen: Vec<&str> = rows.iter().map(String::as_str).filter(|row| !row.is_empty()).collect();
    let wanted: Vec<&str> = wanted.trim_matches('\n').lines().collect();
    assert_eq!(seen, wanted, "\n{}", rows.join("\n"));
}

#[test]
fn the_complaint_queue_shows_the_promise_first() {
    same(
        Seat::of("desk").keys("2"),
        "
 1 接待 1  2 投诉 2!  3 派工  4 钥匙  5 回访  6 统计       张敏·前台 11-21 09:42
 投诉  未结 3 · 超时 2 · 今日到期 1
 时限               级别   编号            房号      类别     事由
▌超6天23时 →经理    重要   TS-20261114-001 3-1-502   工程维修 厨房反复漏水，上..
 超1天 报主管       轻微   TS-20261119-001 商铺12    清洁     门口垃圾未清
 剩11时18分         重大   TS-20261121-001 5-2-301   员工服.. 保安态度恶劣
 F2 新投诉  Enter 详情  F6 处理  F7 筛选  F8 知悉  0 催办  F1 帮助  F9 紧急
",
    );
}

#[test]
fn a_form_with_faults() {
    same(
        Seat::of("desk").keys("2<F2>3-1-502<Enter><Enter><C-s>"),
        "
 1 接待 1  2 投诉 2!  3 派工  4 钥匙  5 回访  6 统计       张敏·前台 11-21 09:42
 登记投诉                                                      特殊需要 独居老人
 本户未结 2 件，JD-20261121-001 已受理；F3 查看
 房号          3-1-502
 姓名          王芳
 电话          13800138000
 渠道           1 上门 [2 来电] 3 网上/微信  4 书面  5 岗位转告
▌类别*         -
               必填
 事由*
               必填
 详情
 级别          [1 轻微] 2 重要  3 重大
 紧急程度      [1 一般] 2 紧急
 损害正在发生   1 是 [2 否]
 责任部门       1 工程  2 安保  3 保洁  4 绿化  5 客服
 期望时间
 接报时间
  1 安保  2 清洁  3 绿化  4 工程维修  5 信件报刊收发  6 装修管理
  7 员工服务态度  8 其它
 有几项要改，已标出；改好再保存
 Enter 下一项  Shift-Tab 上一项  Ctrl-S 保存  F4 选项  Ctrl-D 同上一张  Esc 离开
",
    );
}

#[test]
fn a_case_with_all_its_clocks() {
    same(
        Seat::of("sup").keys("2<Enter>"),
        "
 1 接待 1  2 投诉 2!  3 派工  4 钥匙  5 回访  6 统计       李强·主管 11-21 09:42
 TS-20261114-001  已受理
 事由          厨房反复漏水，上次维修后仍渗，楼下邻居也来反映
 业主          3-1-502  来电
 受理/处理     张敏
 现归          经理  已告知 主管
 接报时间      11-14 09:00
 时限
  超6天23时 →主管   交到主管   11-14 10:00  CMP-04/supervisor
  超6天 报主管      联系业主   11-15 09:00  CMP-06/general
  超42分 →经理      解决       11-21 09:00  CMP-04/solve
  剩22天            升为重大   12-14 09:00  CMP-07/month
 级别          重要 · 一般
 类别          工程维修
 经过（最近的在上）
  11-14 09:00  张敏  登记投诉：渠道 来电、类别 工程维修、级别 重要、紧急程度
    一般
 F6 处理  F8 知悉  Tab 下一关联  Enter 打开关联  Esc 返回  F1 帮助  0 催办
",
    );
}

#[test]
fn the_steps_open_to_the_supervisor() {
    same(
        Seat::of("sup").keys("1<Enter><F6>"),
        "
 1 接待 1  2 投诉 2!  3 派工  4 钥匙  5 回访  6 统计       李强·主管 11-21 09:42
 JD-20261121┌ JD-20261121-001 已受理  3-1-502  停车月卡怎么办 ──┐
 事由       │ ▌1 记处理情况                                     │
 业主       │  2 答复业主                                       │
 受理/处理  │  3 办结                                           │
 现归       │  4 承诺答复                                       │
 接报时间   │  5 改承诺时间                                     │
 时限       │  6 转责任部门                                     │
  快到 剩8分│  7 转为投诉                                       │
  剩1天23时 │  8 派工                                           │
  剩6天23时 │  9 转特约服务                                     │
 性质       │  a 转紧急求援                                     │
 去向       │  b 并入事件                                       │
 承诺时间   │  c 决定建议                                       │
 经过（最近 │  d 指定处理人                                     │
  11-21 09:2│  e 内部备注                                       │ 、承诺答复
            │  f 暂停计时                                       │
            │  g 恢复计时                                       │
            │  h 知悉超时                                       │
            │  i 更正内容                                       │
            │    … 还有 3 项                                    │
            └───────────────────────────────────────────────────┘
 Enter 选定  ↑ 上一行  ↓ 下一行  Esc 返回  F1 帮助  F3 查住户  F9 紧急
",
    );
}

#[test]
fn a_household_with_its_needs_and_its_cases() {
    same(
        Seat::of("desk").keys("<F3>"),
        "
 1 接待 1  2 投诉 2!  3 派工  4 钥匙  5 回访  6 统计       张敏·前台 11-21 09:42
 查住户  3-1-502
 王芳          业主  13800138000   独居老人
 记录
▌超6天23时 →经理    TS-20261114-001  已受理      厨房反复漏水，上次维修后仍渗..
 快到 剩8分         JD-20261121-001  已受理      停车月卡怎么办
 Enter 详情  F2 为这户登记  F5 登记住户  Esc 返回  F1 帮助  F3 查住户  F9 紧急
",
    );
}

#[test]
fn on_a_wide_screen_the_case_stands_beside_the_list() {
    let mut seat = Seat::sized("sup", (132, 24), Language::Chinese);
    let rows = seat.keys("2").rows();
    assert!(rows[3].starts_with("▌超6天23时 →经理") && rows[3].contains("│"), "{}", rows.join("\n"));
    seat.keys("<Down>").sees("商铺12  来电");
}

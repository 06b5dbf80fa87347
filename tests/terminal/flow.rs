//! A matter on its way through the registers, and an emergency that comes in between (REC-03, EMG-01, EMG-07).

use crate::estate::Estate;
use crate::place::{fill, go_to, sit, wait_for_row};

#[test]
fn a_matter_becomes_a_work_order_and_an_emergency_comes_in_between() {
    let estate = Estate::staffed();
    let terminal = sit(&estate, "desk");
    let other = sit(&estate, "sup");

    terminal.press("F2");
    terminal.wait_for("Ctrl-S");
    fill(&terminal, "3-1-502");
    go_to(&terminal, "事由");
    fill(&terminal, "厨房漏水");
    go_to(&terminal, "去向");
    terminal.type_text("5");
    terminal.wait_for("工作种类");
    go_to(&terminal, "工作种类");
    terminal.type_text("5");
    terminal.wait_for("给排水]");
    terminal.press("Ctrl-s");
    terminal.wait_for("> PG-");
    terminal.press("Enter");
    terminal.wait_for("由此产生");
    terminal.press("Enter");
    terminal.wait_for("来自");
    wait_for_row(&terminal, &["PG-", "待派工"]);
    terminal.press("Esc");
    terminal.wait_for("由此产生");
    terminal.press("Esc");
    terminal.wait_for("F2 新接待");

    // Half of the next one is typed when the lights go out.
    terminal.press("F2");
    terminal.wait_for("Ctrl-S");
    fill(&terminal, "5-2-301");
    go_to(&terminal, "事由");
    fill(&terminal, "问停车");
    terminal.press("F9");
    terminal.wait_gone("问停车");
    fill(&terminal, "全楼停电");
    terminal.press("Ctrl-s");
    terminal.wait_for("下一步");
    wait_for_row(&terminal, &["!!", "5-2-301", "全楼停电"]);
    other.wait_for("!全楼停电");
    terminal.type_text("2");
    terminal.wait_for("[ ] ");
    terminal.type_text("1");
    terminal.wait_for("[x]");
    terminal.press("Esc");
    terminal.wait_for("问停车");

    // This caller asks about the lights as well.
    terminal.wait_for("5-2-301");
    terminal.press("F7");
    terminal.wait_for("并入事件");
    terminal.press("Ctrl-s");
    terminal.wait_for("> JJ-");
    terminal.type_text("0");
    wait_for_row(&terminal, &["▌", "JJ-"]);
    terminal.press("Enter");
    terminal.wait_for("并入的来电 1");
    terminal.press("F8");
    terminal.wait_for("需补单");
    fill(&terminal, "来电了");
    terminal.press("Ctrl-s");
    terminal.wait_for("请再确认");
    terminal.type_text("2");
    terminal.wait_for("要逐一回电的业主 1");
    other.wait_gone("!全楼停电");
}

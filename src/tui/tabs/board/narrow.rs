//! Narrowing the board (ESC-14): the menu, what is chosen from it, and how it is told in the heading; and what the
//! states are called where there is little room. Must not know how the desk narrows.
use super::lanes::{Lanes, Narrowing};
use super::orders::Orders;
use crate::model::board::BoardColumn;
use crate::model::staff::Department;
use crate::tui::keymap::Label;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use strum::VariantArray;

/// What a state is called where there is little room.
pub fn name(column: BoardColumn) -> Label {
    match column {
        BoardColumn::Waiting => |s| s.lane_waiting,
        BoardColumn::Sent => |s| s.lane_sent,
        BoardColumn::Received => |s| s.lane_received,
        BoardColumn::OnTheWay => |s| s.lane_on_the_way,
        BoardColumn::OnSite => |s| s.lane_on_site,
        BoardColumn::Paused => |s| s.lane_paused,
        BoardColumn::Finished => |s| s.lane_finished,
        BoardColumn::SheetBack => |s| s.lane_sheet_back,
    }
}

/// The menu: everybody or mine, one department, one technician, one state.
pub fn menu(lanes: &Lanes, cx: &Context<'_>) -> Msg {
    let (s, by) = (&cx.words.screen, &lanes.narrowing);
    let mark = |on: bool, label: &str, value: &str| item(format!("{} {label}", if on { "[x]" } else { "[ ]" }), value);
    let mine = by.technician.as_ref() == Some(&cx.me.login);
    let own = cx.me.department.filter(|own| Some(*own) == by.department);
    let mut items = vec![
        item(s.all_again, "all"),
        mark(mine, s.mine, "mine"),
        mark(by.department.is_some() && own.is_none(), s.one_department, "department"),
        mark(by.technician.is_some() && !mine, s.one_technician, "technician"),
    ];
    if let Some(department) = cx.me.department {
        items.insert(2, mark(own.is_some(), &format!("{} ({})", s.my_role, cx.words.department(department)), "own"));
    }
    items.extend(BoardColumn::VARIANTS.iter().map(|column| {
        mark(by.column == Some(*column), &format!("{} {}", s.only, name(*column)(s)), <&str>::from(*column))
    }));
    items.push(item(s.all_orders, "orders"));
    Menu::new("filter", s.filter, items).open()
}

/// Takes what was chosen: a kind of narrowing turns on and off, and the board is to be read again; or it leads further.
pub fn chosen(lanes: &mut Lanes, tag: &str, value: &str, cx: &Context<'_>) -> Option<Msg> {
    let by = &mut lanes.narrowing;
    match (tag, value) {
        ("filter", "orders") => return Some(Msg::Push(Box::new(Orders::searched()))),
        ("filter", "all") => *by = Narrowing::default(),
        ("filter", "mine") => {
            let mine = by.technician.as_ref() == Some(&cx.me.login);
            by.technician = Some(cx.me.login.clone()).filter(|_| !mine);
        }
        ("filter", "own") => by.department = cx.me.department.filter(|own| Some(*own) != by.department),
        ("filter", "department") if by.department.is_some() => by.department = None,
        ("filter", "department") => {
            let all = Department::VARIANTS.iter();
            let items = all.map(|one| item(cx.words.department(*one), <&str>::from(*one))).collect();
            return Some(Menu::new("department", cx.words.screen.one_department, items).open());
        }
        ("filter", "technician") if by.technician.is_some() => by.technician = None,
        ("filter", "technician") => {
            let items = lanes.technicians.iter().map(|one| item(one.name.clone(), one.login.clone())).collect();
            return Some(Menu::new("technician", cx.words.screen.one_technician, items).open());
        }
        ("filter", column) => {
            let column = column.parse().ok();
            by.column = column.filter(|_| by.column != column);
        }
        ("department", one) => by.department = one.parse().ok(),
        ("technician", one) => by.technician = Some(one.to_owned()),
        _ => {}
    }
    None
}

/// How it is narrowed, in words; empty if it is not.
pub fn told(lanes: &Lanes, cx: &Context<'_>) -> String {
    let by = &lanes.narrowing;
    let technician = by.technician.as_ref().map(|login| match *login == cx.me.login {
        true => cx.words.screen.mine.to_owned(),
        false => cx.name(login),
    });
    let department = by.department.map(|one| cx.words.department(one).to_owned());
    let column = by.column.map(|one| name(one)(&cx.words.screen).to_owned());
    cx.words.list([technician, department, column].into_iter().flatten())
}

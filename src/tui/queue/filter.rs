//! Narrowing a queue (ESC-14): the menu, what is chosen from it, and how it is told in the heading.
//! Must not know how the desk narrows.
use super::{Queue, told};
use crate::model::case::State;
use crate::model::staff::{Department, Role, Staff};
use crate::tui::menu::{Item, Menu, item};
use crate::tui::page::{Context, Msg};
use strum::VariantArray;

impl Queue {
    pub(super) fn offer_filter(&self, cx: &Context<'_>) -> Vec<Msg> {
        let (s, filter) = (&cx.words.screen, &self.list.filter);
        let mark =
            |on: bool, label: &str, value: &str| item(format!("{} {label}", if on { "[x]" } else { "[ ]" }), value);
        let mine = format!("{} ({})", s.my_role, cx.words.role_long(cx.me.role));
        let items = vec![
            item(s.all_again, "all"),
            mark(filter.mine.is_some(), s.mine, "mine"),
            mark(filter.role.is_some(), &mine, "role"),
            mark(filter.overdue, s.overdue, "overdue"),
            mark(filter.due_today, s.due_today, "today"),
            mark(filter.department.is_some(), s.one_department, "department"),
            mark(filter.building.is_some(), s.one_building, "building"),
            mark(filter.handler.is_some(), s.one_handler, "handler"),
            mark(filter.past, s.past_too, "past"),
            mark(filter.words.is_some(), s.search, "search"),
            mark(filter.state == Some(State::Solved), s.solved_only, "solved"),
        ];
        vec![Menu::new("filter", s.filter, items).open()]
    }

    /// Takes what was chosen: a kind of narrowing turns on and off, or asks further.
    pub(super) fn narrow(&mut self, tag: &'static str, value: &str, cx: &Context<'_>) -> Vec<Msg> {
        let turn = |set: bool, to: &str| if set { None } else { Some(to.to_owned()) };
        let filter = &mut self.list.filter;
        match (tag, value) {
            ("filter", "mine") => filter.mine = turn(filter.mine.is_some(), &cx.me.login),
            ("filter", "role") if filter.role.is_some() => {
                filter.role = None;
                filter.department = filter.department.filter(|_| cx.me.role != Role::Department);
            }
            ("filter", "role") => {
                filter.role = Some(cx.me.role);
                // The post of a department is that of one's own department alone.
                let own = cx.me.department.filter(|_| cx.me.role == Role::Department);
                filter.department = own.or(filter.department);
            }
            ("filter", "overdue") => filter.overdue = !filter.overdue,
            ("filter", "today") => filter.due_today = !filter.due_today,
            ("filter", "solved") => filter.state = if filter.state.is_none() { Some(State::Solved) } else { None },
            ("filter", "past") => filter.past = !filter.past,
            ("filter", "department") if filter.department.is_some() => filter.department = None,
            ("filter", "building") if filter.building.is_some() => filter.building = None,
            ("filter", "handler") if filter.handler.is_some() => filter.handler = None,
            ("filter", "department" | "building" | "handler") => return ask_further(value, cx),
            ("filter", "all") => *filter = self.base.clone(),
            ("filter", "search") => {
                self.begin_search();
                return Vec::new();
            }
            ("department", one) => filter.department = one.parse().ok(),
            ("building", one) => filter.building = Some(one.to_owned()),
            ("handler", one) => filter.handler = Some(one.to_owned()),
            _ => return Vec::new(),
        }
        told(self.reload(cx), cx)
    }

    /// How it is narrowed, in words; empty if it is not.
    pub(super) fn narrowed(&self, cx: &Context<'_>) -> String {
        let (s, filter) = (&cx.words.screen, &self.list.filter);
        let on = |set: bool, label: &str| set.then(|| label.to_owned());
        let building = |one: &String| format!("{} {one}", s.building);
        let parts = [
            on(filter.mine.is_some(), s.mine),
            on(filter.role.is_some(), s.my_role),
            on(filter.overdue, s.overdue),
            on(filter.due_today, s.due_today),
            filter.department.map(|one| cx.words.department(one).to_owned()),
            filter.building.as_ref().map(building),
            filter.handler.as_ref().map(|login| cx.name(login)),
            on(filter.state == Some(State::Solved), s.solved_only),
            on(filter.past, s.past_too),
            filter.words.as_ref().map(|words| format!("/{words}")),
        ];
        cx.words.list(parts.into_iter().flatten())
    }
}

fn ask_further(what: &str, cx: &Context<'_>) -> Vec<Msg> {
    let s = &cx.words.screen;
    let (tag, title, items): (_, _, Vec<Item>) = match what {
        "department" => {
            let all = Department::VARIANTS.iter();
            (
                "department",
                s.one_department,
                all.map(|one| item(cx.words.department(*one), <&str>::from(*one))).collect(),
            )
        }
        "building" => {
            let all = cx.desk.buildings().unwrap_or_default().into_iter();
            ("building", s.one_building, all.map(|one| item(one.clone(), one)).collect())
        }
        _ => {
            let all = cx.staff.iter().filter(|one| one.active);
            let label = |one: &Staff| format!("{}  {}", one.name, cx.words.role(one.role));
            ("handler", s.one_handler, all.map(|one| item(label(one), one.login.clone())).collect())
        }
    };
    if items.is_empty() {
        return vec![Msg::Say(s.nothing_here.to_owned())];
    }
    let menu = Menu::new(tag, title, items);
    vec![if what == "department" { menu } else { menu.by_label() }.open()]
}

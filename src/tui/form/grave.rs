//! What is outward or not to be taken back is asked once more: whose it is, what it does, and what is still missing.
//! Must not do it.
use super::Form;
use crate::desk::answer::Part;
use crate::model::step::{STEPS, StepKind};
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};
use crate::tui::text;

/// Whether an action is to be asked once more.
pub(super) fn is_grave(action: &str) -> bool {
    let kind = action.parse::<StepKind>().ok();
    STEPS.iter().any(|row| Some(row.step) == kind && row.grave)
}

impl Form {
    pub(super) fn save(&self, cx: &Context<'_>) -> Vec<Msg> {
        if !self.grave {
            return vec![Msg::Do(self.action())];
        }
        let s = &cx.words.screen;
        let items = vec![item(s.go_back, "stay"), item(s.do_it, "do")];
        let does = cx.words.action_does(&self.seed.action).unwrap_or_default();
        let menu = Menu::new("grave", s.sure, items).saying(text::cut(&self.whose(), 56)).saying(does);
        let menu = self.told.iter().fold(menu, |menu, told| menu.saying(text::cut(told, 56)));
        vec![self.missing(cx).into_iter().fold(menu, Menu::saying).open()]
    }

    /// Number, unit and matter of the case of a step, so that nobody takes one case for another.
    pub(super) fn whose(&self) -> String {
        let number = self.seed.case.as_ref().map(|(number, _)| number.as_str());
        let kept = ["key", "unit", "matter"].iter().filter_map(|name| self.record.get(*name)?.as_str());
        number.map_or_else(String::new, |number| std::iter::once(number).chain(kept).collect::<Vec<_>>().join("  "))
    }

    /// What should have been done about an emergency before it is over, as the file knows it now (EMG-02).
    fn missing(&self, cx: &Context<'_>) -> Option<String> {
        let ends = self.seed.action == <&str>::from(StepKind::EndEmergency);
        let (number, _) = self.seed.case.as_ref().filter(|_| ends)?;
        let sheet = cx.desk.sheet(number, cx.me).ok()?;
        let Part::Emergency(part) = &sheet.part else { return None };
        let missing = part.missing(&sheet.entries);
        (!missing.is_empty()).then(|| cx.words.missing(&missing))
    }
}

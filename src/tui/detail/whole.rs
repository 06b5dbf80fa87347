//! A masked number, shown whole on request for as long as the page is open (SEC-03). Must not decide who may see it:
//! the desk does.
use super::Detail;
use crate::desk::answer::Part;
use crate::model::secret::is_masked;
use crate::model::step::Secret;
use crate::tui::menu::{Menu, item};
use crate::tui::page::{Context, Msg};

/// A number; a masked one says which key shows it whole.
pub(super) fn shown(number: &str) -> String {
    if is_masked(number) { format!("{number} [F4]") } else { number.to_owned() }
}

impl Detail {
    /// Asks for the number that is masked here; where several are, which.
    pub(super) fn reveal(&self, cx: &Context<'_>) -> Vec<Msg> {
        match self.masked()[..] {
            [] => vec![Msg::Say(cx.words.screen.nothing_masked.to_owned())],
            [secret] => self.ask_for(secret.into()),
            ref several => {
                let items = several.iter().map(|secret| item(cx.words.secret(*secret), <&str>::from(*secret)));
                vec![Menu::new("reveal", cx.words.screen.see_number, items.collect()).open()]
            }
        }
    }

    /// Has the desk show one, by its word.
    pub(super) fn ask_for(&self, secret: &str) -> Vec<Msg> {
        let mut action = serde_json::json!({"do": "reveal", "field": secret});
        action["number"] = self.sheet.case.number.as_str().into();
        vec![Msg::Do(action)]
    }

    fn masked(&self) -> Vec<Secret> {
        let (mut phone, mut document) = (self.sheet.case.phone.as_deref(), None);
        if let Part::Key(key) = &self.sheet.part {
            phone = key.holder_phone.as_deref().or(phone);
            document = key.document_number.as_deref();
        }
        let all = [(Secret::Phone, phone), (Secret::DocumentNumber, document)];
        all.into_iter().filter(|(_, number)| number.is_some_and(is_masked)).map(|(secret, _)| secret).collect()
    }

    /// Puts what was shown whole in the place of what is masked.
    pub(super) fn unmask(&mut self) {
        for (secret, whole) in &self.whole {
            let case_phone = &mut self.sheet.case.phone;
            let (phone, document) = match &mut self.sheet.part {
                Part::Key(key) if key.holder_phone.is_some() => (&mut key.holder_phone, Some(&mut key.document_number)),
                Part::Key(key) => (case_phone, Some(&mut key.document_number)),
                _ => (case_phone, None),
            };
            match (secret, document) {
                (Secret::Phone, _) => *phone = Some(whole.clone()),
                (Secret::DocumentNumber, Some(document)) => *document = Some(whole.clone()),
                (Secret::DocumentNumber, None) => {}
            }
        }
    }
}

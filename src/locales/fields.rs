//! What the fields of an action are called on forms, in the history and in answers: one table a language.
use super::Words;

/// Words for one field.
pub struct FieldWords {
    /// Name in the JSON of the action.
    pub name: &'static str,
    /// Label, at most 16 cells in Chinese and 18 in English.
    pub label: &'static str,
    /// A hint for whoever fills it in, at most 60 cells; empty where the label says it all.
    pub hint: &'static str,
}

/// One row of the table.
pub(super) const fn field(name: &'static str, label: &'static str, hint: &'static str) -> FieldWords {
    FieldWords { name, label, hint }
}

impl Words {
    /// Label of a field by its name in the JSON; the name itself if no action has such a field.
    pub fn field<'a>(&self, name: &'a str) -> &'a str {
        self.field_label(name).unwrap_or(name)
    }

    /// Label of a field that some action has.
    pub fn field_label(&self, name: &str) -> Option<&'static str> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.label)
    }

    /// Hint of a field, empty where there is none.
    pub fn field_hint(&self, name: &str) -> &'static str {
        self.fields.iter().find(|field| field.name == name).map_or("", |field| field.hint)
    }
}

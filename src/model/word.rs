//! Enumerations that stand in the file, in the settings and in JSON as words: one shape for all of them.

/// Gives an enumeration its words (`head_office`), the way back from them, and the list of its values.
macro_rules! words {
    ($(#[$about:meta])* pub enum $name:ident { $($body:tt)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[derive(strum::Display, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
        #[serde(rename_all = "snake_case")]
        #[strum(serialize_all = "snake_case")]
        pub enum $name { $($body)+ }
    };
}
pub(crate) use words;

//! Numbers of people as those see them who need not know them whole (SEC-03). Must not know who that is.
use super::phone::{Kind, Phone};
use serde_json::Value;

/// Fields that hold the phone of a person.
const PHONES: [&str; 2] = ["phone", "holder_phone"];
/// The field that holds the number of an identity document.
const DOCUMENT: &str = "document_number";

/// Which numbers are to be masked in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Masked {
    /// Phones of people.
    pub phones: bool,
    /// Numbers of identity documents.
    pub documents: bool,
}

/// A phone: `138****5678`. Public numbers stay; what cannot be read as a phone, and what is too short to leave an end, is
/// hidden whole.
pub fn phone(text: &str) -> String {
    match Phone::parse(text) {
        Ok(phone) if matches!(phone.kind(), Kind::Firm | Kind::Service) => phone.to_string(),
        Ok(phone) => phone.masked(),
        Err(_) => document(text),
    }
}

/// The number of an identity document: `440***********1234`, a short one fully.
pub fn document(text: &str) -> String {
    let all: Vec<char> = text.chars().collect();
    if all.len() < 11 {
        return "*".repeat(all.len().max(4));
    }
    let (head, tail) = (3, 4);
    let hidden = "*".repeat(all.len() - head - tail);
    let part = |range: &[char]| range.iter().collect::<String>();
    format!("{}{hidden}{}", part(&all[..head]), part(&all[all.len() - tail..]))
}

/// A name on a list for somebody who need not know whose it is: the first sign stays.
pub fn name(text: &str) -> String {
    text.chars().take(1).chain(['*', '*']).collect()
}

/// Whether a number is masked, and so says nothing that could be saved.
pub fn is_masked(text: &str) -> bool {
    text.contains('*')
}

/// Masks the numbers of people in a record that is kept as JSON: an action of the journal, the report of a cycle.
pub fn mask(record: &mut Value, masked: Masked) {
    match record {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match value {
                    Value::String(text) if masked.phones && PHONES.contains(&name.as_str()) => *text = phone(text),
                    Value::String(text) if masked.documents && name == DOCUMENT => *text = document(text),
                    other => mask(other, masked),
                }
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|one| mask(one, masked)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// SEC-03
    #[test]
    fn enough_of_a_number_stays_to_know_it_again_and_of_a_short_one_nothing() {
        assert_eq!(phone("13812345678"), "138****5678");
        assert_eq!(phone("12345"), "12345", "a public number is nobody's secret");
        assert_eq!(phone("not a phone"), "not****hone");
        assert_eq!(document("440106198001011234"), "440***********1234");
        assert_eq!(document("E1234567"), "********");
        assert_eq!(document("A1"), "****");
        assert!(is_masked(&document("A1")) && !is_masked("13812345678"));
    }

    /// SEC-03
    #[test]
    fn a_record_is_masked_however_deep_the_number_stands() {
        let mut record = json!({"do": "lend_key", "phone": "13812345678", "document_number": "440106198001011234",
            "was": {"resident": {"phone": "13912345678"}}, "lines": [{"holder_phone": "13712345678"}]});
        mask(&mut record, Masked { phones: true, documents: true });
        let text = record.to_string();
        assert!(["138****5678", "139****5678", "137****5678", "440*"].iter().all(|part| text.contains(part)), "{text}");
        let mut record = json!({"phone": "13812345678", "document_number": "440106198001011234"});
        mask(&mut record, Masked { phones: false, documents: true });
        assert_eq!(record["phone"], "13812345678");
    }
}

//! Which column holds which field: by `--map`, else by the heading in either language or a usual name for it.
use super::source::column_name;
use super::titles::USUAL;
use super::trouble::Mismatch;
use super::value::value;
use crate::config::Language;
use crate::desk::action::{ActionNote, catalogue};
use crate::locales::words;
use crate::model::text::fold_width;
use serde_json::{Map, Value};

/// What the person asked for.
pub struct Wanted {
    note: ActionNote,
    /// Field and the name of its column.
    map: Vec<(String, String)>,
    /// Field and its value for every line.
    set: Vec<(String, String)>,
}

impl Wanted {
    /// Reads `--map` and `--set` for an action.
    pub fn read(action: &str, map: &[String], set: &[String]) -> Result<Wanted, Mismatch> {
        let known = catalogue().into_iter().find(|note| note.name == action);
        let note = known.ok_or_else(|| Mismatch::NoSuchField(action.to_owned(), Vec::new()))?;
        let pair = |text: &String| {
            let (field, rest) = text.split_once('=').ok_or_else(|| Mismatch::NotAPair(text.clone()))?;
            let field = field.trim().to_owned();
            if note.fields.iter().any(|known| known.name == field) {
                return Ok((field, rest.trim().to_owned()));
            }
            Err(Mismatch::NoSuchField(field, note.fields.iter().map(|field| field.name.clone()).collect()))
        };
        let map = map.iter().map(pair).collect::<Result<_, _>>()?;
        let set = set.iter().map(pair).collect::<Result<_, _>>()?;
        Ok(Wanted { note, map, set })
    }
}

/// Where each field of a line comes from.
#[derive(Debug)]
pub struct Columns {
    action: String,
    /// Field and the columns that are joined for it.
    from: Vec<(String, Vec<usize>)>,
    set: Vec<(String, String)>,
}

impl Columns {
    /// Finds a column for every field that has one.
    pub fn find(wanted: &Wanted, heading: &[String]) -> Result<Columns, Mismatch> {
        let mut from: Vec<(String, Vec<usize>)> = Vec::new();
        for (field, column) in &wanted.map {
            from.push((field.clone(), places(heading, column)?));
        }
        for field in wanted.note.fields.iter().map(|field| field.name.as_str()) {
            let settled =
                from.iter().any(|(known, _)| known == field) || wanted.set.iter().any(|(set, _)| set == field);
            let free = |at: &usize| !from.iter().any(|(_, places)| places.contains(at));
            let named = |at: &usize| heading.get(*at).is_some_and(|title| is_title(field, title));
            let found = (0..heading.len()).filter(free).find(named).filter(|_| !settled);
            from.extend(found.map(|at| (field.to_owned(), vec![at])));
        }
        from.iter().flat_map(|(_, places)| places).try_for_each(|at| single(heading, *at))?;
        let there = |field: &str| {
            from.iter().map(|(name, _)| name).chain(wanted.set.iter().map(|(name, _)| name)).any(|name| name == field)
        };
        let required = wanted.note.fields.iter().filter(|field| field.required).map(|field| field.name.clone());
        let missing: Vec<String> = required.filter(|field| !there(field)).collect();
        if !missing.is_empty() {
            let titles = heading.iter().map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
            return Err(Mismatch::Missing(missing, titles.collect()));
        }
        Ok(Columns { action: wanted.note.name.clone(), from, set: wanted.set.clone() })
    }

    /// Whether anything is taken from a column.
    pub fn uses(&self, at: usize) -> bool {
        self.from.iter().any(|(_, places)| places.contains(&at))
    }

    /// The action of a line; empty cells are left out, so that what is set for every line fills them.
    pub fn action(&self, cells: &[String]) -> Value {
        let mut action = Map::new();
        action.insert("do".to_owned(), Value::String(self.action.clone()));
        for (field, value) in &self.set {
            action.insert(field.clone(), Value::String(word(field, value)));
        }
        for (field, places) in &self.from {
            let parts = places.iter().filter_map(|at| cells.get(*at)).map(|cell| value(field, cell));
            let text = parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
            if !text.is_empty() {
                action.insert(field.clone(), Value::String(text));
            }
        }
        Value::Object(action)
    }
}

/// Refuses a title that stands over several columns: which of them is meant nobody can know but who wrote them.
fn single(heading: &[String], at: usize) -> Result<(), Mismatch> {
    let title = plain(&heading[at]);
    let same: Vec<usize> = (0..heading.len()).filter(|other| plain(&heading[*other]) == title).collect();
    if same.len() == 1 {
        return Ok(());
    }
    Err(Mismatch::Doubled(heading[at].trim().to_owned(), same.into_iter().map(column_name).collect()))
}

/// The columns of this title, or of the titles joined by `+`.
fn places(heading: &[String], title: &str) -> Result<Vec<usize>, Mismatch> {
    let place = |title: &str| heading.iter().position(|known| plain(known) == plain(title));
    if let Some(at) = place(title) {
        return Ok(vec![at]);
    }
    let part = |part: &str| place(part).ok_or_else(|| Mismatch::NoSuchColumn(part.to_owned(), heading.to_vec()));
    title.split('+').map(part).collect()
}

fn is_title(field: &str, title: &str) -> bool {
    let title = plain(title);
    let labels = [Language::Chinese, Language::English].map(|language| words(language).field(field));
    let usual = USUAL.iter().filter(|(name, _)| *name == field).flat_map(|(_, names)| names.split(' '));
    labels.into_iter().chain([field]).chain(usual).any(|name| plain(name) == title)
}

/// A title without what people put around it: blanks, stars for what is needed, width and case.
fn plain(title: &str) -> String {
    let kept = |c: &char| !c.is_whitespace() && !matches!(c, '*' | '_' | ':' | '\u{feff}');
    fold_width(title).chars().filter(kept).collect::<String>().to_lowercase()
}

/// The word of a choice field for its name in either language: `重大` and `Major` are `major`; anything else stays.
pub fn word(field: &str, text: &str) -> String {
    let wanted = plain(text);
    let notes = catalogue_words(field);
    let called = |word: &String| {
        let names = [Language::Chinese, Language::English].map(|language| words(language).choice(field, word));
        names.into_iter().flatten().any(|name| plain(name) == wanted)
    };
    notes.iter().find(|word| called(word)).cloned().unwrap_or_else(|| text.to_owned())
}

/// The words that a field takes, whatever the action; none for a field of free text.
fn catalogue_words(field: &str) -> &'static [String] {
    use std::sync::LazyLock;
    static WORDS: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| {
        let fields = catalogue().into_iter().flat_map(|note| note.fields);
        fields.filter(|field| !field.words.is_empty()).map(|field| (field.name, field.words)).collect()
    });
    WORDS.iter().find(|(name, _)| name == field).map_or(&[], |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    fn columns(action: &str, map: &[&str], set: &[&str], heading: &str) -> Result<Columns, Mismatch> {
        let owned = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        Columns::find(&Wanted::read(action, &owned(map), &owned(set))?, &titles(heading))
    }

    #[test]
    fn usual_headings_are_known_in_chinese_and_english() {
        let columns = columns("record_resident", &[], &[], "序号,房号*, 业主姓名 ,联系电话,身份,备注").unwrap();
        let action = columns.action(&titles("1,3-1-502,王芳,13800138000,租户,"));
        let wanted = serde_json::json!({"do": "record_resident", "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "tie": "tenant"});
        assert_eq!(action, wanted);
        assert!(!columns.uses(0) && columns.uses(1) && columns.uses(5));
    }

    #[test]
    fn a_map_comes_before_the_headings_and_joins_columns() {
        let map = ["received_at=日期+时间", "matter=subject"];
        let columns = columns("import_complaint", &map, &["severity=重大"], "编号,日期,时间,subject").unwrap();
        let action = columns.action(&titles("7,2026-11-20,9:30,噪音"));
        assert_eq!(action["received_at"], "2026-11-20 9:30");
        assert_eq!(action["old_number"], "7");
        assert_eq!(action["severity"], "major");
    }

    #[test]
    fn what_is_missing_or_misspelt_is_told_with_what_there_is() {
        assert_eq!(
            columns("record_resident", &[], &[], "房号,电话").unwrap_err(),
            Mismatch::Missing(titles("name"), titles("房号,电话"))
        );
        assert!(matches!(columns("record_resident", &["colour=红"], &[], "房号"), Err(Mismatch::NoSuchField(..))));
        assert!(matches!(columns("record_resident", &["name=甲"], &[], "房号"), Err(Mismatch::NoSuchColumn(..))));
        assert!(matches!(columns("record_resident", &["name"], &[], "房号"), Err(Mismatch::NotAPair(..))));
    }

    #[test]
    fn a_title_that_stands_twice_is_refused_only_where_it_is_used() {
        let doubled = columns("record_resident", &[], &[], "房号,姓名,电话,姓名").unwrap_err();
        assert_eq!(doubled, Mismatch::Doubled("姓名".to_owned(), titles("B,D")));
        assert!(columns("record_resident", &[], &[], "房号,姓名,车牌,车牌").is_ok());
    }

    #[test]
    fn the_titles_of_a_ledger_of_repairs_are_known() {
        let heading =
            "报修单号,报修时间,报修地址,报修人,报修电话,报修内容,报修类型,维修人员,上门时间,完工时间,处理结果,是否满意";
        let columns = columns("import_work_order", &[], &[], heading).unwrap();
        let line = "7,2019/4/25 9:32,3-1-502,王芳,13800138000.0,漏水,给排水,老周,46347.5,20261121,换了,满意";
        let action = columns.action(&titles(line));
        let wanted = serde_json::json!({"do": "import_work_order", "old_number": "7", "received_at": "2019/4/25 9:32",
            "unit": "3-1-502", "name": "王芳", "phone": "13800138000", "matter": "漏水", "job": "给排水", "done_by": "老周",
            "arrived_at": "2026-11-21 12:00:00", "finished_at": "2026-11-21", "result": "换了", "satisfied": "true"});
        assert_eq!(action, wanted);
    }
}

//! The keys of the estate: what hangs in the cabinet, and which of them the past may lend. Must not know the desk.
use super::estate::Person;
use super::script::{Act, On, Script, action};
use super::words::LABELS;
use crate::model::clock::Time;
use chrono::TimeDelta;
use fastrand::Rng;

/// Keys that residents have entrusted, keys of plant rooms, others.
const ENTRUSTED: usize = 66;
const PLANT_ROOM: usize = 44;
const OTHER: usize = 10;

/// A key by its place in the script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key {
    pub case: usize,
    pub kind: &'static str,
    /// A written mandate is on file.
    pub mandate: bool,
}

/// All keys, and from when each can be lent in the past.
#[derive(Debug, Default)]
pub(super) struct Cabinet {
    keys: Vec<(Key, Time)>,
}

impl Cabinet {
    /// Hangs all keys on their hooks.
    pub fn hung(script: &mut Script, people: &[Person], begin: Time) -> Cabinet {
        let mut cabinet = Cabinet::default();
        for i in 0..ENTRUSTED + PLANT_ROOM + OTHER {
            let at = begin + TimeDelta::seconds(40 * i as i64);
            let case = script.case();
            let (key, fields) = match i {
                ..ENTRUSTED => entrusted(case, i, &people[i * 41 % people.len()]),
                _ if i < ENTRUSTED + PLANT_ROOM => of_the_house(case, i - ENTRUSTED),
                _ => other(case, i - ENTRUSTED - PLANT_ROOM),
            };
            let fields: Vec<(&'static str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let act = action("record_key", &fields);
            script.acts.push(Act { at, by: "zhangmin".to_owned(), on: On::Case(case), action: act, with: None });
            cabinet.keys.push((key, at));
        }
        cabinet
    }

    /// A key that is in at this time. The first of each kind are left to the present.
    pub fn free(&self, rng: &mut Rng, at: Time) -> Option<Key> {
        let (key, from) = self.keys[rng.usize(..self.keys.len())];
        let kept = self.of(key.kind).iter().take(8).any(|one| one.case == key.case);
        (from < at && !kept).then_some(key)
    }

    /// It was out until then.
    pub fn taken(&mut self, key: Key, until: Time) {
        for (_, from) in self.keys.iter_mut().filter(|(one, _)| one.case == key.case) {
            *from = until;
        }
    }

    /// The keys of a kind, in the order of their hooks.
    pub fn of(&self, kind: &str) -> Vec<Key> {
        self.keys.iter().filter(|(key, _)| key.kind == kind).map(|(key, _)| *key).collect()
    }
}

type Made = (Key, Vec<(&'static str, String)>);

fn entrusted(case: usize, i: usize, person: &Person) -> Made {
    let mandate = i % 3 == 1;
    let paper = if mandate {
        format!("书面授权在册：{}本人签字，保洁、看房、抢修可用", person.name)
    } else {
        String::new()
    };
    let fields = vec![
        ("key", format!("T{:03}", i + 1)),
        ("key_kind", "entrusted".to_owned()),
        ("matter", format!("{} 入户门", person.unit)),
        ("unit", person.unit.clone()),
        ("name", person.name.clone()),
        ("phone", person.phone.clone()),
        ("hook", format!("甲{}", i + 1)),
        ("pieces", (i % 3 + 1).to_string()),
        ("mandate", paper),
    ];
    (Key { case, kind: "entrusted", mandate }, fields)
}

fn of_the_house(case: usize, i: usize) -> Made {
    let (label, floor) = LABELS[i % LABELS.len()];
    let building = (i / LABELS.len() * 3 + 1).to_string();
    let fields = vec![
        ("key", format!("S{:03}", i + 1)),
        ("key_kind", "plant_room".to_owned()),
        ("matter", format!("{building}栋{label}")),
        ("building", building),
        ("floor", floor.to_owned()),
        ("hook", format!("乙{}", i + 1)),
        ("pieces", "2".to_owned()),
    ];
    (Key { case, kind: "plant_room", mandate: false }, fields)
}

fn other(case: usize, i: usize) -> Made {
    let labels = ["会所更衣柜", "宣传栏", "道闸控制箱", "信报箱总锁", "游乐场围栏"];
    let fields = vec![
        ("key", format!("Q{:03}", i + 1)),
        ("key_kind", "other".to_owned()),
        ("matter", format!("{}{}", labels[i % labels.len()], i / labels.len() + 1)),
        ("hook", format!("丙{}", i + 1)),
    ];
    (Key { case, kind: "other", mandate: false }, fields)
}

//! Units and the people in them. Must not know what happens there.
use super::names::{FEMALE, MALE, NEEDS, RARE_SURNAMES, SHOPS, SURNAMES};
use super::script::{Fields, action};
use fastrand::Rng;
use serde_json::{Map, Value};

/// Floors of each building; two entrances with four flats a floor.
const FLOORS: [u32; 12] = [28, 28, 30, 30, 32, 32, 33, 33, 30, 28, 26, 30];
const SHOP_COUNT: u32 = 60;
const SPACE_COUNT: u32 = 60;

/// Beginnings of numbers that are given to machines only, so that no telephone rings at anybody's.
const PREFIXES: [&str; 5] = ["140", "141", "144", "146", "148"];

/// Somebody who may come to the desk.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub unit: String,
    pub name: String,
    pub phone: String,
}

/// The estate as it is written into the archive.
#[derive(Debug, Default)]
pub(super) struct Estate {
    pub units: usize,
    /// People of flats and shops who may come to the desk.
    pub people: Vec<Person>,
    /// Actions that enter everybody.
    pub entries: Vec<Map<String, Value>>,
}

/// All units with their people.
pub(super) fn estate(rng: &mut Rng) -> Estate {
    let mut estate = Estate::default();
    for (building, floors) in FLOORS.iter().enumerate() {
        for place in 0..floors * 8 {
            let (entrance, floor, room) = (place / (floors * 4) + 1, place / 4 % floors + 1, place % 4 + 1);
            estate.flat(rng, format!("{}-{entrance}-{floor}{room:02}", building + 1));
        }
    }
    for shop in 1..=SHOP_COUNT {
        estate.shop(rng, format!("商铺{shop}"));
    }
    for space in 1..=SPACE_COUNT {
        estate.space(rng, format!("车位B1-{space:03}"));
    }
    estate
}

impl Estate {
    fn enter(&mut self, person: &Person, fields: Fields<'_>) {
        let mut entry = action("record_resident", fields);
        for (field, value) in [("unit", &person.unit), ("name", &person.name), ("phone", &person.phone)] {
            if !value.is_empty() {
                entry.insert(field.to_owned(), Value::from(value.clone()));
            }
        }
        self.entries.push(entry);
    }

    fn flat(&mut self, rng: &mut Rng, unit: String) {
        self.units += 1;
        let surname = surname(rng);
        let owner = Person { name: name(rng, surname), phone: phone(rng), unit };
        match rng.u32(..100) {
            0..3 => self.alone(rng, owner, surname),
            3..20 => self.let_out(rng, owner),
            20..52 => self.family(rng, owner, surname),
            _ => {
                let needs = if rng.u32(..100) < 4 { pick(rng, NEEDS) } else { "" };
                self.enter(&owner, &[("needs", needs)]);
                self.people.push(owner);
            }
        }
    }

    /// Somebody old who lives alone, and whom to ring.
    fn alone(&mut self, rng: &mut Rng, owner: Person, surname: &str) {
        self.enter(&owner, &[("needs", "独居老人，每周一、周四上门问候")]);
        let child = Person { name: other_name(rng, surname, &owner.name), phone: phone(rng), ..owner.clone() };
        let note =
            pick(rng, &["女儿，住本市", "儿子，在外地工作，可微信联系", "侄子，就住隔壁小区", "女儿，夜间也可来电"]);
        self.enter(&child, &[("tie", "emergency"), ("note", note)]);
        self.people.push(owner);
    }

    fn let_out(&mut self, rng: &mut Rng, owner: Person) {
        let note = pick(rng, &["房屋出租，本人不在本市", "委托中介打理", "只在周末来电", ""]);
        self.enter(&owner, &[("note", note)]);
        let theirs = surname_other_than(rng, &owner.name);
        let tenant = Person { name: name(rng, theirs), phone: phone(rng), unit: owner.unit.clone() };
        if rng.u32(..100) < 12 {
            self.enter(&tenant, &[("tie", "tenant"), ("gone", "true"), ("note", "已退租")]);
            return;
        }
        self.enter(&tenant, &[("tie", "tenant")]);
        self.people.push(tenant);
    }

    fn family(&mut self, rng: &mut Rng, owner: Person, surname: &'static str) {
        self.enter(&owner, &[]);
        let theirs = surname_other_than(rng, &owner.name);
        let partner = Person { name: name(rng, theirs), phone: phone(rng), unit: owner.unit.clone() };
        self.enter(&partner, &[("tie", "family")]);
        if rng.u32(..100) < 20 {
            let child = Person { name: other_name(rng, surname, &owner.name), phone: String::new(), ..owner.clone() };
            if child.name != partner.name {
                self.enter(
                    &child,
                    &[("tie", "family"), ("note", pick(rng, &["在读小学", "在读中学", "幼儿，对花生过敏"]))],
                );
            }
        }
        self.people.push(if rng.bool() { owner } else { partner });
    }

    fn shop(&mut self, rng: &mut Rng, unit: String) {
        self.units += 1;
        let theirs = surname(rng);
        let keeper = Person { name: name(rng, theirs), phone: phone(rng), unit };
        self.enter(&keeper, &[("tie", "tenant"), ("note", pick(rng, SHOPS))]);
        self.people.push(keeper);
    }

    /// A parking space belongs to somebody of the flats, often with another number on the windscreen.
    fn space(&mut self, rng: &mut Rng, unit: String) {
        self.units += 1;
        let owner = self.people[rng.usize(..self.people.len())].clone();
        let note = format!("同 {}", owner.unit);
        self.enter(&Person { unit, ..owner }, &[("note", &note)]);
    }
}

fn pick(rng: &mut Rng, of: &[&'static str]) -> &'static str {
    of[rng.usize(..of.len())]
}

fn surname(rng: &mut Rng) -> &'static str {
    // The first ones are much more common than the last ones.
    let at = rng.usize(..SURNAMES.len()).min(rng.usize(..SURNAMES.len()));
    if rng.u32(..100) < 9 { pick(rng, RARE_SURNAMES) } else { SURNAMES[at] }
}

fn surname_other_than(rng: &mut Rng, name: &str) -> &'static str {
    let found = surname(rng);
    if name.starts_with(found) { if name.starts_with('汤') { "林" } else { "汤" } } else { found }
}

fn name(rng: &mut Rng, surname: &str) -> String {
    let names = if rng.bool() { MALE } else { FEMALE };
    let given = pick(rng, names);
    format!("{surname}{given}")
}

/// Another name of the same family.
fn other_name(rng: &mut Rng, surname: &str, taken: &str) -> String {
    let found = name(rng, surname);
    if found == taken { format!("{found}宁") } else { found }
}

fn phone(rng: &mut Rng) -> String {
    format!("{}{:08}", pick(rng, &PREFIXES), rng.u32(..100_000_000))
}

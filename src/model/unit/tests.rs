//! Every way of writing a unit is one unit.

use super::*;
use proptest::prelude::*;

#[test]
fn every_way_of_writing_a_unit_is_one_unit() {
    for text in [
        "3-1-502",
        "03-01-0502",
        "3栋1单元502",
        "3号楼1单元502室",
        "３－１－５０２",
        "3#1-502",
        "3 1 502",
        "3栋-1单元-502房",
        " 3幢 1单元 502 ",
        "三栋一单元五零二",
        "3—1—502",
        "3/1/502",
        "3号1单元502号",
    ] {
        let unit = UnitCode::parse(text);
        assert_eq!(unit.as_ref().map(UnitCode::as_str), Ok("3-1-502"), "{text}");
    }
}

#[test]
fn buildings_shops_and_spaces_have_their_own_writing() {
    for (text, code, building, digits) in [
        ("3-502", "3-502", "3", "3502"),
        ("a座-1-1203", "A-1-1203", "A", "A11203"),
        ("A座1203", "A-1203", "A", "A1203"),
        ("A-1203", "A-1203", "A", "A1203"),
        ("B01-2-301", "B1-2-301", "B1", "B12301"),
        ("12-3A02", "12-3A02", "12", "123A02"),
        ("商铺12", "商铺12", "商铺", "12"),
        ("商铺 012号", "商铺12", "商铺", "12"),
        ("商铺A-12", "商铺A-12", "商铺", "A12"),
        ("车位B1-023", "车位B1-023", "车位", "B1023"),
        ("车位b1-23号", "车位B1-023", "车位", "B1023"),
        ("车位7", "车位007", "车位", "007"),
    ] {
        let unit = UnitCode::parse(text).unwrap();
        assert_eq!((unit.as_str(), unit.building(), unit.digits().as_str()), (code, building, digits), "{text}");
    }
    assert_eq!(compact("３－１"), "31");
}

#[test]
fn what_cannot_be_a_unit_says_why() {
    for (text, fault) in [
        ("  ", Fault::Empty),
        ("502", Fault::TooFewParts),
        ("1单元502", Fault::TooFewParts),
        ("3--502", Fault::EmptyPart),
        ("-1-502", Fault::EmptyPart),
        ("栋1-502", Fault::EmptyPart),
        ("3-1-", Fault::EmptyPart),
        ("商铺", Fault::EmptyPart),
        ("3-1-5-502", Fault::TooManyParts),
        ("3-1-室友", Fault::Unexpected('友')),
        ("3-1-50B2C", Fault::BadPart(Part::Room)),
        ("3-1-0", Fault::BadPart(Part::Room)),
        ("0-1-502", Fault::BadPart(Part::Building)),
        ("AB-1-502", Fault::BadPart(Part::Building)),
        ("3-A1-502", Fault::BadPart(Part::Entrance)),
        ("3-1-5020000", Fault::BadPart(Part::Room)),
        ("3-1-50200000000000000", Fault::TooLong),
    ] {
        assert_eq!(UnitCode::parse(text), Err(fault), "{text}");
    }
}

#[test]
fn units_sort_as_people_count() {
    let mut units: Vec<_> =
        ["10-1-101", "3-2-101", "3-1-1001", "3-1-502", "A-3"].iter().flat_map(|u| UnitCode::parse(u)).collect();
    units.sort_by_key(UnitCode::order);
    let sorted: Vec<_> = units.iter().map(UnitCode::as_str).collect();
    assert_eq!(sorted, ["3-1-502", "3-1-1001", "3-2-101", "10-1-101", "A-3"]);
}

proptest! {
    #[test]
    fn any_text_is_a_unit_or_a_fault(text in "\\PC{0,24}") {
        let _ = UnitCode::parse(&text);
    }

    #[test]
    fn a_unit_read_again_is_itself(text in "(商铺|车位|0)?[0-9A-C]{1,3}[-栋座# ]?[0-9A-C]{1,4}[-单元 ]{0,2}[0-9A-C]{0,4}[室号]?") {
        if let Ok(unit) = UnitCode::parse(&text) {
            prop_assert_eq!(UnitCode::parse(unit.as_str()), Ok(unit.clone()));
        }
    }
}

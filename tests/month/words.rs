//! The words of a figure's sides: as the registers and the settings have them, never the ones of the file.
use chrono::FixedOffset;
use frontdesk::config::{Config, Language};
use frontdesk::desk::listed_name;
use frontdesk::locales::{Telling, words};
use frontdesk::stats::{By, Group};

#[test]
fn a_side_is_called_as_its_register_calls_it() {
    let config = Config::from_text("test.toml", "").unwrap();
    let name = |login: &str| format!("名:{login}");
    let listed = |field: &str, id: &str| listed_name(&config, field, id, Language::Chinese);
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    let telling = Telling { name: &name, listed: &listed, zone, now: crate::stage::at(20, 9, 0) };
    for (group, by, word, called) in [
        (Group::Callbacks, By::Kind, "repair", "维修"),
        (Group::Callbacks, By::Technician, "dept", "名:dept"),
        (Group::Keys, By::Kind, "plant_room", "设备房备用"),
        (Group::Keys, By::Borrower, "outsider", "外部人员"),
        (Group::Stocktakes, By::Handler, "desk", "名:desk"),
        (Group::Reminders, By::Kind, "parking", "停车费"),
        (Group::Visits, By::Handler, "-", "-"),
    ] {
        assert_eq!(words(Language::Chinese).side(group, by, word, &telling), called);
    }
}

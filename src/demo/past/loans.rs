//! Loans of the past: out, now and then chased or extended, and back (KEY-03 to KEY-06, KEY-09, KEY-10). Must not know
//! the desk.
use super::super::cabinet::Key;
use super::super::script::{Thread, stamp};
use super::super::staff::Who;
use super::super::words::LOANS;
use chrono::TimeDelta;

/// Somebody takes a key and brings it back.
pub(super) fn loan(t: &mut Thread<'_>, key: Key) {
    let (purpose, name, department) = t.pick(LOANS);
    let outside = department.is_empty();
    let back_by = stamp(t.at + TimeDelta::minutes(300));
    let document = format!("99{:016}", t.rng.u64(..10_000_000_000_000_000));
    let phone = format!("140{:08}", t.rng.u32(..100_000_000));
    let mut fields = vec![("name", name), ("purpose", purpose), ("signature", name), ("back_by", back_by.as_str())];
    fields.push(if outside { ("borrower", "outsider") } else { ("department", department) });
    if outside {
        fields.extend([
            ("phone", phone.as_str()),
            ("document", "id_card"),
            ("document_number", &document),
            ("deposit", "200"),
        ]);
    }
    if key.kind == "entrusted" && !key.mandate {
        fields.extend([("approved_by", "zhouhui"), ("consent_by", "业主本人，电话同意")]);
    }
    t.act(Who::Desk, "lend_key", &fields);
    match t.rng.u32(..100) {
        0..9 => {
            t.wait_open(320..900);
            t.act(Who::Desk, "chase_key", &[("said", "电话催还，答应今天送回")]);
            t.wait_open(60..500);
        }
        9..16 => {
            t.wait(120..200);
            let later = stamp(t.at + TimeDelta::minutes(600));
            t.act(Who::Desk, "extend_loan", &[("back_by", &later), ("reason", "活没干完，主管同意延到晚上")]);
            t.wait(60..400);
        }
        _ => drop(t.wait(30..280)),
    }
    let worn = t.chance(6);
    let condition = if worn { "钥匙扣损坏，扣工本费" } else { "完好" };
    let back = if worn { "190" } else { "200" };
    let deposit = if outside { back } else { "" };
    t.act(Who::Desk, "return_key", &[("condition", condition), ("deposit_back", deposit)]);
}

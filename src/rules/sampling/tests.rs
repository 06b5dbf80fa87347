//! What the lottery promises, for any course of a month (CBK-02).
use super::*;
use proptest::prelude::*;

fn pool(seed: &str, percent: u8, work: &[(u8, u8)]) -> Vec<Ticket> {
    let ticket = |(place, (technician, building)): (usize, &(u8, u8))| Ticket {
        lot: lot(seed, &format!("PG-20261114-{place:03}")),
        technician: format!("t{technician}"),
        building: building.to_string(),
        percent,
        gone_after: None,
    };
    work.iter().enumerate().map(ticket).collect()
}

#[test]
fn a_lot_is_the_same_in_every_process() {
    assert_eq!(lot("seed", "PG-20261114-001"), "42568ef6bf650dcd9301a66e76dca704fee50a76877142a6a5d84ed6ffa10a36");
    assert_ne!(lot("seed", "PG-20261114-001"), lot("seed", "PG-20261114-002"));
    assert_ne!(lot("other", "PG-20261114-001"), lot("seed", "PG-20261114-001"));
}

#[test]
fn the_share_is_rounded_up() {
    assert_eq!([0, 1, 10, 11, 20, 21].map(|finished| required(10, finished)), [0, 1, 1, 2, 2, 3]);
}

#[test]
fn of_one_technician_the_lowest_lot_of_the_building_least_drawn_is_next() {
    let pool = pool("seed", 50, &[(1, 1), (1, 1), (1, 2), (1, 2)]);
    let mut drawn = vec![true, false, false, false];
    let lower = if pool[2].lot < pool[3].lot { 2 } else { 3 };
    assert_eq!(next(&pool, &drawn, &[0, 1, 2, 3]), Some(lower));
    drawn.fill(true);
    assert_eq!(next(&pool, &drawn, &[0, 1, 2, 3]), None);
}

proptest! {
    /// CBK-02: exactly the share, and what is drawn stays drawn whatever comes after it.
    #[test]
    fn the_share_is_exact_and_a_draw_stays(
        seed in "[a-f0-9]{8}", percent in 1..100_u8, work in proptest::collection::vec((0..4_u8, 0..4_u8), 0..120), cut in 0..120_usize
    ) {
        let pool = pool(&seed, percent, &work);
        let all = replay(&pool);
        prop_assert_eq!(all.len(), required(percent, pool.len()));
        let earlier = replay(&pool[..cut.min(pool.len())]);
        prop_assert_eq!(&all[..earlier.len()], &earlier[..]);
    }

    /// CBK-02: spread over technicians; nobody is more than one ahead of his share.
    #[test]
    fn nobody_is_more_than_one_ahead_of_his_share(
        seed in "[a-f0-9]{8}", percent in 1..100_u8, work in proptest::collection::vec((0..6_u8, 0..4_u8), 1..150)
    ) {
        let pool = pool(&seed, percent, &work);
        let draws = replay(&pool);
        for technician in 0..6_u8 {
            let of = |place: &usize| work[*place].0 == technician;
            let (drawn, finished) = (draws.iter().filter(|place| of(place)).count(), (0..work.len()).filter(of).count());
            prop_assert!(drawn * 100 <= usize::from(percent) * finished + 100, "{} of {}", drawn, finished);
        }
    }

    /// CBK-02: a lot hangs on seed and number alone, so of equals the seed decides and nothing that is typed.
    #[test]
    fn of_equals_the_seed_alone_decides(seed in "[a-f0-9]{8}", count in 2..60_usize) {
        let pool = pool(&seed, 1, &vec![(1, 1); count]);
        let mut lots: Vec<&str> = pool.iter().map(|ticket| ticket.lot.as_str()).collect();
        lots.sort_unstable();
        let chosen = next(&pool, &vec![false; count], &(0..count).collect::<Vec<_>>()).map(|place| pool[place].lot.as_str());
        prop_assert_eq!(chosen, Some(lots[0]));
    }
}

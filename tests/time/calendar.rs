//! Laws of adding, measuring and limits (ESC-08).
use crate::facts::{basis, facts, limit, moment, seconds};
use chrono::TimeDelta;
use frontdesk::model::clock::Basis;
use proptest::prelude::*;

const MINUTE: i64 = 60;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_added_lies_between(facts in facts(), from in seconds(), n in seconds(), basis in basis()) {
        let (calendar, from) = (facts.calendar(), moment(from));
        prop_assert_eq!(calendar.between(from, calendar.add(from, n, basis), basis), n);
    }

    #[test]
    fn adding_twice_is_adding_the_sum(facts in facts(), from in seconds(), n in seconds(), m in seconds(), basis in basis()) {
        let (calendar, from) = (facts.calendar(), moment(from));
        let twice = calendar.add(calendar.add(from, n, basis), m, basis);
        // Nothing added to a shut hour leaves it where it is.
        if m > 0 || n == 0 {
            prop_assert_eq!(twice, calendar.add(from, n + m, basis));
        }
    }

    #[test]
    fn later_and_longer_never_come_out_earlier(facts in facts(), from in seconds(), wait in seconds(), n in seconds(), more in seconds(), basis in basis()) {
        let (calendar, early, late) = (facts.calendar(), moment(from), moment(from + wait));
        let sum = calendar.add(early, n, basis);
        prop_assert!(sum >= early);
        prop_assert!(sum <= calendar.add(early, n + more, basis));
        if n > 0 {
            prop_assert!(sum <= calendar.add(late, n, basis));
        }
    }

    #[test]
    fn open_time_is_a_measure(facts in facts(), a in seconds(), ab in seconds(), bc in seconds(), basis in basis()) {
        let calendar = facts.calendar();
        let (a, b, c) = (moment(a), moment(a + ab), moment(a + ab + bc));
        let between = |x, y| calendar.between(x, y, basis);
        prop_assert_eq!(between(a, b) + between(b, c), between(a, c));
        prop_assert!((0..=(b - a).num_seconds()).contains(&between(a, b)));
        prop_assert_eq!(calendar.between(b, a - TimeDelta::seconds(1), basis), 0);
    }

    #[test]
    fn open_time_is_the_sum_of_the_open_minutes(facts in facts(), from in 0..20_000_i64, minutes in 0..6_000_i64) {
        let from = moment(from / 60 * 60 * MINUTE) - TimeDelta::seconds(1_790_000_000 % 60);
        let minute = |m| from + TimeDelta::minutes(m);
        let open = (0..minutes).filter(|&m| facts.is_open(minute(m))).count() as i64;
        prop_assert_eq!(facts.calendar().between(from, minute(minutes), Basis::Working), open * MINUTE);
    }

    #[test]
    fn a_limit_runs_out_after_its_start_and_where_counting_would_end(facts in facts(), from in seconds(), within in limit(), basis in basis()) {
        let (calendar, from) = (facts.calendar(), moment(from));
        let due = calendar.due(from, &within, basis, None).unwrap();
        let counted = calendar.between(from, due, basis);
        prop_assert!(due > from);
        // A month without an open second is the one limit that cannot be counted.
        prop_assert!(counted == 0 || calendar.add(from, counted, basis) == due);
    }
}

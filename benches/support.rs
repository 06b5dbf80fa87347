//! Times what we do beside the bare SQL that does the same, and prints one row of a markdown table for each pair.
//! It knows nothing of the desk.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// Prints the head of the table.
pub fn print_head() {
    println!("| what | ours µs | bare SQL µs | ratio |");
    println!("| --- | ---: | ---: | ---: |");
}

/// Runs both sides `runs` times each and prints their medians and the ratio. The sides take turns, so that a
/// machine which grows slower in between slows both.
pub fn compare<A, B>(name: &str, runs: usize, mut ours: impl FnMut() -> A, mut bare: impl FnMut() -> B) {
    black_box(ours());
    black_box(bare());
    let (mut our_times, mut bare_times) = (Vec::with_capacity(runs), Vec::with_capacity(runs));
    for _ in 0..runs {
        our_times.push(time(&mut ours));
        bare_times.push(time(&mut bare));
    }
    let (ours, bare) = (median(our_times), median(bare_times));
    println!("| {name} | {ours:.1} | {bare:.1} | {:.2} |", ours / bare.max(f64::EPSILON));
}

fn time<T>(work: &mut impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// The middle value, in microseconds; zero of nothing.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times.get(times.len() / 2).map_or(0.0, |time| time.as_secs_f64() * 1e6)
}

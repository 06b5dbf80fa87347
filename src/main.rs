//! frontdesk.
fn main() {}

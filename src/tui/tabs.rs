//! The tabs, one file each. A tab does not name another.

pub mod board;
pub mod cabinet;
pub mod callbacks;
pub mod complaints;
pub mod reception;
pub mod stats;

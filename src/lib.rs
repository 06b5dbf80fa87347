//! frontdesk.

pub mod model;

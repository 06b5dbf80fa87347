//! The screen: everything between the terminal and the desk. It knows nothing of SQL, and the files declared here
//! know nothing of the front desk's business either.

pub mod backend;
pub mod field;
pub mod input;
pub mod terminal;
pub mod text;
pub mod text_box;

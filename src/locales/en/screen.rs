//! Words of the screen in English.
use crate::locales::screen::Screen;

/// Words of the screen.
pub const SCREEN: Screen = Screen {};

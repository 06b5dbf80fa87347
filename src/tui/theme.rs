//! What things look like: colour is never the only sign (ESC-05). Must not know where anything stands.
use crate::config::{Borders, Screen};
use crate::rules::clock::Look;
use ratatui::style::{Color, Modifier, Style};

/// Styles by what they mean, and the characters that lines are made of.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Plain lines and markers only.
    pub ascii: bool,
}

impl Theme {
    /// As the settings say.
    pub fn of(screen: &Screen) -> Theme {
        Theme { ascii: screen.borders == Borders::Ascii }
    }

    /// Stands before the selected line.
    pub fn marker(&self) -> &'static str {
        if self.ascii { ">" } else { "▌" }
    }

    /// The bar at the top.
    pub fn bar(&self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The open tab in the bar.
    pub fn open_tab(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD).remove_modifier(Modifier::REVERSED)
    }

    /// What is chosen: the marked line, the field with the cursor.
    pub fn chosen(&self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Headings of columns and boxes.
    pub fn heading(&self) -> Style {
        Style::new().fg(Color::Cyan)
    }

    /// What matters less, or is not open now.
    pub fn dim(&self) -> Style {
        Style::new().fg(Color::DarkGray)
    }

    /// What went wrong.
    pub fn fault(&self) -> Style {
        Style::new().fg(Color::Red).add_modifier(Modifier::BOLD)
    }

    /// What went well.
    pub fn good(&self) -> Style {
        Style::new().fg(Color::Green)
    }

    /// Text being typed.
    pub fn typed(&self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }

    /// What somebody has taken note of: the colour stays, the emphasis goes (ESC-06).
    pub fn quiet(&self, style: Style) -> Style {
        style.remove_modifier(Modifier::BOLD)
    }

    /// A cell of the heat, from 0 of nothing to 3 of the most; its mark says the same without colour.
    pub fn heat(&self, level: usize) -> Style {
        match level {
            0 => self.dim(),
            1 => Style::new(),
            2 => Style::new().fg(Color::Yellow),
            _ => Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
        }
    }

    /// The look of a clock.
    pub fn look(&self, look: Option<Look>) -> Style {
        match look {
            Some(Look::Escalated { .. }) => Style::new().fg(Color::Red).add_modifier(Modifier::BOLD),
            Some(Look::Overdue { .. } | Look::Missed { .. }) => Style::new().fg(Color::Red),
            Some(Look::Soon { .. }) => Style::new().fg(Color::Yellow),
            Some(Look::Paused { .. }) => Style::new().fg(Color::Blue),
            Some(Look::NotYet | Look::Dropped) => self.dim(),
            _ => Style::new(),
        }
    }
}

//! Key names and key scripts, as bytes that an xterm would send. It must not know what the keys do.
//!
//! A script is typed text with named keys between angle brackets: `<F2>3-1-502<Enter>厨房漏水<C-s>`.
//! `<wait WORDS>` holds the script until WORDS stand on the screen; `<lt>` types a `<`.

/// One step of a key script.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// Bytes of plain text.
    Text(String),
    /// Bytes of one named key.
    Key(Vec<u8>),
    /// Words that must come up on the screen before the next step.
    WaitFor(String),
}

/// Takes a script apart. An unknown key name, or a bracket that is not closed, is an error in words.
pub fn parse_script(script: &str) -> Result<Vec<Step>, String> {
    let mut steps = Vec::new();
    let mut rest = script;
    while let Some(open) = rest.find('<') {
        if open > 0 {
            steps.push(Step::Text(rest[..open].to_owned()));
        }
        let after = &rest[open + 1..];
        let close = after.find('>').ok_or_else(|| format!("no '>' after '<{after}'"))?;
        let name = &after[..close];
        steps.push(match name.strip_prefix("wait ") {
            Some(words) => Step::WaitFor(words.to_owned()),
            None => Step::Key(key(name)?),
        });
        rest = &after[close + 1..];
    }
    if !rest.is_empty() {
        steps.push(Step::Text(rest.to_owned()));
    }
    Ok(steps)
}

/// The bytes of one key: `F2`, `Enter`, `Down`, `C-s` or `Ctrl-s`, `A-x` or `Alt-x`, `S-Tab` or `Shift-Tab`, `x`.
pub fn key(name: &str) -> Result<Vec<u8>, String> {
    let mut held = Held::default();
    let mut rest = name;
    while let Some((modifier, after)) = rest.split_once('-').filter(|(_, after)| !after.is_empty()) {
        match modifier {
            "C" | "Ctrl" => held.ctrl = true,
            "A" | "Alt" => held.alt = true,
            "S" | "Shift" => held.shift = true,
            _ => return Err(format!("no such modifier: {modifier} in <{name}>")),
        }
        rest = after;
    }
    bytes(rest, held).ok_or_else(|| format!("no such key: <{name}>"))
}

/// The modifiers held down with a key.
#[derive(Default, Clone, Copy)]
struct Held {
    ctrl: bool,
    alt: bool,
    shift: bool,
}

impl Held {
    fn any(self) -> bool {
        self.ctrl || self.alt || self.shift
    }

    /// xterm's number for the modifiers of a key that has a sequence of its own.
    fn number(self) -> u8 {
        1 + u8::from(self.shift) + 2 * u8::from(self.alt) + 4 * u8::from(self.ctrl)
    }
}

fn bytes(name: &str, held: Held) -> Option<Vec<u8>> {
    if name == "Tab" && held.shift {
        return Some(b"\x1b[Z".to_vec());
    }
    if let Some(plain) = plain_key(name) {
        return Some(if held.alt { vec![0x1b, plain] } else { vec![plain] });
    }
    if let Some((lead, last)) = sequence(name) {
        return Some(sequence_bytes(lead, last, held));
    }
    let mut letters = name.chars();
    let (letter, None) = (letters.next()?, letters.next()) else {
        return None;
    };
    let mut out = if held.alt { vec![0x1b] } else { Vec::new() };
    match letter {
        _ if !held.ctrl => out.extend(letter.to_string().bytes()),
        'a'..='z' | 'A'..='Z' | '[' | '\\' | ']' | '^' | '_' | '@' => out.push(letter as u8 & 0x1f),
        _ => return None,
    }
    Some(out)
}

fn plain_key(name: &str) -> Option<u8> {
    Some(match name {
        "Enter" => b'\r',
        "Esc" => 0x1b,
        "Tab" => b'\t',
        "Space" => b' ',
        "Backspace" => 0x7f,
        "lt" => b'<',
        "gt" => b'>',
        _ => return None,
    })
}

/// Number and last letter of `ESC [ number last`; the number 1 is only sent with a modifier.
fn sequence(name: &str) -> Option<(u8, char)> {
    Some(match name {
        "Up" => (1, 'A'),
        "Down" => (1, 'B'),
        "Right" => (1, 'C'),
        "Left" => (1, 'D'),
        "End" => (1, 'F'),
        "Home" => (1, 'H'),
        "F1" => (1, 'P'),
        "F2" => (1, 'Q'),
        "F3" => (1, 'R'),
        "F4" => (1, 'S'),
        "Insert" => (2, '~'),
        "Delete" => (3, '~'),
        "PageUp" => (5, '~'),
        "PageDown" => (6, '~'),
        "F5" => (15, '~'),
        "F6" => (17, '~'),
        "F7" => (18, '~'),
        "F8" => (19, '~'),
        "F9" => (20, '~'),
        "F10" => (21, '~'),
        "F11" => (23, '~'),
        "F12" => (24, '~'),
        _ => return None,
    })
}

fn sequence_bytes(lead: u8, last: char, held: Held) -> Vec<u8> {
    match (lead, held.any()) {
        (_, true) => format!("\x1b[{lead};{}{last}", held.number()),
        (1, false) if ('P'..='S').contains(&last) => format!("\x1bO{last}"),
        (1, false) => format!("\x1b[{last}"),
        (_, false) => format!("\x1b[{lead}{last}"),
    }
    .into_bytes()
}

//! Lines for a printer that knows only characters of one width and of two. Must not know what stands in them.
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// What stands between two cells of a line.
const GAP: usize = 2;
/// The shortest line that can be written on by hand.
const BLANK: usize = 6;

/// Lines of exactly so many columns, one after the other.
pub struct Paper {
    width: usize,
    lines: Vec<String>,
}

impl Paper {
    /// An empty sheet.
    pub fn new(width: usize) -> Paper {
        Paper { width, lines: Vec::new() }
    }

    /// Everything so far, each line with its end.
    pub fn text(self) -> String {
        self.lines.into_iter().map(|line| line + "\n").collect()
    }

    /// One line, filled with blanks; what is too long goes on in the next.
    pub fn line(&mut self, text: &str) {
        for line in wrap(text, self.width) {
            self.lines.push(filled(&line, self.width, " "));
        }
    }

    /// A text on the left and one on the right; one below the other where they do not fit beside each other.
    pub fn ends(&mut self, left: &str, right: &str) {
        let blanks = self.width.saturating_sub(left.width() + right.width());
        if blanks < GAP {
            self.line(left);
            return self.line(right);
        }
        self.lines.push(format!("{left}{}{right}", " ".repeat(blanks)));
    }

    /// A rule over the whole width.
    pub fn rule(&mut self) {
        self.lines.push("-".repeat(self.width));
    }

    /// Where the paper is cut.
    pub fn cut(&mut self, word: &str) {
        let dashes = self.width.saturating_sub(word.width() + 2) / 2;
        let half: String = "- ".repeat(dashes / 2);
        let line = format!("{half}{word} {}", "- ".repeat(self.width));
        self.lines.push(filled(&head(&line, self.width), self.width, " "));
    }

    /// Cells of a label and what stands behind it, three to a line, longer ones over two or three; without a value there
    /// is room to write by hand.
    pub fn cells(&mut self, cells: &[(&str, Option<String>)]) {
        let (column, mut line) = (self.width / 3, String::new());
        for (label, value) in cells {
            let (text, filler) = match value {
                Some(value) => (format!("{label} {value}"), " "),
                None => (format!("{label} "), "_"),
            };
            let needs = text.width() + if value.is_none() { BLANK } else { 0 } + GAP;
            let takes = needs.div_ceil(column).min(3) * column;
            if line.width() + takes > self.width {
                self.line(&std::mem::take(&mut line));
            }
            if needs > 3 * column {
                self.line(&text);
                continue;
            }
            line += &filled(&text, takes - GAP, filler);
            line += &" ".repeat(GAP);
        }
        if !line.is_empty() {
            self.line(line.trim_end());
        }
    }

    /// A label with a text behind it, over at most so many lines, the later ones set in; without a text so many lines to
    /// write on.
    pub fn text_block(&mut self, label: &str, text: Option<&str>, most: usize) {
        let indent = label.width() + 1;
        let room = self.width.saturating_sub(indent).max(BLANK);
        let mut lines: Vec<String> = match text {
            Some(text) => wrap(text, room),
            None => vec!["_".repeat(room); most],
        };
        if lines.len() > most {
            lines.truncate(most);
            if let Some(last) = lines.last_mut() {
                *last = format!("{}..", head(last, room - 2));
            }
        }
        for (at, line) in lines.iter().enumerate() {
            let begins = if at == 0 { format!("{label} ") } else { " ".repeat(indent) };
            self.lines.push(filled(&format!("{begins}{line}"), self.width, " "));
        }
    }
}

/// Filled to a width; what is longer stays as it is.
pub(super) fn filled(text: &str, width: usize, filler: &str) -> String {
    format!("{text}{}", filler.repeat(width.saturating_sub(text.width())))
}

/// The longest beginning that fits.
fn head(text: &str, width: usize) -> String {
    let mut head = String::new();
    for c in text.chars() {
        head.push(c);
        if head.width() > width {
            head.pop();
            break;
        }
    }
    head
}

/// Lines of at most so many columns, never beginning with what ends a sentence.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let options = Options::new(width)
        .break_words(true)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    textwrap::wrap(text, options).into_iter().map(|line| line.into_owned()).collect()
}

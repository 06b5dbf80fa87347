//! Reads Rust source as far as the walls need it: what is code and not words or tests, and which paths it names.
//! It must not know what the walls are.

/// A path of modules that a file names, spelled from the root of the crate, and the line it stands in (from 1).
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    pub path: Vec<String>,
    pub line: usize,
}

/// The module a file under `src/` is: `src/tui/tabs/board.rs` is `tui`, `tabs`, `board`; `src/lib.rs` is the root.
pub fn module_of(file: &str) -> Vec<String> {
    let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
    if inside == "lib" { Vec::new() } else { inside.split('/').map(str::to_owned).collect() }
}

/// The code alone: comments, texts and whatever stands under `#[cfg(test)]` are blanked, lines stay where they are.
pub fn code_of(text: &str) -> String {
    without_tests(&without_words(text))
}

/// All paths in `code` that begin at the crate (`crate::`, `frontdesk::`, `self::`, `super::`), groups opened.
pub fn paths_in(code: &str, module: &[String]) -> Vec<Named> {
    let tokens = tokens(code);
    let mut named = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = match tokens[at].0 {
            "crate" | "frontdesk" => Some(Vec::new()),
            "self" => Some(module.to_vec()),
            "super" => Some(above(module)),
            _ => None,
        };
        at += 1;
        let follows = tokens.get(at).is_some_and(|token| token.0 == "::");
        let inside_a_path = at >= 2 && tokens[at - 2].0 == "::";
        if let Some(start) = start
            && follows
            && !inside_a_path
        {
            at = tree(&tokens, at + 1, start, &mut named);
        }
    }
    named
}

/// The lines (from 1) that name the external crate `name`: it is followed by `::`, or taken by `use` as a whole.
pub fn lines_naming_crate(code: &str, name: &str) -> Vec<usize> {
    let tokens = tokens(code);
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.0);
    let is_named = |at: &usize| {
        let (before, after) = (word(at.checked_sub(1)), word(Some(at + 1)));
        tokens[*at].0 == name && ((after == "::" && before != "::") || before == "use" || before == "extern")
    };
    (0..tokens.len()).filter(is_named).map(|at| tokens[at].1).collect()
}

/// One tree of a path, from the token `at`: gives the token after it.
fn tree(tokens: &[(&str, usize)], mut at: usize, mut path: Vec<String>, named: &mut Vec<Named>) -> usize {
    while let Some((word, line)) = tokens.get(at).copied() {
        match word {
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| token.0 != "}") {
                    at = tree(tokens, at, path.clone(), named).max(at + 1);
                    if tokens.get(at).is_some_and(|token| token.0 == ",") {
                        at += 1;
                    }
                }
                return at + 1;
            }
            "super" => path = above(&path),
            "self" => {}
            _ if is_name(word) => path.push(word.to_owned()),
            _ => {
                named.push(Named { path, line });
                return at;
            }
        }
        at += 1;
        if tokens.get(at).is_some_and(|token| token.0 == "::") {
            at += 1;
            continue;
        }
        if tokens.get(at).is_some_and(|token| token.0 == "as") {
            at += 2;
        }
        named.push(Named { path, line });
        return at;
    }
    at
}

fn above(module: &[String]) -> Vec<String> {
    module[..module.len().saturating_sub(1)].to_vec()
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Words, `::` and single signs, each with its line.
fn tokens(code: &str) -> Vec<(&str, usize)> {
    let mut tokens = Vec::new();
    for (number, line) in code.lines().enumerate() {
        let mut rest = line.trim_start();
        while let Some(first) = rest.chars().next() {
            let length = match first {
                _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                _ => first.len_utf8(),
            };
            tokens.push((&rest[..length], number + 1));
            rest = rest[length..].trim_start();
        }
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Blanks comments, texts and single characters.
fn without_words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = words_at(rest, out.chars().next_back().is_some_and(is_word));
        if skipped == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
        } else {
            blank(&rest[..skipped], &mut out);
            rest = &rest[skipped..];
        }
    }
    out
}

/// How many bytes of comment or text stand at the beginning; 0 where code stands.
fn words_at(rest: &str, inside_a_word: bool) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    if rest.starts_with('"') {
        return quoted(rest, '"');
    }
    if !inside_a_word && (rest.starts_with('r') || rest.starts_with("br")) {
        return raw_text(rest);
    }
    if let Some(after) = rest.strip_prefix('\'') {
        let (one, two) = (after.chars().next(), after.chars().nth(1));
        let is_character = one == Some('\\') || two == Some('\'');
        return if is_character { quoted(rest, '\'') } else { 0 };
    }
    0
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == mark {
            return at + 1;
        }
    }
    rest.len()
}

fn raw_text(rest: &str) -> usize {
    let after = rest.trim_start_matches('b').trim_start_matches('r');
    let hashes = after.len() - after.trim_start_matches('#').len();
    if !after[hashes..].starts_with('"') {
        return 0;
    }
    let start = rest.len() - after.len() + hashes + 1;
    let end = format!("\"{}", "#".repeat(hashes));
    rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len())
}

fn blank(words: &str, out: &mut String) {
    out.extend(words.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
}

/// Blanks each item under `#[cfg(test)]`, up to its `;` or its closing brace.
fn without_tests(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(at) = rest.find("#[cfg(test)]") {
        out.push_str(&rest[..at]);
        let length = item_length(&rest[at..]);
        blank(&rest[at..at + length], &mut out);
        rest = &rest[at + length..];
    }
    out + rest
}

fn item_length(item: &str) -> usize {
    let mut depth = 0;
    for (at, c) in item.char_indices() {
        match c {
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => {
                depth -= 1;
                if depth == 0 && c == '}' {
                    return at + 1;
                }
            }
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    item.len()
}

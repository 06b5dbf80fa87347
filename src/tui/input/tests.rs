//! Bytes into keys, whole and in pieces; pastes, bursts and rubbish; and the ways a terminal is lost.

use super::parser::Parser;
use super::*;
use crossterm::event::{KeyCode, KeyModifiers};
use proptest::prelude::*;

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CONTROL: KeyModifiers = KeyModifiers::CONTROL;

fn read(pieces: &[&[u8]]) -> Vec<Input> {
    let (mut parser, mut out, now) = (Parser::default(), VecDeque::new(), Instant::now());
    for piece in pieces {
        parser.feed(piece, now, &mut out);
    }
    while let Some(deadline) = parser.deadline() {
        parser.expire(deadline, &mut out);
    }
    out.into()
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

fn paste(text: &str) -> Input {
    Input::Paste { text: text.to_owned(), cut: false }
}

#[rustfmt::skip]
const TABLE: [(&[u8], KeyCode, KeyModifiers); 67] = [
    (b"a", KeyCode::Char('a'), NONE), (b"Q", KeyCode::Char('Q'), NONE), (b" ", KeyCode::Char(' '), NONE),
    ("é".as_bytes(), KeyCode::Char('é'), NONE), ("厨".as_bytes(), KeyCode::Char('厨'), NONE),
    ("😀".as_bytes(), KeyCode::Char('😀'), NONE), (b"\x1ba", KeyCode::Char('a'), ALT),
    ("\x1b厨".as_bytes(), KeyCode::Char('厨'), ALT), (b"\r", KeyCode::Enter, NONE), (b"\x1b\r", KeyCode::Enter, ALT), (b"\n", KeyCode::Char('j'), CONTROL),
    (b"\t", KeyCode::Tab, NONE), (b"\x7f", KeyCode::Backspace, NONE), (b"\x08", KeyCode::Backspace, NONE),
    (b"\x1b\x7f", KeyCode::Backspace, ALT), (b"\x13", KeyCode::Char('s'), CONTROL), (b"\x00", KeyCode::Char(' '), CONTROL),
    (b"\x1f", KeyCode::Char('7'), CONTROL), (b"\x1b\x04", KeyCode::Char('d'), CONTROL.union(ALT)),
    (b"\x1b[A", KeyCode::Up, NONE), (b"\x1b[B", KeyCode::Down, NONE), (b"\x1b[C", KeyCode::Right, NONE),
    (b"\x1b[D", KeyCode::Left, NONE), (b"\x1bOA", KeyCode::Up, NONE), (b"\x1bOD", KeyCode::Left, NONE),
    (b"\x1b[1;5C", KeyCode::Right, CONTROL), (b"\x1b[1;2A", KeyCode::Up, SHIFT), (b"\x1b[1;3D", KeyCode::Left, ALT),
    (b"\x1b[a", KeyCode::Up, SHIFT), (b"\x1bOc", KeyCode::Right, CONTROL), (b"\x1b[1;6H", KeyCode::Home, CONTROL.union(SHIFT)),
    (b"\x1b[H", KeyCode::Home, NONE), (b"\x1b[F", KeyCode::End, NONE), (b"\x1bOH", KeyCode::Home, NONE),
    (b"\x1bOF", KeyCode::End, NONE), (b"\x1b[1~", KeyCode::Home, NONE), (b"\x1b[4~", KeyCode::End, NONE),
    (b"\x1b[7~", KeyCode::Home, NONE), (b"\x1b[8~", KeyCode::End, NONE), (b"\x1b[2~", KeyCode::Insert, NONE),
    (b"\x1b[3~", KeyCode::Delete, NONE), (b"\x1b[3;5~", KeyCode::Delete, CONTROL), (b"\x1b[3$", KeyCode::Delete, SHIFT),
    (b"\x1b[3^", KeyCode::Delete, CONTROL), (b"\x1b[5~", KeyCode::PageUp, NONE), (b"\x1b[6~", KeyCode::PageDown, NONE),
    (b"\x1b[Z", KeyCode::BackTab, NONE),
    (b"\x1bOP", KeyCode::F(1), NONE), (b"\x1bOS", KeyCode::F(4), NONE), (b"\x1b[P", KeyCode::F(1), NONE),
    (b"\x1b[11~", KeyCode::F(1), NONE), (b"\x1b[14~", KeyCode::F(4), NONE), (b"\x1b[[A", KeyCode::F(1), NONE),
    (b"\x1b[[E", KeyCode::F(5), NONE), (b"\x1b[15~", KeyCode::F(5), NONE), (b"\x1b[17~", KeyCode::F(6), NONE),
    (b"\x1b[21~", KeyCode::F(10), NONE), (b"\x1b[23~", KeyCode::F(11), NONE), (b"\x1b[24~", KeyCode::F(12), NONE),
    (b"\x1b[24;2~", KeyCode::F(12), SHIFT), (b"\x1b[1;2R", KeyCode::F(3), SHIFT), (b"\x1b[1;5Q", KeyCode::F(2), CONTROL),
    (b"\x1bO2P", KeyCode::F(1), SHIFT), (b"\x1b[27;5;13~", KeyCode::Enter, CONTROL), (b"\x1b[13;2u", KeyCode::Enter, SHIFT),
    (b"\x1bOM", KeyCode::Enter, NONE), (b"\x1bOq", KeyCode::Char('1'), NONE),
];

#[test]
fn every_form_of_a_key_is_known_whole_and_in_two_pieces() {
    for (bytes, code, modifiers) in TABLE {
        let wanted = vec![key(code, modifiers)];
        for at in 0..=bytes.len() {
            let (a, b) = bytes.split_at(at);
            assert_eq!(read(&[a, b]), wanted, "{bytes:?} split at {at}");
        }
        let twice = [bytes, bytes].concat();
        assert_eq!(read(&[&twice]), [wanted.clone(), wanted].concat(), "{bytes:?} twice");
    }
}

#[test]
fn a_lone_escape_is_the_key_and_a_late_arrow_is_an_arrow() {
    assert_eq!(read(&[b"\x1b"]), [key(KeyCode::Esc, NONE)]);
    let (mut parser, mut out, start) = (Parser::default(), VecDeque::new(), Instant::now());
    parser.feed(b"\x1b", start, &mut out);
    let later = start + Duration::from_millis(20);
    parser.expire(later, &mut out);
    assert!(out.is_empty());
    parser.feed(b"[B", later, &mut out);
    assert_eq!(out, [key(KeyCode::Down, NONE)]);
    assert_eq!(parser.deadline(), None);
}

#[test]
fn reports_and_strings_are_no_keys() {
    let silent: [&[u8]; 7] = [
        b"\x1b[1;1R",
        b"\x1b[2;2R",
        b"\x1b[?62;22c",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\",
        b"\x1b]0;title\x07",
        b"\x1bP>|XTerm(354)\x1b\\",
        b"\x1b[201~",
    ];
    for bytes in silent {
        assert_eq!(read(&[bytes, b"x"]), [key(KeyCode::Char('x'), NONE)], "{bytes:?}");
    }
    assert_eq!(read(&[b"\x1b[2;3R"]), [Input::WideAmbiguous]);
}

#[test]
fn a_bracketed_paste_is_one_input_wherever_it_is_torn() {
    let bytes = "\x1b[200~厨房\x1b[A漏水\r\n急\x1b[201~x".as_bytes();
    let wanted = vec![paste("厨房\x1b[A漏水\n急"), key(KeyCode::Char('x'), NONE)];
    for at in 0..=bytes.len() {
        let (a, b) = bytes.split_at(at);
        assert_eq!(read(&[a, b]), wanted, "split at {at}");
    }
}

#[test]
fn a_paste_without_an_end_gives_the_keyboard_back_after_a_second() {
    let (mut parser, mut out, start) = (Parser::default(), VecDeque::new(), Instant::now());
    parser.feed(b"\x1b[200~abc", start, &mut out);
    parser.expire(start + Duration::from_millis(900), &mut out);
    assert!(out.is_empty());
    parser.expire(start + Duration::from_millis(1000), &mut out);
    assert_eq!(out, [paste("abc")]);
    out.clear();
    parser.feed(b"j", start + Duration::from_millis(1001), &mut out);
    assert_eq!(out, [key(KeyCode::Char('j'), NONE)]);
}

#[test]
fn a_burst_is_a_paste_and_runs_no_commands() {
    assert_eq!(read(&["厨房漏水请快来处理".as_bytes()]), [paste("厨房漏水请快来处理")]);
    assert_eq!(read(&[b"delete all\rq", b"\rdd"]), [paste("delete all\nq\ndd")]);
    let ended_by_a_key = [paste("0123456789"), key(KeyCode::Down, NONE)];
    assert_eq!(read(&[b"0123456789\x1b[B"]), ended_by_a_key);
}

#[test]
fn few_characters_and_a_key_held_down_are_keys() {
    assert_eq!(read(&[b"3-1-502\r"]).len(), 8);
    assert_eq!(read(&["厨房漏水".as_bytes()]).len(), 4);
    assert_eq!(read(&[&[b'j'; 40]]), vec![key(KeyCode::Char('j'), NONE); 40]);
    assert_eq!(read(&[&[b'j'; 16_000]]).len(), 16_000);
    assert_eq!(read(&[&[b'\t'; 40]]), vec![key(KeyCode::Tab, NONE); 40]);
}

#[test]
fn ten_megabytes_leave_one_in_memory_and_say_so() {
    let text = "粘贴abc文本 ".repeat(1000);
    for bracketed in [true, false] {
        let (mut parser, mut out, now) = (Parser::default(), VecDeque::new(), Instant::now());
        if bracketed {
            parser.feed(b"\x1b[200~", now, &mut out);
        }
        for chunk in text.as_bytes().repeat(600).chunks(4095) {
            parser.feed(chunk, now, &mut out);
        }
        while let Some(deadline) = parser.deadline() {
            parser.expire(deadline, &mut out);
        }
        let Some(Input::Paste { text, cut: true }) = out.pop_front() else { panic!("no paste") };
        assert!(text.len() > 999_000 && text.len() <= 1_000_000);
        assert!(!text.contains('\u{FFFD}'));
        assert!(out.is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_rubbish_a_key_is_a_key(rubbish in prop::collection::vec(prop_oneof![
        any::<u8>(), Just(0x1b), Just(b'['), Just(b';'), Just(0xe4), Just(b']'), b'0'..=b'9'], 0..300)) {
        let (mut parser, mut out, now) = (Parser::default(), VecDeque::new(), Instant::now());
        for chunk in rubbish.chunks(7) {
            parser.feed(chunk, now, &mut out);
        }
        while let Some(deadline) = parser.deadline() {
            parser.expire(deadline, &mut out);
        }
        out.clear();
        parser.feed(b"j", now, &mut out);
        prop_assert_eq!(out, [key(KeyCode::Char('j'), NONE)]);
    }
}

/// Events over a pipe in place of the terminal: its end is a hang-up.
fn over_a_pipe() -> (Events, io::PipeWriter) {
    let (reader, writer) = io::pipe().expect("pipe");
    let tty = OwnedFd::from(reader);
    let signals = Signals::listen_quietly().expect("pipe");
    (Events::of(tty, signals, None), writer)
}

#[test]
fn keys_come_before_the_deadline_and_the_deadline_comes_without_keys() {
    use std::io::Write;
    let (mut events, mut line) = over_a_pipe();
    line.write_all(b"j").expect("write");
    assert_eq!(events.next(Some(Instant::now())), key(KeyCode::Char('j'), NONE));
    assert_eq!(events.next(Some(Instant::now())), Input::Deadline);
    line.write_all(b"\x1b").expect("write");
    assert_eq!(events.next(None), key(KeyCode::Esc, NONE));
}

#[test]
fn a_lost_terminal_is_told_again_and_again() {
    let (mut events, line) = over_a_pipe();
    drop(line);
    for _ in 0..3 {
        assert_eq!(events.next(None), Input::Lost);
    }
}

#[test]
fn a_written_database_is_told_seven_times() {
    let folder = tempfile::tempdir().expect("folder");
    let (mut events, _line) = over_a_pipe();
    events.files = Some(FileWatch::on(&folder.path().join("desk.db")).expect("watch"));
    std::fs::write(folder.path().join("desk.db-wal"), "x").expect("write");
    assert_eq!(events.next(None), Input::FilesChanged);
}

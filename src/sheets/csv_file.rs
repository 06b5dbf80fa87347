//! Lines out of a .csv file. Knows nothing of fields.
use super::source::{Line, unreadable};
use super::trouble::SheetError;
use std::path::Path;

/// What may stand between two cells; the one that the first line has most of does.
const BETWEEN: [u8; 3] = [b',', b';', b'\t'];

/// The text of a file, found to be UTF-8.
pub struct Text {
    bytes: Vec<u8>,
    between: u8,
}

impl Text {
    /// Reads the file.
    pub fn open(path: &Path) -> Result<Text, SheetError> {
        Text::of(std::fs::read(path).map_err(unreadable)?)
    }

    fn of(bytes: Vec<u8>) -> Result<Text, SheetError> {
        if let Err(error) = std::str::from_utf8(&bytes) {
            return Err(SheetError::NotUtf8(1 + breaks(&bytes[..error.valid_up_to()])));
        }
        let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |wanted: &u8| first.iter().filter(|byte| *byte == wanted).count();
        // Of several that stand there as often the first one.
        let between = BETWEEN.into_iter().rev().max_by_key(count).unwrap_or(b',');
        Ok(Text { bytes, between })
    }

    /// Hands out every line. The BOM that Excel writes is passed over by the reader.
    pub fn each(&self, take: &mut dyn FnMut(Line) -> bool) -> Result<(), SheetError> {
        let bytes = self.bytes.as_slice();
        let mut builder = csv::ReaderBuilder::new();
        let mut reader = builder.has_headers(false).flexible(true).delimiter(self.between).from_reader(bytes);
        let (mut seen, mut number) = (0, 1);
        for record in reader.records() {
            let record = record.map_err(unreadable)?;
            // The reader says where the line before ended; blank lines in between belong to nobody.
            let from = record.position().map_or(seen, |position| usize::try_from(position.byte()).unwrap_or(seen));
            let blank = bytes.iter().skip(from).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            number += breaks(bytes.get(seen..from + blank).unwrap_or_default());
            seen = from + blank;
            if !take(Line { number, cells: record.iter().map(str::to_owned).collect() }) {
                break;
            }
        }
        Ok(())
    }
}

fn breaks(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |breaks, byte| breaks + u64::from(*byte == b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, String)> {
        let mut told = Vec::new();
        let text = Text::of(text.as_bytes().to_vec()).unwrap();
        let mut take = |line: Line| {
            told.push((line.number, line.cells.join("|").replace('\r', "")));
            true
        };
        text.each(&mut take).unwrap();
        told
    }

    #[test]
    fn a_csv_line_may_hold_line_breaks_and_counts_from_where_it_begins() {
        let text = "\u{feff}房号,备注\n3-1-502,\"一\n二\"\n\n3-1-503,三,多出\n";
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let wanted = [(1, "房号|备注"), (2, "3-1-502|一\n二"), (5, "3-1-503|三|多出")];
            assert_eq!(lines(&text), wanted.map(|(number, cells)| (number, cells.to_owned())));
        }
    }

    #[test]
    fn semicolons_and_tabs_stand_between_cells_as_well() {
        for text in ["房号;姓名\n3-1-502;王芳, 张三", "房号\t姓名\n3-1-502\t王芳, 张三"] {
            assert_eq!(lines(text)[1].1, "3-1-502|王芳, 张三");
        }
    }

    #[test]
    fn a_file_in_gbk_is_refused_with_the_line() {
        let gbk = b"unit,name\n3-1-502,\xd5\xc5\xc3\xf4\n";
        assert_eq!(Text::of(gbk.to_vec()).err(), Some(SheetError::NotUtf8(2)));
    }
}

//! How the cells of the workbook look. Must not know what stands in them.
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// On every Chinese machine; others put one of their own in its place.
const FONT: &str = "宋体";

/// One for each kind of cell.
pub(super) struct Formats {
    pub title: Format,
    pub whose: Format,
    pub heading: Format,
    pub text: Format,
    pub number: Format,
    pub share: Format,
    pub span: Format,
    pub money: Format,
    pub day: Format,
    pub clock: Format,
    pub moment: Format,
}

impl Formats {
    pub fn new() -> Formats {
        let plain = Format::new().set_font_name(FONT).set_font_size(10);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let as_number = |form: &str| cell.clone().set_num_format(form).set_align(FormatAlign::Right);
        // Else it would touch the number in the column before.
        let indented = cell.clone().set_align(FormatAlign::Left).set_indent(1);
        let as_date = |form: &str| indented.clone().set_num_format(form);
        let heading = cell.clone().set_bold().set_text_wrap().set_align(FormatAlign::Center);
        Formats {
            title: plain.clone().set_bold().set_font_size(16),
            whose: plain,
            heading: heading.set_align(FormatAlign::VerticalCenter).set_background_color(Color::RGB(0xE7_E6_E6)),
            text: indented.clone().set_text_wrap(),
            number: as_number("0"),
            share: as_number("0.0%"),
            span: as_number("[h]:mm"),
            money: as_number("#,##0.00"),
            day: as_date("yyyy-mm-dd"),
            clock: as_date("hh:mm"),
            moment: as_date("yyyy-mm-dd hh:mm"),
        }
    }
}

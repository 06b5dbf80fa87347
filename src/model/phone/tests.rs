//! What people write is one number or says why not.

use super::*;
use proptest::prelude::*;

#[test]
fn numbers_are_kept_in_one_writing() {
    for (text, number, kind, masked) in [
        ("013800135678", "13800135678", Kind::Mobile, "138****5678"),
        ("138 0013-5678", "13800135678", Kind::Mobile, "138****5678"),
        ("１３８００１３５６７８", "13800135678", Kind::Mobile, "138****5678"),
        ("+86 138-0013-5678", "13800135678", Kind::Mobile, "138****5678"),
        ("008613800135678", "13800135678", Kind::Mobile, "138****5678"),
        ("8613800135678", "13800135678", Kind::Mobile, "138****5678"),
        ("0756-3333333-802", "07563333333-802", Kind::Landline, "0756****333-***"),
        ("(0756)3333333转802", "07563333333-802", Kind::Landline, "0756****333-***"),
        ("+86 756 3333333", "07563333333", Kind::Landline, "0756****333"),
        ("010－66667777", "01066667777", Kind::Landline, "010****777"),
        ("3333333", "3333333", Kind::Landline, "****333"),
        ("6666-7777", "66667777", Kind::Landline, "****777"),
        ("3333333-8", "3333333-8", Kind::Landline, "****333-***"),
        ("400-800-1234", "4008001234", Kind::Firm, "4008001234"),
        ("800 810 1234 ext. 5", "8008101234-5", Kind::Firm, "8008101234-5"),
        ("110", "110", Kind::Service, "110"),
        ("12345", "12345", Kind::Service, "12345"),
        ("95588", "95588", Kind::Service, "95588"),
        ("+852 9123 4567", "+85291234567", Kind::Foreign, "+852****67"),
        ("00853-28881234", "+85328881234", Kind::Foreign, "+853****34"),
    ] {
        let phone = Phone::parse(text).unwrap();
        assert_eq!(
            (phone.to_string().as_str(), phone.kind(), phone.masked().as_str()),
            (number, kind, masked),
            "{text}"
        );
    }
}

#[test]
fn what_cannot_be_a_number_says_why() {
    for (text, fault) in [
        ("", Fault::Empty),
        ("-", Fault::Empty),
        ("没有", Fault::Unexpected('没')),
        ("138001380", Fault::TooShort),
        ("138001380000", Fault::TooLong),
        ("12800138000", Fault::NoSuchNumber),
        ("0756-033333", Fault::NoSuchNumber),
        ("0756-333", Fault::TooShort),
        ("0111234567", Fault::NoSuchNumber),
        ("0", Fault::TooShort),
        ("12", Fault::NoSuchNumber),
        ("333333333", Fault::TooLong),
        ("+8521", Fault::TooShort),
        ("+1234567890123456", Fault::TooLong),
    ] {
        assert_eq!(Phone::parse(text), Err(fault), "{text}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_number_or_a_fault(text in "\\PC{0,30}") {
        let _ = Phone::parse(&text);
    }

    #[test]
    fn a_number_read_again_is_itself(text in "(\\+|00|\\+86|0756|010|400|1[3-9])?[-0-9 ]{0,14}(转[0-9]{1,4})?") {
        if let Ok(phone) = Phone::parse(&text) {
            prop_assert_eq!(Phone::parse(&phone.to_string()), Ok(phone.clone()));
            prop_assert!(!phone.masked().is_empty());
        }
    }
}

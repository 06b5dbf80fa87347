//! What the words of a matter suggest, for a person to decide (EMG-03). Pure.

/// Words that suggest a kind of emergency, by the ids of the shipped settings. What harms people stands first.
const EMERGENCIES: &[(&str, &[&str])] = &[
    ("fire", &["着火", "起火", "失火", "火警", "火灾", "冒烟", "浓烟", "明火", "fire", "smoke"]),
    ("gas", &["燃气", "煤气", "天然气", "漏气", "gas"]),
    ("lift", &["困人", "被困", "困在", "关在电梯", "电梯里", "电梯故障", "电梯停", "trapped"]),
    (
        "first_aid",
        &[
            "晕倒",
            "昏倒",
            "昏迷",
            "摔倒",
            "摔伤",
            "受伤",
            "流血",
            "急救",
            "心脏",
            "抽搐",
            "不省人事",
            "fainted",
            "hurt",
            "injured",
        ],
    ),
    (
        "crime",
        &["打架", "斗殴", "小偷", "盗窃", "被盗", "入室", "抢劫", "持刀", "闹事", "尾随", "thief", "burglar", "fight"],
    ),
    ("power_cut", &["停电", "断电", "跳闸", "没电", "power"]),
    ("burst_pipe", &["爆管", "水管", "爆裂", "漏水", "水淹", "跑水", "喷水", "渗水", "burst", "leak", "flood"]),
    // A lift that is only named may be no more than where it happens.
    ("lift", &["电梯", "lift", "elevator"]),
];

/// The kind of emergency that the words suggest, an id of the shipped settings; none where they say nothing.
pub fn emergency_kind(matter: &str) -> Option<&'static str> {
    let words = matter.to_lowercase();
    EMERGENCIES.iter().find(|(_, signs)| signs.iter().any(|sign| words.contains(sign))).map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::emergency_kind;

    /// EMG-03
    #[test]
    fn the_words_suggest_a_kind_and_nothing_suggests_none() {
        for (matter, kind) in [
            ("3栋爆管，水漫到电表箱", Some("burst_pipe")),
            ("厨房漏水", Some("burst_pipe")),
            ("整栋停电", Some("power_cut")),
            ("爆管，水漫电梯厅", Some("burst_pipe")),
            ("电梯不动了", Some("lift")),
            ("电梯里关了两个人", Some("lift")),
            ("停电后电梯困人", Some("lift")),
            ("阳台着火", Some("fire")),
            ("楼道闻到燃气味", Some("gas")),
            ("老人在大堂晕倒", Some("first_aid")),
            ("有小偷", Some("crime")),
            ("出事了", None),
        ] {
            assert_eq!(emergency_kind(matter), kind, "{matter}");
        }
    }
}

//! A writer of FIT files, for tests: what a watch would write, and what it shouldn't.

/// FIT's zero in seconds since 1970.
pub(crate) const ZERO: u32 = 631_065_600;

/// A value with its type.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FitValue {
    Enum(u8),
    Byte(u8),
    Short(u16),
    Long(u32),
}

impl FitValue {
    fn base(self) -> u8 {
        match self {
            Self::Enum(_) => 0x00,
            Self::Byte(_) => 0x02,
            Self::Short(_) => 0x84,
            Self::Long(_) => 0x86,
        }
    }

    fn bytes(self, big: bool) -> Vec<u8> {
        match self {
            Self::Enum(value) | Self::Byte(value) => vec![value],
            Self::Short(value) if big => value.to_be_bytes().to_vec(),
            Self::Short(value) => value.to_le_bytes().to_vec(),
            Self::Long(value) if big => value.to_be_bytes().to_vec(),
            Self::Long(value) => value.to_le_bytes().to_vec(),
        }
    }
}

/// One FIT file that is being written.
#[derive(Default)]
pub(crate) struct FitWriter {
    data: Vec<u8>,
    pub(crate) big: bool,
}

impl FitWriter {
    /// Defines a kind of message as a local one, with fields of developers of so many bytes.
    pub(crate) fn define(&mut self, local: u8, number: u16, fields: &[(u8, FitValue)], developers: &[u8]) -> &mut Self {
        let extended = if developers.is_empty() { 0 } else { 0x20 };
        self.data.extend([0x40 | extended | local, 0, u8::from(self.big)]);
        self.data.extend(FitValue::Short(number).bytes(self.big));
        self.data.push(u8::try_from(fields.len()).expect("few fields"));
        for (field, value) in fields {
            let length = u8::try_from(value.bytes(self.big).len()).expect("a short one");
            self.data.extend([*field, length, value.base()]);
        }
        if !developers.is_empty() {
            self.data.push(u8::try_from(developers.len()).expect("few fields"));
            developers.iter().for_each(|length| self.data.extend([0, *length, 0]));
        }
        self
    }

    /// Writes the values of a message whose header is this byte.
    pub(crate) fn values(&mut self, header: u8, fields: &[(u8, FitValue)], developers: &[u8]) -> &mut Self {
        self.data.push(header);
        fields.iter().for_each(|(_, value)| self.data.extend(value.bytes(self.big)));
        developers.iter().for_each(|length| self.data.extend(std::iter::repeat_n(7, usize::from(*length))));
        self
    }

    /// A message with its definition.
    pub(crate) fn message(&mut self, number: u16, fields: &[(u8, FitValue)]) -> &mut Self {
        self.define(0, number, fields, &[]).values(0, fields, &[])
    }

    /// The whole file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let length = u32::try_from(self.data.len()).expect("a small file");
        let mut all = vec![14, 0x20, 0x54, 0x08];
        all.extend(length.to_le_bytes());
        all.extend(b".FIT");
        all.extend(sum(&all).to_le_bytes());
        all.extend(&self.data);
        all.extend(sum(&all).to_le_bytes());
        all
    }
}

/// The check sum, bit by bit, as its polynomial says.
pub(crate) fn sum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xa001 } else { sum >> 1 })
    })
}

/// A session: sport, seconds since 1970 at its start, centimetres, thousandths of seconds.
pub(crate) fn session(sport: u8, start: u32, distance: u32, timer: u32) -> [(u8, FitValue); 9] {
    use FitValue::{Byte, Enum, Long, Short};
    [
        (253, Long(start - ZERO + timer / 1000)),
        (2, Long(start - ZERO)),
        (5, Enum(sport)),
        (6, Enum(0)),
        (7, Long(timer + 60_000)),
        (8, Long(timer)),
        (9, Long(distance)),
        (16, Byte(147)),
        (22, Short(40)),
    ]
}

/// A run of five kilometres on 3 May 2024 at 07:10 by a clock two hours before UTC, as a watch writes it.
pub(crate) fn run() -> Vec<u8> {
    use FitValue::{Byte, Enum, Long};
    let start = 1_714_713_000;
    let mut file = FitWriter::default();
    file.message(0, &[(0, Enum(4)), (4, Long(start - ZERO))]);
    file.message(12, &[(0, Enum(1)), (1, Enum(0))]);
    file.message(21, &[(253, Long(start - ZERO)), (0, Enum(0)), (1, Enum(0))]);
    let record = |n: u32| {
        [
            (253, Long(start - ZERO + n * 10)),
            (0, Long(519_394_816 + n)),
            (1, Long(138_412_032 + n)),
            (5, Long(n * 2770)),
            (3, Byte(140)),
        ]
    };
    file.define(1, 20, &record(0), &[]);
    for n in 0..=181 {
        file.values(1, &record(n), &[]);
    }
    file.message(18, &session(1, start, 502_000, 1_812_000));
    file.message(34, &[(253, Long(start - ZERO + 1812)), (5, Long(start - ZERO + 1812 + 7200)), (1, Long(1))]);
    file.bytes()
}

//! The wire form of FIT: files one behind the other, in each a header, definitions and messages.
//!
//! Only the few messages are looked into that a session's totals stand in, so nothing of a file is kept.

/// What is wrong with a file's bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fault {
    /// It does not begin as FIT does.
    NoHeader,
    /// It ends before its header says.
    Cut,
    /// From this byte on it can't be read.
    Garbled(usize),
    /// Its check sum is another one.
    Sum,
    /// So many bytes behind the last file are none.
    Rest(usize),
}

/// So many faults of a file are told.
const MOST_FAULTS: usize = 4;

/// What is met on the way.
pub(super) enum FitStep<'a> {
    /// Another file begins.
    File,
    /// A message.
    Message(Message<'a>),
}

/// A field of a definition: its number, its type, where it stands and how long it is.
#[derive(Clone, Copy, Debug)]
struct FieldForm {
    number: u8,
    base: u8,
    start: usize,
    length: usize,
}

/// How the messages of one kind are built.
#[derive(Clone, Debug, Default)]
struct FitForm {
    number: u16,
    little: bool,
    length: usize,
    fields: Vec<FieldForm>,
}

/// A message with its values.
pub(super) struct Message<'a> {
    form: &'a FitForm,
    content: &'a [u8],
    /// The time of it in seconds since FIT's zero, by a field or by its header.
    pub(super) time: Option<u32>,
}

impl Message<'_> {
    /// Its kind.
    pub(super) fn number(&self) -> u16 {
        self.form.number
    }

    /// The value of a field, of a list the first; `None` where it is missing or marked as unknown.
    pub(super) fn get(&self, number: u8) -> Option<f64> {
        let field = self.form.fields.iter().find(|field| field.number == number)?;
        value(self.content.get(field.start..field.start + field.length)?, field.base, self.form.little)
    }

    /// A value that counts seconds, kinds or the like.
    pub(super) fn whole(&self, number: u8) -> Option<u32> {
        let value = self.get(number)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be in range")]
        (0.0..=f64::from(u32::MAX)).contains(&value).then_some(value as u32)
    }
}

/// The first value of a type in some bytes; each type has a value that means none.
fn value(bytes: &[u8], base: u8, little: bool) -> Option<f64> {
    let width = match base & 0x1f {
        3 | 4 | 11 => 2,
        5 | 6 | 8 | 12 => 4,
        9 | 14..=16 => 8,
        _ => 1,
    };
    // A length that is no multiple of its type's has no meaning.
    if !bytes.len().is_multiple_of(width) {
        return None;
    }
    let bytes = bytes.get(..width)?;
    let (mut raw, mut ones) = (0_u64, 0_u64);
    for at in 0..width {
        let byte = if little { bytes[width - 1 - at] } else { bytes[at] };
        raw = raw << 8 | u64::from(byte);
        ones = ones << 8 | 0xff;
    }
    let top = ones >> 1;
    let sign = |raw: u64| if raw > top { as_f64(raw) - as_f64(ones) - 1.0 } else { as_f64(raw) };
    match base & 0x1f {
        0 | 2 | 4 | 6 | 13 | 15 => (raw != ones).then(|| as_f64(raw)),
        1 | 3 | 5 | 14 => (raw != top).then(|| sign(raw)),
        8 => u32::try_from(raw).ok().map(|raw| f64::from(f32::from_bits(raw))).filter(|v| v.is_finite()),
        9 => Some(f64::from_bits(raw)).filter(|v| v.is_finite()),
        10..=12 | 16 => (raw != 0).then(|| as_f64(raw)),
        _ => None,
    }
}

#[expect(clippy::cast_precision_loss, reason = "what counts has 32 bits")]
fn as_f64(raw: u64) -> f64 {
    raw as f64
}

/// Walks through all files; what could be read before a fault has been handed out.
pub(super) fn walk(bytes: &[u8], each: &mut dyn FnMut(&FitStep<'_>)) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut add = |fault: Fault| {
        // Of a file that is nothing but faults a few are enough.
        if faults.len() < MOST_FAULTS && !faults.contains(&fault) {
            faults.push(fault);
        }
    };
    let mut start = 0;
    while start < bytes.len() {
        let Some((head, length)) = header(&bytes[start..]) else {
            add(if start == 0 { Fault::NoHeader } else { Fault::Rest(bytes.len() - start) });
            break;
        };
        each(&FitStep::File);
        let begin = (start + head).min(bytes.len());
        // A watch that lost its power never wrote how long the file is.
        let open = length == 0 && bytes.len() > begin + 2;
        let end = if open { bytes.len() } else { begin.saturating_add(length) };
        if let Err(at) = messages(bytes, begin, end.min(bytes.len()), each) {
            let cut = at >= bytes.len() || end > bytes.len();
            add(if cut || open { Fault::Cut } else { Fault::Garbled(at) });
        } else if end > bytes.len() || bytes.len() - end.min(bytes.len()) < 2 {
            add(Fault::Cut);
        }
        let Some(sum) = bytes.get(end..).and_then(<[u8]>::first_chunk) else { break };
        let sum = u16::from_le_bytes(*sum);
        if sum != 0 && sum != check_sum(&bytes[start..end]) {
            add(Fault::Sum);
        }
        start = end + 2;
    }
    if bytes.is_empty() {
        add(Fault::NoHeader);
    }
    faults
}

/// How long a header is, and how long what follows it.
fn header(bytes: &[u8]) -> Option<(usize, usize)> {
    let head = usize::from(*bytes.first()?);
    (head >= 12 && bytes.get(8..12) == Some(b".FIT")).then_some(())?;
    let length = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?);
    Some((head, usize::try_from(length).ok()?))
}

/// Hands out the messages of one file; the error is the byte from which on nothing can be read.
fn messages(bytes: &[u8], begin: usize, end: usize, each: &mut dyn FnMut(&FitStep<'_>)) -> Result<(), usize> {
    let mut known: [Option<FitForm>; 16] = Default::default();
    let mut clock = 0_u32;
    let mut at = begin;
    while at < end {
        let bytes = &bytes[..end];
        let header = bytes[at];
        let compressed = header & 0x80 != 0;
        let local = usize::from(if compressed { header >> 5 & 3 } else { header & 0x0f });
        if !compressed && header & 0x40 != 0 {
            let (form, length) = bytes.get(at + 1..).and_then(|rest| definition(rest, header & 0x20 != 0)).ok_or(at)?;
            known[local] = Some(form);
            at += 1 + length;
            continue;
        }
        let form = known[local].as_ref().ok_or(at)?;
        let content = bytes.get(at + 1..at + 1 + form.length).ok_or(end)?;
        let mut message = Message { form, content, time: None };
        message.time = message.whole(253);
        if let Some(time) = message.time {
            clock = time;
        } else if compressed {
            // The header has the last five bits, which never run backwards.
            let bits = u32::from(header & 0x1f);
            let time = (clock & !0x1f) + bits;
            clock = if bits < clock & 0x1f { time.saturating_add(32) } else { time };
            message.time = Some(clock);
        }
        at += 1 + form.length;
        each(&FitStep::Message(message));
    }
    Ok(())
}

/// Reads what defines a kind of message, and how long that is.
fn definition(bytes: &[u8], extended: bool) -> Option<(FitForm, usize)> {
    let little = *bytes.get(1)? == 0;
    let number = *bytes.get(2..)?.first_chunk()?;
    let number = if little { u16::from_le_bytes(number) } else { u16::from_be_bytes(number) };
    let n = usize::from(*bytes.get(4)?);
    let mut form = FitForm { number, little, ..FitForm::default() };
    for field in bytes.get(5..5 + n * 3)?.as_chunks::<3>().0 {
        let length = usize::from(field[1]);
        form.fields.push(FieldForm { number: field[0], base: field[2], start: form.length, length });
        form.length += length;
    }
    let mut end = 5 + n * 3;
    if extended {
        let own = usize::from(*bytes.get(end)?);
        let fields = bytes.get(end + 1..end + 1 + own * 3)?;
        form.length += fields.as_chunks::<3>().0.iter().map(|field| usize::from(field[1])).sum::<usize>();
        end += 1 + own * 3;
    }
    Some((form, end))
}

/// FIT's check sum.
fn check_sum(bytes: &[u8]) -> u16 {
    const TABLE: [u16; 16] = [
        0x0000, 0xcc01, 0xd801, 0x1400, 0xf001, 0x3c00, 0x2800, 0xe401, 0xa001, 0x6c00, 0x7800, 0xb401, 0x5000, 0x9c01,
        0x8801, 0x4400,
    ];
    bytes.iter().fold(0, |sum, byte| {
        let step = |sum: u16, nibble: u8| (sum >> 4) ^ TABLE[usize::from(sum & 0xf)] ^ TABLE[usize::from(nibble & 0xf)];
        step(step(sum, *byte), byte >> 4)
    })
}

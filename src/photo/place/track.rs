//! Tracks with places in them: GPX, TCX and KML, which are XML, and FIT, which is not. Of a treadmill there are none.

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;

/// Whether a track has a place.
pub(super) fn says(bytes: &[u8]) -> bool {
    match bytes {
        [head, ..] if bytes.get(8..12) == Some(b".FIT") => in_fit(bytes, usize::from(*head)).unwrap_or(false),
        _ => in_xml(bytes),
    }
}

fn in_xml(bytes: &[u8]) -> bool {
    let known: [&[u8]; 3] = [b"gpx", b"TrainingCenterDatabase", b"kml"];
    let start = &bytes[..bytes.len().min(4096)];
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    if !known.iter().any(|name| memmem::find(start, name).is_some()) {
        return false;
    }
    let mut reader = Reader::from_str(text);
    let mut wanted = false;
    // What comes before a fault in it counts.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => {
                let has =
                    |name: &str| tag.attributes().flatten().any(|a| a.key.as_ref() == name && has_digit(&a.value));
                if has("lat") && has("lon") {
                    return true;
                }
                wanted = matches!(tag.local_name().as_ref(), "LatitudeDegrees" | "coordinates" | "coord");
            }
            Event::Text(text) if wanted && has_digit(&text.xml10_content()) => return true,
            _ => {}
        }
    }
    false
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The fields of messages that are latitudes or longitudes, by the number of the message.
const PLACES: [(u16, &[u8]); 7] = [
    // Sessions, laps, records, points of a course, segments, places by themselves, raw positions.
    (18, &[3, 4, 29, 30, 31, 32, 38, 39]),
    (19, &[3, 4, 5, 6, 27, 28, 29, 30]),
    (20, &[0, 1]),
    (32, &[2, 3]),
    (142, &[3, 4, 5, 6]),
    (29, &[1, 2]),
    (160, &[1, 2]),
];

/// What an unknown place is written as.
const UNKNOWN: u32 = 0x7fff_ffff;

/// How the messages of one kind are built: how long they are, and where in them places stand.
#[derive(Clone, Default)]
struct FitMessage {
    length: usize,
    places: Vec<usize>,
    little: bool,
}

/// Reads a file of FIT message by message.
fn in_fit(bytes: &[u8], head: usize) -> Option<bool> {
    let length = usize::try_from(u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?)).ok()?;
    // A file that was cut off says what it can.
    let bytes = bytes.get(..head.checked_add(length)?).unwrap_or(bytes);
    let mut known: [Option<FitMessage>; 16] = Default::default();
    let mut at = head;
    loop {
        let header = *bytes.get(at)?;
        at += 1;
        // Those with a time in them name one of the first four kinds.
        let (kind, defines) =
            if header & 0x80 == 0 { (header & 0x0f, header & 0x40 != 0) } else { (header >> 5 & 3, false) };
        if defines {
            let (message, length) = definition(bytes.get(at..)?, header & 0x20 != 0)?;
            known[usize::from(kind)] = Some(message);
            at += length;
            continue;
        }
        let message = known[usize::from(kind)].as_ref()?;
        let content = bytes.get(at..at.checked_add(message.length)?)?;
        let said = message.places.iter().any(|place| {
            content.get(*place..).and_then(<[u8]>::first_chunk).is_some_and(|value| {
                let value = if message.little { u32::from_le_bytes(*value) } else { u32::from_be_bytes(*value) };
                value != UNKNOWN
            })
        });
        if said {
            return Some(true);
        }
        at += message.length;
    }
}

/// Reads what defines a kind of message, and how long that is.
fn definition(bytes: &[u8], extended: bool) -> Option<(FitMessage, usize)> {
    let little = *bytes.get(1)? == 0;
    let number = *bytes.get(2..)?.first_chunk()?;
    let number = if little { u16::from_le_bytes(number) } else { u16::from_be_bytes(number) };
    let wanted = PLACES.iter().find(|(message, _)| *message == number).map(|(_, fields)| *fields).unwrap_or_default();
    let n = usize::from(*bytes.get(4)?);
    let mut message = FitMessage { little, ..FitMessage::default() };
    for field in bytes.get(5..5 + n * 3)?.as_chunks::<3>().0 {
        if wanted.contains(&field[0]) && field[1] == 4 {
            message.places.push(message.length);
        }
        message.length += usize::from(field[1]);
    }
    let mut end = 5 + n * 3;
    if extended {
        let own = usize::from(*bytes.get(end)?);
        let fields = bytes.get(end + 1..end + 1 + own * 3)?;
        message.length += fields.as_chunks::<3>().0.iter().map(|field| usize::from(field[1])).sum::<usize>();
        end += 1 + own * 3;
    }
    Some((message, end))
}

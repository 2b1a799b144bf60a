//! Pictures that an address holds itself: `data:image/jpeg;base64,…`.

use super::kind::{Kind, kind};
use super::{Form, Refusal, Variant, look, make, place, svg};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use data_url::DataUrl;

/// The bytes of an address, and what it says of their type.
fn read(address: &str) -> Result<(Vec<u8>, String), Refusal> {
    let damaged = |_| Refusal::damaged("can’t be decoded");
    let read = DataUrl::process(address).map_err(|_| Refusal::damaged("has no comma before its bytes"))?;
    let (bytes, _) = read.decode_to_vec().map_err(damaged)?;
    Ok((bytes, format!("{}/{}", read.mime_type().type_, read.mime_type().subtype)))
}

/// What takes the place of an address, if it has to change: pictures are written anew, other things stay.
///
/// # Errors
/// Why what the address holds can't be published.
pub fn embedded(address: &str) -> Result<Option<String>, Refusal> {
    let (bytes, typed) = read(address)?;
    match kind(&bytes) {
        Some(kind) => encoded(&bytes, kind, 0).map(|anew| Some(anew).filter(|anew| anew != address)),
        None if typed.starts_with("image/") => Err(no_picture()),
        None if place::in_bytes(&bytes) => {
            let hint = "save it as a file beside the text, and take the place out of it";
            Err(Refusal::new("says where it was made", hint))
        }
        None => Ok(None),
    }
}

fn no_picture() -> Refusal {
    Refusal::damaged("is no picture, whatever its type says")
}

/// The address of a picture that is written anew, in its own size.
pub(super) fn picture(address: &str, depth: u8) -> Result<String, Refusal> {
    let (bytes, _) = read(address)?;
    let kind = kind(&bytes).ok_or_else(no_picture)?;
    encoded(&bytes, kind, depth)
}

fn encoded(bytes: &[u8], kind: Kind, depth: u8) -> Result<String, Refusal> {
    let (form, made) = if kind == Kind::Svg {
        (Form::Svg, svg::clean_inside(bytes, depth)?.0)
    } else {
        let photo = look::photo(bytes, kind)?;
        let own = Variant { width: photo.width, height: photo.height };
        (photo.form, make(&photo, bytes, &[own])?.pop().unwrap_or_default())
    };
    let kind = match form {
        Form::Jpeg => "jpeg",
        Form::Png => "png",
        Form::WebP | Form::MovingWebP => "webp",
        Form::Gif => "gif",
        Form::Svg => "svg+xml",
    };
    Ok(format!("data:image/{kind};base64,{}", BASE64_STANDARD.encode(made)))
}

/// Whether an address holds something that says where it was made.
pub(super) fn says_a_place(address: &str) -> bool {
    read(address).is_ok_and(|(bytes, _)| place::in_bytes(&bytes))
}

/// Whether an address holds a font.
pub(super) fn is_font(address: &str) -> bool {
    let starts: [&[u8]; 6] = [b"wOFF", b"wOF2", b"OTTO", b"true", b"ttcf", b"\0\x01\0\0"];
    read(address).is_ok_and(|(bytes, _)| starts.iter().any(|start| bytes.starts_with(start)))
}

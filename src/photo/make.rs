//! Making variants: decoded, made smaller, turned upright, written anew.

use super::{Form, Photo, Refusal, Variant, colours, gif, look, svg, webp};
use fast_image_resize::Resizer;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::codecs::webp::WebPEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, ImageResult, Limits};
use std::io::Cursor;

/// The quality of JPEGs: below it, skies show bands; above it, files grow and nobody sees why.
const QUALITY: u8 = 80;

/// The most bytes that decoding may take: 120 million pixels of eight bytes.
const MOST_MEMORY: u64 = 1 << 30;

/// Makes some of a photo's variants from its bytes, in the order asked for.
///
/// # Errors
/// What is wrong with a file that only decoding could find out.
pub fn make(photo: &Photo, bytes: &[u8], wanted: &[Variant]) -> Result<Vec<Vec<u8>>, Refusal> {
    let cut = || Refusal::damaged("ends before the picture does");
    let kept = match photo.form {
        Form::Gif => gif::clean(bytes).ok_or_else(cut)?.0,
        Form::MovingWebP => webp::clean(bytes).ok_or_else(cut)?,
        Form::Svg => svg::clean(bytes)?.0,
        Form::Jpeg | Form::Png | Form::WebP => return drawn(photo, bytes, wanted).map_err(|error| refusal(&error)),
    };
    Ok(wanted.iter().map(|_| kept.clone()).collect())
}

fn drawn(photo: &Photo, bytes: &[u8], wanted: &[Variant]) -> ImageResult<Vec<Vec<u8>>> {
    let mut decoder = decoder(bytes, image::guess_format(bytes)?)?;
    let orientation = orientation(&mut decoder);
    let profile = decoder.icc_profile().ok().flatten().and_then(|profile| colours::clean(&profile));
    let image = plain(DynamicImage::from_decoder(decoder)?, photo.form);
    let mut resizer = Resizer::new();
    let one = |variant: &Variant| {
        // Turning the small picture costs less than turning the large one.
        let turned = look::turns(orientation);
        let (width, height) = if turned { (variant.height, variant.width) } else { (variant.width, variant.height) };
        let mut small = if (width, height) == (image.width(), image.height()) {
            image.clone()
        } else {
            let mut small = DynamicImage::new(width, height, image.color());
            let resized = resizer.resize(&image, &mut small, None);
            resized.map_err(|e| ImageError::IoError(std::io::Error::other(e)))?;
            small
        };
        small.apply_orientation(orientation);
        encoded(&small, photo.form, profile.as_deref())
    };
    wanted.iter().map(one).collect()
}

/// A WebP as a PNG, the first picture of one that moves.
///
/// # Errors
/// Why it can't be decoded.
pub fn png_of_webp(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let image = decoder(bytes, ImageFormat::WebP).and_then(DynamicImage::from_decoder).map_err(|e| e.to_string())?;
    encoded(&plain(image, Form::Png), Form::Png, None).map_err(|error| error.to_string())
}

/// A picture with eight bits a channel, and with transparency only where there is some.
fn plain(image: DynamicImage, form: Form) -> DynamicImage {
    let grey = !image.color().has_color();
    let clear = form != Form::Jpeg && image.color().has_alpha() && {
        let pixels = image.to_rgba8();
        pixels.pixels().any(|pixel| pixel.0[3] < 255)
    };
    // Most photos are what they should be already, and are large.
    match (clear, grey) {
        (true, false) => image.into_rgba8().into(),
        (true, true) => image.into_luma_alpha8().into(),
        (false, false) => image.into_rgb8().into(),
        (false, true) => image.into_luma8().into(),
    }
}

fn encoded(image: &DynamicImage, form: Form, profile: Option<&[u8]>) -> ImageResult<Vec<u8>> {
    // The profile of a file in printing inks would be wrong: what was decoded is in red, green and blue.
    let space: &[u8] = if image.color().has_color() { b"RGB " } else { b"GRAY" };
    let profile = profile.filter(|profile| profile.get(16..20) == Some(space));
    let mut bytes = Vec::new();
    match form {
        Form::Png => write(
            image,
            profile,
            PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive),
        )?,
        Form::WebP => write(image, profile, WebPEncoder::new_lossless(&mut bytes))?,
        _ => write(image, profile, JpegEncoder::new_with_quality(&mut bytes, QUALITY))?,
    }
    Ok(bytes)
}

fn write(image: &DynamicImage, profile: Option<&[u8]>, mut encoder: impl ImageEncoder) -> ImageResult<()> {
    if let Some(profile) = profile {
        encoder.set_icc_profile(profile.to_vec()).map_err(ImageError::Unsupported)?;
    }
    image.write_with_encoder(encoder)
}

/// A decoder that has read the file's head.
pub(super) fn decoder(bytes: &[u8], format: ImageFormat) -> ImageResult<impl ImageDecoder + '_> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    reader.into_decoder()
}

/// How the picture has to be turned; what can't be read of it turns nothing.
pub(super) fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

/// What a decoder's error says of the file.
pub(super) fn refusal(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::new(
            "would take more memory than any photo needs",
            "save a smaller copy of it: pages show at most 1600 pixels across",
        ),
        ImageError::Unsupported(_) => {
            Refusal::new("is written in a way that can't be read", "save it anew as JPEG or PNG in a picture editor")
        }
        _ => Refusal::damaged("is damaged"),
    }
}

//! From drawings to pictures, by resvg.
//!
//! Fonts are our own and loaded once from bytes: what a machine has installed must not change a picture.

use crate::chart::Typefaces;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{ImageHrefResolver, Node, Options, Tree};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

/// A font by the names that drawings call it.
#[derive(Debug)]
pub(super) struct Font {
    pub(super) family: &'static str,
    pub(super) weight: u16,
}

/// The fonts of cards.
#[derive(Debug)]
pub(super) struct Fonts {
    pub(super) title: Font,
    pub(super) label: Font,
}

/// The fonts of cards. What they lack of a text is taken from `DejaVu` Sans, which has Arabic and Hebrew.
pub(super) const FONTS: Fonts = Fonts {
    title: Font { family: Typefaces::OWN.heading, weight: 700 },
    label: Font { family: Typefaces::OWN.text, weight: 500 },
};

/// The fonts, parsed.
static LOADED: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(include_bytes!("fonts/literata-bold.ttf").to_vec());
    fonts.load_font_data(include_bytes!("fonts/inter-medium.otf").to_vec());
    fonts.load_font_data(include_bytes!("fonts/dejavu-sans-bold.ttf").to_vec());
    Arc::new(fonts)
});

/// How wide texts are, for letters of size 1.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) widths: Vec<f32>,
    /// The width of a space.
    pub(super) space: f32,
}

fn options() -> Options<'static> {
    Options {
        fontdb: LOADED.clone(),
        // A drawing shows nothing that lies elsewhere.
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// How wide some texts are in a font; `None` where a letter is in none of the fonts.
pub(super) fn measure(texts: &[&str], font: &Font) -> Option<Drawn> {
    // Spaces at the ends of a text are dropped, so that one is measured between letters.
    let all: Vec<&str> = texts.iter().copied().chain(["n n", "nn"]).collect();
    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">");
    for (index, text) in all.iter().enumerate() {
        let _ = write!(
            svg,
            "<text id=\"t{index}\" font-family=\"{}\" font-weight=\"{}\" font-size=\"100\">",
            font.family, font.weight
        );
        crate::text::escape_into(&mut svg, text);
        svg.push_str("</text>");
    }
    svg.push_str("</svg>");
    let tree = Tree::from_str(&svg, &options()).ok()?;
    let width = |index: usize| match tree.node_by_id(&format!("t{index}")) {
        Some(Node::Text(text)) => {
            let mut glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            glyphs.all(|glyph| glyph.id.0 != 0).then(|| text.bounding_box().width() / 100.0)
        }
        // A text without letters is not drawn.
        _ => Some(0.0),
    };
    let widths = (0..texts.len()).map(width).collect::<Option<Vec<f32>>>()?;
    let space = width(texts.len())? - width(texts.len() + 1)?;
    Some(Drawn { widths, space })
}

/// Those of some letters that none of the fonts has.
pub(super) fn lacking(letters: &BTreeSet<char>) -> BTreeSet<char> {
    let mut svg = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">");
    for (index, letter) in letters.iter().enumerate() {
        let _ = write!(svg, "<text id=\"t{index}\" font-family=\"{}\" font-size=\"100\">", FONTS.label.family);
        crate::text::escape_into(&mut svg, letter.encode_utf8(&mut [0; 4]));
        svg.push_str("</text>");
    }
    svg.push_str("</svg>");
    let Ok(tree) = Tree::from_str(&svg, &options()) else { return BTreeSet::new() };
    let is_lacking = |(index, letter): (usize, &char)| match tree.node_by_id(&format!("t{index}")) {
        Some(Node::Text(text)) => {
            let mut glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
            glyphs.any(|glyph| glyph.id.0 == 0).then_some(*letter)
        }
        // What is not drawn takes no place.
        _ => None,
    };
    letters.iter().enumerate().filter_map(is_lacking).collect()
}

/// Where the texts of a drawing end that go furthest to the right, and how wide it is.
#[cfg(test)]
pub(super) fn rightmost(svg: &str) -> (f32, f32) {
    let tree = Tree::from_str(svg, &options()).expect("a drawing");
    let texts = tree.root().children().iter().filter(|node| matches!(node, Node::Text(_)));
    let ends = texts.map(|text| text.abs_bounding_box().right());
    (ends.fold(0.0, f32::max), tree.size().width())
}

/// A drawing as a PNG so many pixels wide, and as high as it is then.
pub(super) fn png_of_width(svg: &str, width: impl Fn(f32) -> f32) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, &options()).map_err(|error| error.to_string())?;
    let (own, height) = (tree.size().width(), tree.size().height());
    let scale = width(own) / own;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes of drawings are small")]
    let [width, height] = [own, height].map(|side| (side * scale).round().max(1.0) as u32);
    // Without the fourth byte of a pixel, and packed well, since it is sent: measured, 76 kB for the weeks around an entry, and
    // 147 kB packed as cards are.
    let pixels = draw(&tree, width, height)?;
    let pixels = image::RgbaImage::from_raw(width, height, pixels.take()).ok_or("no pixels")?;
    let colours = image::DynamicImage::from(pixels).into_rgb8();
    pack(&colours, (width, height), ExtendedColorType::Rgb8, (CompressionType::Level(6), FilterType::NoFilter))
}

/// A drawing as a PNG that it fills; where it is open, the colour of paper is seen.
pub(super) fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, String> {
    let pixels = draw(&Tree::from_str(svg, &options()).map_err(|error| error.to_string())?, width, height)?;
    // Measured for a card: 1.8 ms and 50 kB; the smallest file there is takes 8 ms and has 24 kB.
    let how = (CompressionType::Level(1), FilterType::Up);
    pack(pixels.data(), (width, height), ExtendedColorType::Rgba8, how)
}

fn draw(tree: &Tree, width: u32, height: u32) -> Result<Pixmap, String> {
    let mut pixels = Pixmap::new(width, height).ok_or("no pixels")?;
    pixels.fill(Color::from_rgba8(0xfb, 0xf8, 0xf1, 0xff));
    let size = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "pictures have some thousand pixels a side at the most")]
    let scale = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(tree, scale, &mut pixels.as_mut());
    Ok(pixels)
}

fn pack(
    pixels: &[u8],
    (width, height): (u32, u32),
    colours: ExtendedColorType,
    (compression, filter): (CompressionType, FilterType),
) -> Result<Vec<u8>, String> {
    let mut out = Vec::with_capacity(64 * 1024);
    let encoder = PngEncoder::new_with_quality(&mut out, compression, filter);
    encoder.write_image(pixels, width, height, colours).map_err(|error| error.to_string())?;
    Ok(out)
}

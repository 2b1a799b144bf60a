//! From drawings to pictures, by resvg.
//!
//! Fonts are our own and loaded once from bytes: what a machine has installed must not change a picture.

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{ImageHrefResolver, Node, Options, Tree};
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
    title: Font { family: "Literata, DejaVu Sans", weight: 700 },
    label: Font { family: "Inter Medium, DejaVu Sans", weight: 500 },
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

/// A drawing as a PNG that it fills; where it is open, the colour of paper is seen.
pub(super) fn png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, String> {
    let tree = Tree::from_str(svg, &options()).map_err(|error| error.to_string())?;
    let mut pixels = Pixmap::new(width, height).ok_or("no pixels")?;
    pixels.fill(Color::from_rgba8(0xfb, 0xf8, 0xf1, 0xff));
    let size = tree.size();
    #[expect(clippy::cast_precision_loss, reason = "pictures have some thousand pixels a side at the most")]
    let scale = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
    resvg::render(&tree, scale, &mut pixels.as_mut());
    // Measured for a card: 1.8 ms and 50 kB; the smallest file there is takes 8 ms and has 24 kB.
    let mut out = Vec::with_capacity(64 * 1024);
    PngEncoder::new_with_quality(&mut out, CompressionType::Level(1), FilterType::Up)
        .write_image(pixels.data(), width, height, ExtendedColorType::Rgba8)
        .map_err(|error| error.to_string())?;
    Ok(out)
}

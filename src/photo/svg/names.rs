//! What a drawing may consist of.

use ahash::AHashMap;
use std::sync::LazyLock;

/// Elements that draw, or describe how others are drawn.
const DRAWN: &str = "
    a animate animateMotion animateTransform circle clipPath defs desc ellipse feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
    feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter g image line linearGradient marker mask
    mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol text textPath title
    tspan use view";

/// Elements that no browser draws: notes, and things of SVG that few programs ever knew.
const LEFT_OUT: &str = "
    animateColor color-profile cursor definition-src flowDiv flowLine flowPara flowRegion flowRegionExclude flowRoot
    flowSpan font font-face font-face-format font-face-name font-face-src font-face-uri glyph hatch hatchpath hkern
    mesh meshGradient meshgradient meshpatch meshrow metadata missing-glyph solidColor solidcolor vkern";

/// Attributes whose values are names, words, or numbers that no stylesheet could hold.
const TEXTS: &str = "
    aria-describedby aria-hidden aria-label aria-labelledby baseProfile begin class d dur end id lang media points
    rel repeatCount requiredExtensions requiredFeatures role systemLanguage tabindex target type version";

/// Attributes whose values are those of styles, or numbers that stylesheets may hold.
const STYLES: &str = "
    accumulate additive alignment-baseline amplitude attributeName attributeType azimuth baseFrequency
    baseline-shift bias by calcMode clip clip-path clip-rule clipPathUnits color color-interpolation
    color-interpolation-filters color-rendering cursor cx cy diffuseConstant direction display divisor
    dominant-baseline dx dy edgeMode elevation exponent fill fill-opacity fill-rule filter filterRes filterUnits
    flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant
    font-weight fr from fx fy glyph-orientation-horizontal glyph-orientation-vertical gradientTransform
    gradientUnits height image-rendering in in2 intercept isolation k1 k2 k3 k4 kernelMatrix kernelUnitLength
    kerning keyPoints keySplines keyTimes lengthAdjust letter-spacing lighting-color limitingConeAngle marker
    marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask mask-type maskContentUnits
    maskUnits max method min mix-blend-mode mode numOctaves offset opacity operator order orient origin overflow
    overflow-x overflow-y paint-order path pathLength patternContentUnits patternTransform patternUnits
    pointer-events pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY
    repeatDur restart result rotate rx ry scale seed shape-rendering side slope spacing specularConstant
    specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    style surfaceScale tableValues targetX targetY text-align text-anchor text-decoration text-overflow
    text-rendering textLength to transform transform-box transform-origin unicode-bidi values vector-effect viewBox
    visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector y y1 y2 yChannelSelector z";

/// What the value of an attribute is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Holds {
    /// Words that lead nowhere.
    Text,
    /// What may lead somewhere, as a stylesheet's `url(…)` does.
    Style,
}

/// The names, ready to be looked up: a map has as many attributes as some books have words.
struct DrawingNames {
    elements: AHashMap<&'static str, bool>,
    attributes: AHashMap<&'static str, Holds>,
}

static NAMES: LazyLock<DrawingNames> = LazyLock::new(|| {
    let words = |text: &'static str| text.split_ascii_whitespace();
    let elements = words(DRAWN).map(|name| (name, true)).chain(words(LEFT_OUT).map(|name| (name, false)));
    let texts = words(TEXTS).map(|name| (name, Holds::Text));
    let attributes = texts.chain(words(STYLES).map(|name| (name, Holds::Style)));
    DrawingNames { elements: elements.collect(), attributes: attributes.collect() }
});

/// Whether an element draws, or is left out in silence with all that it holds; `None` for any other.
pub(super) fn is_drawn(name: &str) -> Option<bool> {
    NAMES.elements.get(name).copied()
}

/// An attribute that may stay.
pub(super) fn attribute(name: &str) -> Option<Holds> {
    NAMES.attributes.get(name).copied()
}

/// Whether an animation may change an attribute.
pub(super) fn is_animated(name: &str) -> bool {
    let name = name.trim();
    !matches!(name, "style" | "attributeName" | "id") && attribute(name).is_some()
}

//! The links of the navigation, as `[nav]` and `[[nav.extra]]` say.

use crate::fields::{Node, Value};

/// A label and an address.
type NavLabel = (String, String);

/// The links in place of the built-in ones, and those that are added.
pub(super) fn nav(value: Value<'_>) -> Option<(Option<Vec<NavLabel>>, Vec<NavLabel>)> {
    let (mut links, mut added) = (Vec::new(), Vec::new());
    for (label, value) in value.named()? {
        match value.node {
            // A link may well be called that.
            Node::List(_) | Node::Map(_) if label == "extra" => {
                added.extend(value.items().into_iter().filter_map(extra));
            }
            _ => links.extend(value.text().map(|address| (label.to_owned(), address))),
        }
    }
    let is_replaced = !links.is_empty() || added.is_empty();
    Some((is_replaced.then_some(links), added))
}

fn extra(value: Value<'_>) -> Option<NavLabel> {
    let fields = value.mapping()?;
    let (label, url) = (fields.read("label", Value::text), fields.read("url", address));
    for (key, missing) in [("label", label.is_none()), ("url", url.is_none())] {
        if missing && !fields.has(key) {
            let hint = "[[nav.extra]] with label = \"Training plan\" and url = \"/plan/\"";
            let _: Option<()> = value.error("missing-key", format!("a link of the navigation has a `{key}`"), hint);
        }
    }
    fields.finish(&[], |key| (key == "href").then_some("the address is `url`"));
    label.zip(url)
}

/// A path of the site, or an address of the web.
fn address(value: Value<'_>) -> Option<String> {
    let typed = value.text()?;
    let is_path = typed.starts_with('/') && !typed.starts_with("//");
    let is_web = url::Url::parse(&typed).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if is_path || is_web {
        return Some(typed);
    }
    let hint = "write a path from the top of the site, such as /plan/, or an address with https://";
    value.error("bad-url", format!("`{typed}` is no address that the navigation can lead to"), hint)
}

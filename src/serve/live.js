// Keeps an open page up to date: reloads it when its bytes change, swaps stylesheets, shows what is wrong.
(() => {
  "use strict";
  const base = document.currentScript.src.replace(/live\.js.*$/, "");
  const key = "comeback " + location.pathname;
  const navigation = performance.getEntriesByType("navigation")[0];
  const timing = ((navigation && navigation.serverTiming) || []).find((t) => t.name === "page");
  const have = timing ? timing.description : "";

  const details = () => [...document.querySelectorAll("details")];
  const keep = () => {
    const open = details().map((d) => d.open);
    sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, open }));
  };
  const restore = () => {
    const kept = sessionStorage.getItem(key);
    if (!kept) return;
    sessionStorage.removeItem(key);
    const { x, y, open } = JSON.parse(kept);
    details().forEach((d, i) => { if (open[i] !== undefined) d.open = open[i]; });
    scrollTo(x, y);
    addEventListener("load", () => scrollTo(x, y), { once: true });
  };

  const swap = (styles) => {
    for (const link of document.querySelectorAll("link[rel=stylesheet]")) {
      const url = new URL(link.href);
      // The theme's stylesheets have eight digits in their names that change with their bytes.
      const now = styles[url.pathname] || styles[url.pathname.replace(/\.[0-9a-f]{8}\.css$/, ".css")];
      if (!now || url.pathname + url.search === now || link.dataset.next) continue;
      link.dataset.next = now;
      const next = link.cloneNode();
      delete next.dataset.next;
      next.href = now;
      next.addEventListener("load", () => link.remove(), { once: true });
      next.addEventListener("error", () => next.remove(), { once: true });
      link.after(next);
    }
  };

  let overlay = null;
  const element = (name, text, parent) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (parent) parent.append(made);
    return made;
  };
  const show = (problems) => {
    if (overlay) overlay.remove();
    overlay = null;
    if (!problems.length) return;
    overlay = element("comeback-problems");
    const root = overlay.attachShadow({ mode: "open" });
    // Not a `style` element, which the policy that pages have forbids.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
        background: #1a1416; color: #f6efe6; border-top: 4px solid #e8702a; font: 15px/1.5 system-ui, sans-serif; }
      section { max-width: 60rem; margin: 0 auto; padding: 1rem; }
      header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
      h2 { font-size: 1rem; margin: 0; } p { margin: .25rem 0 0; }
      button { font: inherit; color: inherit; background: none; border: 1px solid currentColor; padding: .1rem .7rem; cursor: pointer; }
      pre { margin: .75rem 0 0; padding: .75rem; background: #0d0a0b; overflow: auto; font: 13px/1.45 ui-monospace, monospace; }`);
    root.adoptedStyleSheets = [sheet];
    const section = element("section", "", root);
    section.setAttribute("role", "alert");
    const header = element("header", "", section);
    element("h2", problems.length === 1 ? "This page can’t be made yet" : `This page can’t be made yet: ${problems.length} problems`, header);
    const close = element("button", "Dismiss", header);
    close.addEventListener("click", () => overlay.remove());
    element("p", "What you see is its last good version. It comes back by itself when the file is mended.", section);
    for (const problem of problems) element("pre", problem, section);
    document.body.append(overlay);
  };

  restore();
  const address = base + "events?" + new URLSearchParams({ path: location.pathname, have });
  const source = new EventSource(address);
  source.addEventListener("reload", () => { source.close(); keep(); location.reload(); });
  source.addEventListener("styles", (event) => swap(JSON.parse(event.data)));
  source.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  addEventListener("pagehide", () => source.close());
})();

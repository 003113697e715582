// Keeps an open page up to date while `verbale serve` runs. It is sent with pages and never written into a site.
(() => {
  "use strict";
  const shown = Number(document.currentScript.dataset.version);
  const PLACE = "verbale-place";
  let stream = null;
  let overlay = null;
  let leaving = false;

  function told(event) {
    const { version, fault } = JSON.parse(event.data);
    if (version !== shown) {
      reload();
      return;
    }
    overlay?.remove();
    overlay = fault ? overlayOf(fault) : null;
    if (overlay) document.documentElement.append(overlay);
  }

  // The browser keeps the place in a page that it loads again, but not where that happens twice before it has gone there.
  // What is told meanwhile is told to the page that comes.
  function reload() {
    if (leaving) return;
    leaving = true;
    const { pathname } = location;
    if (placeKept()?.pathname !== pathname) {
      sessionStorage.setItem(PLACE, JSON.stringify({ pathname, x: scrollX, y: scrollY }));
    }
    history.scrollRestoration = "manual";
    location.reload();
  }

  function placeKept() {
    return JSON.parse(sessionStorage.getItem(PLACE));
  }

  function goToPlaceKept() {
    const place = placeKept();
    sessionStorage.removeItem(PLACE);
    history.scrollRestoration = "auto";
    if (place?.pathname === location.pathname) scrollTo({ left: place.x, top: place.y, behavior: "instant" });
  }

  function overlayOf(fault) {
    const host = document.createElement("verbale-fault");
    const inside = host.attachShadow({ mode: "open" });
    inside.innerHTML = `<style>
      :host { all: initial; }
      div { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; box-sizing: border-box; padding: 2rem;
        background: #1b1b1df2; color: #f4f2ee; font: 1rem/1.5 system-ui, sans-serif; }
      h1 { margin: 0 0 1rem; font-size: 1.25rem; }
      ol { margin: 0; padding: 0; list-style: none; }
      li { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 4px solid #e5604d;
        font: .9375rem/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
      button { float: inline-end; padding: .25rem .75rem; font: inherit; }
    </style><div role="alert"><button type="button">Close</button><h1></h1><ol></ol></div>`;
    inside.querySelector("h1").textContent = fault.words;
    for (const problem of fault.problems) {
      const item = document.createElement("li");
      item.textContent = problem;
      inside.querySelector("ol").append(item);
    }
    inside.querySelector("button").addEventListener("click", () => host.remove());
    return host;
  }

  // A browser allows few connections to one server: only pages that are seen hold one.
  function attend() {
    if (document.visibilityState === "hidden") {
      stream?.close();
      stream = null;
    } else if (!stream) {
      stream = new EventSource(`/.verbale/events?page=${encodeURIComponent(decodeURIComponent(location.pathname))}`);
      stream.onmessage = told;
    }
  }

  if (placeKept()) addEventListener("load", goToPlaceKept, { once: true });
  document.addEventListener("visibilitychange", attend);
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  attend();
})();

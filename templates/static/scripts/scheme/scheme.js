// The colours that a reader chose, light or dark, applied before a page is painted, so that nothing flashes.

/** Puts the choice where the style sheet looks: none where nothing was chosen, or nothing can be read (a browser may refuse). */
function applyScheme() {
  const page = document.documentElement.dataset;
  try {
    page.scheme = localStorage.getItem("verbale-scheme") || "";
  } catch {
    // What was chosen on this page holds.
    page.scheme ||= "";
  }
}

applyScheme();
// Chosen in another window, or on a page after this one that the reader now comes back from.
addEventListener("storage", applyScheme);
addEventListener("pageshow", (event) => event.persisted && applyScheme());

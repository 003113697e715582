// The colours that a reader chose, light or dark, applied before a page is painted, so that nothing flashes.

/** Puts the choice where the style sheet looks; what cannot be read (a browser may refuse) leaves a page as it is. */
function applyScheme() {
  try {
    document.documentElement.dataset.scheme = localStorage.getItem("verbale-scheme") || "";
  } catch {}
}

applyScheme();
// Chosen in another window, or on a page after this one that the reader now comes back from.
addEventListener("storage", applyScheme);
addEventListener("pageshow", (event) => event.persisted && applyScheme());

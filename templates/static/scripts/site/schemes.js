// A reader's choice of light or dark at the foot of each page, kept for all pages; `scheme/` applies it.

const root = document.documentElement;

/**
 * The choice as a list, which shows what holds now.
 * @returns {HTMLSelectElement}
 */
function schemes() {
  const list = document.createElement("select");
  list.autocomplete = "off";
  for (const [value, label] of [["", "as the system"], ["light", "light"], ["dark", "dark"]])
    list.append(new Option(label, value));
  const show = () => (list.value = root.dataset.scheme || "");
  show();
  addEventListener("storage", show);
  addEventListener("pageshow", show);
  return list;
}

/** @param {Event} event */
function choose({ target }) {
  root.dataset.scheme = target.value;
  try {
    localStorage.setItem("verbale-scheme", target.value);
  } catch {
    // It cannot be kept, and holds for this page alone.
  }
}

const foot = document.querySelector(".foot");
if (foot) {
  const label = document.createElement("label");
  label.append("Colours ", schemes());
  label.onchange = choose;
  foot.append(label);
}

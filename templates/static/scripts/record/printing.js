// On paper a record ends with notes: of each sentence, by its number, who speaks in it, why, and where it stands.

/** The notes of the sentences that are shown, made of their reasons; none where the reasons are printed anyway. */
function notesOf() {
  const shown = [...document.querySelectorAll(".doc .s")].filter((one) => one.getClientRects().length);
  if (!shown.length || document.querySelector("#all_reasons:checked")) return null;
  const list = element("ol", {}, ...shown.map((sentence) => {
    const reason = find(sentence, ".app").cloneNode(true);
    each(reason, ".x,.take", (one) => one.remove());
    each(reason, "br", (one) => one.replaceWith(" "));
    return element("li", { value: find(sentence, ".n").textContent }, ...reason.childNodes);
  }));
  const heading = element("div", { class: "row sec" }, element("h2", {}, "Notes"));
  return element("section", { class: "notes" }, heading, list);
}

let notes = null;
addEventListener("beforeprint", () => {
  notes = notesOf();
  if (notes) find(document, "main").append(notes);
});
addEventListener("afterprint", () => notes?.remove());

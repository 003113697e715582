// What a reader takes away of a sentence or an agreed point: its address, its words with their reference, a reference in a style.
// All of it is made of what the page says already; the readout is quoted, and nobody as its speaker whom it does not quote.

const references = find(document, ".refs");
const cited = element("dialog", { "aria-labelledby": "cited_h" });

/**
 * The address of a sentence, or of the page; one opened from disk has an address that nobody else could use, given only if `own`.
 * @param {Element | null} [sentence]
 * @param {boolean} [own]
 */
function addressOf(sentence, own) {
  const canonical = find(document, "link[rel=canonical]");
  const page = canonical ? canonical.href : own || location.protocol != "file:" ? location.href.split("#")[0] : "";
  return page && sentence ? page + "#" + sentence.id : page;
}

/**
 * The words of an element without marks, buttons and line ends.
 * @param {Element} part
 */
function wordsOf(part) {
  const copy = part.cloneNode(true);
  each(copy, "sup,button", (one) => one.remove());
  return copy.textContent.replace(/\s*\n\s*/g, " ").trim();
}

/**
 * A button that takes something away; it tells by its own words what came of it.
 * @param {string} what
 * @param {string} label
 */
function taker(what, label) {
  return element("button", { type: "button", "data-take": what, "aria-live": "polite" }, label);
}

/**
 * A button that takes away the reference beside it; which one that is stands in its name, for whoever does not see it.
 * @param {string} style
 */
function copier(style) {
  const button = taker("near", "Copy");
  button.append(element("span", { class: "vh" }, ` ${style}`));
  return button;
}

// What stands between quotation marks of its own from beginning to end, as `wording.py` has it.
const WHOLE = /^(?:“[^“”]*”|„[^“-„]*[“”]|«[^«»]*»|»[^«»]*«|"[^"]*")[.,!?…]?$/;

/**
 * Puts a sentence's words between the marks that the page has: none where they have their own, others where they hold such.
 * @param {Element} place
 * @param {string} words
 */
function quote(place, words) {
  const quoted = place.parentElement;
  const before = quoted.previousSibling;
  const after = quoted.nextSibling;
  const first = before.data + after.data.split(",")[0];
  const within = [...first, '"'].some((mark) => mark.trim() && words.includes(mark));
  const [opening, closing] = WHOLE.test(words) ? ["", ""] : within ? quoted.dataset.within : [before.data, ""];
  place.replaceWith(words);
  if (opening === before.data) return;
  after.data = closing + after.data.slice(after.data.indexOf(","));
  before.data = opening;
}

/**
 * Who reports a sentence, and of whom; `reported` says the first, as the page has it.
 * @param {Element} sentence
 * @param {string} reported
 */
function reporter(sentence, reported) {
  const turn = sentence.closest(".turn");
  const name = find(sentence, ".app b");
  // What follows the name, up to the colon, are others who speak in the sentence, or the sides.
  const who = (turn.matches(".v-j") ? "the sides together" : name.textContent) + name.nextSibling.data.split(":")[0];
  if (turn.matches(".v-n")) return reported;
  if (turn.matches(".v-u")) return reported + " (speaker unknown)";
  if (find(sentence, ".q")) return who + " " + reported.replace("reported", "quoted");
  return reported + " (speaker: " + who + ")";
}

/**
 * The references of the page, made those of one of its sentences.
 * @param {Element} sentence
 */
function referencesOf(sentence) {
  const all = references.cloneNode(true);
  const words = wordsOf(find(sentence, ".w"));
  each(all, ".loc", (one) => one.append("#" + sentence.id));
  each(all, ".at", (one) => one.replaceWith(sentence.id));
  each(all, ".w", (one) => quote(one, words));
  each(all, ".by", (one) => one.replaceWith(reporter(sentence, one.textContent)));
  return completed(all, sentence);
}

/**
 * References with the address of what they are about, and with a button where they are whole.
 * @param {Element} all
 * @param {Element} [sentence]
 */
function completed(all, sentence) {
  const address = addressOf(sentence);
  each(all, ".u", (one) => one.replaceChildren(address && one.dataset.sep + address));
  each(all, "dd", (one) => find(one, "button,.w") || one.append(copier(one.previousElementSibling.textContent)));
  return all;
}

/**
 * Shows the references of a sentence.
 * @param {Element} sentence
 */
function showReferences(sentence) {
  const words = wordsOf(find(sentence, ".w"));
  const heading = element("h2", { id: "cited_h" }, "Cite sentence " + find(sentence, ".n").textContent);
  const foot = element("form", { method: "dialog", class: "take" }, element("button", {}, "Close"));
  const source = find(document, "#at_publisher");
  if (source) foot.append(element("a", { rel: "external", href: textOn(source.href, words) }, "The sentence at its publisher"));
  cited.replaceChildren(heading, element("p", { class: "src w" }, words), referencesOf(sentence), foot);
  document.body.append(cited);
  cited.showModal();
}

/**
 * The address of a text on a page that is elsewhere, as `citing.at_publisher` has it.
 * @param {string} url
 * @param {string} words
 */
function textOn(url, words) {
  const all = words.split(/\s+/);
  const ends = all.length > 10 ? [all.slice(0, 5), all.slice(-5)] : [all];
  const encoded = ends.map((part) => encodeURIComponent(part.join(" ")).replace(/-/g, "%2D"));
  return url + (url.includes("#") ? "" : "#") + ":~:text=" + encoded;
}

/**
 * Offers, below its reason, what can be taken away of a sentence.
 * @param {Element} sentence
 */
function offer(sentence) {
  const buttons = [taker("link", "Copy link"), taker("words", "Copy quotation"), taker("cite", "Cite")];
  const group = { class: "r take", role: "group", "aria-label": find(sentence, ".n").getAttribute("aria-label") };
  find(sentence, ".app").append(element("span", group, ...buttons));
}

const labels = new WeakMap();

/**
 * Copies a text for a button, which says so for a while.
 * @param {HTMLElement} button
 * @param {string} words
 */
async function take(button, words) {
  // One that still says so has its own label kept.
  const label = labels.get(button) || [...button.childNodes];
  labels.set(button, label);
  button.textContent = (await copyText(words, button)) ? "Copied" : "Could not be copied";
  setTimeout(() => button.replaceChildren(...label), 2000);
}

document.addEventListener("click", ({ target }) => {
  if (target === cited) cited.close();
  const button = target.closest("[data-take]");
  if (!button) return;
  const what = button.dataset.take;
  const sentence = button.closest(".s");
  if (what == "near") take(button, wordsOf(button.parentElement));
  else if (what == "link") take(button, addressOf(sentence, true));
  else if (what == "cite") showReferences(sentence);
  else take(button, wordsOf(find(referencesOf(sentence), ".quote")));
});
if (references) {
  completed(references).after(element("p", { class: "take" }, taker("link", "Copy link")));
  each(document, ".s", offer);
}

// A record by keyboard: with the focus on a sentence's number, n and p lead to the next and previous one of its speaker.

const KEYS = "With the focus on a number, n and p lead to the next and the previous sentence of the same speaker.";

/**
 * Who speaks in a sentence, by the name beside it.
 * @param {Element} sentence
 */
const speaker = (sentence) => sentence.closest(".turn").querySelector(".who-l b").textContent;

/** @param {KeyboardEvent} event */
function step(event) {
  const from = event.target instanceof Element && event.target.closest(".doc .s");
  const way = { n: 1, p: -1 }[event.key];
  if (!from || !way || event.ctrlKey || event.altKey || event.metaKey) return;
  const shown = [...document.querySelectorAll(".doc .s")].filter((one) => one.getClientRects().length);
  const same = shown.filter((one) => speaker(one) === speaker(from));
  const to = same[same.indexOf(from) + way];
  if (!to) return;
  event.preventDefault();
  location.hash = to.id;
  to.querySelector(".n").focus();
}

const hint = document.querySelector(".doc .hint");
if (hint) {
  hint.title = KEYS;
  document.addEventListener("keydown", step);
}

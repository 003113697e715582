// The page: what is asked stands in the address, and what is found is put below it as text, never as HTML.

const PAGE = 10;
const FACETS = ["speaker", "theme", "year", "act"];
const $ = id => document.getElementById("search_" + id);
const form = $("form"), box = form.elements.q, status = $("status"), list = $("hits"), more = $("more"), further = $("further"), narrow = $("narrow");
const WORDS = status.dataset, TITLE = document.title;
let run = 0, shown = 0, found, parts, names;
// What the results are narrowed down to, by facet.
/** @type {any} */
let kept;

const make = (parent, name, text, properties) => {
  const made = Object.assign(document.createElement(name), {textContent: text}, properties);
  parent.append(made);
  return made;
};
const copy = id => $(id).content.firstElementChild.cloneNode(true);
const many = number => number.toLocaleString(document.documentElement.lang);
const isMarked = text => words(text).some(word => parts.some(part => part.words.some((_, at) => fits(part, at, word))));

// A text with the words that were asked for marked; of a long one, what is around the first of them.
const mark = (parent, text) => {
  const all = [...text.matchAll(WRITTEN)].filter(one => isMarked(one[0]));
  let start = 0, end = text.length;
  if (end > 450) {
    if (all[0]?.index > 200) start = text.lastIndexOf(" ", all[0].index - 100) + 1;
    end = text.lastIndexOf(" ", start + 450);
  }
  parent.replaceChildren(start ? "… " : "");
  for (const {0: one, index} of all) if (index >= start && index < end) {
    parent.append(text.slice(start, index));
    make(parent, "mark", one);
    start = index + one.length;
  }
  parent.append(text.slice(start, end), end < text.length ? " …" : "");
};

const address = changes => {
  const given = Object.entries({q: box.value.trim(), ...kept, ...changes}).filter(one => one[1]);
  return "search.html" + (given[0] ? "?" + new URLSearchParams(given) : "");
};
const label = (facet, value) => names.find(one => one[0] === facet && one[1] === value)?.[2] || value;

const showNames = () => {
  $("chosen").replaceChildren();
  $("names").replaceChildren();
  const chosen = FACETS.filter(facet => kept[facet]);
  for (const facet of chosen) {
    const name = label(facet, kept[facet]);
    make($("chosen"), "a", name + " ×", {href: address({[facet]: ""}), ariaLabel: `${WORDS.without} ${name}`});
  }
  if (parts[0] && !chosen[0]) for (const [kind, id, name, text] of names) {
    const all = words(name + " " + text);
    if (/^(narrator|unknown)$/.test(id) || !parts.every(part => part.words.every((_, at) => all.some(word => fits(part, at, word))))) continue;
    const entry = make($("names"), "li");
    mark(make(entry, "a", "", {href: (kind === "page" ? "" : kind + "s/") + id + ".html"}), name);
    make(entry, "span", " " + WORDS[kind], {className: "num"});
  }
};

const showRecord = about => {
  const group = copy("a_record"), [date, title, house] = group.querySelectorAll(".m, a, .sub");
  group.dataset.key = about.key;
  mark(date, about.date);
  title.href = `records/${about.id}.html`;
  title.lang = about.language;
  mark(title, about.title);
  house.textContent = about.publisher ? WORDS.according + about.publisher : WORDS.nobody;
  list.append(group);
};

const showHit = (about, {id, number, speaker, speech, act, text, label}) => {
  const [name, css] = about.voices[speaker] || [speaker, ""];
  const entry = copy("a_hit"), [who, how, link, said] = entry.querySelectorAll("b, .how, .n, .w");
  entry.className += " " + css;
  who.textContent = name;
  how.textContent = act ? `${WORDS.point}: ${act}` : WORDS["speech" + speech];
  said.href = link.href = `records/${about.id}.html#${id}`;
  link.textContent = number;
  link.ariaLabel += number;
  said.lang = about.language;
  mark(said, text);
  if (act && !isMarked(text)) mark(make(entry, "p", "", {className: "side"}), label);
  list.lastElementChild.append(entry);
};

const showMore = async (most = PAGE) => {
  const mine = run;
  const wanted = found.hits.flatMap(hit => hit.items.map(item => [hit, item])).slice(shown, shown + most);
  const all = await Promise.all(wanted.map(([hit]) => record(hit)));
  if (mine !== run) return;
  shown += wanted.length;
  all.forEach((about, at) => {
    if (list.lastElementChild?.dataset.key !== about.key) showRecord(about);
    if (wanted[at][1]) showHit(about, about.at(wanted[at][1]));
  });
  more.hidden = shown >= found.total;
};

const narrowDown = async () => {
  const mine = run, page = {found, names, kept, facets: FACETS, words: WORDS, most: MOST, isCurrent: () => mine === run, load, $, make, address, label, many};
  (await load("narrow", "static"))(page);
};

// `before` is what the page showed when it was left: how many results, and how far down.
const start = async (before = {}) => {
  const mine = ++run;
  const given = new URLSearchParams(location.search);
  kept = {};
  for (const facet of FACETS) form.elements[facet].value = kept[facet] = given.get(facet) || "";
  parts = parse(box.value);
  // What was asked names the page, in history and on paper.
  const asked = box.value.trim();
  document.title = (asked && asked + " · ") + TITLE;
  try {
    const [leaves, ones, common] = await load("index");
    names = ones;
    let old = true;
    await search(leaves, common, parts, kept, (result, whole, go, since) => {
      if (mine !== run) return false;
      found = result;
      const {total} = found;
      further.hidden = !go;
      further.onclick = go;
      if (old && (whole || total >= (before.shown || PAGE))) {
        old = false;
        shown = 0;
        if (list.contains(document.activeElement)) box.focus();
        list.replaceChildren();
        showNames();
        showMore(before.shown || PAGE).then(() => before.top && mine === run && scrollTo({top: before.top, behavior: "instant"}));
      }
      if (whole) {
        status.textContent = total > MOST ? WORDS.most : total > 1 ? many(total) + WORDS.many : total ? WORDS.one : address() === "search.html" ? "" : parts[0] || kept.speaker || kept.theme || kept.act ? WORDS.none : WORDS.words;
        if (go) status.append(WORDS.since + since);
        narrow.hidden = !total;
        more.hidden = shown >= total;
        if (narrow.open) narrowDown();
      }
      return true;
    });
  } catch {
    if (mine === run) status.textContent = WORDS.broken;
  }
};

// Whoever comes back finds as many results as there were, at the same place.
const keep = () => history.replaceState({shown, top: scrollY}, "");
const go = (url, change = "replaceState") => {
  if (change === "pushState") keep();
  history[change](null, "", url);
  start();
};
const fromAddress = () => {
  box.value = new URLSearchParams(location.search).get("q");
  start(history.state || {});
};
let timer;
box.oninput = () => {
  clearTimeout(timer);
  timer = setTimeout(() => go(address()), 80);
};
form.onsubmit = event => {
  event.preventDefault();
  go(address());
};
window.onpopstate = fromAddress;
$("page").onclick = event => {
  if (event.target.closest("a")) keep();
  const link = event.target.closest("#search_chosen a, #search_narrow a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href, "pushState");
  box.focus();
};
more.onclick = async () => {
  const next = shown;
  await showMore();
  keep();
  list.querySelectorAll(".w")[next]?.focus();
};
narrow.ontoggle = () => narrow.open && found && narrowDown();
document.onkeydown = event => {
  const all = [box, ...list.querySelectorAll(".w")], at = all.indexOf(document.activeElement);
  const next = event.key === "Escape" ? at && box : all[at + {ArrowDown: 1, ArrowUp: -1}[event.key]];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
};
fromAddress();

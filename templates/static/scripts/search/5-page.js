// The page: what is asked stands in the address, and what is found is put below it as text, never as HTML.

const PAGE = 10;
const FACETS = ["speaker", "theme", "year", "act"];
const ASIDE = ["narrator", "unknown"];
const $ = id => document.getElementById("search_" + id);
const copy = id => $(id).content.firstElementChild.cloneNode(true);
const form = $("form"), box = form.elements.q, status = $("status"), list = $("hits");
const WORDS = status.dataset;
const many = number => number.toLocaleString(document.documentElement.lang);
let run = 0, shown = 0, found, parts, names, kept = {};

const make = (parent, name, text, properties) => {
  const made = Object.assign(document.createElement(name), {textContent: text}, properties);
  parent.append(made);
  return made;
};

const isMarked = one => words(one).some(word => parts.some(part => part.words.some((_, at) => fits(part, at, word))));

// A text with the words that were asked for marked; of a long one, what is around the first of them.
const mark = (parent, text, most = 420) => {
  const all = [...text.matchAll(WRITTEN)].filter(one => isMarked(one[0]));
  let start = 0, end = text.length;
  if (end > most) {
    const first = all[0]?.index ?? 0;
    start = first > most / 2 ? text.lastIndexOf(" ", first - most / 3) + 1 : 0;
    end = text.indexOf(" ", start + most);
    if (end < 0) end = text.length;
  }
  parent.append(start ? "… " : "");
  for (const {0: one, index} of all) if (index >= start && index < end) {
    parent.append(text.slice(start, index));
    make(parent, "mark", one);
    start = index + one.length;
  }
  parent.append(text.slice(start, end), end < text.length ? " …" : "");
};

const address = changes => {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries({q: box.value.trim(), ...kept, ...changes})) if (value) given.set(key, value);
  return "search.html" + (given.size ? "?" + given : "");
};

const label = (facet, value) => names.find(([kind, id]) => kind === facet && id === value)?.[2] || value;

const showChosen = () => {
  $("chosen").replaceChildren();
  for (const facet of FACETS) if (kept[facet])
    make($("chosen"), "a", label(facet, kept[facet]) + " ×", {href: address({[facet]: ""}), ariaLabel: `${WORDS.without} ${label(facet, kept[facet])}`});
};

const showNames = () => {
  $("names").replaceChildren();
  if (!parts.length || FACETS.some(facet => kept[facet])) return;
  for (const [kind, id, name, text] of names) {
    const all = words(name + " " + text);
    if (ASIDE.includes(id) || !parts.every(part => part.words.every((_, at) => all.some(word => fits(part, at, word))))) continue;
    const entry = make($("names"), "li", "");
    mark(make(entry, "a", "", {href: (kind === "page" ? "" : kind + "s/") + id + ".html"}), name);
    make(entry, "span", " " + WORDS[kind], {className: "num"});
  }
};

const showMore = async () => {
  const mine = run, wanted = shown + PAGE;
  let at = 0;
  for (const hit of found.hits) {
    for (const item of hit.items) {
      if (at++ < shown) continue;
      const about = await record(hit.key);
      if (mine !== run) return;
      let group = list.lastElementChild;
      if (group?.dataset.key !== hit.key) {
        group = copy("a_record");
        group.dataset.key = hit.key;
        const [date, title, house] = group.querySelectorAll(".m, a, .sub");
        date.textContent = about.date;
        title.href = `records/${about.id}.html`;
        title.lang = about.language;
        mark(title, about.title);
        house.textContent = about.publisher ? WORDS.according.replace("%", about.publisher) : WORDS.nobody;
        list.append(group);
      }
      shown++;
      const one = about.at(item);
      if (one.id) {
        const [name, css] = about.voices[one.speaker] || [one.speaker, ""];
        const entry = copy("a_hit"), [who, how, link, text] = entry.querySelectorAll("b, .how, .n, .w");
        entry.className += " " + css;
        who.textContent = name;
        how.textContent = one.act ? `${WORDS.point}: ${one.act}` : WORDS["speech" + one.speech];
        for (const lead of [link, text]) lead.href = `records/${about.id}.html#${one.id}`;
        link.textContent = one.number;
        text.lang = about.language;
        mark(text, one.text);
        if (one.act && one.label && !isMarked(one.text)) mark(make(entry, "p", "", {className: "side"}), one.label);
        group.append(entry);
      }
      if (shown === wanted) break;
    }
    if (shown === wanted) break;
  }
  $("more").hidden = shown >= found.total;
};

const showFacets = async () => {
  const mine = run, above = {};
  for (const [kind, id, , , broader] of names) if (kind === "theme") above[id] = broader;
  const counts = await count(found.hits, WORDS.acts.split("|"), above);
  if (mine !== run) return;
  $("of").hidden = found.total <= MOST;
  for (const facet of FACETS) {
    const place = $("by_" + facet);
    place.replaceChildren();
    const order = facet === "year" ? (a, b) => b[0] - a[0] : (a, b) => b[1] - a[1];
    const rows = Object.entries(counts[facet]).sort(order);
    for (const [at, [value, number]] of rows.entries()) {
      const entry = make(place, "li", "", {hidden: at >= PAGE});
      const link = make(entry, "a", label(facet, value) + " ", {href: address({[facet]: value === kept[facet] ? "" : value})});
      if (value === kept[facet]) link.ariaCurrent = "true";
      make(link, "span", many(number), {className: "num"});
    }
    if (rows.length > PAGE) make(place, "button", WORDS.all.replace("%", rows.length), {onclick: event => {
      for (const one of place.children) one.hidden = false;
      event.target.remove();
      place.children[PAGE].firstChild.focus();
    }});
    place.parentNode.hidden = !rows.length;
  }
};

const start = async () => {
  const mine = ++run;
  const given = new URLSearchParams(location.search);
  kept = Object.fromEntries(FACETS.map(facet => [facet, given.get(facet) || ""]));
  for (const facet of FACETS) form.elements[facet].value = kept[facet];
  parts = parse(box.value);
  try {
    const [leaves, ones] = await load("index");
    if (mine !== run) return;
    names = ones;
    showChosen();
    let old = true;
    await search(leaves, parts, kept, (result, whole) => {
      if (mine !== run) return false;
      found = result;
      if (old && (whole || result.total >= PAGE)) {
        old = false;
        shown = 0;
        list.replaceChildren();
        showNames();
        showMore();
      }
      if (whole) {
        const asked = parts.length || FACETS.some(facet => kept[facet]);
        status.textContent = !asked ? "" : result.total > MOST ? WORDS.most : result.total === 1 ? WORDS.one : result.total ? WORDS.many.replace("%", many(result.total)) : WORDS.none;
        $("more").hidden = shown >= result.total;
        $("narrow").hidden = !result.total;
        if ($("narrow").open) showFacets();
      }
      return true;
    });
  } catch (error) {
    if (mine === run) status.textContent = WORDS.broken;
    throw error;
  }
};

const go = (url, push) => {
  history[push ? "pushState" : "replaceState"](null, "", url);
  start();
};
const fromAddress = () => {
  box.value = new URLSearchParams(location.search).get("q") || "";
  start();
};

let timer;
box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => go(address()), 80);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  go(address());
});
window.addEventListener("popstate", fromAddress);
$("found").addEventListener("click", event => {
  const link = event.target.closest("#search_chosen a, #search_narrow a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href, true);
  box.focus();
});
$("more").addEventListener("click", async () => {
  const next = shown;
  await showMore();
  list.querySelectorAll(".w")[next]?.focus();
});
$("narrow").addEventListener("toggle", () => $("narrow").open && found && showFacets());
document.addEventListener("keydown", event => {
  const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const all = [box, ...list.querySelectorAll(".w")], at = all.indexOf(document.activeElement);
  if (event.key === "Escape" && at > 0) box.focus();
  if (!step || at < 0 || !all[at + step]) return;
  event.preventDefault();
  all[at + step].focus();
});
$("page").hidden = false;
fromAddress();

// All that fits what was asked, newest first.

const MOST = 2000;
// The first or last year of a leaf, by the days that its bits stand for.
const yearOf = (leaf, bit) => Math.floor(parseInt(leaf.padEnd(21, bit).slice(0, 21), 2) / 372);

const inLeaf = async (leaf, terms, year) => {
  const [first, ...others] = await Promise.all(terms.map(([term, open]) => lookUp(leaf, term, open)));
  const known = year && await facts(leaf, "");
  const hits = [];
  for (const [key, found] of first) {
    const items = [...found].filter(item => others.every(other => other.get(key)?.has(item)));
    if (items.length && (!year || known.get(key)().year === year)) hits.push({leaf, key, items: items.sort((a, b) => a - b)});
  }
  return hits.reverse();
};

// `tell` is called with what is there so far and whether that is all; it says whether to go on.
const search = async (leaves, parts, {speaker, theme, year, act}, tell) => {
  const terms = parts.flatMap(part => part.words.map((word, at) => [word, isOpen(part, at)]));
  for (const [sign, value] of [["@", speaker], ["#", theme], ["=", act]]) if (value) terms.push([sign + value]);
  const phrases = parts.filter(part => part.words[1]);
  const asked = leaves.filter(leaf => !year || (+year ? yearOf(leaf, 0) <= year && year <= yearOf(leaf, 1) : !yearOf(leaf, 0)));
  const result = {hits: [], total: 0};
  // Each wave reads twice as many leaves as the one before, so that what is newest is there soon.
  for (let at = 0, wave = 1; terms.length && at < asked.length && result.total <= MOST; at += wave, wave *= 2) {
    for (const hit of (await Promise.all(asked.slice(at, at + wave).map(leaf => inLeaf(leaf, terms, year)))).flat()) {
      if (result.total > MOST) break;
      if (phrases.length) {
        const about = await record(hit.key);
        hit.items = hit.items.filter(item => {
          const {text, label} = about.at(item);
          return phrases.every(part => follows(part, text) || follows(part, label));
        });
        if (result.hits.length % 20 === 10 && !tell(result)) return;
      }
      // A point whose sentence is a hit too is no hit of its own, unless points are what is asked for.
      const all = hit.items;
      hit.points = all.filter(item => item % POINT);
      hit.items = act ? hit.points : all.filter(item => item % POINT === 0 || !all.includes(item - item % POINT));
      if (hit.items.length) result.hits.push(hit);
      result.total += hit.items.length;
    }
    if (!tell(result)) return;
  }
  tell(result, true);
};

// How often each value stands in the hits; a theme counts for those above it too.
const count = async (hits, acts, above) => {
  /** @type {Record<string, Record<string, number>>} */
  const counts = {speaker: {}, theme: {}, year: {}, act: {}};
  const add = (kind, value) => value && (counts[kind][value] = (counts[kind][value] || 0) + 1);
  for (const {leaf, key, items, points} of hits) {
    const {year, items: known} = (await facts(leaf, acts)).get(key)();
    for (const item of items) {
      const all = new Set();
      for (let theme of known[item].themes) for (; theme && !all.has(theme); theme = above[theme]) all.add(theme);
      all.forEach(theme => add("theme", theme));
      add("speaker", known[item].speaker);
      add("year", year);
    }
    for (const item of points) add("act", known[item].act);
  }
  return counts;
};

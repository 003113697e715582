// All that fits what was asked, newest first.

const MOST = 2000;
// The first or last year of a leaf, by the days that its bits stand for.
const yearOf = (leaf, bit) => Math.floor(parseInt(leaf.padEnd(21, bit).slice(0, 21), 2) / 372);

const some = ([, items]) => items[0] !== undefined;
/** @param {(at: number, item: number) => boolean} [fits] */
const both = (hits, found, fits = () => true) => hits
.map(([at, items]) => [at, items.filter(item => found.get(at)?.has(item) && fits(at, item))]).filter(some);
// Few records are read themselves sooner than all that is known of more words.
const FEW = 3;
const read = async (leaf, hits, fits) => (await Promise.all(hits.map(async ([at, items]) => {
  const about = await record({leaf, at});
  return [at, items.filter(item => fits(about.at(item)))];
}))).filter(some);

// The hits in which the words of a phrase that are looked up stand where they must; the longest two come first.
const together = async (leaf, hits, {part, ats}, common) => {
  const starts = new Map();
  for (const some of [ats.slice(0, 2), ats.slice(2)]) {
    if (some[0] === undefined) break;
    if (hits.length <= Math.min(FEW, some.length)) return read(leaf, hits, ({text, label}) => follows(part, text) || follows(part, label));
    const all = await Promise.all(some.map(at => {
      const digit = side => !isOpen(part, side) && common[part.words[side]];
      return lookUp(leaf, [part.words[at], isOpen(part, at)], common, common[part.words[at]] || isOpen(part, at) ? [] : [digit(at - 1), digit(at + 1)]);
    }));
    all.forEach((found, one) => hits = both(hits, found, (at, item) => {
      const key = at + " " + item, before = starts.get(key);
      const here = [...found.get(at).get(item)].map(word => word - some[one]).filter(start => before?.includes(start) ?? true);
      starts.set(key, here);
      return here[0] !== undefined;
    }));
  }
  return hits;
};

const inLeaf = async (leaf, {terms, words: asked, phrases}, common, year) => {
  let hits, at = 0;
  const ones = [...terms, ...asked];
  for (let most = Math.max(2, terms.length + 1); at < ones.length; most = at * 2) {
    const next = ones.slice(at, most);
    // Terms that are no words cannot be read in records; they come first.
    if (hits && at >= terms.length && hits.length <= Math.min(FEW, ones.length - at)) {
      const left = ones.slice(at);
      hits = await read(leaf, hits, ({text, label}) => {
        const all = words(text + " " + label);
        return left.every(([word, open]) => all.some(one => one === word || open && one.startsWith(word)));
      });
      break;
    }
    for (const found of await Promise.all(next.map(one => lookUp(leaf, one)))) hits = hits ? both(hits, found) : [...found].map(([at, items]) => [at, [...items.keys()]]);
    at += next.length;
    if (!hits[0]) return [];
  }
  if (year) {
    const known = await facts(leaf, "");
    hits = hits.filter(([at]) => known[at]().year === year);
  }
  for (const part of phrases) if (hits[0]) hits = await together(leaf, hits, part, common);
  return hits.map(([at, items]) => ({leaf, at, items: items.sort((a, b) => a - b)})).sort((a, b) => b.at - a.at);
};

// What to look up: terms and words in their order, the rarest first as far as that is known; and of phrases which words.
const plan = (parts, common, {speaker, theme, act}) => {
  const terms = [["@", speaker], ["#", theme], ["=", act]].filter(one => one[1]).map(one => one.join(""));
  const rarest = ([one], [other]) => +!!common[one] - +!!common[other] || other.length - one.length;
  const singles = new Map(), phrases = [];
  for (const part of parts) {
    const all = part.words;
    const isCommon = at => common[all[at]] && !isOpen(part, at);
    // What stands right before or after a common word tells of it; two common words together are a term.
    const tells = at => all[at] && !common[all[at]] && !isOpen(part, at);
    const ats = [...all.keys()].filter(at => !isCommon(at) || !tells(at - 1) && !tells(at + 1)).sort((a, b) => rarest([all[a]], [all[b]]));
    const pairs = [...all.keys()].filter(at => isCommon(at) && isCommon(at + 1)).map(at => `+${all[at]} ${all[at + 1]}`);
    terms.push(...pairs);
    if (all.length === 2 && pairs[0]) continue;
    for (const at of ats) singles.set(all[at] + isOpen(part, at), [all[at], isOpen(part, at)]);
    if (all[1]) phrases.push({part, ats});
  }
  return {terms: terms.map(term => [term]), words: [...singles.values()].sort(rarest), phrases};
};

const search = async (leaves, commons, parts, kept, tell) => {
  const common = {__proto__: null};
  commons.forEach((word, at) => common[word] = DIGITS[at + 1]);
  const {year, act} = kept, planned = plan(parts, common, kept);
  const asked = leaves.filter(leaf => !year || (+year ? yearOf(leaf, 0) <= year && year <= yearOf(leaf, 1) : !yearOf(leaf, 0)));
  const result = {hits: [], total: 0};
  // Each wave reads twice as many leaves as the one before, so that what is newest is there soon.
  for (let at = 0, wave = 1; (planned.terms[0] || planned.words[0]) && at < asked.length && result.total <= MOST; at += wave, wave *= 2) {
    for (const hit of (await Promise.all(asked.slice(at, at + wave).map(leaf => inLeaf(leaf, planned, common, year)))).flat()) {
      if (result.total > MOST) break;
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
  const counts = {speaker: {__proto__: null}, theme: {__proto__: null}, year: {__proto__: null}, act: {__proto__: null}};
  const add = (kind, value) => value && (counts[kind][value] = (counts[kind][value] || 0) + 1);
  for (const {leaf, at, items, points} of hits) {
    const {year, items: known} = (await facts(leaf, acts))[at]();
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

// All that fits what was asked, newest first.

const MOST = 2000;
// Letters that a question reads before it asks whether to go further back.
const ENOUGH = 280_000;
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
    const [, , rows] = await load(`n${leaf}/facts`);
    hits = hits.filter(([at]) => (rows[at].split("|")[0] || "undated") === year);
  }
  for (const phrase of phrases) if (hits[0]) {
    const together = await load("phrases", "static");
    hits = await together(leaf, hits, phrase, common, {few: FEW, both, fits, isOpen, lookUp, read, words});
  }
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

// Tells what is found so far: `tell(result, true)` when all is read, with a function to go on and the year come to when much is.
const search = async (leaves, commons, parts, kept, tell) => {
  const common = {__proto__: null};
  commons.forEach((word, at) => common[word] = DIGITS[at + 1]);
  const {year, act} = kept, planned = plan(parts, common, kept), number = +year || 0;
  const asked = leaves.filter(leaf => !year || yearOf(leaf, 0) <= number && number <= yearOf(leaf, 1));
  const result = {hits: [], total: 0};
  let begun = spent, since = 0;
  // Each wave reads twice as many leaves as the one before, so that what is newest is there soon, as long as that is not too much.
  for (let at = 0, wave = 1; (planned.terms[0] || planned.words[0]) && at < asked.length && result.total <= MOST;) {
    for (const hit of (await Promise.all(asked.slice(at, at + wave).map(leaf => inLeaf(leaf, planned, common, year)))).flat()) {
      if (result.total > MOST) break;
      // A point whose sentence is a hit too is no hit of its own, unless points are what is asked for.
      const all = hit.items;
      hit.points = all.filter(item => item % POINT);
      hit.items = act ? hit.points : all.filter(item => item % POINT === 0 || !all.includes(item - item % POINT));
      if (hit.items.length) result.hits.push(hit);
      result.total += hit.items.length;
    }
    at += wave;
    if (!tell(result)) return;
    // How many leaves more can be read, if they are as large as those before.
    const room = (ENOUGH / (spent - begun) - 1) * (at - since);
    wave = Math.floor(Math.min(wave * 2, room)) || 1;
    if (room < 1 && at < asked.length && result.total <= MOST) {
      await new Promise(go => tell(result, true, go, yearOf(asked[at - 1], 0)));
      begun = spent;
      since = at;
      wave = 1;
    }
  }
  tell(result, true);
};


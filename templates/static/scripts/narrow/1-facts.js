// What "Narrow down" counts on the page of search; read when a reader opens it.

const POINT = 1000;

// What is known of the record at a place of its leaf: its year, and by item who speaks, on what, by what act.
const factsOf = ([speakers, themes, rows], at, acts) => {
  const [year, heard, borne, cells] = rows[at].split("|");
  const named = (list, numbers) => numbers.split(" ").map(one => list[parseInt(one, 36)]);
  const voices = named(speakers, heard), on = named(themes, borne), items = {0: {themes: []}};
  let item = 0, speaker;
  for (const letter of cells) {
    const code = letter.charCodeAt(), first = [4096, 256, 97, 65, 48].find(one => code >= one);
    if (first === 65 || first > 256) items[item].themes.push(on[code - first]);
    else {
      if (first > 48) {
        speaker = voices[code - first];
        item -= item % POINT - POINT;
      } else item++;
      items[item] = {speaker, themes: [], act: acts[first > 48 ? -1 : code - first]};
    }
  }
  return {year: year || "undated", items};
};

// How often each value stands in the hits; a theme counts for those above it too.
const count = async (hits, acts, above, load) => {
  /** @type {Record<string, Record<string, number>>} */
  const counts = {speaker: {__proto__: null}, theme: {__proto__: null}, year: {__proto__: null}, act: {__proto__: null}};
  const add = (kind, value) => value && (counts[kind][value] = (counts[kind][value] || 0) + 1);
  for (const {leaf, at, items, points} of hits) {
    const {year, items: known} = factsOf(await load(`n${leaf}/facts`), at, acts);
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

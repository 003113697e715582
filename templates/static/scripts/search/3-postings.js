// Where words stand: by a record's place in its leaf a set of items; an item is a statement's number times POINT, and for an agreed point its place in it more.

const POINT = 1000;
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_", VALUE = {};
[...DIGITS].forEach((digit, value) => VALUE[digit] = value);

// The sign before a record's postings: how many records it is from the one before, or `~` and its place in the leaf.
const STEPS = " #$%&'()*+,/:;<=>?@[]^{|}", POSTING = /[^-\w!.][-\w!.]*/g;
const itemsOf = text => {
  const found = [];
  let at = text[0] === "~" ? 3 : 1, last = 0;
  const number = () => {
    const value = VALUE[text[at++]];
    return value < 32 ? value : value - 32 + number() * 32;
  };
  if (text[at] === "!") for (; VALUE[text[++at]] >= 0; last += 6)
    for (let bit = 0; bit < 6; bit++) if (VALUE[text[at]] >> bit & 1) found.push((last + bit) * POINT);
  while (VALUE[text[at]] >= 0) found.push((last += number()) * POINT);
  for (at++, last = 0; at < text.length;) found.push((last += number()) * POINT + number());
  return found;
};
const put = (map, key, made) => map.get(key) || map.set(key, made).get(key);

// A term's postings in a leaf, by record a map from items to sets: of where the word stands in each, as `placed` reads it, if given.
/** @param {(stand: string, one: string) => (here: Set<number>) => void} [placed] */
const lookUp = async (leaf, [term, open], placed) => {
  const found = new Map();
  const holds = shard => shard === term + "$" || term.startsWith(shard) || open && shard.startsWith(term);
  const fits = one => one === term || open && one.startsWith(term);
  const file = (kind, shard) => load(`n${leaf}/${kind}-` + shard.replace(/[^a-z0-9]/gu, odd => `_${odd.codePointAt().toString(16)}_`));
  await Promise.all((await load(`n${leaf}/shards`)).split(",").filter(holds).map(async shard => {
    const all = await file("w", shard), ones = Object.keys(all).filter(fits);
    const stand = placed && ones[0] && await file("p", shard);
    for (const one of ones) {
      const next = placed?.(stand[one], one);
      let record = -1;
      for (const [posting] of all[one].matchAll(POSTING)) {
        record = posting[0] === "~" ? VALUE[posting[1]] * 64 + VALUE[posting[2]] : record + STEPS.indexOf(posting[0]) + 1;
        const items = put(found, record, new Map());
        for (const item of itemsOf(posting)) {
          const here = put(items, item, new Set());
          next?.(here);
        }
      }
    }
  }));
  return found;
};

const record = async ({leaf, at: place}) => {
  const key = (await load(`n${leaf}/keys`)).substr(place * 7, 7);
  const number = [...key].reduce((value, digit) => value * 64 + VALUE[digit], 0);
  const [id, title, date, publisher, language, voices, statements, points, days = date] = await load("records/" + number.toString(16).padStart(11, 0));
  const at = item => {
    const number = Math.floor(item / POINT);
    if (!number) return {text: title, label: days};
    const [id, speaker, speech, text] = statements[number - 1];
    const [, point, act, label, said] = points.filter(one => one[0] === number)[item % POINT - 1] || [];
    return point ? {id: point, number, speaker, act, label, text: said} : {id, number, speaker, speech, text, label: ""};
  };
  return {key, id, title, date, publisher, language, voices, at};
};

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

// A term's postings in a leaf, or with `beside` where the word stands in each item: by record a map from items to sets.
// Places count where the common words right before and after are those of `beside`, as far as these are given.
const lookUp = async (leaf, [term, open], common, beside) => {
  const found = new Map();
  const holds = shard => shard === term + "$" || term.startsWith(shard) || open && shard.startsWith(term);
  const fits = one => one === term || open && one.startsWith(term);
  const file = (kind, shard) => load(`n${leaf}/${kind}-` + shard.replace(/[^a-z0-9]/gu, odd => `_${odd.codePointAt().toString(16)}_`));
  await Promise.all((await load(`n${leaf}/shards`)).split(",").filter(holds).map(async shard => {
    const all = await file("w", shard), ones = Object.keys(all).filter(fits);
    const stand = beside && ones[0] && await file("p", shard);
    for (const one of ones) {
      let at = 0, record = -1;
      for (const [posting] of all[one].matchAll(POSTING)) {
        record = posting[0] === "~" ? VALUE[posting[1]] * 64 + VALUE[posting[2]] : record + STEPS.indexOf(posting[0]) + 1;
        const items = put(found, record, new Map());
        for (const item of itemsOf(posting)) {
          const here = put(items, item, new Set());
          for (let word = 0, more = beside; more;) {
            const around = common[one] ? "" : stand[one][at] === "_" ? stand[one][at++] : stand[one].slice(at, at += 2);
            for (; stand[one][at] === "-"; at++) word += 31;
            const value = VALUE[stand[one][at++]];
            word += value % 31;
            more = value > 30;
            if (beside.every((digit, side) => !digit || digit === around[side])) here.add(word);
          }
        }
      }
    }
  }));
  return found;
};

// What is known of a leaf's records, in order: a function to its year, and by item who speaks, on what, by what act.
const facts = async (leaf, acts) => {
  const [speakers, themes, rows] = await load(`n${leaf}/facts`);
  return rows.map(row => () => {
    const [year, heard, borne, cells] = row.split("|");
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
  });
};

const record = async ({leaf, at: place}) => {
  const key = (await load(`n${leaf}/keys`)).substr(place * 7, 7);
  const number = [...key].reduce((value, digit) => value * 64 + VALUE[digit], 0);
  const [id, title, date, publisher, language, voices, statements, points] = await load("records/" + number.toString(16).padStart(11, 0));
  const at = item => {
    const number = Math.floor(item / POINT);
    if (!number) return {text: title, label: ""};
    const [id, speaker, speech, text] = statements[number - 1];
    const [, point, act, label, said] = points.filter(one => one[0] === number)[item % POINT - 1] || [];
    return point ? {id: point, number, speaker, act, label, text: said} : {id, number, speaker, speech, text, label: ""};
  };
  return {key, id, title, date, publisher, language, voices, at};
};

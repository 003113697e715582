// Where words stand: by a record's key a set of items; an item is a statement's number times POINT, and for an agreed point its place in it more.

const POINT = 1000;
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUE = {};
[...DIGITS].forEach((digit, value) => VALUE[digit] = value);

const unpack = (text, found) => {
  let at = 7, last = 0;
  const number = () => {
    const value = VALUE[text[at++]];
    return value < 32 ? value : value - 32 + number() * 32;
  };
  if (text[at] === "!") {
    for (at++; at < text.length && text[at] !== "."; at++, last += 6)
      for (let bit = 0; bit < 6; bit++) if (VALUE[text[at]] >> bit & 1) found.add((last + bit) * POINT);
  } else while (at < text.length && text[at] !== ".") found.add((last += number()) * POINT);
  for (at++, last = 0; at < text.length;) found.add((last += number()) * POINT + number());
};

const lookUp = async (leaf, term, open) => {
  const found = new Map();
  const holds = shard => shard.endsWith("$") ? (open ? shard.startsWith(term) : shard === term + "$")
    : term.startsWith(shard) || open && shard.startsWith(term);
  const file = shard => load(`n${leaf}/w-` + shard.replace(/[^a-z0-9]/gu, odd => `_${odd.codePointAt().toString(16)}_`));
  for (const shard of await Promise.all((await load(`n${leaf}/shards`)).filter(holds).map(file)))
    for (const [one, postings] of Object.entries(shard))
      if (open ? one.startsWith(term) : one === term)
        for (const posting of postings.split(" ")) {
          const key = posting.slice(0, 7);
          if (!found.has(key)) found.set(key, new Set());
          unpack(posting, found.get(key));
        }
  return found;
};

// What is known of a leaf's records: by key a function to its year, and by item who speaks, on what, by what act.
const facts = async (leaf, acts) => {
  const [speakers, themes, rows] = await load(`n${leaf}/facts`);
  const read = row => {
    const [, year, heard, borne, cells] = row.split("|");
    const named = (list, numbers) => numbers.split(" ").map(one => list[parseInt(one, 36)]);
    const [voices, on] = [named(speakers, heard), named(themes, borne)];
    const all = {0: {themes: []}};
    let item = 0, speaker, one;
    for (const letter of cells) {
      const code = letter.charCodeAt();
      const number = code - [4096, 256, 97, 65, 48].find(first => code >= first);
      if (code < 65) all[++item] = one = {speaker, themes: [], act: acts[number]};
      else if (code < 97 || code > 4095) one.themes.push(on[number]);
      else {
        speaker = voices[number];
        item = (Math.floor(item / POINT) + 1) * POINT;
        all[item] = one = {speaker, themes: []};
      }
    }
    return {year: year || "undated", items: all};
  };
  return new Map(rows.map(row => [row.slice(0, 7), () => read(row)]));
};

const record = async key => {
  const number = [...key].reduce((value, digit) => value * 64 + VALUE[digit], 0).toString(16).padStart(11, 0);
  const [id, title, date, publisher, language, voices, statements, points] = await load("records/" + number);
  const at = item => {
    const number = Math.floor(item / POINT);
    if (!number) return {text: title, label: ""};
    const [id, speaker, speech, text] = statements[number - 1];
    if (item % POINT === 0) return {id, number, speaker, speech, text, label: ""};
    const [, point, act, label, said] = points.filter(one => one[0] === number)[item % POINT - 1];
    return {id: point, number, speaker, act, label, text: said};
  };
  return {id, title, date, publisher, language, voices, at};
};

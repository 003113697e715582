// Where words stand: by a record's key a set of items; an item is a statement's number times POINT, and for an agreed point its place in it more.

const POINT = 1000;
const VALUE = {};
[..."0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"].forEach((digit, value) => VALUE[digit] = value);

const unpack = (text, found) => {
  let at = 7, last = 0;
  const number = () => {
    const value = VALUE[text[at++]];
    return value < 32 ? value : value - 32 + number() * 32;
  };
  if (text[at] === "!") for (; VALUE[text[++at]] >= 0; last += 6)
    for (let bit = 0; bit < 6; bit++) if (VALUE[text[at]] >> bit & 1) found.add((last + bit) * POINT);
  while (VALUE[text[at]] >= 0) found.add((last += number()) * POINT);
  for (at++, last = 0; at < text.length;) found.add((last += number()) * POINT + number());
};

const lookUp = async (leaf, term, open) => {
  const found = new Map();
  const holds = shard => shard === term + "$" || term.startsWith(shard) || open && shard.startsWith(term);
  const file = shard => load(`n${leaf}/w-` + shard.replace(/[^a-z0-9]/gu, odd => `_${odd.codePointAt().toString(16)}_`));
  for (const shard of await Promise.all((await load(`n${leaf}/shards`)).filter(holds).map(file)))
    for (const one in shard) if (one === term || open && one.startsWith(term))
      for (const posting of shard[one].split(" ")) {
        const key = posting.slice(0, 7);
        if (!found.has(key)) found.set(key, new Set());
        unpack(posting, found.get(key));
      }
  return found;
};

// What is known of a leaf's records: by key a function to its year, and by item who speaks, on what, by what act.
const facts = async (leaf, acts) => {
  const [speakers, themes, rows] = await load(`n${leaf}/facts`);
  return new Map(rows.map(row => [row.slice(0, 7), () => {
    const [, year, heard, borne, cells] = row.split("|");
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
  }]));
};

const record = async key => {
  const number = [...key].reduce((value, digit) => value * 64 + VALUE[digit], 0);
  const [id, title, date, publisher, language, voices, statements, points] = await load("records/" + number.toString(16).padStart(11, 0));
  const at = item => {
    const number = Math.floor(item / POINT);
    if (!number) return {text: title, label: ""};
    const [id, speaker, speech, text] = statements[number - 1];
    const [, point, act, label, said] = points.filter(one => one[0] === number)[item % POINT - 1] || [];
    return point ? {id: point, number, speaker, act, label, text: said} : {id, number, speaker, speech, text, label: ""};
  };
  return {id, title, date, publisher, language, voices, at};
};

// Phrases for the page of search, read when the first one is asked for: words that must stand next to one another.

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUE = Object.fromEntries([...DIGITS].map((digit, value) => [digit, value]));

// The places of a word in one item after the other; those count where the common words right before and after are `beside`, as
// far as these are given.
const placed = (common, beside) => (stand, one) => {
  let at = 0;
  return here => {
    for (let word = 0, more = true; more;) {
      const around = common[one] ? "" : stand[at] === "_" ? stand[at++] : stand.slice(at, at += 2);
      for (; stand[at] === "-"; at++) word += 31;
      const value = VALUE[stand[at++]];
      word += value % 31;
      more = value > 30;
      if (beside.every((digit, side) => !digit || digit === around[side])) here.add(word);
    }
  };
};

// The hits in which the words of a phrase that are looked up stand where they must; the longest two come first. The last of
// what it is given are functions of the page.
const together = async (leaf, hits, {part, ats}, common, {few, both, fits, isOpen, lookUp, read, words}) => {
  const follows = text => {
    const all = words(text);
    return all.some((_, start) => part.words.every((_, at) => fits(part, at, all[start + at])));
  };
  const starts = new Map();
  for (const some of [ats.slice(0, 2), ats.slice(2)]) {
    if (some[0] === undefined) break;
    if (hits.length <= Math.min(few, some.length)) return read(leaf, hits, ({text, label}) => follows(text) || follows(label));
    const all = await Promise.all(some.map(at => {
      const digit = side => !isOpen(part, side) && common[part.words[side]];
      const beside = common[part.words[at]] || isOpen(part, at) ? [] : [digit(at - 1), digit(at + 1)];
      return lookUp(leaf, [part.words[at], isOpen(part, at)], placed(common, beside));
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

window.verbale.take("static/phrases.js", together);

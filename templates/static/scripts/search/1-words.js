// Words as they are compared (the same as catalog/words.py makes of them), and what a reader asked for.

const LETTERS = {ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th", ς: "σ"};
// Thai, Lao, Burmese, Khmer, kana, Han: written without spaces, so that each sign is taken for a word.
const UNSPACED = "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff]";
const word = marks => RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}${marks}])+`, "gu");
const FOLDED = word("");
const WRITTEN = word("\\p{M}");

const words = text => text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
.replace(/[^ -~]/g, one => LETTERS[one] || one).match(FOLDED) || [];

// Parts that must all be there, each of words that follow one another; the last word of an open part may go on.
const parse = asked => {
  const parts = [];
  for (const [, phrase, one] of asked.matchAll(/["“”„«]([^"“”„«»]*)["“”»]?|([^\s"“”„«»]+)/g)) {
    const found = words(phrase ?? one);
    if (found[0]) parts.push({words: found, quoted: !one, open: /\*$/.test(one)});
  }
  const last = parts.at(-1);
  // A word at the end may not have been written to its end yet.
  if (last && !last.quoted && last.words.at(-1).length > 2 && /[\p{L}\p{N}\p{M}]$/u.test(asked)) last.open = true;
  return parts;
};

const isOpen = (part, at) => part.open && at === part.words.length - 1;
const fits = (part, at, one) => one === part.words[at] || isOpen(part, at) && one?.startsWith(part.words[at]);

// The fonts are asked for as soon as their addresses are known, so that most pages are painted with them and nothing shifts;
// a link for preloading would do the same, but not for pages on disk.

for (const font of ["1em 'Verbale Serif'", "italic 1em 'Verbale Serif'", "1em 'Verbale Sans'"])
  document.fonts.load(font).catch(() => {});

// The lists of what one can narrow by, each with what it would leave.

const SHOWN = 10;

// Fills the lists for what was found; `page` has what the page of search lends: what is asked, and how it makes elements and links.
const showFacets = async ({found, names, kept, facets, words, most, isCurrent, load, $, make, address, label, many}) => {
  const above = {__proto__: null};
  for (const [kind, id, , , broader] of names) if (kind === "theme") above[id] = broader;
  const counts = await count(found.hits, words.acts.split("|"), above, load);
  if (!isCurrent()) return;
  $("of").hidden = found.total <= most;
  for (const facet of facets) {
    const place = $("by_" + facet);
    place.replaceChildren();
    const rows = Object.entries(counts[facet]).sort((a, b) => facet === "year" ? +b[0] - +a[0] : b[1] - a[1]);
    rows.forEach(([value, number], at) => {
      const isKept = value === kept[facet];
      const link = make(make(place, "li", "", {hidden: at >= SHOWN}), "a", label(facet, value) + " ", {href: address({[facet]: isKept ? "" : value})});
      if (isKept) link.ariaCurrent = true;
      make(make(link, "span", many(number), {className: "num"}), "span", number > 1 ? words.results : words.result, {className: "vh"});
    });
    if (rows[SHOWN]) make(make(place, "li"), "button", words.all + rows.length, {onclick: ({target}) => {
      for (const one of place.children) one.hidden = one.contains(target);
      place.children[SHOWN].firstChild.focus();
    }});
    place.parentNode.hidden = !rows[0];
  }
};

window.verbale.take("static/narrow.js", showFacets);

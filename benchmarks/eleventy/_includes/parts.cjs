const escape = (text) => String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

const page = (title, body) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escape(title)} · Invented meetings</title></head>
<body>
<nav><a href="/index.html">Invented meetings</a> <a href="/records.html">Records</a> <a href="/points.html">Agreed points</a> <a href="/themes.html">Themes</a> <a href="/speakers.html">Speakers</a></nav>
<main>
${body}
</main>
</body>
</html>
`;

const statement = (s, url) =>
  `<p id="${s.id}"><a href="${url}#${s.id}">${s.number}</a> <b>${escape(s.name)}</b> ${escape(s.text)} <i>${s.basis}${s.cue ? `: ${escape(s.cue)}` : ""}</i>${s.themes.map((t) => ` <a href="/themes/${t}.html">${t}</a>`).join("")}</p>`;

const link = (to) => (to ? `<a href="${to.url}">${escape(to.data.title)}</a>` : "");

const list = (title, entries, around) =>
  page(title, `<h1>${title}</h1>\n<ul>${entries.map((e) => `<li>${link(e)} ${e.data.day}</li>`).join("\n")}</ul>\n<p>${around}</p>`);

module.exports = { escape, page, statement, link, list };

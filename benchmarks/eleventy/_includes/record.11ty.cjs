const { escape, page, statement, link } = require("./parts.cjs");

exports.render = (data) => {
  const records = data.collections.records;
  const place = data.collections.placeByUrl[data.page.url];
  const body = [
    `<h1>${escape(data.title)}</h1>`,
    `<p>${data.day}, ${escape(data.place)}</p>`,
    `<ul>${data.present.map((p) => `<li>${escape(p)}</li>`).join("")}</ul>`,
    data.statements.map((s) => statement(s, data.page.url)).join("\n"),
    `<ol>${data.points.map((p) => `<li>${p.act} <a href="/points/${data.page.fileSlug}/${p.id}.html">${escape(p.text)}</a></li>`).join("")}</ol>`,
    `<p>${data.sha256}</p>`,
    `<p>${link(records[place - 1])} ${link(records[place + 1])}</p>`,
  ];
  return page(data.title, body.join("\n"));
};

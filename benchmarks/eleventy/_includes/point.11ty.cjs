const { escape, page, statement } = require("./parts.cjs");

exports.render = (data) => {
  const record = data.collections.recordsByUrl[`${data.record}.html`];
  const { statements, points, title, day } = record.data;
  const point = points[data.place];
  const at = data.statement;
  const body = [
    `<h1>${escape(data.title)}</h1>`,
    `<p>${escape(point.text)}</p>`,
    `<p>${point.act}, according to <a href="${record.url}">${escape(title)}</a>, ${day}</p>`,
    `<p><a href="/themes/${data.theme}.html">${data.theme}</a></p>`,
    statements.slice(at - 1, at + 2).map((s) => statement(s, record.url)).join("\n"),
    `<ul>${points.filter((p) => p.statement === point.statement).map((p) => `<li>${escape(p.label)}</li>`).join("")}</ul>`,
    statements.filter((s) => s.themes.includes(data.theme)).map((s) => statement(s, record.url)).join("\n"),
  ];
  return page(data.title, body.join("\n"));
};

const { escape, page, statement, link } = require("../_includes/parts.cjs");

exports.data = {
  pagination: { data: "collections.speakerPages", size: 1, alias: "part", addAllPagesToCollections: false },
  permalink: ({ part }) => `/speakers/${part.id}${part.number > 1 ? `/page/${part.number}` : ""}.html`,
};

exports.render = ({ part }) => {
  const to = (number) => (number < 1 || number > part.total ? "" : `<a href="/speakers/${part.id}${number > 1 ? `/page/${number}` : ""}.html">${number}</a>`);
  const records = part.records.map((record) =>
    `<h2>${link(record)} ${record.data.day}</h2>\n${record.data.statements.filter((s) => part.has(s, part.id)).map((s) => statement(s, record.url)).join("\n")}`);
  return page(part.label, `<h1>${escape(part.label)}</h1>\n${records.join("\n")}\n<p>${to(part.number - 1)} ${to(part.number + 1)}</p>`);
};

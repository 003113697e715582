const { list } = require("../_includes/parts.cjs");

exports.data = {
  pagination: { data: "collections.records", size: 500, alias: "entries" },
  permalink: ({ pagination }) => `/records${pagination.pageNumber ? `/page/${pagination.pageNumber + 1}` : ""}.html`,
};
exports.render = ({ entries, pagination }) =>
  list("records", entries, pagination.href.next ? `<a href="${pagination.href.next}">next</a>` : "");

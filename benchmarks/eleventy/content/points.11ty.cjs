const { list } = require("../_includes/parts.cjs");

exports.data = {
  pagination: { data: "collections.pointList", size: 500, alias: "entries" },
  permalink: ({ pagination }) => `/points${pagination.pageNumber ? `/page/${pagination.pageNumber + 1}` : ""}.html`,
};
exports.render = ({ entries, pagination }) =>
  list("points", entries, pagination.href.next ? `<a href="${pagination.href.next}">next</a>` : "");

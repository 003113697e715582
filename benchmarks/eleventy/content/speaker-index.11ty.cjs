const { escape, page } = require("../_includes/parts.cjs");
const labels = require("../labels.json");

exports.data = { permalink: "/speakers.html" };
exports.render = () =>
  page("speakers", `<ul>${Object.entries(labels["speakers"]).map(([id, label]) => `<li><a href="/speakers/${id}.html">${escape(label)}</a></li>`).join("")}</ul>`);

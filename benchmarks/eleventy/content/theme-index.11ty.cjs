const { escape, page } = require("../_includes/parts.cjs");
const labels = require("../labels.json");

exports.data = { permalink: "/themes.html" };
exports.render = () =>
  page("themes", `<ul>${Object.entries(labels["themes"]).map(([id, label]) => `<li><a href="/themes/${id}.html">${escape(label)}</a></li>`).join("")}</ul>`);

const { list } = require("../_includes/parts.cjs");

exports.data = { permalink: "/index.html" };
exports.render = ({ collections }) => list("Invented meetings", collections.records.slice(0, 20), "");

// The benchmark's archive as an Eleventy site: layouts and lists are JavaScript templates, the fastest that Eleventy has.
const labels = require("./labels.json");

const inOrder = (api, tag) => api.getFilteredByTag(tag).sort((a, b) => (a.data.day < b.data.day ? 1 : -1));

function pages(kind, records, size, has) {
  const found = [];
  for (const [id, label] of Object.entries(labels[kind])) {
    const mine = records.filter((record) => record.data[kind].includes(id));
    const total = Math.max(1, Math.ceil(mine.length / size));
    for (let number = 1; number <= total; number++) {
      found.push({ kind, id, label, number, total, has, records: mine.slice((number - 1) * size, number * size) });
    }
  }
  return found;
}

module.exports = (config) => {
  config.addCollection("records", (api) => inOrder(api, "record"));
  config.addCollection("placeByUrl", (api) => Object.fromEntries(inOrder(api, "record").map((r, place) => [r.url, place])));
  config.addCollection("recordsByUrl", (api) => Object.fromEntries(api.getFilteredByTag("record").map((r) => [r.url, r])));
  config.addCollection("speakerPages", (api) =>
    pages("speakers", inOrder(api, "record"), 14, (statement, id) => statement.speaker === id));
  config.addCollection("themePages", (api) =>
    pages("themes", inOrder(api, "record"), 45, (statement, id) => statement.under.includes(id)));
  config.addCollection("pointList", (api) => inOrder(api, "point"));
  return { dir: { input: "content", includes: "../_includes", output: "public" }, markdownTemplateEngine: false };
};

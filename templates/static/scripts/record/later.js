// The end of a record, which is laid out only when it is near (`record.css`), is laid out anyway once the page has come up: in a
// task of its own, so that nothing waits for it, and whoever takes a picture of the whole page has it whole.

addEventListener("load", () => setTimeout(() => each(document, "#the_source", (end) => (end.style.contentVisibility = "visible")), 100));

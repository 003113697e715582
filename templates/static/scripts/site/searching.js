// On every page: "/" leads to the box for searching.
document.addEventListener("keydown", event => {
  const box = document.querySelector("main [type=search]") || document.querySelector("[type=search]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !box || event.target.closest("input, textarea, select")) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// Text to the clipboard, from pages on disk too.

/**
 * Copies a text; says whether it could. `near` is an element of the part of the page that can be used: while a dialog is
 * open, nothing outside it can.
 * @param {string} text
 * @param {Element} near
 * @returns {Promise<boolean>}
 */
async function copyText(text, near) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is none, or it was refused: a selected field can still be copied as if by hand.
    const field = element("textarea", { class: "vh", readonly: "" });
    field.value = text;
    near.after(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}

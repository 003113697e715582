// Elements made of text: nothing here, and nothing in any other module, reads a string as HTML.

/**
 * An element with attributes and children; a child that is a string becomes text.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

/**
 * Does something with each element that a selector finds.
 * @param {ParentNode} around
 * @param {string} selector
 * @param {(one: HTMLElement) => void} act
 */
function each(around, selector, act) {
  for (const one of around.querySelectorAll(selector)) act(one);
}

/**
 * The first element that a selector finds.
 * @param {ParentNode} around
 * @param {string} selector
 */
function find(around, selector) {
  return around.querySelector(selector);
}

// The DOM as our scripts meet it: what a selector, an id or an event gives is taken to be what the page has there, and is not
// asked for its kind again. All else is checked against the standard library.

interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Node {
  cloneNode(subtree?: boolean): any;
}
interface ChildNode {
  data: string;
  focus(options?: FocusOptions): void;
}
interface Document {
  getElementById(id: string): any;
  createElement(name: string): any;
}
interface EventTarget {
  closest(selectors: string): any;
  value: any;
}
interface Window {
  verbale: { take(url: string, data: unknown): void };
}

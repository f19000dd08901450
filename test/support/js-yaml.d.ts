declare module 'js-yaml' {
  /** Reads all documents of a text, without types of JavaScript. Throws at the first error. */
  export function safeLoadAll(text: string): unknown[];
}

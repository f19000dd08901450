/** A regular expression of RE2 that matches exactly a text. */
export function re2Literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** A regular expression of RE2 that matches exactly one of some texts, in their order. */
export function re2AnyOf(texts: readonly string[]): string {
  return texts.map(re2Literal).join('|');
}

/** The texts of which `re2AnyOf` made a regular expression. */
export function re2Alternatives(expression: string): string[] {
  const texts = [''];
  for (const [part, escaped] of expression.matchAll(/\\([^])|[^]/g)) {
    if (part === '|') texts.push('');
    else texts[texts.length - 1] += escaped ?? part;
  }
  return texts;
}

/** Words and signs that some reader takes for a boolean or null. */
const RESERVED = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null']);
const LONGEST_RESERVED = 5;
/** Matches most texts that are plain, unless they are a reserved word: one look is enough. */
const SIMPLE = /^[A-DF-Za-df-z][\w./-]*$/;
/** An exponent alone, which some readers of YAML 1.1 take for a number. */
const EXPONENT = /^-?[eE][-+]?[\d_]*$/;
/** Matches text whose beginning is no number, date, sign or indicator: single spaces between visible ASCII. */
const PLAIN = /^(?:[A-Za-z_/$]|--?[A-Za-z])[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;
/** Matches the beginning of a value or comment inside plain text. */
const DIVIDED = /: |:$| #/;
/** Quantities and durations of Kubernetes, with units that are part of no number. */
const QUANTITY = /^\d+(?:\.\d+)?(?:ms?|s|h|[KMGTPE]i|[kMGTP])$/;
/**
 * Matches text that every reader takes literally in a block: no control character except tab and line feed, no other
 * line break, no lone surrogate.
 */
const NOT_LITERAL = /[^\t\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;
/** Characters that JSON keeps and a YAML reader may refuse or change. */
const UNESCAPED_BY_JSON = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A string on one line, read as the same string by readers of YAML 1.1 and 1.2. */
export function flowString(text: string): string {
  return isPlain(text) ? text : JSON.stringify(text).replace(UNESCAPED_BY_JSON, escape);
}

function isPlain(text: string): boolean {
  if (SIMPLE.test(text)) return text.length > LONGEST_RESERVED || !RESERVED.has(text.toLowerCase());
  return (
    (PLAIN.test(text) && !DIVIDED.test(text) && !RESERVED.has(text.toLowerCase()) && !EXPONENT.test(text)) ||
    QUANTITY.test(text)
  );
}

/** The string as a literal block whose lines are indented, or undefined where it is better quoted. */
export function literalBlock(text: string, indent: string): string | undefined {
  if (!text.includes('\n') || NOT_LITERAL.test(text)) return undefined;
  const content = text.replace(/\n+$/, '');
  // A last line of nothing but blanks is taken for the end by some readers.
  if (/(?:^|\n)[ \t]*$/.test(content)) return undefined;
  const breaks = text.length - content.length;
  const chomping = breaks === 0 ? '-' : breaks === 1 ? '' : '+';
  // Readers find the indentation by the first line, where it does not begin with a blank itself.
  const indentation = /^[ \t\n]/.test(text) ? '2' : '';
  const lines = content.split('\n').map((line) => (line === '' ? '\n' : `${indent}${line}\n`));
  return `|${indentation}${chomping}\n${lines.join('')}${'\n'.repeat(Math.max(0, breaks - 1))}`;
}

function escape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

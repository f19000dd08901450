import { MASK, maskedCredentials } from './credentials';
import { looksSecret } from './secrets';

/** Longest text of a finding, and longest value in quotes within it, in characters. */
const MOST_CHARACTERS = 2000;
const MOST_OF_VALUE = 120;

/** Control characters, marks of direction, separators of lines, and halves of characters that stand alone. */
const UNSEEN =
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A text of a finding as every report shows it: unseen characters as escapes, long values shortened, and what looks
 * like a secret masked, beside the values that are known to be secret.
 */
export function shownText(text: string, secrets: Iterable<string> = []): string {
  let masked = text;
  for (const secret of secrets) masked = masked.replaceAll(secret, MASK);
  return shortened(
    maskedText(masked).replaceAll(/'([^']*)'/g, (_, value: string) => `'${shortened(value, MOST_OF_VALUE)}'`),
  ).replaceAll(UNSEEN, escaped);
}

/** User and password before a host without a scheme; digests of images stand behind an at sign too. */
const LONE_USER = /(?<![\w.-])([\w.-]+:)[^\s@'"/:,]+(?=@(?!sha\d+:)[\w[])/g;

/** Credentials, and the values of variables and fields whose names look like secrets. */
function maskedText(text: string): string {
  return maskedCredentials(text)
    .replaceAll(LONE_USER, `$1${MASK}`)
    .replaceAll(/(?<![\w.-])([\w.-]+)=('[^']*'|"[^"]*"|[^\s,;'"]+)/g, (whole, name: string) =>
      looksSecret(name) ? `${name}=${MASK}` : whole,
    )
    .replaceAll(/"name":"([^"]*)","value":"(?:[^"\\]|\\.)*"/g, (whole, name: string) =>
      looksSecret(name) ? `"name":"${name}","value":"${MASK}"` : whole,
    )
    .replaceAll(/"([^"]*)":"(?:[^"\\]|\\.)*"/g, (whole, name: string) =>
      looksSecret(name) ? `"${name}":"${MASK}"` : whole,
    );
}

function shortened(text: string, most = MOST_CHARACTERS): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

function escaped(character: string): string {
  return SHORT[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Stands in the place of credentials in every report. */
export const MASK = '***';

/** Something else in the place of a password: a variable of Kubernetes, of a shell or of a template, or asterisks. */
const REFERENCE = /^(?:\$\([^()]+\)|\$\{[^{}]+\}|\$\w+|\{\{[^{}]+\}\}|\{\w+\}|<[^<>]+>|\*+)+$/;

/** Prefixes by which GitHub, GitLab, Slack, AWS, Google, Stripe, npm, PyPI, Docker and SendGrid mark their tokens. */
const PREFIXED = [
  'gh[opsru]_[A-Za-z0-9]{36,}',
  'github_pat_\\w{22,}',
  'glpat-[\\w-]{20,}',
  'xox[abeoprs]-[\\w-]{10,}',
  '(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9+/=])',
  'AIza[\\w-]{35}',
  '[rs]k_live_[A-Za-z0-9]{16,}',
  'npm_[A-Za-z0-9]{36,}',
  'pypi-AgEIcHlwaS5vcmc[\\w-]{16,}',
  'dckr_pat_[\\w-]{20,}',
  'SG\\.[\\w-]{20,}\\.[\\w-]{30,}',
  // JSON Web Tokens: two objects in Base64, and a signature.
  'eyJ[\\w-]{8,}\\.eyJ[\\w-]{8,}\\.[\\w-]{16,}',
].join('|');

/** Tokens that no letter stands before, other than one of an escape such as `\\n`. */
const TOKENS = `(?:(?<![\\w+/-])|(?<=\\\\[nrt]))(?:${PREFIXED})`;

/** A value of a property that may be a password: no call, no list, no word for an option. */
const VALUE =
  '(?!(?:true|false|yes|no|on|off|null|none|required|optional)(?:[\\s;&"\']|$))' +
  '([^\\s;&"\'$(){}<>[\\],]+)(?=[\\s;&"\']|$)';

/**
 * Credentials of texts, each behind its lead.
 *
 * A search costs no more than the length of the text: no two leads share characters.
 */
const PATTERNS: readonly RegExp[] = [
  // Private keys in PEM.
  /()(-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\s|\\[nr])+[\w+/=][\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$))/g,
  // Users of URLs, such as `redis://user:password@host`.
  /(\/\/[^\s/?#:@'"]*:)((?:(?!',)[^\s/?#"])+)(?=@)/g,
  // Data source names of Go, such as `user:password@tcp(host:3306)/database`.
  /((?:^|[\s'"=,])[^\s/:@'"=,]+:)([^\s@]+)(?=@(?:tcp|unix)\()/g,
  // Queries of URLs.
  /([?&](?:password|passwd|pwd)=)([^&#\s'"]+)/gi,
  // Connection strings, such as `Server=host;Password=password`.
  /(;[ \t]*(?:password|pwd)[ \t]*=[ \t]*)([^;\s'"]+)/gi,
  /(^[ \t]*(?:password|pwd)[ \t]*=[ \t]*)([^;\s'"]+)(?=;)/gi,
  // Connection strings of libpq, such as `host=db password=password`.
  new RegExp(`(=[^\\s=,]+[ \\t]+password=)${VALUE}`, 'gi'),
  // Lines of properties and of files of variables.
  new RegExp(`(^[ \\t]*(?:export[ \\t]+)?[\\w.-]*(?:password|passwd)=["']?)${VALUE}`, 'gim'),
  // Flags.
  new RegExp(`((?:^|[\\s'"])--?[a-z][\\w.-]*(?<=password|passwd)=["']?)${VALUE}`, 'gi'),
  // Tokens with a prefix of their issuer.
  new RegExp(`()(${TOKENS})`, 'g'),
];

/** Each match of a pattern holds one of these, or the name of a password: most texts of most objects do not. */
const MARKS = [
  ...['@', 'PRIVATE KEY-', 'ghp_', 'gho_', 'ghs_', 'ghu_', 'ghr_', 'github_pat_', 'glpat-', 'xox', 'AKIA', 'ASIA'],
  ...['AIza', 'k_live_', 'npm_', 'pypi-', 'dckr_pat_', 'SG.', 'eyJ'],
];
const PASSWORD_NAME = /passw|pwd/i;

/** User and password before a host, with a scheme or without. */
const USER_INFO = /^([a-z][\w+.-]*:\/\/)?[^/?#]*@/i;

/** False for a text without credentials, at a small cost. */
export function mayHoldCredentials(text: string): boolean {
  return MARKS.some((mark) => text.includes(mark)) || PASSWORD_NAME.test(text);
}

/** True for a text that holds a password, a token or a private key, and no reference in its place. */
export function holdsCredentials(text: string): boolean {
  return (
    mayHoldCredentials(text) &&
    PATTERNS.some((pattern) => [...text.matchAll(pattern)].some(([, , secret]) => !REFERENCE.test(secret!)))
  );
}

/** True for an address of a server that names a user, a token or a password. */
export function holdsUser(address: string): boolean {
  return USER_INFO.test(address) || holdsCredentials(address);
}

/** The text with asterisks in place of passwords, tokens and private keys. */
export function maskedCredentials(text: string): string {
  if (!mayHoldCredentials(text)) return text;
  return PATTERNS.reduce((before, pattern) => before.replace(pattern, `$1${MASK}`), text);
}

/** An address or another value with asterisks in place of credentials and of the user before a host. */
export function withoutCredentials(text: string): string {
  return maskedCredentials(text).replace(USER_INFO, `$1${MASK}@`);
}

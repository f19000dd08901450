const MASK = '***';

/** A password that another text stands for: a variable of Kubernetes, of a shell or of a template. */
const REFERENCE = /^(?:\$\([^()]+\)|\$\{[^{}]+\}|\{\{[^{}]+\}\}|\{\w+\}|<[^<>]+>|\*+)+$/;

/** Passwords of URLs, of data source names of Go, of queries of URLs and of connection strings, behind their leads. */
const PASSWORDS: readonly RegExp[] = [
  /(\/\/[^\s/?#:@]*:)([^\s/?#]+)(?=@)/g,
  /(^[^\s/:@]+:)([^\s@]+)(?=@(?:tcp|unix)\()/g,
  /([?&](?:password|passwd|pwd)=)([^&#\s]+)/gi,
  /((?:^|;)\s*(?:password|pwd)\s*=\s*)([^;\s]+)/gi,
];

/** User and password before a host, with a scheme or without. */
const USER_INFO = /^([a-z][\w+.-]*:\/\/)?[^/?#]*@/i;

/** True for a text that holds a password, and no reference in its place. */
export function holdsPassword(text: string): boolean {
  if (!text.includes('@') && !text.includes('=')) return false;
  return PASSWORDS.some((pattern) => [...text.matchAll(pattern)].some(([, , secret]) => !REFERENCE.test(secret!)));
}

/** True for an address of a server that names a user, a token or a password. */
export function holdsUser(address: string): boolean {
  return USER_INFO.test(address) || holdsPassword(address);
}

/** The text with asterisks in place of passwords and users. */
export function withoutCredentials(text: string): string {
  const masked = PASSWORDS.reduce((before, pattern) => before.replace(pattern, `$1${MASK}`), text);
  return masked.replace(USER_INFO, `$1${MASK}@`);
}

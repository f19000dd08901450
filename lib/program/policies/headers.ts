import { type CallHeaders, ENVOY_TEXTS, isEnvoyText, repeated } from '../../values';
import { unique } from '../requests';
import type { CallPolicy, PolicyProblem } from './policy';

/** Headers that proxies set and remove, by names in lower case. */
export interface HeaderPolicy {
  readonly set: Readonly<Record<string, string>>;
  readonly remove: readonly string[];
}

/** Names that route requests, delimit them or steer proxies: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const RESERVED = /^(?:host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|content-length|x-envoy-.*)$/;

const TOKEN = /^[!#$&'*+.^_`|~0-9a-z-]+$/;

/** Headers of a call; undefined where none is stated. */
export const HEADERS: CallPolicy<HeaderPolicy | undefined> = {
  feature: 'headers of requests',
  isStated: ({ headers = {} }) => Object.keys(headers.set ?? {}).length + (headers.remove ?? []).length > 0,
  resolve: ({ options }) => (HEADERS.isStated(options) ? normal(options.headers!) : undefined),
  unstated: () => undefined,
  same: (headers) =>
    headers === undefined
      ? []
      : [...Object.entries(headers.set).map(([name, value]) => `${name}: ${value}`), ...headers.remove],
  // A header that only some callers state would reach the callee from all of them.
  merge: ([first, ...others]) =>
    others.every((each) => JSON.stringify(HEADERS.same(each)) === JSON.stringify(HEADERS.same(first)))
      ? first
      : undefined,
  describe: (headers) => (headers === undefined ? undefined : `headers ${HEADERS.same(headers).join(', ')}`),
  problems: ({ callee, options: { headers } }) => (headers === undefined ? [] : invalidHeaders(callee.name, headers)),
};

function invalidHeaders(callee: string, { set = {}, remove = [] }: CallHeaders): PolicyProblem[] {
  const names = [...Object.keys(set), ...remove];
  return [
    ...names
      .filter((name) => !TOKEN.test(name.toLowerCase()) || RESERVED.test(name.toLowerCase()))
      .map((name) =>
        problem(
          callee,
          `the name was '${name}'`,
          'names of HTTP headers, but those that route or delimit requests',
          'name another header, in letters, digits and dashes',
        ),
      ),
    ...Object.entries(set)
      .filter(([, value]) => !isEnvoyText(value))
      .map(([name, value]) =>
        problem(callee, `${name} was '${value}'`, ENVOY_TEXTS, 'encode the value, in Base64 for example'),
      ),
    ...repeated(names.map((name) => name.toLowerCase())).map((name) =>
      problem(
        callee,
        `'${name}' was named twice`,
        'each name once, whatever its case',
        'state it once, to be set or to be removed',
      ),
    ),
  ];
}

function normal({ set = {}, remove = [] }: CallHeaders): HeaderPolicy {
  const entries = Object.entries(set).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    set: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))),
    remove: unique(remove.map((name) => name.toLowerCase())),
  };
}

function problem(callee: string, given: string, allowed: string, fix: string): PolicyProblem {
  return { code: 'MS2007', message: `the call to ${callee} has an invalid header`, given, allowed, fix };
}

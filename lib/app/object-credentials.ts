import type { IConstruct } from 'constructs';
import {
  type Detail,
  finding,
  type Finding,
  holdsCredentials,
  lastFindings,
  mayHoldCredentials,
  MS1065,
  plainCredentials,
} from '../errors';

/**
 * Findings about credentials in an object that is no Secret; `text` is the same as YAML.
 *
 * Those of a text that the validation of the construct, or of one above it, found are left out: it is the same cause.
 */
export function credentialFindings(json: unknown, text: string, construct: IConstruct): Finding[] {
  if (!mayHoldCredentials(text) || isSecret(json)) return [];
  const found = plainTexts(json, '');
  if (found.length === 0) return [];
  const stated = new Set(
    construct.node.scopes.flatMap((scope) =>
      lastFindings(scope).flatMap(({ code, given }) => (code === MS1065.code ? [given] : [])),
    ),
  );
  return found
    .map((detail) => finding(construct, { definition: MS1065, ...detail }))
    .filter(({ given }) => !stated.has(given));
}

function isSecret(json: unknown): boolean {
  const { apiVersion, kind } = Object(json) as { readonly apiVersion?: unknown; readonly kind?: unknown };
  return apiVersion === 'v1' && kind === 'Secret';
}

function plainTexts(value: unknown, path: string): Detail[] {
  if (typeof value === 'string') {
    return holdsCredentials(value)
      ? [
          plainCredentials(
            `the value of ${path}`,
            value,
            'put them into a Secret and name it here, or acknowledge what only looks like credentials',
          ),
        ]
      : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    plainTexts(each, Array.isArray(value) ? `${path}[${key}]` : `${path}${path === '' ? '' : '.'}${key}`),
  );
}

import { safeLoadAll } from 'js-yaml';
import { parseAllDocuments } from 'yaml';

/**
 * Readers of all documents of a text. They throw at the first error, and read `0o17`, `010`, `yes`, `1:20` and
 * `2001-12-14` each in its own way. Go's is asked by the conformance run.
 */
export const YAML_READERS: Readonly<Record<string, (text: string) => unknown[]>> = {
  'the package yaml, by YAML 1.2,': (text) => readAll(text, '1.2'),
  'the package yaml, by YAML 1.1,': (text) => readAll(text, '1.1'),
  'js-yaml': safeLoadAll,
};

function readAll(text: string, version: '1.1' | '1.2'): unknown[] {
  return [...parseAllDocuments(text, { version, merge: version === '1.1' })].map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    return document.toJS() as unknown;
  });
}

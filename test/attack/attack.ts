import type { Finding } from '../../lib';
import { type Synthesis, synthesize } from '../../lib/app/synthesis';
import { isError } from '../../lib/errors';
import { recordWritten } from '../support/written';
import { YAML_READERS } from '../support/yaml-readers';
import { type Input, SECRET } from './inputs';
import { appOf, inputOf } from './program';

/** An input, and the promises that it breaks. */
export interface Broken extends Input {
  readonly promises: readonly string[];
}

/** Inputs of one app: to state each in one of its own takes several times as long. */
const TOGETHER = 40;

/** Inputs that break a promise. */
export function broken(all: readonly Input[]): Broken[] {
  const found: Broken[] = [];
  for (let at = 0; at < all.length; at += TOGETHER) {
    const some = all.slice(at, at + TOGETHER);
    const promises = promisesBrokenBy(some);
    if (promises.length === 0) continue;
    const guilty = some
      .map((input) => ({ ...input, promises: promisesBrokenBy([input]) }))
      .filter((input) => input.promises.length > 0);
    found.push(
      ...(guilty.length > 0 ? guilty : [{ ...some[0]!, promises: ['with the inputs after it', ...promises] }]),
    );
  }
  return found;
}

/** Promises that inputs of one app break. */
function promisesBrokenBy(all: readonly Input[]): string[] {
  try {
    const app = appOf(all);
    let synthesis: Synthesis | undefined;
    const rendered = recordWritten(() => {
      synthesis = synthesize(app, { recordConstructMetadata: false, stream: true });
    });
    return [...promisesBrokenByReport(synthesis!.findings), ...misread(synthesis!, rendered)];
  } catch (error) {
    return [`it threw: ${String(error).split('\n')[0]}`];
  }
}

function promisesBrokenByReport(findings: readonly Finding[]): string[] {
  const named = new Set(
    findings.filter((each) => isError(each) && each.code !== 'MS0004').map(({ path }) => inputOf(path)),
  );
  return [
    ...findings
      // An object that cannot be rendered may follow from what another finding names.
      .filter(({ code, path }) => /^MS00(?:01|19)$/.test(code) || (code === 'MS0004' && !named.has(inputOf(path))))
      .map(({ code, path, message }) => `${code} ${path}: ${message}`),
    ...(JSON.stringify(findings).includes(SECRET) ? ['the report shows a secret'] : []),
    ...(Object.keys(Object.prototype).length > 0 ? ['the prototype of all objects is changed'] : []),
  ];
}

/** Manifests of accepted inputs: every reader of YAML sees the objects that were rendered, without errors. */
function misread({ findings, planned }: Synthesis, rendered: readonly unknown[]): string[] {
  const refused = new Set(findings.filter(isError).map(({ path }) => inputOf(path)));
  const emitted = planned.flatMap(({ objects }) => objects);
  if (emitted.length !== rendered.length) return ['an object is lost between its rendering and its file'];
  const accepted = emitted
    .map(({ text, construct }, at) => ({ text, path: construct.node.path, json: JSON.stringify(rendered[at]) }))
    .filter(({ path }) => !refused.has(inputOf(path)));
  const yaml = `---\n${accepted.map(({ text }) => text).join('---\n')}`;
  return Object.entries(YAML_READERS).flatMap(([reader, readAll]) => {
    const read = readAll(yaml).map((document) => JSON.stringify(document));
    if (read.length !== accepted.length) return [`${reader} sees another number of objects`];
    const wrong = accepted.findIndex(({ json }, at) => json !== read[at]);
    return wrong < 0 ? [] : [`${reader} sees ${read[wrong]}, not ${accepted[wrong]!.json}`];
  });
}

import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { serialize } from 'node:v8';
import { brokenRules } from '../api-server-rules';
import { checkSchema, ClosedSchema } from './closed-schema';
import { dashboardProblems } from './dashboards';
import { Problem } from './problem';
import { closedSchema, NODE_MODULES } from './schema-cache';

type Validator = (this: unknown) => void;

/** Loads ES modules too, by file; the packages export nothing for CommonJS. */
const load = createRequire(__filename);
const validators = new Map<string, Validator>();
/** Verdicts by content, since tests render the same manifests many times. */
const verdicts = new Map<string, readonly Problem[]>();
let loaded: ClosedSchema | undefined;

/** Reasons of a cluster to refuse a manifest. Empty for a valid one. */
export function judge(manifest: unknown): readonly Problem[] {
  const key = createHash('sha1').update(serialize(manifest)).digest('base64');
  const known = verdicts.get(key);
  if (known !== undefined) return known;
  const problems = judgeAfresh(manifest);
  verdicts.set(key, problems);
  return problems;
}

function judgeAfresh(manifest: unknown): Problem[] {
  loaded ??= closedSchema();
  const { apiVersion, kind } = (manifest ?? {}) as { apiVersion?: unknown; kind?: unknown };
  const known = Object.hasOwn(loaded.kinds, `${apiVersion}/${kind}`)
    ? loaded.kinds[`${apiVersion}/${kind}`]
    : undefined;
  if (known === undefined) return [{ path: '', message: `no schema for ${apiVersion}/${kind}` }];
  const refused = known.module === undefined ? [] : upstreamProblems(manifest, known.module);
  const at = new Set(refused.map((problem) => problem.path));
  const unfit = checkSchema(manifest, known.schema, loaded.definitions).filter((problem) => !at.has(problem.path));
  const problems = [...refused, ...unfit];
  // The rules read typed objects, so they are only asked about what has the right shape.
  return problems.length > 0 ? problems : [...brokenRules(manifest), ...dashboardProblems(manifest, loaded)];
}

/** Ids of the kinds that have a schema. */
export function knownKinds(): string[] {
  loaded ??= closedSchema();
  return Object.keys(loaded.kinds);
}

function upstreamProblems(manifest: unknown, module: string): Problem[] {
  try {
    validatorOf(module).call(manifest);
    return [];
  } catch (error) {
    const { errors } = error as { errors?: readonly { instancePath: string; message: string }[] };
    if (errors === undefined) throw error;
    return errors.map(({ instancePath, message }) => ({ path: instancePath, message }));
  }
}

function validatorOf(module: string): Validator {
  const known = validators.get(module);
  if (known !== undefined) return known;
  const exported = load(path.join(NODE_MODULES, `${module}.js`)) as Record<
    string,
    { prototype: { validate: Validator } }
  >;
  const { validate } = exported[path.basename(module)]!.prototype;
  validators.set(module, validate);
  return validate;
}

import * as path from 'node:path';
import type { LocatedObject, System } from '../../manifests';
import { Findings, Problem, problemWith } from '../../suite';
import type { Complaint } from './istioctl';

/** Said of two entries of tracing, one a direction, which istiod applies both: docs/observability/tracing.md. */
const EXPECTED = 'multiple tracing is not currently supported';

/** Findings of a file judge on a system. */
export async function judgedByFiles(
  { folder, objects }: System,
  judge: (files: readonly string[]) => Promise<Complaint[]>,
): Promise<Findings> {
  const files = [...new Set(objects.map(({ file }) => path.join(folder, file)))];
  return {
    judged: objects.length,
    problems: (await judge(files))
      .filter(({ message }) => !message.includes(EXPECTED))
      .map((complaint) => located(complaint, objects)),
  };
}

/** A complaint as a problem with the object that it names. */
export function located({ kind, namespace, name, message }: Complaint, objects: readonly LocatedObject[]): Problem {
  const object = objects.find(
    ({ manifest }) =>
      manifest.kind === kind &&
      manifest.metadata.name === name &&
      (manifest.metadata.namespace ?? '') === (namespace ?? ''),
  );
  if (object !== undefined) return problemWith(object, message);
  return kind === undefined ? { message } : { object: `${kind} ${namespace ? `${namespace}/` : ''}${name}`, message };
}

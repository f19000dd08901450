import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import type { LocatedObject } from '../../manifests';
import { run } from '../../processes';
import { Findings, problemWith } from '../../suite';
import { changesBetween, describeChange } from './changes';
import type { Installation } from './installation';

/** An object, and the installation that it is for. */
export interface Asked {
  readonly object: LocatedObject;
  readonly installation: Installation;
}

/** Knative's verdict on an object, and its defaulted form where it could be read. */
export interface Answer {
  readonly complaints: readonly string[];
  readonly defaulted?: Readonly<Record<string, unknown>>;
}

/** The objects among others that Knative Serving is about. */
export function knativeObjectsAmong(objects: readonly LocatedObject[]): LocatedObject[] {
  return objects.filter(({ manifest }) => manifest.apiVersion.startsWith('serving.knative.dev/'));
}

/**
 * Knative takes every object, and fills nothing in: whoever compares a cluster with its manifests finds no difference.
 */
export async function isTakenAsItIs(asked: readonly Asked[]): Promise<Findings> {
  const input = asked
    .map(({ object, installation }) => `${JSON.stringify({ object: object.manifest, config: installation })}\n`)
    .join('');
  const { status, stdout, stderr } = await run(programPath('knative-validation'), [], { input });
  const answers = readAnswers(stdout);
  if (status !== 0 || answers.length !== asked.length)
    throw new ConformanceError(
      `knative-validation ended with ${status} after ${answers.length} of ${asked.length} answers:\n${stderr}`,
    );
  return {
    judged: asked.length,
    problems: asked.flatMap(({ object }, at) =>
      wordsOf(object, answers[at]!).map((words) => problemWith(object, words)),
    ),
  };
}

/** The answers, one a line. */
export function readAnswers(text: string): Answer[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Answer);
}

/** Problems of an object by an answer. */
export function wordsOf({ manifest }: LocatedObject, { complaints, defaulted }: Answer): string[] {
  if (defaulted === undefined) return [...complaints];
  // Written by Knative alone, by a request of its own.
  const { status: _, ...written } = defaulted;
  return [...complaints, ...changesBetween(manifest, written).map(describeChange)];
}

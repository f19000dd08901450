import * as fs from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from '../errors';
import { dataPath } from '../judges';
import type { LocatedObject } from '../manifests';
import { until } from '../processes';
import { complaintsOf, KubernetesClient } from './kubernetes-client';

const API_VERSION = 'apiextensions.k8s.io/v1';
const KIND = 'CustomResourceDefinition';

/** A kind that upstream defines. */
interface Definition {
  readonly file: string;
  /** As upstream wrote it. */
  readonly text: string;
  readonly group: string;
  readonly kind: string;
}

/**
 * Installs the custom resource definitions that the upstream projects ship, but for those that are there already, and
 * waits until they are served.
 *
 * All of them take the API server some 12 s, nearly all of it for kinds that a system does not use.
 *
 * @param client talks to the API server
 * @param kinds API groups, such as `argoproj.io`, and kinds, such as `keda.sh/ScaledObject`; all where it is left out
 * @returns how many of these kinds there are
 * @throws ConformanceError when one is refused
 */
export async function installCustomResourceDefinitions(
  client: KubernetesClient,
  kinds?: ReadonlySet<string>,
): Promise<number> {
  const wanted = definitions().filter(
    ({ group, kind }) => kinds === undefined || kinds.has(group) || kinds.has(`${group}/${kind}`),
  );
  const present = await client.servedKinds();
  const refused = (
    await Promise.all(
      wanted
        .filter(({ group, kind }) => !present.has(`${group}/${kind}`))
        .map(async ({ file, text }) => {
          // The server reads the text itself: one of the files is YAML to Go's parser alone.
          const answer = await client.request('POST', `/apis/${API_VERSION}/customresourcedefinitions`, {
            body: text,
            contentType: 'application/yaml',
          });
          return answer.status < 300 ? [] : [`${file}: ${complaintsOf(answer).join('; ')}`];
        }),
    )
  ).flat();
  if (refused.length > 0) throw new ConformanceError(`custom resource definitions are refused:\n${refused.join('\n')}`);
  // Discovery names a kind once it is served; to list the definitions until then would take a fifth of the time.
  await until(async () => {
    const served = await client.servedKinds();
    return wanted.every(({ group, kind }) => served.has(`${group}/${kind}`));
  }, 60);
  return wanted.length;
}

/** The kinds of objects, each with its API group, such as `keda.sh/ScaledObject`. */
export function kindsOf(objects: readonly LocatedObject[]): ReadonlySet<string> {
  return new Set(objects.map(({ manifest: { apiVersion, kind } }) => `${apiVersion.split('/')[0]!}/${kind}`));
}

function definitions(): Definition[] {
  const folder = dataPath('crds');
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .flatMap((file) =>
      fs
        .readFileSync(path.join(folder, file), 'utf8')
        .split(/^---.*$/m)
        .map((text) => ({ file, text })),
    )
    .filter(({ text }) => new RegExp(`^kind: ${KIND}$`, 'm').test(text))
    .map(({ file, text }) => ({
      file,
      text,
      group: /^ {2}group: (\S+)$/m.exec(text)?.[1] ?? '',
      kind: /^ {2}names:\n(?: {4}.*\n)*? {4}kind: (\S+)$/m.exec(text)?.[1] ?? '',
    }));
}

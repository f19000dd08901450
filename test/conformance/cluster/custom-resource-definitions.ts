import * as fs from 'node:fs';
import * as path from 'node:path';
import { ConformanceError } from '../errors';
import { dataPath } from '../judges';
import type { LocatedObject } from '../manifests';
import { until } from '../processes';
import { complaintsOf, KubernetesClient } from './kubernetes-client';
import type { KubernetesObject } from './kubernetes-object';

const API_VERSION = 'apiextensions.k8s.io/v1';
const KIND = 'CustomResourceDefinition';

/**
 * Installs the custom resource definitions that the upstream projects ship, and waits until they are served.
 *
 * All of them take the API server some 12 s, nearly all of it for groups that a system does not use.
 *
 * @param client talks to the API server
 * @param groups only those of these API groups
 * @returns how many
 * @throws ConformanceError when one is refused
 */
export async function installCustomResourceDefinitions(
  client: KubernetesClient,
  groups?: ReadonlySet<string>,
): Promise<number> {
  const wanted = documents().filter(({ text }) => groups === undefined || groups.has(groupOf(text)));
  const refused = (
    await Promise.all(
      wanted.map(async ({ file, text }) => {
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
  await until(async () => (await client.list(API_VERSION, KIND)).every(isEstablished), 60);
  return wanted.length;
}

/** The API groups of objects. */
export function groupsOf(objects: readonly LocatedObject[]): ReadonlySet<string> {
  return new Set(objects.map(({ manifest }) => manifest.apiVersion.split('/')[0]!));
}

function documents(): { readonly file: string; readonly text: string }[] {
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
    .filter(({ text }) => new RegExp(`^kind: ${KIND}$`, 'm').test(text));
}

function groupOf(definition: string): string {
  return /^ {2}group: (\S+)$/m.exec(definition)?.[1] ?? '';
}

function isEstablished({ status }: KubernetesObject): boolean {
  return (
    status?.conditions?.some((condition: any) => condition.type === 'Established' && condition.status === 'True') ??
    false
  );
}

import { readManifests } from '../manifests';
import { dataPath } from '../judges';
import { until } from '../processes';
import { ConformanceError } from '../errors';
import { complaintsOf, KubernetesClient } from './kubernetes-client';
import { KubernetesObject, titleOf } from './kubernetes-object';

const API_VERSION = 'apiextensions.k8s.io/v1';
const KIND = 'CustomResourceDefinition';

/**
 * Installs the custom resource definitions that the upstream projects ship, and waits until they are served.
 *
 * @throws ConformanceError when one is refused
 */
export async function installCustomResourceDefinitions(client: KubernetesClient): Promise<number> {
  const definitions = readManifests(dataPath('crds')).map(({ manifest }) => manifest).filter(({ kind }) => kind === KIND);
  const refused = (await Promise.all(definitions.map(async (definition) => {
    const answer = await client.apply(definition, { force: true });
    return answer.status < 300 ? [] : [`${titleOf(definition)}: ${complaintsOf(answer).join('; ')}`];
  }))).flat();
  if (refused.length > 0) throw new ConformanceError(`custom resource definitions are refused:\n${refused.join('\n')}`);
  await until(async () => (await client.list(API_VERSION, KIND)).every(isEstablished), 60);
  return definitions.length;
}

function isEstablished({ status }: KubernetesObject): boolean {
  return status?.conditions?.some((condition: any) => condition.type === 'Established' && condition.status === 'True') ?? false;
}

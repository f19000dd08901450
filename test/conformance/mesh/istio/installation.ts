import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { ConformanceError } from '../../errors';
import { programPath } from '../../judges';
import { run } from '../../processes';
import { withExtensionProviders } from './providers';
import { INSTALLATION } from './settings';

/** Pods and what leads to them, since istiod is a process here; and the definitions, which are the control plane's. */
const NOT_INSTALLED = [
  'Deployment',
  'DaemonSet',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'Service',
  'CustomResourceDefinition',
];

/**
 * Istio's own manifests without its pods and definitions, its validation asked for every object.
 *
 * @throws ConformanceError when istioctl cannot generate them
 */
export async function installationManifests(): Promise<KubernetesObject[]> {
  const { status, stdout, stderr } = await run(programPath('istioctl'), [
    'manifest',
    'generate',
    ...INSTALLATION.flatMap((setting) => ['--set', setting]),
  ]);
  if (status !== 0) throw new ConformanceError(`Istio's manifests cannot be generated: ${stderr.trim()}`);
  const objects = [...parseAllDocuments(stdout)].map((document) => document.toJS() as KubernetesObject | null);
  return objects
    .filter((object) => object !== null && !NOT_INSTALLED.includes(object.kind))
    .map((object) => withExtensionProviders(validatingEverything(object!)));
}

/**
 * Istio's generated webhook looks only at objects labelled for its revision; a second, made at run time, looks at the
 * others.
 */
function validatingEverything(object: KubernetesObject): KubernetesObject {
  if (object.kind !== 'ValidatingWebhookConfiguration') return object;
  return {
    ...object,
    webhooks: (object.webhooks as Record<string, unknown>[]).map(({ objectSelector: _, ...webhook }) => webhook),
  };
}

import { Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { canMerge } from '../../../kubernetes';
import { PROXY_CONTAINERS } from '../defaults';

/** No label, annotation or container name takes pods, or ports of pods, out of the mesh. */
export const MS4013: Rule<DeploymentWorkload> = {
  code: 'MS4013',
  title: 'pods are kept out of the mesh',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A label, an annotation or the name of a container takes the pod, or some of its ports, out of the mesh, or ' +
    'changes a setting of the mesh; statements about calls would not hold. Leave it out; acknowledge it where it is ' +
    'meant. A map in `proxy.istio.io/config`, JSON or YAML, is merged with the fields of this library, and refused ' +
    'only where it changes one of them, or where the YAML has more than maps and values in one line.',
  reads: 'labels, annotations and containers of the microservice',

  evaluate: ({ mesh, settings, containers }) => {
    const { labels, podAnnotations } = settings.values;
    const annotations = Object.entries(podAnnotations).filter(
      ([key, value]) =>
        key.startsWith('traffic.sidecar.istio.io/') ||
        (Object.hasOwn(mesh.podAnnotations, key) && !canMerge(mesh.podAnnotations[key]!, value)) ||
        isOptOut(key, value),
    );
    const named = containers
      .filter(({ name }) => PROXY_CONTAINERS.includes(name))
      .map(({ name }) => ['the name of a container', name] as const);
    return [...annotations, ...Object.entries(labels).filter(([key, value]) => isOptOut(key, value)), ...named].map(
      ([key, value]) => ({
        message: 'pods are kept out of the mesh',
        given: `${key} was ${value}`,
        allowed: 'pods whose traffic goes through the proxy',
        fix: 'leave it out',
      }),
    );
  },
};

function isOptOut(key: string, value: string): boolean {
  return key === 'sidecar.istio.io/inject' && value !== 'true';
}

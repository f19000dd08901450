import { type Detail, Rule, Severity } from '../../../../errors';
import type { Workload } from '../../../../program';
import { canMerge } from '../../../kubernetes';
import { PROXY_CONTAINERS } from '../defaults';

/** No label, annotation or container name takes pods, or ports of pods, out of the mesh. */
export const MS4013: Rule<Workload> = {
  code: 'MS4013',
  title: 'pods are kept out of the mesh',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A label, an annotation or the name of a container takes the pod, or some of its ports, out of the mesh, or ' +
    'changes a setting of the mesh; statements about calls would not hold. Leave it out; acknowledge it where it is ' +
    'meant. Patches are judged by the final pods, which keep the annotations of this library. A map in ' +
    '`proxy.istio.io/config`, JSON or YAML, is merged with the fields of this library, and refused only where it ' +
    'changes one of them, or where the YAML has more than maps and values in one line.',
  reads: 'labels, annotations and containers of the microservice, with its patches',

  evaluate: ({ mesh, settings, containers }) => {
    const { labels, podAnnotations } = settings.values;
    const own = mesh.podAnnotations;
    return found([
      ...Object.entries(podAnnotations).filter(
        ([key, value]) =>
          key.startsWith('traffic.sidecar.istio.io/') ||
          (Object.hasOwn(own, key) && !canMerge(own[key]!, value)) ||
          isOptOut(key, value),
      ),
      ...Object.entries(labels).filter(([key, value]) => isOptOut(key, value)),
      ...ofProxies(containers),
    ]);
  },
};

/** Pods of a workload as they are with all patches. */
export interface FinalPods {
  readonly microservice: Workload;
  readonly template: Readonly<Record<string, unknown>>;
}

/** No patch takes pods, or ports of pods, out of the mesh. MS1040 reports those of membership. */
export const MS4013_OF_PODS: Rule<FinalPods> = {
  ...MS4013,

  evaluate: ({ microservice, template: { metadata, spec } }) => {
    const { podAnnotations: own, membership = [] } = microservice.mesh;
    const annotations = ((metadata as Record<string, unknown> | undefined)?.['annotations'] ?? {}) as Record<
      string,
      string
    >;
    const pod = (spec ?? {}) as Record<string, unknown>;
    const containers = [...list(pod['initContainers']), ...list(pod['containers'])];
    return found([
      ...Object.entries(own)
        .filter(([key, value]) => annotations[key] === undefined || !canMerge(value, `${annotations[key]}`))
        .map(([key]) => [key, annotations[key] ?? 'not there'] as const),
      ...Object.entries(annotations).filter(
        ([key, value]) =>
          !Object.hasOwn(own, key) &&
          !membership.includes(key) &&
          (key.startsWith('traffic.sidecar.istio.io/') || isOptOut(key, `${value}`)),
      ),
      ...ofProxies(containers),
    ]);
  },
};

function list(containers: unknown): readonly { readonly name: string }[] {
  return Array.isArray(containers) ? (containers as { readonly name: string }[]) : [];
}

function ofProxies(containers: readonly { readonly name: string }[]): (readonly [string, string])[] {
  return containers
    .filter(({ name }) => PROXY_CONTAINERS.includes(name))
    .map(({ name }) => ['the name of a container', name] as const);
}

function found(facts: readonly (readonly [string, string])[]): Detail[] {
  return facts.map(([key, value]) => ({
    message: 'pods are kept out of the mesh',
    given: `${key} was ${value}`,
    allowed: 'pods whose traffic goes through the proxy',
    fix: value === 'not there' ? 'leave it as it is' : 'leave it out',
  }));
}

/** Annotations that keep the proxy out of a pod, or its traffic out of the proxy, or replace the proxy's container. */
const OPT_OUTS: Readonly<Record<string, readonly string[]>> = {
  'sidecar.istio.io/inject': ['true'],
  'sidecar.istio.io/interceptionMode': ['REDIRECT', 'TPROXY'],
  'inject.istio.io/templates': ['sidecar'],
};

function isOptOut(key: string, value: string): boolean {
  return Object.hasOwn(OPT_OUTS, key) && !OPT_OUTS[key]!.includes(value);
}

import type { KubernetesVersion } from '../../../values';
import { BASELINE_CAPABILITIES } from './baseline';
import { judgedContainers, JudgedContainer, Json, statedContexts } from './containers';

/** Sources of volumes that the level restricted admits. A hostPath breaks the level below it. */
const VOLUMES: readonly string[] = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'hostPath',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** Fields of a pod that the level restricted refuses beside those of baseline, and those that it misses. */
export function restrictedRefusals({ spec }: Json, version: KubernetesVersion): string[] {
  const pod = spec as Json;
  return [
    ...((pod['volumes'] ?? []) as Json[])
      .filter((volume) => !VOLUMES.some((source) => Boolean(volume[source])))
      .map((volume) => {
        const source = Object.keys(volume).find((field) => field !== 'name') ?? 'emptyDir without a value';
        return `volume ${volume['name']} was of ${source}`;
      }),
    // Windows has neither of them.
    ...(pod['os']?.name === 'windows' ? [] : judgedContainers(pod).flatMap(ofPrivileges)),
    ...(pod['os']?.name === 'windows' ? [] : withoutProfile(pod)),
    // In a user namespace, root of the container is nobody on the node.
    ...(pod['hostUsers'] === false && version.atLeast(35) ? [] : ofUsers(pod)),
  ];
}

function ofPrivileges({ name, context }: JudgedContainer): string[] {
  const { add = [], drop = [] } = (context['capabilities'] ?? {}) as { add?: string[]; drop?: string[] };
  return [
    ...(context['allowPrivilegeEscalation'] === false
      ? []
      : [`allowPrivilegeEscalation of container ${name} was ${context['allowPrivilegeEscalation'] ?? 'not stated'}`]),
    ...(drop.includes('ALL')
      ? []
      : [`container ${name} kept capabilities: capabilities.drop was [${drop.join(', ')}]`]),
    ...add
      .filter((capability) => capability !== 'NET_BIND_SERVICE' && BASELINE_CAPABILITIES.includes(capability))
      .map((capability) => `container ${name} had the capability ${capability}`),
  ];
}

function withoutProfile(pod: Json): string[] {
  if (pod['securityContext']?.seccompProfile) return [];
  return judgedContainers(pod)
    .filter(({ context }) => !context['seccompProfile'])
    .map(({ name }) => `container ${name} had no seccompProfile, and neither had the pod`);
}

function ofUsers(pod: Json): string[] {
  const byPod = pod['securityContext']?.runAsNonRoot === true;
  return [
    ...statedContexts(pod, 'runAsNonRoot')
      .filter(([, value]) => value === false)
      .map(([of]) => `runAsNonRoot of ${of} was false`),
    ...judgedContainers(pod)
      .filter(({ context }) => !byPod && (context['runAsNonRoot'] ?? undefined) === undefined)
      .map(({ name }) => `runAsNonRoot of container ${name} was stated nowhere`),
    ...statedContexts(pod, 'runAsUser')
      .filter(([, value]) => value === 0)
      .map(([of]) => `runAsUser of ${of} was 0 (root)`),
  ];
}

import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import type { PlantedDefect } from '../../suite';
import { changed } from './input';

/** Copies of a microservice that asks Prometheus, each in a namespace of its own, with a defect. */
export type Planted = Readonly<
  Record<'mistaken' | 'uncredited' | 'secretless' | 'contested' | 'trusting' | 'renamed', readonly LocatedObject[]>
>;

/** Message that must be reported. */
export const DEFECTS: Readonly<Record<keyof Planted, PlantedDefect>> = {
  mistaken: {
    name: 'a query that Prometheus refuses',
    object: 'ScaledObject mistaken/mail',
    message: /the controller has no number: .*unable to (get|fetch)/s,
  },
  uncredited: {
    name: 'a trigger without its credentials',
    object: 'ScaledObject uncredited/mail',
    message: /KEDA does not take it: .*bearer token=<empty> is required/,
  },
  secretless: {
    name: 'credentials without their Secret',
    object: 'ScaledObject secretless/mail',
    message: /KEDA does not take it: .*bearer token=<empty> is required/,
  },
  contested: {
    name: 'two owners of one Deployment',
    object: 'ScaledObject contested/again',
    message: /is already managed by the ScaledObject 'mail'/,
  },
  trusting: {
    name: 'a backlog without a number that counts as none',
    object: 'ScaledObject trusting/mail',
    message: /mail has 0 replicas, and 4 should have stayed/,
  },
  renamed: {
    name: 'another bound than is stated',
    object: 'ScaledObject renamed/mail',
    message: /has the most replicas 9, and 8 is stated/,
  },
};

/** The queue of the microservice. */
const QUEUE = 'mails';

const BEARER = { type: 'prometheus', metadata: { authModes: 'bearer' } };

/** Makes the copies. */
export function plantedIn(objects: readonly LocatedObject[], name: string): Planted {
  const copy = (
    namespace: string,
    change: (manifest: any) => unknown = () => undefined,
    more: readonly KubernetesObject[] = [],
  ): LocatedObject[] => {
    const own = objects.filter(
      ({ manifest: { kind, metadata } }) =>
        ['ServiceAccount', 'Deployment', 'ScaledObject'].includes(kind) && metadata.name === name,
    );
    const copies = own.map((object) =>
      changed(object, (manifest) => {
        manifest.metadata.namespace = namespace;
        change(manifest);
      }),
    );
    return [...copies, ...more.map((manifest) => ({ ...own[0]!, manifest }))];
  };
  const authenticated =
    (authentication: string) =>
    ({ kind, spec }: any) => {
      if (kind !== 'ScaledObject') return;
      Object.assign(spec.triggers[0].metadata, BEARER.metadata);
      spec.triggers[0].authenticationRef = { name: authentication };
    };
  const contested = copy('contested');
  const scaled = contested.find(({ manifest }) => manifest.kind === 'ScaledObject')!;
  return {
    mistaken: copy('mistaken', ({ kind, spec }) => {
      if (kind !== 'ScaledObject') return;
      // At zero, no autoscaler is asked; and a number to fall back to would hide the refusal.
      delete spec.fallback;
      Object.assign(spec, {
        minReplicaCount: 1,
        triggers: [
          {
            ...spec.triggers[0],
            metadata: { ...spec.triggers[0].metadata, query: spec.triggers[0].metadata.query.slice(1) },
          },
        ],
      });
    }),
    uncredited: copy('uncredited', authenticated('nobody')),
    secretless: copy('secretless', authenticated('bearer'), [
      {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'TriggerAuthentication',
        metadata: { name: 'bearer', namespace: 'secretless' },
        spec: { secretTargetRef: [{ parameter: 'bearerToken', name: 'nowhere', key: 'token' }] },
      },
    ]),
    contested: [
      ...contested,
      changed(scaled, (manifest) => {
        manifest.metadata.name = 'again';
        manifest.spec.advanced.horizontalPodAutoscalerConfig.name = 'again';
      }),
    ],
    trusting: copy('trusting', ({ kind, spec }) => {
      if (kind !== 'ScaledObject') return;
      delete spec.fallback;
      // A query of its own, which alone is without a number.
      const { metadata } = spec.triggers[0];
      Object.assign(metadata, { ignoreNullValues: 'true', query: metadata.query.replace(QUEUE, 'parcels') });
    }),
    renamed: copy('renamed'),
  };
}

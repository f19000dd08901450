import { validateManifest } from './manifests';
import { spoiled } from './spoil';
import { VALID_MANIFESTS } from './valid-manifests';

/** Maps whose keys are the user's own, so that no schema knows them. */
const FREE_MAP = new RegExp(
  '/(labels|matchLabels|nodeSelector|requests|limits|hard|data|stringData|binaryData|min|max|default|defaultRequest|' +
    'spec/selector)$',
);

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Deployment: [
    '/apiVersion',
    '/kind',
    '/spec/selector',
    '/spec/template',
    '/spec/template/spec/containers',
    '/spec/template/spec/containers/0/name',
    '/spec/template/spec/containers/0/ports/0/containerPort',
    '/spec/template/spec/containers/0/env/0/name',
    '/spec/template/spec/containers/0/volumeMounts/0/mountPath',
    '/spec/template/spec/containers/0/startupProbe/grpc/port',
    '/spec/template/spec/volumes/0/name',
  ],
  Service: ['/spec/ports/0/port', '/metadata/name'],
  StatefulSet: ['/spec/selector', '/spec/template'],
  CronJob: ['/spec/schedule', '/spec/jobTemplate'],
  Job: ['/spec/template'],
  HorizontalPodAutoscaler: [
    '/spec/maxReplicas',
    '/spec/scaleTargetRef',
    '/spec/scaleTargetRef/name',
    '/spec/metrics/0/type',
    '/spec/metrics/0/containerResource/container',
    '/spec/behavior/scaleDown/policies/0/value',
  ],
  Ingress: ['/spec/rules/0/http/paths/0/pathType', '/spec/rules/0/http/paths/0/backend'],
  NetworkPolicy: ['/spec/egress/1/to/0/ipBlock/cidr', '/spec/ingress/0/from/0/podSelector/matchExpressions/0/operator'],
  RoleBinding: ['/roleRef', '/roleRef/name', '/subjects/0/kind'],
  Role: ['/rules/0/verbs'],
  LimitRange: ['/spec/limits/0/type'],
};

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  Deployment: [
    '/spec/strategy/type',
    '/spec/template/spec/containers/0/imagePullPolicy',
    '/spec/template/spec/containers/0/ports/0/protocol',
    '/spec/template/spec/securityContext/seccompProfile/type',
    '/spec/template/spec/topologySpreadConstraints/0/whenUnsatisfiable',
    '/spec/template/spec/tolerations/0/effect',
  ],
  StatefulSet: ['/spec/podManagementPolicy', '/spec/updateStrategy/type'],
  Job: ['/spec/template/spec/restartPolicy'],
  CronJob: ['/spec/concurrencyPolicy'],
  Service: ['/spec/type', '/spec/ports/0/protocol'],
  PodDisruptionBudget: ['/spec/unhealthyPodEvictionPolicy'],
  NetworkPolicy: ['/spec/policyTypes/0', '/spec/ingress/0/ports/0/protocol'],
  Ingress: ['/spec/rules/0/http/paths/0/pathType'],
  PersistentVolumeClaim: ['/spec/accessModes/0', '/spec/volumeMode'],
};

interface Place {
  readonly kind: string;
  readonly pointer: string;
  readonly value: unknown;
}

const PLACES = VALID_MANIFESTS.flatMap((manifest) =>
  placesIn(manifest, '').map(([pointer, value]): Place => ({ kind: manifest.kind, pointer, value })),
);

function placesIn(value: unknown, at: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const pointer = `${at}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [[pointer, inner] as [string, unknown], ...placesIn(inner, pointer)];
  });
}

/** Places where a change goes unnoticed. */
function missed(places: readonly Place[], change: (place: Place) => Readonly<Record<string, unknown>>): string[] {
  return places
    .filter((place) => validateManifest(spoiled(place.kind, change(place))).length === 0)
    .map(({ kind, pointer }) => `${kind} ${pointer}`);
}

test('a field with another name is noticed wherever the schema knows the names', () => {
  const fields = PLACES.filter(
    ({ pointer }) => !/\/\d+$/.test(pointer) && !FREE_MAP.test(pointer.slice(0, pointer.lastIndexOf('/'))),
  );
  expect(fields.length).toBeGreaterThan(600);
  expect(missed(fields, ({ pointer, value }) => ({ [pointer]: undefined, [`${pointer}s`]: value }))).toEqual([]);
});

test('a value of another type is noticed everywhere', () => {
  const other = (value: unknown) =>
    Array.isArray(value) ? {} : typeof value === 'object' ? [] : typeof value === 'boolean' ? 'yes' : true;
  expect(missed(PLACES, ({ pointer, value }) => ({ [pointer]: other(value) }))).toEqual([]);
});

test('null is noticed everywhere', () => {
  expect(missed(PLACES, ({ pointer }) => ({ [pointer]: null }))).toEqual([]);
});

test('a required field that is not there is noticed', () => {
  expect(missed(listed(REQUIRED), ({ pointer }) => ({ [pointer]: undefined }))).toEqual([]);
});

test('a word that is not one of the allowed ones is noticed', () => {
  expect(missed(listed(ENUMS), ({ pointer }) => ({ [pointer]: 'Sometimes' }))).toEqual([]);
});

/** The listed places, each of which is there. */
function listed(pointers: Readonly<Record<string, readonly string[]>>): Place[] {
  return Object.entries(pointers).flatMap(([kind, list]) =>
    list.map((pointer) => {
      const place = PLACES.find((candidate) => candidate.kind === kind && candidate.pointer === pointer);
      if (place === undefined) throw new Error(`${kind} has no ${pointer}`);
      return place;
    }),
  );
}

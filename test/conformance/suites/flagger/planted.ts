import type { LocatedObject } from '../../manifests';
import type { PlantedDefect } from '../../suite';
import { copied } from './input';

/** Copies of a microservice, each in a namespace of its own, and with a defect but for one. */
export interface Copies {
  /** Nothing is wrong with it but the version that is brought out. */
  readonly failing: readonly LocatedObject[];
  readonly unwritten: readonly LocatedObject[];
  readonly unsplit: readonly LocatedObject[];
  readonly mistaken: readonly LocatedObject[];
  readonly contested: readonly LocatedObject[];
  readonly heavier: readonly LocatedObject[];
  /** Of the microservice that is promoted step by step. */
  readonly hasty: readonly LocatedObject[];
}

/** The weights that are brought out in the place of those that are stated. */
const HEAVIER = 70;

/** Makes the copies of a microservice, and one of a microservice that is promoted step by step. */
export function copiesOf(objects: readonly LocatedObject[], name: string, stepped: string): Copies {
  const copy = (namespace: string, change?: (manifest: any) => any) => copied(objects, name, namespace, change);
  const contested = copy('contested');
  const canary = contested.find(({ manifest }) => manifest.kind === 'Canary')!;
  return {
    failing: copy('failing'),
    unwritten: copy('unwritten', (manifest) => (manifest.kind === 'Deployment' ? undefined : manifest)),
    unsplit: copy('unsplit', (manifest) => {
      if (manifest.kind === 'Deployment') delete manifest.spec.selector.matchLabels['app.kubernetes.io/name'];
      return manifest;
    }),
    mistaken: copy('mistaken', (manifest) => {
      if (manifest.kind === 'MetricTemplate') manifest.spec.query = `(${manifest.spec.query}`;
      return manifest;
    }),
    contested: [...contested, { ...canary, manifest: routesOf(name, 'contested') }],
    heavier: copy('heavier', (manifest) => {
      if (manifest.kind === 'Canary')
        manifest.spec.analysis.stepWeights = [...manifest.spec.analysis.stepWeights.slice(0, -1), HEAVIER];
      return manifest;
    }),
    hasty: copied(objects, stepped, 'hasty', (manifest) => {
      if (manifest.kind === 'Canary') delete manifest.spec.analysis.stepWeightPromotion;
      return manifest;
    }),
  };
}

/** Message that must be reported for the copies. */
export function defectsOf(
  name: string,
  stepped: string,
): Readonly<
  Record<'unwritten' | 'unsplit' | 'unparsed' | 'mistaken' | 'contested' | 'heavier' | 'hasty', PlantedDefect>
> {
  return {
    unwritten: {
      name: 'a Deployment that is not there',
      object: `Canary unwritten/${name}`,
      message: /not looked at|deployment \S+ get query error.*not found/,
    },
    unsplit: {
      name: 'a selector without a label that Flagger can change',
      object: `Canary unsplit/${name}`,
      message: /spec\.selector\.matchLabels must contain one of/,
    },
    unparsed: {
      name: 'a query that does not parse',
      object: `MetricTemplate mistaken/${name}-availability`,
      message: /its query does not parse/,
    },
    mistaken: {
      name: 'a query that Prometheus refuses',
      object: `Canary mistaken/${name}`,
      message: /it did not succeed: it is Failed/,
    },
    contested: {
      name: "routes that are stated beside Flagger's",
      object: `VirtualService contested/${name}`,
      message: /it is stated, and Flagger makes it/,
    },
    heavier: {
      name: 'other weights than are stated',
      object: `Canary heavier/${name}`,
      message: new RegExp(`${HEAVIER}, 0, and the steps say`),
    },
    hasty: {
      name: 'a promotion in one step',
      object: `Canary hasty/${stepped}`,
      message: /the weights were [\d, ]+, 0, and the steps say/,
    },
  };
}

function routesOf(name: string, namespace: string): LocatedObject['manifest'] {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name, namespace },
    spec: { hosts: [name], http: [{ route: [{ destination: { host: name } }] }] },
  };
}

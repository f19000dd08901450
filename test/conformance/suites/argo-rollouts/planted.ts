import type { KubernetesObject } from '../../cluster/kubernetes-object';
import type { LocatedObject } from '../../manifests';
import type { PlantedDefect } from '../../suite';

/** Defects, each in a microservice of its own. */
export const PLANTED: Readonly<Record<string, PlantedDefect>> = {
  cart: {
    name: 'a route that is missing from the list',
    object: 'Rollout shop/cart',
    message: /the weights of route cart\/\S+ were 0, and the steps say/,
  },
  orders: {
    name: 'a Service of the new version that selects nothing',
    object: 'Rollout shop/orders',
    message: /Service \\?"orders-canary\\?" has unmatch label/,
  },
  mail: {
    name: 'another share of copies',
    object: 'Rollout shop/mail',
    message: /copies were of 60% of the requests, and 40% are stated/,
  },
  stock: {
    name: 'a wrong weight',
    object: 'Rollout shop/stock',
    message: /were 0, 60, 100, 0, and the steps say 0, 50, 100, 0/,
  },
};

/** The objects with the defects in them. */
export function planted(objects: readonly LocatedObject[]): LocatedObject[] {
  return objects.map((object) => ({ ...object, manifest: spoilt(structuredClone(object.manifest)) }));
}

function spoilt(manifest: any): KubernetesObject {
  const {
    kind,
    metadata: { name },
    spec,
  } = manifest;
  if (kind === 'Rollout' && name === 'cart') spec.strategy.canary.trafficRouting.istio.virtualServices[0].routes.pop();
  if (kind === 'Service' && name === 'orders-canary') spec.selector['conformance/never'] = 'there';
  if (kind === 'Rollout' && name === 'mail')
    spec.strategy.canary.steps.find(
      ({ setMirrorRoute }: any) => setMirrorRoute?.percentage !== undefined,
    ).setMirrorRoute.percentage = 60;
  if (kind === 'Rollout' && name === 'stock') spec.strategy.canary.steps[0].setWeight = 60;
  return manifest as KubernetesObject;
}

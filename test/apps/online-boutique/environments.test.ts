import { all, find, ManifestObject } from '../../support/manifests';
import { manifestsFor } from './boutique';

const production = manifestsFor('production');
const staging = manifestsFor('staging');

/** Replicas by microservice; a range where an autoscaler decides. */
function replicas(manifests: readonly ManifestObject[]): Record<string, string> {
  const autoscalers = new Map(
    all(manifests, 'HorizontalPodAutoscaler').map(({ spec }) => [spec.scaleTargetRef.name, spec]),
  );
  return Object.fromEntries(
    all(manifests, 'Deployment').map(({ metadata: { name }, spec }) => {
      const range = autoscalers.get(name);
      return [name, range === undefined ? `${spec.replicas}` : `${range.minReplicas} to ${range.maxReplicas}`];
    }),
  );
}

function images(manifests: readonly ManifestObject[]): string[] {
  return all(manifests, 'Deployment')
    .flatMap(
      ({
        spec: {
          template: { spec },
        },
      }) => [...(spec.initContainers ?? []), ...spec.containers],
    )
    .map(({ image }) => image);
}

test('production runs one replica a zone and scales what every page needs; staging runs one of each', () => {
  const busy = '3 to 12';
  expect(replicas(production)).toEqual({
    adservice: '3',
    cartservice: busy,
    checkoutservice: '3',
    currencyservice: busy,
    emailservice: '3',
    frontend: busy,
    loadgenerator: '1',
    paymentservice: '3',
    productcatalogservice: busy,
    recommendationservice: '3',
    'redis-cart': '1',
    shippingservice: '3',
  });
  expect(replicas(staging)).toEqual(Object.fromEntries(Object.keys(replicas(production)).map((name) => [name, '1'])));
});

test('an autoscaler owns its number of replicas', () => {
  for (const { spec } of all(production, 'HorizontalPodAutoscaler')) {
    expect(find(production, 'Deployment', spec.scaleTargetRef.name).spec).not.toHaveProperty('replicas');
  }
});

test('disruptions are bounded wherever there is more than one replica', () => {
  const several = Object.entries(replicas(production))
    .filter(([, count]) => count !== '1')
    .map(([name]) => name);
  expect(
    all(production, 'PodDisruptionBudget')
      .map(({ metadata }) => metadata.name)
      .sort(),
  ).toEqual(several.sort());
  expect(all(staging, 'PodDisruptionBudget')).toEqual([]);
});

test('production pulls where the images are published, staging through its cache', () => {
  expect(
    images(production).filter(
      (image) =>
        !/^(?:us-central1-docker\.pkg\.dev\/online-boutique-ci\/microservices-demo\/|redis:|busybox:)/.test(image),
    ),
  ).toEqual([]);
  expect(
    images(staging).filter(
      (image) =>
        !/^registry\.example\.com\/(?:google\/online-boutique-ci\/microservices-demo|docker-hub\/library)\//.test(
          image,
        ),
    ),
  ).toEqual([]);
  const nameOf = (image: string) => image.split('/').at(-1);
  expect(images(staging).map(nameOf)).toEqual(images(production).map(nameOf));
});

test('production is open to everybody, staging to the office', () => {
  expect(find(production, 'Service', 'frontend-external').spec).not.toHaveProperty('loadBalancerSourceRanges');
  // Addresses of clients reach the network policy only where nodes do not replace them.
  expect(find(staging, 'Service', 'frontend-external').spec).toMatchObject({
    loadBalancerSourceRanges: ['203.0.113.0/24'],
    externalTrafficPolicy: 'Local',
  });
});

test('each namespace enforces the restricted level of the version of its cluster', () => {
  const version = (manifests: readonly ManifestObject[]) =>
    find(manifests, 'Namespace', 'online-boutique').metadata.labels;
  expect(version(production)).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
    'pod-security.kubernetes.io/enforce-version': 'v1.34',
  });
  expect(version(staging)).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
    'pod-security.kubernetes.io/enforce-version': 'v1.35',
  });
});

test('apart from that, the environments are equal', () => {
  const differing = ['Namespace online-boutique', 'NetworkPolicy frontend', 'Service frontend-external'];
  const shared = (manifests: readonly ManifestObject[]) =>
    manifests
      // Nobody watches staging.
      .filter(
        ({ kind, metadata }) =>
          !['HorizontalPodAutoscaler', 'PodDisruptionBudget', 'PrometheusRule', 'ConfigMap'].includes(kind) &&
          !differing.includes(`${kind} ${metadata.name}`),
      )
      .map((manifest) =>
        JSON.stringify(manifest, (key, value) => (['image', 'replicas'].includes(key) ? undefined : value)),
      );
  expect(shared(staging)).toEqual(shared(production));
});

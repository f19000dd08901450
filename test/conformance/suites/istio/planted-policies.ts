import { complaintsOf } from '../../cluster/kubernetes-client';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import type { Context, Findings, PlantedDefect } from '../../suite';
import { analyzed } from './analysis';
import { CASES, problemsOf } from './cases';
import { NO_ATTEMPTS } from './planted-manifests';
import { callersOfCart, SHOP } from './policies';
import { judgeProxies } from './proxies';
import type { Shop } from './shop';

/** Routes to a Service that is not there. */
const NOWHERE: KubernetesObject = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'nowhere', namespace: SHOP },
  spec: { hosts: ['nowhere'], http: [{ route: [{ destination: { host: 'nowhere' } }] }] },
};

/** Lets plain text in. */
const PERMISSIVE: KubernetesObject = {
  apiVersion: 'security.istio.io/v1',
  kind: 'PeerAuthentication',
  metadata: { name: 'default', namespace: SHOP },
  spec: { mtls: { mode: 'PERMISSIVE' } },
};

/** Waits as long as the callee takes. */
const NO_TIMEOUT: KubernetesObject = {
  apiVersion: 'networking.istio.io/v1',
  kind: 'VirtualService',
  metadata: { name: 'cart', namespace: SHOP },
  spec: {
    hosts: ['cart'],
    http: [8080, 9090].map((number) => ({
      match: [{ port: number }],
      route: [{ destination: { host: 'cart', port: { number } } }],
    })),
  },
};

/** Adds a filter that no Envoy has. */
const UNKNOWN_FILTER: KubernetesObject = {
  apiVersion: 'networking.istio.io/v1alpha3',
  kind: 'EnvoyFilter',
  metadata: { name: 'unknown', namespace: SHOP },
  spec: {
    workloadSelector: { labels: { 'app.kubernetes.io/name': 'cart' } },
    configPatches: [
      {
        applyTo: 'HTTP_FILTER',
        match: {
          context: 'SIDECAR_INBOUND',
          listener: { filterChain: { filter: { name: 'envoy.filters.network.http_connection_manager' } } },
        },
        patch: {
          operation: 'INSERT_FIRST',
          value: {
            name: 'unknown',
            typed_config: {
              '@type': 'type.googleapis.com/xds.type.v3.TypedStruct',
              type_url: 'type.googleapis.com/unknown',
            },
          },
        },
      },
    ],
  },
};

/** Shows that wrong policies are found, each by its own judge. */
export async function judgePlantedPolicies({ findsPlanted }: Context, shop: Shop): Promise<void> {
  const planted = async (
    defect: PlantedDefect,
    object: KubernetesObject,
    judge: () => Promise<Findings>,
  ): Promise<void> => {
    await shop.change(object);
    await findsPlanted(defect, judge);
    await shop.restore(object);
  };
  await planted(
    {
      name: 'a policy for another account',
      object: `AuthorizationPolicy ${SHOP}/cart`,
      message: /checkout calls http:\/\/cart:8080.*status 403 instead of 200/,
    },
    callersOfCart('chekout'),
    () => allCases(shop),
  );
  await planted(
    { name: 'plain text let in', object: titleOf(PERMISSIVE), message: /outsider calls .*status 403 instead of none/ },
    PERMISSIVE,
    () => allCases(shop),
  );
  await planted(
    {
      name: 'a route without timeout and retries',
      object: titleOf(NO_TIMEOUT),
      message: /status 200 instead of 504, attempts 1 instead of 2/,
    },
    NO_TIMEOUT,
    () => allCases(shop),
  );
  await planted(
    { name: 'a route to nowhere', object: `VirtualService ${SHOP}/nowhere`, message: /IST0101/ },
    NOWHERE,
    () => analyzed(shop),
  );
  await findsPlanted(
    {
      name: 'an object that Istio refuses, without a label',
      object: titleOf(NO_ATTEMPTS),
      message: /admission webhook .*istio.*attempts are set to 0/,
    },
    () => admission(shop, NO_ATTEMPTS),
  );
  await planted(
    {
      name: 'a filter that Envoy lacks',
      object: `Pod ${SHOP}/cart`,
      message: /its proxy refuses configuration: Listener/,
    },
    UNKNOWN_FILTER,
    () => judgeProxies(shop),
  );
}

/** Admission's verdict on an object. */
async function admission({ controlPlane }: Shop, object: KubernetesObject): Promise<Findings> {
  const answer = await controlPlane.client.apply(object, { dryRun: true, force: true });
  return { judged: 1, problems: complaintsOf(answer).map((message) => ({ object: titleOf(object), message })) };
}

async function allCases(shop: Shop): Promise<Findings> {
  const problems = [];
  for (const one of CASES) problems.push(...(await problemsOf(shop, one)));
  return { judged: CASES.length, problems };
}

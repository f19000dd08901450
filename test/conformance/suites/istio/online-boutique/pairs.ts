import type { KubernetesObject } from '../../../cluster/kubernetes-object';
import { Context, Findings, problemWith } from '../../../suite';
import { disagreements } from './agreement';
import type { Boutique } from './boutique';
import { BOUTIQUE, OUTSIDE, UNKNOWN_HOST, UNKNOWN_PORT } from './platform';
import { ending, isRefusedByCallee, judgePairs, reach, Reached } from './reach';
import { PairRequest, requestsOf, urlsOf } from './requests';

/** Judges who reaches whom: all layers together, and each of them alone. */
export async function judgeWhoReachesWhom(
  { systems, judge, findsPlanted }: Context,
  subject: string,
  boutique: Boutique,
): Promise<void> {
  const requests = requestsOf(boutique.microservices, boutique.all('Service'));
  const [scopes, policies] = [boutique.all('Sidecar'), boutique.all('AuthorizationPolicy')];
  const manifests = systems.find(({ name }) => name === subject)!.objects.map(({ manifest }) => manifest);
  const agreeing =
    (...without: string[]) =>
    (reached: readonly Reached<PairRequest>[]) =>
      disagreements(
        manifests.filter(({ kind }) => !without.includes(kind)),
        reached,
      );
  await judge(subject, 'every pair: exactly the stated requests are answered', () =>
    judgePairs(boutique, 'both', requests, agreeing()),
  );
  await judge(subject, 'another account and plain text are refused everywhere', () => strangers(boutique));
  await judge(subject, 'a host that nobody states is reached by nobody', () => unknownHost(boutique));
  await judge(subject, 'every pair: authorization alone refuses the others', () =>
    boutique.under({ removed: scopes }, () => judgePairs(boutique, 'authorization', requests, agreeing('Sidecar'))),
  );
  await judge(subject, 'every pair: the scope alone refuses the others', () =>
    boutique.under({ removed: policies }, () =>
      judgePairs(boutique, 'scope', requests, agreeing('AuthorizationPolicy')),
    ),
  );

  const named = (kind: string, name: string): string => `${kind} ${BOUTIQUE}/${name}`;
  const toCarts = requests.filter(({ callee }) => callee === 'redis-cart' || callee === 'cartservice');
  await findsPlanted(
    {
      name: 'a policy that is gone',
      object: named('AuthorizationPolicy', 'cartservice'),
      message: /frontend calls .*gRPC status 7, and it is stated/,
    },
    () =>
      boutique.under({ removed: [boutique.object('AuthorizationPolicy', 'cartservice')] }, () =>
        judgePairs(boutique, 'both', toCarts),
      ),
  );
  await findsPlanted(
    {
      name: 'a policy that allows everybody',
      object: named('AuthorizationPolicy', 'redis-cart'),
      message: /adservice calls .*answered, and not stated/,
    },
    () =>
      boutique.under({ removed: scopes, applied: [allowing(boutique, 'redis-cart')] }, () =>
        judgePairs(boutique, 'authorization', toCarts),
      ),
  );
  await findsPlanted(
    {
      name: 'a scope that is gone',
      object: named('Sidecar', 'adservice'),
      message: /adservice calls .*answered, and not stated/,
    },
    () =>
      boutique.under({ removed: [...policies, boutique.object('Sidecar', 'adservice')] }, () =>
        judgePairs(boutique, 'scope', toCarts),
      ),
  );
  await findsPlanted(
    {
      name: 'a scope without REGISTRY_ONLY',
      object: named('Sidecar', 'frontend'),
      message: /frontend calls http:\/\/unknown.*status 200/,
    },
    () => boutique.under({ applied: [withoutPolicy(boutique, 'frontend')] }, () => unknownHost(boutique)),
  );
  await findsPlanted(
    {
      name: 'plain text let in',
      object: named('PeerAuthentication', 'default'),
      message: /outsider calls .*status 403 by plain text/,
    },
    () => boutique.under({ removed: [boutique.object('PeerAuthentication', 'default')] }, () => strangers(boutique)),
  );
}

/** A pod with another account, which no scope binds, and one outside of the mesh, straight at the pods. */
async function strangers(boutique: Boutique): Promise<Findings> {
  const services = boutique.all('Service');
  const probes = services.flatMap((service) =>
    urlsOf(service, service.metadata.name).map(({ url }) => ({
      callee: service.metadata.name,
      url,
      from: boutique.prober,
    })),
  );
  const plain = services.flatMap((service) =>
    boutique.podsOf(service.metadata.name).flatMap(({ address }) =>
      urlsOf(service, address, true).map(({ url }) => ({
        callee: service.metadata.name,
        url,
        from: boutique.outsider,
      })),
    ),
  );
  const reached = await reach(boutique, [...probes, ...plain], ({ from }) => from);
  return {
    judged: reached.length,
    problems: reached.flatMap(({ request: { callee, url, from }, result, seen }) => {
      const outside = from.manifest.metadata.namespace === OUTSIDE;
      const calls = `${from.manifest.metadata.name} calls ${url}: ${ending(result)}`;
      // Where mutual TLS is asked for, plain text does not come as far as the policy.
      const passes = outside ? result.status !== undefined || result.grpcStatus === 7 : !isRefusedByCallee(result);
      if (outside && (passes || seen.length > 0))
        return [problemWith(boutique.located('PeerAuthentication', 'default'), `${calls} by plain text`)];
      return passes || seen.length > 0 ? [problemWith(boutique.located('AuthorizationPolicy', callee), calls)] : [];
    }),
  };
}

/** Asks every microservice to call a host that answers, and that no call states. */
async function unknownHost(boutique: Boutique): Promise<Findings> {
  const url = `http://${UNKNOWN_HOST.names[0]}:${UNKNOWN_PORT}/`;
  const results = await Promise.all(
    boutique.microservices.map(async (name) => ({
      name,
      result: (await boutique.callerOf(name).application.call({ url, timeoutSeconds: 3 }))[0],
    })),
  );
  return {
    judged: results.length,
    problems: results.flatMap(({ name, result }) =>
      result.status === 200
        ? [problemWith(boutique.located('Sidecar', name), `${name} calls ${url}: ${ending(result)}`)]
        : [],
    ),
  };
}

function allowing(boutique: Boutique, name: string): KubernetesObject {
  const policy = boutique.object('AuthorizationPolicy', name);
  return { ...policy, spec: { ...policy.spec, rules: [{}] } };
}

function withoutPolicy(boutique: Boutique, name: string): KubernetesObject {
  const {
    spec: { outboundTrafficPolicy: _, ...spec },
    ...sidecar
  } = boutique.object('Sidecar', name);
  return { ...sidecar, spec };
}

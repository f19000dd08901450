import { Duration } from 'cdk8s';
import * as fc from 'fast-check';
import { Findings, Keda, Scaling, ScalingMetric } from '../../lib';
import { decideThrough, INTERCEPTOR, interceptorOf } from '../support/decision/activator';
import { DecisionSimulator } from '../support/decision/decision';
import { INGRESS_GATEWAY } from '../support/decision/fixtures';
import { appOfSystem, manifestsOfSystem } from './mesh-build';
import { Asked, callOf, callsBetween, policyOf, policyOfRoute, REQUESTS } from './mesh-expected';
import { MeshSystem, meshSystems } from './mesh-systems';
import { runs } from './runs';

const RUNS = runs(60);

const START_SECONDS = 1;
/**
 * Long enough for a start in each of four attempts, and no longer than the shortest request of all may take with it.
 */
const PATIENT_MILLIS = 5_999;
const ZERO = {
  scaling: Scaling.on([ScalingMetric.concurrency(20)], { min: 0, max: 9 }),
  lifecycle: { startupTime: Duration.seconds(START_SECONDS) },
};

/** A system, and the one port of each microservice of it that scales to zero. */
interface Held {
  readonly system: MeshSystem;
  readonly ports: ReadonlyMap<number, number>;
}

/**
 * Every microservice that can scales to zero, by its first port of requests; callers that try again wait for it in each
 * attempt.
 */
function held(system: MeshSystem): Held {
  const ports = new Map(
    system.services.flatMap(({ headless, ports: all }, at) => {
      const port = all.findIndex(({ protocol }) => protocol !== 'tcp');
      return headless || port < 0 ? [] : [[at, port] as const];
    }),
  );
  const isTo = (at: number, port: number) => ports.get(at) === undefined || ports.get(at) === port;
  return {
    ports,
    system: {
      ...system,
      services: system.services.map((service, at) => ({
        ...service,
        ports: service.ports.map((port, number) => ({ ...port, exposed: port.exposed && isTo(at, number) })),
      })),
      calls: system.calls
        .filter(({ isExternal, callee, port }) => isExternal || isTo(callee, port))
        .map((call) =>
          call.isExternal || !ports.has(call.callee) || call.timeout === undefined || call.retries === 0
            ? call
            : { ...call, timeout: PATIENT_MILLIS },
        ),
    },
  };
}

test(
  'in any system whose microservices scale to zero, what is declared goes by what holds it, and nothing else ' + 'does',
  () => {
    fc.assert(
      fc.property(meshSystems(), (drawn) => {
        const { system, ports } = held(drawn);
        const {
          mesh: { domain: clusterDomain, trustDomain },
          services,
          namespaces,
        } = system;
        const app = appOfSystem(system, {
          autoscaling: new Keda({ httpAddOn: { reaction: Duration.seconds(0) } }),
          propsOf: (at) => (ports.has(at) ? ZERO : {}),
        });
        Findings.of(app).acknowledge('MS6002', 'some of them are called by nobody');
        const simulator = new DecisionSimulator([...manifestsOfSystem(app), ...INGRESS_GATEWAY, ...INTERCEPTOR], {
          clusterDomain,
          ...(trustDomain !== undefined && { trustDomain }),
        });
        const interceptor = interceptorOf(simulator);
        const workloads = services.map(({ namespace, name }) => simulator.workload(`${namespaces[namespace]}/${name}`));
        // Callers wait for the start, too, where they say nothing.
        const waiting = {
          ...system,
          services: services.map((service, at) => ({
            ...service,
            ...(ports.has(at) && { longestRequest: (service.longestRequest ?? 30) + START_SECONDS }),
          })),
        };
        for (const [callee, at] of ports) {
          const { namespace, name, ports: all } = services[callee]!;
          const { protocol, number, target, exposed } = all[at]!;
          const [to, host] = [workloads[callee]!, `${name}.${namespaces[namespace]}.svc.${clusterDomain}`];
          // However the host is written: what holds requests takes brackets before a port for those of IPv6.
          const admits = (from: typeof to, asked: Asked) => {
            const [answer, ...others] = [host, `${host}:8080`, `[${host}]:8080`].map(
              (written) =>
                simulator.decide({ from, to: interceptor, port: 8080, host: written, ...asked }).authorization,
            );
            for (const other of others) expectSame(`${host}, written in another way`, other, answer);
            return answer;
          };
          workloads.forEach((from, caller) => {
            const calls = callsBetween(system, caller, callee, false, at);
            for (const asked of REQUESTS[protocol]!) {
              const request = { from, to, port: number, ...asked };
              const call = callOf(calls, protocol, asked);
              const what = `${from.namespace}/${from.name} to ${host}:${number} ${JSON.stringify(asked)}`;
              // By whatever way it comes there: with the host alone it asks for this microservice.
              expectSame(`${what}: authorized where it waits`, admits(from, asked), call !== undefined);
              expectSame(
                `${what}: straight to the pods`,
                simulator.decide({ from, to: { pod: to }, port: target, ...asked }).authorization,
                false,
              );
              if (call === undefined) expectSame(what, simulator.decide(request).allowed, false);
              else {
                expectSame(what, decideThrough(simulator, request, interceptor), {
                  egressNetworkPolicy: true,
                  ingressNetworkPolicy: true,
                  egressScope: true,
                  routed: true,
                  mutualTls: true,
                  authorization: true,
                  allowed: true,
                });
                expect(policyOfRoute(simulator.routeOf(request))).toEqual(policyOf(waiting, call));
              }
            }
          });
          const gateway = simulator.workload('istio-ingress/gateway');
          for (const asked of REQUESTS[protocol]!)
            expectSame(`the gateway to ${host}`, admits(gateway, asked), exposed);
        }
      }),
      RUNS,
    );
  },
  60_000,
);

function expectSame(what: string, actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

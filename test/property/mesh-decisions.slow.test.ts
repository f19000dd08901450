import * as fc from 'fast-check';
import { DecisionSimulator, OUTSIDE_THE_MESH, Verdict, Workload } from '../support/decision/decision';
import { INGRESS_GATEWAY } from '../support/decision/fixtures';
import { appOfSystem, manifestsOfSystem } from './mesh-build';
import { callOf, callsBetween, EACH_ONCE, policyOf, policyOfRoute, REQUESTS } from './mesh-expected';
import { MeshSystem, meshSystems } from './mesh-systems';
import { runs } from './runs';

const RUNS = runs(100);

const ALL: Verdict = {
  egressNetworkPolicy: true,
  ingressNetworkPolicy: true,
  egressScope: true,
  routed: true,
  mutualTls: true,
  authorization: true,
  allowed: true,
};

/** A system, and what its manifests say. */
interface Judged {
  readonly system: MeshSystem;
  readonly simulator: DecisionSimulator;
  readonly workloads: readonly Workload[];
}

// One property, since a program costs more than all that is asked of it.
test('in any system on Istio, every layer lets in what is declared, and refuses the rest as far as it can tell', () => {
  fc.assert(
    fc.property(meshSystems(), (system) => {
      const {
        mesh: { domain: clusterDomain, trustDomain },
        services,
        namespaces,
      } = system;
      const simulator = new DecisionSimulator([...manifestsOfSystem(appOfSystem(system)), ...INGRESS_GATEWAY], {
        clusterDomain,
        ...(trustDomain !== undefined && { trustDomain }),
      });
      const judged = {
        system,
        simulator,
        workloads: services.map(({ namespace, name }) => simulator.workload(`${namespaces[namespace]}/${name}`)),
      };
      expectCalls(judged);
      expectNothingPlain(judged);
      expectExposures(judged);
      expectExternals(judged);
    }),
    RUNS,
  );
}, 60_000);

/** Microservices are called as they declare it and in no other way. */
function expectCalls({ system, simulator, workloads }: Judged): void {
  workloads.forEach((from, caller) =>
    workloads.forEach((to, callee) => {
      const knows = system.calls.some((call) => !call.isExternal && call.caller === caller && call.callee === callee);
      system.services[callee]!.ports.forEach(({ protocol, number }, at) => {
        const calls = callsBetween(system, caller, callee, false, at);
        const isOpen = calls.length > 0;
        for (const asked of (isOpen ? REQUESTS : EACH_ONCE)[protocol]!) {
          const request = { from, to, port: number, ...asked };
          const call = callOf(calls, protocol, asked);
          // Network policies know no methods and paths, and the scope knows no ports either.
          const refused = {
            egressScope: knows,
            egressNetworkPolicy: isOpen,
            ingressNetworkPolicy: isOpen,
            mutualTls: true,
            authorization: false,
            allowed: false,
          };
          expectLayers(request, simulator.decide(request), call !== undefined ? ALL : refused);
          if (call !== undefined && protocol !== 'tcp')
            expect(policyOfRoute(simulator.routeOf(request))).toEqual(policyOf(system, call));
        }
      });
    }),
  );
}

/** Plain text from outside is refused, whatever port it comes to. */
function expectNothingPlain({ system, simulator, workloads }: Judged): void {
  workloads.forEach((to, at) => {
    for (const { number, protocol } of system.services[at]!.ports) {
      const request = { from: OUTSIDE_THE_MESH, to, port: number, ...REQUESTS[protocol]![0] } as const;
      expectLayers(request, simulator.decide(request), {
        ingressNetworkPolicy: false,
        mutualTls: false,
        authorization: false,
      });
    }
  });
}

/** The ingress gateway reaches what is exposed, by any request, and nothing else. */
function expectExposures({ system, simulator, workloads }: Judged): void {
  workloads.forEach((to, at) => {
    for (const { number, protocol, exposed } of system.services[at]!.ports) {
      for (const asked of REQUESTS[protocol]!) {
        const request = { from: simulator.workload('istio-ingress/gateway'), to, port: number, ...asked };
        expectLayers(request, simulator.decide(request), {
          ingressNetworkPolicy: exposed,
          mutualTls: true,
          authorization: exposed,
        });
      }
    }
  });
}

/** External services are known to exactly their callers, who wait and retry as they state. */
function expectExternals({ system, simulator, workloads }: Judged): void {
  const wirePort = (external: number) => system.externals[external]!.tlsPort ?? system.externals[external]!.number;
  system.externals.forEach(({ host, number, protocol }, at) =>
    workloads.forEach((from, caller) => {
      const calls = callsBetween(system, caller, at, true, 0);
      // Out of scope, nothing turns the port that is asked for into the service's own.
      const callsSuchPort = system.calls.some(
        (call) => call.isExternal && call.caller === caller && [number, wirePort(at)].includes(wirePort(call.callee)),
      );
      for (const asked of REQUESTS[protocol]!) {
        const request = { from, to: host, port: number, ...asked };
        expectLayers(
          request,
          simulator.decide(request),
          calls.length > 0
            ? ALL
            : { egressScope: false, ...(!callsSuchPort && { egressNetworkPolicy: false }), allowed: false },
        );
        const call = callOf(calls, protocol, asked);
        if (call !== undefined && protocol !== 'tls')
          expect(policyOfRoute(simulator.routeOf(request))).toEqual(policyOf(system, call));
      }
    }),
  );
}

/** Fails with what was asked, where a layer says anything else than is expected of it. */
function expectLayers(
  {
    from,
    to,
    port,
    ...asked
  }: { readonly from: Workload | string; readonly to: Workload | string; readonly port: number },
  verdict: Verdict,
  expected: Partial<Verdict>,
): void {
  const wrong = (Object.keys(expected) as (keyof Verdict)[]).filter((layer) => verdict[layer] !== expected[layer]);
  const name = (end: Workload | string) => (typeof end === 'string' ? end : `${end.namespace}/${end.name}`);
  if (wrong.length > 0)
    throw new Error(
      `${name(from)} to ${name(to)}:${port} ${JSON.stringify(asked)}: ` +
        `${wrong.map((layer) => `${layer} is ${verdict[layer]}`).join(', ')}`,
    );
}

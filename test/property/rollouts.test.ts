import * as fc from 'fast-check';
import { ArgoRollouts, CanaryStep, Rollout } from '../../lib';
import { stagesOf } from '../support/canary';
import type { Probe } from '../support/canary/calls';
import { faultsOf } from '../support/canary/judge';
import { appOfSystem, manifestsOfSystem } from './mesh-build';
import { callOf, callsBetween, REQUESTS } from './mesh-expected';
import { MeshSystem, meshSystems } from './mesh-systems';

// Seed and path are printed with a failure; shrinking ends after a while.
const RUNS = { numRuns: 15, interruptAfterTimeLimit: 30_000 };

const rollouts = fc.oneof(
  fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 2 }).map((weights) => Rollout.canary({ analysis: false, steps: weights.sort((a, b) => a - b).map((weight) => CanaryStep.weight(weight)) })),
  fc.constant(Rollout.blueGreen()),
);

/** Every request of the samples between two microservices, and whether it is declared. */
function probesOf(system: MeshSystem): Probe[] {
  const { services, namespaces } = system;
  const account = (at: number) => ({ namespace: namespaces[services[at]!.namespace]!, name: services[at]!.name });
  return services.flatMap((_, caller) => services.flatMap(({ ports }, callee) => ports.flatMap(({ protocol, number }, port) => REQUESTS[protocol]!.map((asked): Probe => ({
    from: account(caller), to: account(callee), port: number, ...asked, hasRequests: protocol !== 'tcp', declared: callOf(callsBetween(system, caller, callee, false, port), protocol, asked) !== undefined,
  })))));
}

test('in any system on Istio, calls arrive by the stated shares and others do not, at each stage of every rollout', () => {
  fc.assert(fc.property(meshSystems(), rollouts, (system, rollout) => {
    const { mesh: { domain: clusterDomain, trustDomain } } = system;
    const manifests = manifestsOfSystem(appOfSystem(system, { delivery: new ArgoRollouts(), rollout }));
    const probes = probesOf(system);
    expect(stagesOf(manifests).flatMap((stage) => faultsOf(stage, probes, { clusterDomain, ...(trustDomain !== undefined && { trustDomain }) }))).toEqual([]);
  }), RUNS);
}, 60_000);

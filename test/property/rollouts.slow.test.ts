import * as fc from 'fast-check';
import { stagesOf } from '../support/canary';
import type { Probe } from '../support/canary/calls';
import { stageOf } from '../support/canary/candidates';
import { faultsOf } from '../support/canary/judge';
import type { Stage } from '../support/canary/stage';
import type { ManifestObject } from '../support/manifests';
import { deliveries, DeliverySpec, NEXT_IMAGE, stated } from './deliveries';
import { appOfSystem, manifestsOfSystem } from './mesh-build';
import { callOf, callsBetween, EACH_ONCE, REQUESTS } from './mesh-expected';
import { MeshSystem, meshSystems } from './mesh-systems';
import { runs } from './runs';

const RUNS = runs(30);

/** Every request of the samples between two microservices, and whether it is declared. */
function probesOf(system: MeshSystem): Probe[] {
  const { services, namespaces } = system;
  const account = (at: number) => ({ namespace: namespaces[services[at]!.namespace]!, name: services[at]!.name });
  return services.flatMap((_, caller) =>
    services.flatMap(({ ports }, callee) =>
      ports.flatMap(({ protocol, number }, port) => {
        const calls = callsBetween(system, caller, callee, false, port);
        return (calls.length > 0 ? REQUESTS : EACH_ONCE)[protocol]!.map((asked): Probe => ({
          from: account(caller),
          to: account(callee),
          port: number,
          ...asked,
          hasRequests: protocol !== 'tcp',
          declared: callOf(calls, protocol, asked) !== undefined,
        }));
      }),
    ),
  );
}

/** Stage of a rollout: a controller's objects, or the applied ones without a controller, for each microservice. */
function stages(system: MeshSystem, spec: DeliverySpec, manifests: readonly ManifestObject[], weight: number): Stage[] {
  if (spec.controller !== 'KubernetesDelivery') return stagesOf(manifests);
  return system.services.map(({ namespace, name }) => {
    const stage = stageOf(
      manifests,
      `candidate ${weight}`,
      { namespace: system.namespaces[namespace]!, name },
      NEXT_IMAGE,
      weight,
    );
    return stage.candidate.length > 0 ? stage : { ...stage, weight: 0 };
  });
}

test(
  'in any system on Istio, under any controller, calls arrive by the stated shares, headers and copies, and ' +
    'others do not, at each stage of every rollout',
  () => {
    const seen: Record<string, number> = {};
    fc.assert(
      fc.property(meshSystems(), deliveries(), (system, spec) => {
        const {
          mesh: { domain: clusterDomain, trustDomain },
        } = system;
        const { delivery, rolloutOf, candidateWeight } = stated(system, spec);
        // Copies of what may not be carried out twice, and what a controller does in part, are found fault with
        // elsewhere.
        const manifests = manifestsOfSystem(
          appOfSystem(system, { delivery, rolloutOf, acknowledged: ['MS6109', 'MS6112', 'MS6141'] }),
        );
        const probes = probesOf(system);
        const all = stages(system, spec, manifests, candidateWeight);
        for (const what of [
          spec.controller,
          ...all.flatMap(({ header, copied }) => [
            ...(header === undefined ? [] : ['header']),
            ...(copied === undefined ? [] : ['copies']),
          ]),
        ])
          seen[what] = (seen[what] ?? 0) + 1;
        expect(
          all.flatMap((stage) =>
            faultsOf(stage, probes, { clusterDomain, ...(trustDomain !== undefined && { trustDomain }) }),
          ),
        ).toEqual([]);
      }),
      RUNS,
    );
    expect(Object.keys(seen)).toEqual(
      expect.arrayContaining(['ArgoRollouts', 'Flagger', 'KubernetesDelivery', 'header', 'copies']),
    );
  },
  120_000,
);

import type { Problem } from '../../../errors';
import type { FunctionWorkload, FunctionSize } from '../../../program';
import type { SettingProblem } from '../functions';
import type { KnativeFacts } from './facts';
import { bounds, rollout } from './problems-of-bounds';
import { featureGateProblems, variableGateProblems } from './problems-of-features';
import { probes } from './problems-of-probes';
import { reserved } from './problems-of-reserved';
import { scaling } from './problems-of-scaling';

/** Settings that Knative would refuse. */
export function settingProblems(facts: FunctionSize, knative: KnativeFacts): SettingProblem[] {
  return [
    ...bounds(facts, knative),
    ...featureGateProblems(facts, knative),
    ...scaling(facts, knative).map((problem) => ({ settings: ['scaling'], problem })),
  ];
}

/** Problems that Knative refuses, and fields that it changes silently. */
export function functionProblems(facts: FunctionWorkload, knative: KnativeFacts): Problem[] {
  return [
    ...protocol(facts),
    ...rollout(facts),
    ...variableGateProblems(facts, knative),
    ...reserved(facts),
    ...probes(facts),
  ];
}

function protocol({ name, ports }: FunctionWorkload): Problem[] {
  return ports
    .filter(({ protocol: { hasRequests } }) => !hasRequests)
    .map(({ protocol: { name: spoken } }) => ({
      code: 'MS7013',
      message: `${name} takes no requests`,
      given: `protocol was ${spoken}`,
      allowed: 'Protocol.HTTP, Protocol.HTTP2 and Protocol.GRPC',
      fix: 'run a Microservice, which serves any protocol',
    }));
}

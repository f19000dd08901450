import type { Problem } from '../../errors';
import type { FunctionFacts } from '../../model';
import type { KnativeFacts } from './facts';
import { bounds } from './problems-of-bounds';
import { gated } from './problems-of-features';
import { probes } from './problems-of-probes';
import { reserved } from './problems-of-reserved';
import { scaling } from './problems-of-scaling';

/** What Knative would refuse of a function, or change without a word. */
export function functionProblems(facts: FunctionFacts, knative: KnativeFacts): Problem[] {
  return [...protocol(facts), ...bounds(facts, knative), ...gated(facts, knative), ...reserved(facts), ...probes(facts), ...scaling(facts, knative)];
}

function protocol({ name, ports }: FunctionFacts): Problem[] {
  return ports.filter(({ protocol: { hasRequests } }) => !hasRequests).map(({ protocol: { name: spoken } }) => ({
    code: 'MS7013', message: `${name} takes no requests`, given: `protocol was ${spoken}`, allowed: 'Protocol.HTTP, Protocol.HTTP2 and Protocol.GRPC', fix: 'run a Microservice, which serves any protocol',
  }));
}

import { DecisionSimulator, MeshOptions } from '../decision/decision';
import { INGRESS_GATEWAY } from '../decision/fixtures';
import { callFaults, Probe } from './calls';
import { routeFaults } from './routes';
import { selectorFaults } from './selectors';
import type { Stage } from './stage';

/** Problems of a stage: calls, weights of routes, selections. */
export function faultsOf(stage: Stage, probes: readonly Probe[], options: MeshOptions = {}): string[] {
  const simulator = new DecisionSimulator([...stage.objects, ...INGRESS_GATEWAY], options);
  const faults = [
    ...callFaults(stage, simulator, probes),
    ...routeFaults(stage, simulator),
    ...selectorFaults(stage, simulator.workloads),
  ];
  return [...new Set(faults)].map((fault) => `${stage.of.name}, ${stage.name}: ${fault}`);
}

import { checkEnvironment } from '../../checks';
import {
  renderedContainers,
  renderedReads,
  statedContainers,
  statedReads,
  unwatchedVolumes,
} from '../../emit/kubernetes';
import { type Problem, renderingOf } from '../../errors';
import { endpointId, type Workload } from '../../program';
import { madeSecretIn, serviceIn } from '../tree/stated-objects';
import { NAMESPACES, SERVICES } from '../tree/registry';
import type { AbstractCaller } from './abstract-caller';
import { stateOf } from './workload-state';

/** Findings about the variables, commands and arguments of a workload, as patches leave them. */
export function environmentProblems(construct: AbstractCaller, workload: Workload): Problem[] {
  const { workload: object } = stateOf(construct).objects;
  const patched = object.patched();
  return checkEnvironment({
    workload,
    containers: patched === undefined ? statedContainers(workload) : renderedContainers(patched),
    reads: () =>
      patched === undefined ? statedReads(workload) : renderedReads(patched, { unwatched: unwatchedVolumes(workload) }),
    keysOfMadeSecret: (name) => madeSecretIn(construct, workload.namespace, name)?.secret.keys,
    // Resolved on request: without a provider, functions are outside of any App that could.
    annotations: () => ({
      ...(object.metadata.toJson() as { readonly annotations?: Readonly<Record<string, string>> }).annotations,
      ...workload.settings.values.podAnnotations,
    }),
    rendering: renderingOf(construct),
    workloadAt: (namespace, name) => {
      const [named] = SERVICES.entries(construct, endpointId(workload.cluster.name, namespace, name));
      return named && stateOf(named).definition.endpoint;
    },
    makesNamespace: (namespace) => NAMESPACES.entries(construct, namespace).some(({ existing }) => !existing),
    hasService: (namespace, name) => serviceIn(construct, namespace, name) !== undefined,
  });
}

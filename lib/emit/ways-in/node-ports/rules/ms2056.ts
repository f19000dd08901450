import { type Rule, Severity } from '../../../../errors';
import type { DeploymentWorkload } from '../../../../program';
import { isWhole } from '../../../../values';
import { exposed } from '../../exposed';

/** A microservice exposed on node ports of a range. */
export interface OnNodePorts {
  readonly microservice: DeploymentWorkload;
  readonly lowest: number;
  readonly highest: number;
}

/** A stated node port is in the range of the cluster. */
export const MS2056: Rule<OnNodePorts> = {
  code: 'MS2056',
  title: 'invalid node port',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The API server refuses node ports outside of its range, and a port of all nodes that another Service has. ' +
    'The platform states the range; without a stated port, the cluster chooses a free one.',
  reads: 'exposures of all microservices of the platform, range of node ports',

  evaluate: ({ microservice, lowest, highest }) =>
    exposed(microservice).flatMap(({ exposure: { nodePort }, port }) =>
      nodePort === undefined || isWhole(nodePort, lowest, highest)
        ? []
        : [
            {
              message: `port ${port.number} of ${microservice.name} has an invalid node port`,
              given: `nodePort was ${nodePort}`,
              allowed: `whole numbers from ${lowest} to ${highest}`,
              fix: 'state one of the range, or leave it out',
            },
          ],
    ),
};

/** Each node port is claimed once. */
export const MS2056_TWICE: Rule<readonly DeploymentWorkload[]> = {
  ...MS2056,

  evaluate: (microservices) => {
    const claims = new Map<number, Set<string>>();
    for (const microservice of microservices)
      for (const { exposure, port } of exposed(microservice))
        if (exposure.nodePort !== undefined) {
          const claim = `port ${port.number} of ${microservice.namespace}/${microservice.name}`;
          claims.set(exposure.nodePort, (claims.get(exposure.nodePort) ?? new Set()).add(claim));
        }
    return [...claims]
      .filter(([, of]) => of.size > 1)
      .map(([nodePort, of]) => ({
        message: `node port ${nodePort} is claimed twice`,
        given: `${[...of].sort().join(' and ')} state it`,
        allowed: 'a node port of its own for each port',
        fix: 'state another one for one of them, or leave it out',
      }));
  },
};

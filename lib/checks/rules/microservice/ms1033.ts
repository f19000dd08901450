import { Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import type { Port } from '../../../values';

/** A headless port is not the container's port. */
export const MS1033: Rule<DeploymentWorkload> = {
  code: 'MS1033',
  title: "a headless port is not the container's port",
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'The name of a headless Service resolves to the addresses of the pods, so callers connect to the container ' +
    'itself and `targetPort` has no effect. Give the port the number that the container listens on; acknowledge ' +
    'where all callers read the port from SRV records.',
  reads: 'microservice',

  evaluate: ({ ports, headless }) => {
    if (!headless) return [];
    const missed = ports.filter(({ number: port, targetPort }) => !Object.is(port, targetPort));
    const each = (text: (port: Port) => string) => missed.map(text).join(', ');
    return missed.length === 0
      ? []
      : [
          {
            message: `callers of a headless microservice would miss port ${each(({ name }) => name)}`,
            given: `${each(({ number: port, targetPort }) => `port ${port} led to ${targetPort}`)}, headless was true`,
            allowed: 'the number that the container listens on',
            fix: `state ${each(({ targetPort }) => `port ${targetPort}`)} without targetPort, or leave headless out`,
          },
        ];
  },
};

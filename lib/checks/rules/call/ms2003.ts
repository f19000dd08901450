import { Rule, Severity } from '../../../errors';
import type { Edge } from '../../../program';

/** The callee serves no port. */
export const MS2003: Rule<Edge> = {
  code: 'MS2003',
  title: 'the callee serves no port',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: "A worker cannot be called. State the callee's ports, or those of the reference that stands for it.",
  reads: 'call',

  evaluate: ({ callee }) =>
    callee.ports.length > 0
      ? []
      : [
          {
            message: `${callee.name} serves no port`,
            given: `the call to ${callee.name}`,
            allowed: 'microservices with ports',
            fix: `state the ports of ${callee.name}`,
          },
        ],
};

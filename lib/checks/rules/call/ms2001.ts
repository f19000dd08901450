import { Rule, Severity } from '../../../errors';
import type { Edge } from '../../../program';

/** The callee has no such port. */
export const MS2001: Rule<Edge> = {
  code: 'MS2001',
  title: 'the callee has no such port',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation: "A call names a port by the number that the callee's Service has. The finding lists the callee's ports.",
  reads: 'call',

  evaluate: ({ callee, options: { port } }) =>
    callee.ports.length === 0 || port === undefined || callee.ports.some(({ number }) => number === port)
      ? []
      : [
          {
            message: `${callee.name} has no port ${port}`,
            given: `the call to ${callee.name} named port ${port}`,
            allowed: callee.ports.map(({ number, name }) => `${number} (${name})`).join(', '),
            fix: "name a port of the callee, by its Service's number",
          },
        ],
};

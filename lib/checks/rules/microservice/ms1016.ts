import { Detail, Rule, Severity } from '../../../errors';
import type { FunctionWorkload } from '../../../program';
import { type Port, isWhole } from '../../../values';

const LAST = 65535;

/** A port is out of range. */
export const MS1016: Rule<readonly Port[]> = {
  code: 'MS1016',
  title: 'a port is out of range',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation: 'Ports are whole numbers from 1 to 65535.',
  reads: 'ports',

  evaluate: (ports) => [...ports.flatMap(rangeOf), ...ports.flatMap(hostPortOf)],
};

/** The port that the container of a function listens on. */
export const MS1016_OF_FUNCTION: Rule<FunctionWorkload> = {
  ...MS1016,
  evaluate: ({ ports }) =>
    ports
      .filter(({ targetPort }) => !isWhole(targetPort, 1, LAST))
      .map(({ targetPort }) => ({
        message: 'a containerPort is out of range',
        given: `containerPort was ${targetPort}`,
        allowed: `whole numbers from 1 to ${LAST}`,
        fix: 'state the number that the container listens on',
      })),
};

function hostPortOf({ name, hostPort }: Port): Detail[] {
  return hostPort === undefined || isWhole(hostPort, 1, LAST)
    ? []
    : [
        {
          message: 'a hostPort is out of range',
          given: `hostPort of ${name} was ${hostPort}`,
          allowed: `whole numbers from 1 to ${LAST}`,
          fix: 'state the number that the node listens on, or leave it out',
        },
      ];
}

function rangeOf(port: Port): Detail[] {
  if (isWhole(port.number, 1, LAST) && isWhole(port.targetPort, 1, LAST)) return [];
  return [['port', port.number] as const, ['targetPort', port.targetPort] as const]
    .filter(([, number], at, both) => !isWhole(number, 1, LAST) && (at === 0 || !Object.is(number, both[0]![1])))
    .map(([what, number]) => ({
      message: `a ${what} is out of range`,
      given: `${what} of ${port.name} was ${number}`,
      allowed: `whole numbers from 1 to ${LAST}`,
      fix: isWhole(port.targetPort, 1, LAST)
        ? 'state the number that the Service listens on'
        : 'state the number that the container listens on',
    }));
}

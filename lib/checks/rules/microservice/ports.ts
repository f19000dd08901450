import type { Problem } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import type { Port } from '../../../values';
import { isWhole, repeated, Rule } from '../../rule';

const LAST = 65535;

/** Ports are in range and can be told apart by number and by name. */
export const ports: Rule<DeploymentWorkload> = ({ ports: all, headless }) => [
  ...portProblems(all),
  ...(headless && all.length === 0
    ? [
        {
          code: 'MS1019',
          message: 'a microservice without ports cannot be headless',
          given: 'headless was true, ports were none',
          allowed: 'headless with at least one port',
          fix: 'state its ports, or leave headless out',
        } as const,
      ]
    : []),
  ...(headless ? all.filter(({ number: port, targetPort }) => !Object.is(port, targetPort)).map(unmapped) : []),
];

/** Names of a headless Service stand for pods, and nothing between caller and pod changes the port. */
function unmapped({ name, number: port, targetPort }: Port): Problem {
  return {
    code: 'MS1033',
    message: `callers of a headless microservice would miss port ${name}`,
    given: `port ${port} led to ${targetPort}, headless was true`,
    allowed: 'the number that the container listens on',
    fix: `state port ${targetPort} without targetPort, or leave headless out`,
  };
}

/** What is wrong with a list of ports, of whomever. */
export function portProblems(all: readonly Port[]): Problem[] {
  return [...all.flatMap(range), ...all.flatMap(grammar), ...numbersTwice(all), ...namesTwice(all)];
}

function range(port: Port): Problem[] {
  return [['port', port.number] as const, ['targetPort', port.targetPort] as const]
    .filter(([, number], at, both) => !isWhole(number, 1, LAST) && (at === 0 || number !== both[0]![1]))
    .map(([what, number]) => ({
      code: 'MS1016',
      message: `a ${what} is out of range`,
      given: `${what} of ${port.name} was ${number}`,
      allowed: `whole numbers from 1 to ${LAST}`,
      fix: 'state the number that the container listens on',
    }));
}

/**
 * Names of container ports: at most 15 characters, letters, digits and single dashes, at least one letter (RFC 6335).
 */
function grammar({ name, number: port }: Port): Problem[] {
  const fits = name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
  return fits
    ? []
    : [
        {
          code: 'MS1018',
          message: 'Kubernetes refuses the name of a port',
          given: `the name of port ${port} came to '${name}' (${name.length} characters)`,
          allowed:
            'with the protocol in front at most 15 lower-case letters, digits and single dashes, no dash at either end',
          fix: 'state a shorter or plainer name',
        },
      ];
}

function numbersTwice(all: readonly Port[]): Problem[] {
  return repeated(all.map(({ number: port, protocol }) => `${port}/${protocol.transport}`)).map((number) => ({
    code: 'MS1017',
    message: `port ${number} is declared twice`,
    given: `${all
      .filter(({ number: port, protocol }) => `${port}/${protocol.transport}` === number)
      .map(({ name }) => name)
      .join(' and ')} have it`,
    allowed: 'each number once',
    fix: 'remove one of them, or change its number',
  }));
}

function namesTwice(all: readonly Port[]): Problem[] {
  return repeated(all.map(({ name }) => name)).map((name) => ({
    code: 'MS1018',
    message: 'two ports share a name',
    given: `'${name}' stands for ports ${all
      .filter((port) => port.name === name)
      .map(({ number: port }) => port)
      .join(' and ')}`,
    allowed: 'a name of its own for each',
    fix:
      `state what tells them apart, as in Port.${all.find((port) => port.name === name)!.protocol.name}(…, { ` +
      `name: 'admin' })`,
  }));
}

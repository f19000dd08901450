import { Rule, Severity } from '../../../errors';
import { type Port, repeatedBy } from '../../../values';

/** A port is declared twice. */
export const MS1017: Rule<readonly Port[]> = {
  code: 'MS1017',
  title: 'a port is declared twice',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'A Service has each number once for each transport; two ports may lead to one target port, but not have one ' +
    'number.',
  reads: 'ports',

  evaluate: (ports) =>
    repeatedBy(ports, numberOf).map(([number, same]) => ({
      message: `port ${number} is declared twice`,
      given: `${same.map(({ name }) => name).join(' and ')} have it`,
      allowed: 'each number once',
      fix: 'remove one of them, or change its number',
    })),
};

function numberOf({ number: port, protocol }: Port): string {
  return `${port}/${protocol.transport}`;
}

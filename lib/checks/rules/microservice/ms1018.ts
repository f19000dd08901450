import { Rule, Severity } from '../../../errors';
import { type Port, repeatedBy } from '../../../values';

/** Invalid or repeated name of a port. */
export const MS1018: Rule<readonly Port[]> = {
  code: 'MS1018',
  title: 'invalid or repeated name of a port',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'The name of a port is its protocol, a dash and its stated name; names differ, and have at most 15 lower-case ' +
    'letters, digits and single dashes.',
  reads: 'ports',

  evaluate: (ports) =>
    ports
      .filter(({ name }) => !isPortName(name))
      .map(({ name, number: port }) => ({
        message: 'Kubernetes refuses the name of a port',
        given: `the name of port ${port} came to '${name}' (${name.length} characters)`,
        allowed:
          'with the protocol in front at most 15 lower-case letters, digits and single dashes, no dash at either end',
        fix: 'state a shorter or plainer name',
      }))
      .concat(
        repeatedBy(ports, ({ name }) => name).map(([name, same]) => ({
          message: 'two ports share a name',
          given: `'${name}' stands for ports ${same.map(({ number: port }) => port).join(' and ')}`,
          allowed: 'a name of its own for each',
          fix: `name one of them, as in Port.${same[0]!.protocol.name}(…, { ` + `name: 'admin' })`,
        })),
      ),
};

/** True for letters, digits and single dashes, at most 15 (RFC 6335). */
function isPortName(name: string): boolean {
  return name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}

import { Detail, Rule, Severity } from '../../../errors';
import { healthOf, type ProbeFacts, type Workload } from '../../../program';
import { type ContainerFacts, isWhole } from '../../../values';
import { unspokenProbe } from './probe-protocol';

const KINDS = ['startup', 'readiness', 'liveness'] as const;
type Kind = (typeof KINDS)[number];

const LOWEST = [
  ['period', 1],
  ['timeout', 1],
  ['initialDelay', 0],
  ['failureThreshold', 1],
  ['successThreshold', 1],
] as const;

/** Invalid probe. */
export const MS1023: Rule<Workload> = {
  code: 'MS1023',
  title: 'invalid probe',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'A probe asks a port, a path or a command, at times that the kubelet accepts; the finding names the missing or ' +
    'invalid part. It speaks what its port speaks: a port of `Port.tls` answers `Probe.tcp` and `Probe.http` with ' +
    '`tls`, and no `Probe.grpc`, since the kubelet has no TLS for it; a port without TLS answers no probe with ' +
    '`tls`, and a port of `Port.udp` none but a command.',
  reads: 'workload',

  evaluate: ({ containers, settings, ports }) =>
    containers.flatMap((container) => {
      const health = healthOf(container, settings.values);
      return KINDS.flatMap((kind) => {
        const facts = health[kind];
        return facts === undefined
          ? []
          : [...detailsOf(container, kind, facts), ...unspokenProbe(container.name, kind, facts, ports)];
      });
    }),
};

function detailsOf({ name, ports }: ContainerFacts, kind: Kind, facts: ProbeFacts): Detail[] {
  const {
    probe: { _http: http, _command: command },
    port,
  } = facts;
  const found: Detail[] = [];
  const add = (message: string, given: string, allowed: string, fix: string) =>
    found.push({
      message: `the ${kind} probe ${message}`,
      given: `container ${name}: ${given}`,
      allowed,
      fix,
    });
  if (command?.length === 0)
    add('runs no command', 'the command was empty', 'a program and its arguments', 'state the command');
  if (command === undefined && port === undefined)
    add(
      'has no port',
      'it stated none, and there is no TCP port to derive it from',
      'a port of the container',
      'state port in the probe',
    );
  // MS1016 reports ports of the container.
  if (port !== undefined && !isWhole(port, 1, 65535) && !ports.some(({ targetPort }) => Object.is(targetPort, port)))
    add(
      'asks a port out of range',
      `port was ${port}`,
      'whole numbers from 1 to 65535',
      'state a port that the container listens on',
    );
  if (http !== undefined && !http.path.startsWith('/'))
    add('asks an invalid path', `path was '${http.path}'`, 'a path from /', `state '/${http.path}'`);
  if (http !== undefined && /\p{Cc}/u.test(http.path))
    add(
      'asks a path with control characters',
      `path was ${JSON.stringify(http.path)}`,
      'a path on one line',
      'leave them out, or encode them with a percent sign',
    );
  const headers = http?.headers === undefined ? [] : Object.entries(http.headers);
  for (const [header] of headers.filter(([candidate]) => !/^[-A-Za-z0-9]+$/.test(candidate))) {
    add(
      'sends a header that Kubernetes refuses',
      `the header was '${header}'`,
      'letters, digits and dashes',
      'write the name with these characters, as in X-Probe',
    );
  }
  for (const [header, value] of headers.filter(([, text]) => !/^[\t\x20-\x7e]*$/.test(text))) {
    add(
      'sends a value that ends its header',
      `${header} was ${JSON.stringify(value)}`,
      'printable ASCII characters on one line',
      'write it on one line, in Base64 where it holds other characters',
    );
  }
  for (const [field, min] of LOWEST) {
    const value = facts[field];
    if (!isWhole(value, min))
      add(
        `has an invalid ${field}`,
        `${field} was ${value}`,
        `whole ${/Threshold/.test(field) ? 'numbers' : 'seconds'} from ${min}`,
        'round it up',
      );
  }
  if (kind !== 'readiness' && isWhole(facts.successThreshold, 2))
    add(
      'asks for more than one success',
      `successThreshold was ${facts.successThreshold}`,
      '1',
      'leave successThreshold out',
    );
  return found;
}

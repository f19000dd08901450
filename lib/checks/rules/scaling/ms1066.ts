import { type Detail, type Rule, Severity, withoutCredentials } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { type BacklogSource, isWhole } from '../../../values';

/** KEDA can reach the broker of a backlog. */
export const MS1066: Rule<DeploymentWorkload> = {
  code: 'MS1066',
  title: 'invalid broker of a backlog',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'KEDA asks a broker at its addresses: at least one, each a host and a port or a URL on one line without a comma, ' +
    'which divides them. Databases of Redis are counted from 0, partitions of a topic from 1.',
  reads: 'scaling of the microservice',

  evaluate: ({ settings }) =>
    settings.values.scaling.metrics.flatMap(({ _source: source, _backlog: backlog }) =>
      source === undefined || backlog === undefined
        ? []
        : invalidFacts(source).map((detail) => ({ message: `the broker of ${backlog.name} is invalid`, ...detail })),
    ),
};

function invalidFacts({
  trigger,
  _addresses: addresses,
  metadata,
  partitions,
}: BacklogSource): Omit<Detail, 'message'>[] {
  const { databaseIndex } = metadata;
  return [
    ...(addresses.length > 0 || trigger === 'rabbitmq'
      ? []
      : [{ given: 'it had no address', allowed: 'one address or more', fix: 'state where the broker is reached' }]),
    ...addresses
      .filter((address) => !/^[\x21-\x2b\x2d-\x7e]+$/.test(address))
      .map((address) => ({
        given: `an address was '${withoutCredentials(address)}'`,
        allowed: 'printable ASCII characters without spaces and commas',
        fix: 'state each address by itself, such as kafka.kafka:9092',
      })),
    ...(databaseIndex === undefined || isWhole(Number(databaseIndex), 0)
      ? []
      : [{ given: `database was ${databaseIndex}`, allowed: 'whole numbers from 0', fix: 'state its index' }]),
    ...(partitions === undefined || isWhole(partitions, 1)
      ? []
      : [{ given: `partitions was ${partitions}`, allowed: 'whole numbers from 1', fix: 'state how many there are' }]),
  ];
}

import { contentOf } from '../../../emit/kubernetes';
import { type Detail, type Rule, Severity } from '../../../errors';
import { type ConfigurationRead, unique } from '../../../program';
import type { EnvironmentFacts } from './environment-facts';

/** A key that an object of the program does not have. */
export const MS1103: Rule<EnvironmentFacts> = {
  code: 'MS1103',
  title: 'a key that a ConfigMap or Secret does not have',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A container reads a key of a ConfigMap or Secret that the program states, or that a controller makes of an ' +
    'object of the program, such as an ExternalSecret, and there is no such key: the container does not start. ' +
    'Variables hold no binary data. Nothing is said of reads that are optional. Acknowledge it where something else ' +
    'adds the key.',
  reads: 'workload, ConfigMaps and Secrets of the program',

  evaluate: (facts) =>
    facts.reads().flatMap((read): Detail[] => {
      const { required = [] } = read;
      if (required.length === 0) return [];
      const known = keysOf(facts, read);
      if (known === undefined) return [];
      return unique(required)
        .filter((key) => !known.includes(key))
        .map((key) => ({
          message: `${read.kind} ${read.name} has no key ${key}`,
          given: `${read.at} reads it`,
          allowed:
            known.length === 0 ? `keys of ${read.kind} ${read.name}, which has none` : [...known].sort().join(', '),
          fix: `name one of its keys, or state ${key} in the ${read.kind}`,
        }));
    }),
};

/** Keys that a read may find. Undefined where nobody knows them. */
function keysOf(facts: EnvironmentFacts, read: ConfigurationRead): readonly string[] | undefined {
  const stated = facts.workload.configuration(read.kind, read.name);
  if (stated === undefined) return read.kind === 'Secret' ? facts.keysOfMadeSecret(read.name) : undefined;
  const content = contentOf(read, stated, facts.rendering);
  return content?.entries.filter(({ binary }) => !(read.textOnly && binary)).map(({ key }) => key);
}

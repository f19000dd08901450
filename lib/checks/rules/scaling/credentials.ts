import type { Problem } from '../../../errors';
import { DeploymentWorkload } from '../../../program';
import { BacklogSource } from '../../../values';
import { isObjectName, Rule } from '../../rule';

/** Whoever asks a broker can show who it is. */
export const credentials: Rule<DeploymentWorkload> = ({ settings }) => {
  const { metrics, max } = settings.values.scaling;
  return metrics.flatMap(({ _source: source, _backlog: backlog }) =>
    source === undefined || backlog === undefined
      ? []
      : [...sourceProblems(source, backlog.name), ...consumers(source, backlog.name, max)],
  );
};

function sourceProblems(
  { _kind: kind, parameters, credentials: shown, identity }: BacklogSource,
  backlog: string,
): Problem[] {
  const lists = [
    ...parameters.map((all) => `the keys ${all.join(' and ')} of a Secret`),
    ...(identity === undefined ? [] : [`the pod identity ${identity}`]),
  ];
  const problem = (given: string, allowed: string, fix: string): Problem => ({
    code: 'MS6005',
    message: `KEDA cannot ask ${kind} how much waits in ${backlog}`,
    given,
    allowed,
    fix,
  });
  if (shown === undefined) return [];
  const { keys, secretName, identity: taken } = shown;
  const stated = Object.keys(keys);
  if (secretName !== undefined && !isObjectName(secretName))
    return [
      problem(`the Secret was '${secretName}'`, 'names of objects', 'state the Secret as it is named in the namespace'),
    ];
  if (secretName !== undefined && stated.length === 0)
    return [
      problem(
        `the Secret ${secretName} was stated without keys`,
        'one key or more',
        'state which parameter each key is for',
      ),
    ];
  if (parameters.length === 0 && taken === undefined) return [];
  if (taken !== undefined && taken === identity) return [];
  if (taken === undefined && parameters.some((all) => all.every((parameter) => stated.includes(parameter)))) return [];
  return [
    problem(
      taken !== undefined
        ? `the credentials were the pod identity ${taken}`
        : stated.length === 0
          ? 'the credentials were none'
          : `the credentials held ${stated.join(', ')}`,
      lists.join(', or ') || 'a Secret, or none',
      'state them as TriggerCredentials.secret(…) or TriggerCredentials.podIdentity(…)',
    ),
  ];
}

function consumers({ partitions }: BacklogSource, backlog: string, max: number): Problem[] {
  return partitions === undefined || max <= partitions
    ? []
    : [
        {
          code: 'MS6013',
          message: `more replicas than ${backlog} has partitions`,
          given: `max was ${max}, partitions was ${partitions}`,
          allowed: `max up to ${partitions}`,
          fix: 'lower max, or have more partitions',
        },
      ];
}

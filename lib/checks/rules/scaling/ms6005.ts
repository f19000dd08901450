import { isObjectName } from '../../../emit/kubernetes';
import { Detail, Rule, Severity } from '../../../errors';
import type { DeploymentWorkload } from '../../../program';
import { BacklogSource } from '../../../values';

/** KEDA has credentials for every broker that it asks. */
export const MS6005: Rule<DeploymentWorkload> = {
  code: 'MS6005',
  title: 'invalid credentials of a trigger',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'KEDA asks the broker itself, from its own namespace, with credentials of its own. State the keys of a ' +
    "Secret by the names of KEDA's parameters, or the identity of a cloud; `TriggerCredentials.none()` where " +
    'a broker asks for none.',
  reads: 'scaling of the microservice',

  evaluate: ({ settings }) =>
    settings.values.scaling.metrics.flatMap(({ _source: source, _backlog: backlog }) =>
      source === undefined || backlog === undefined ? [] : credentialProblems(source, backlog.name),
    ),
};

function credentialProblems(
  { _kind: kind, parameters, credentials, identity }: BacklogSource,
  backlog: string,
): Detail[] {
  if (credentials === undefined) return [];
  const problem = (given: string, allowed: string, fix: string): Detail[] => [
    { message: `KEDA cannot ask ${kind} for the length of ${backlog}`, given, allowed, fix },
  ];
  const { keys, secretName, identity: taken } = credentials;
  const stated = Object.keys(keys);
  if (secretName !== undefined && !isObjectName(secretName))
    return problem(
      `the Secret was '${secretName}'`,
      'names of objects',
      'state the Secret by its name in the namespace',
    );
  if (secretName !== undefined && stated.length === 0)
    return problem(
      `the Secret ${secretName} was stated without keys`,
      'one key or more',
      'state which parameter each key is for',
    );
  if (parameters.length === 0 && taken === undefined) return [];
  if (taken !== undefined && taken === identity) return [];
  if (taken === undefined && parameters.some((all) => all.every((parameter) => stated.includes(parameter)))) return [];
  const accepted = [
    ...parameters.map((all) => `the keys ${all.join(' and ')} of a Secret`),
    ...(identity === undefined ? [] : [`the pod identity ${identity}`]),
  ];
  return problem(
    taken !== undefined
      ? `the credentials were the pod identity ${taken}`
      : stated.length === 0
        ? 'there were no credentials'
        : `the credentials held ${stated.join(', ')}`,
    accepted.join(', or ') || 'a Secret, or none',
    'state them as TriggerCredentials.secret(…) or TriggerCredentials.podIdentity(…)',
  );
}

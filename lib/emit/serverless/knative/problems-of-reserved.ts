import type { Problem } from '../../../errors';
import { normalizedPath } from '../../kubernetes';
import { addressVariables, FunctionWorkload } from '../../../program';
import { autoscalingAnnotations } from './autoscaling';
import { PROGRESS_DEADLINE, RESERVED } from './defaults';

/** Knative knows its annotations by two spellings, and goes by the one with dashes: `max-scale`, `maxScale`. */
const spelling = (key: string) => key.replaceAll('-', '').toLowerCase();
const has = (list: readonly (string | number)[], value: string | number) => list.includes(value);

/** Nothing has a name, a path or a port that Knative keeps for itself. */
export function reserved(facts: FunctionWorkload): Problem[] {
  const { containers, ports, outbound, settings } = facts;
  const problem = (message: string, given: string, allowed: string, fix: string): Problem => ({
    code: 'MS7005',
    message,
    given,
    allowed,
    fix,
  });
  const variables = [...containers.flatMap((container) => container.variables), ...addressVariables(outbound)].map(
    ({ name }) => name,
  );
  const mounts = containers.flatMap((container) => container.mounts);
  const { annotations, podAnnotations, labels } = settings.values;
  const ours = Object.keys(autoscalingAnnotations(facts));
  const spelled = new Set(ours.map(spelling));
  return [
    ...containers
      .filter(({ name }) => has(RESERVED.containers, name))
      .map(({ name }) =>
        problem(
          "a container has the name of Knative's own",
          `the name was '${name}'`,
          `names other than ${RESERVED.containers.join(', ')}`,
          'name the function otherwise',
        ),
      ),
    ...[...new Set(variables)]
      .filter((name) => has(RESERVED.variables, name))
      .map((name) =>
        problem(
          'Knative sets the variable itself',
          `it was ${name}`,
          `names other than ${RESERVED.variables.join(', ')}`,
          name === 'PORT' ? 'leave it out: it holds containerPort' : 'choose another name',
        ),
      ),
    ...mounts
      .filter(({ path }) => has(RESERVED.paths, normalizedPath(path)))
      .map(({ path }) =>
        problem(
          'Knative lets nothing be mounted there',
          `the path was '${path}'`,
          `paths other than ${RESERVED.paths.join(', ')}`,
          'choose another path',
        ),
      ),
    ...mounts
      .filter(({ readOnly, volume }) => !readOnly && volume._source.kind !== 'emptyDir')
      .map(({ path, volume }) =>
        problem(
          'Knative mounts configuration and secrets for reading alone',
          `${volume.name} was mounted at '${path}' with readOnly: false`,
          'readOnly mounts, and emptyDir volumes',
          'leave readOnly out',
        ),
      ),
    ...ports
      .filter(({ targetPort }) => has(RESERVED.ports, targetPort))
      .map(({ targetPort }) =>
        problem(
          'queue-proxy has the port already',
          `containerPort was ${targetPort}`,
          `ports other than ${RESERVED.ports.join(', ')}`,
          'state another containerPort',
        ),
      ),
    ...Object.keys(podAnnotations)
      .filter((key) => spelled.has(spelling(key)))
      .map((key) =>
        problem(
          'an annotation says what scaling says',
          `podAnnotations held ${key}=${podAnnotations[key]}`,
          `annotations other than ${ours.join(', ')}`,
          'state it as scaling or concurrency',
        ),
      ),
    ...(podAnnotations[PROGRESS_DEADLINE] === undefined
      ? []
      : [
          problem(
            'an annotation says what startupTime says',
            `podAnnotations held ${PROGRESS_DEADLINE}=${podAnnotations[PROGRESS_DEADLINE]}`,
            `annotations other than ${PROGRESS_DEADLINE}`,
            'state startupTime, which it follows from',
          ),
        ]),
    ...Object.keys(annotations)
      .filter((key) => /^(?:autoscaling|serving)\.knative\.dev\//.test(key))
      .map((key) =>
        problem(
          "an annotation is Knative's own",
          `annotations held ${key}`,
          'annotations of other domains',
          key.startsWith('autoscaling') ? 'state it among podAnnotations, which revisions get' : 'leave it out',
        ),
      ),
    ...Object.keys(labels)
      .filter((key) => /^(?:serving|networking)\.(?:internal\.)?knative\.dev\//.test(key))
      .map((key) =>
        problem(
          "a label is Knative's own",
          `labels held ${key}`,
          'labels of other domains',
          key.endsWith('/visibility') ? 'call expose() where it is to be reached from outside' : 'leave it out',
        ),
      ),
  ];
}

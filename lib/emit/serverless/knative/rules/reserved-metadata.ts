import type { Detail } from '../../../../errors';
import type { FunctionWorkload } from '../../../../program';
import { autoscalingAnnotations } from '../autoscaling';
import { PROGRESS_DEADLINE } from '../defaults';

/** Labels and annotations that Knative keeps for itself, or that a setting of the library states. */
export function reservedMetadata(facts: FunctionWorkload): Detail[] {
  const { annotations, labels } = facts.settings.values;
  return [
    ...podAnnotations(facts),
    ...Object.keys(annotations)
      .filter((key) => /^(?:autoscaling|serving)\.knative\.dev\//.test(key))
      .map((key) => ({
        message: 'an annotation belongs to Knative',
        given: `annotations held ${key}`,
        allowed: 'annotations of other domains',
        fix: key.startsWith('autoscaling') ? 'state it among podAnnotations, which revisions get' : 'leave it out',
      })),
    ...Object.keys(labels)
      .filter((key) => /^(?:serving|networking)\.(?:internal\.)?knative\.dev\//.test(key))
      .map((key) => ({
        message: 'a label belongs to Knative',
        given: `labels held ${key}`,
        allowed: 'labels of other domains',
        fix: key.endsWith('/visibility') ? 'call expose() where clients outside call it' : 'leave it out',
      })),
  ];
}

function podAnnotations(facts: FunctionWorkload): Detail[] {
  const stated = facts.settings.values.podAnnotations;
  const ours = Object.keys(autoscalingAnnotations(facts));
  const spelled = new Set(ours.map(spelling));
  return [
    ...Object.keys(stated)
      .filter((key) => spelled.has(spelling(key)))
      .map((key) => ({
        message: 'an annotation states what scaling states',
        given: `podAnnotations held ${key}=${stated[key]}`,
        allowed: `annotations other than ${ours.join(', ')}`,
        fix: 'state it as scaling or concurrency',
      })),
    ...(stated[PROGRESS_DEADLINE] === undefined
      ? []
      : [
          {
            message: 'an annotation states what startupTime states',
            given: `podAnnotations held ${PROGRESS_DEADLINE}=${stated[PROGRESS_DEADLINE]}`,
            allowed: `annotations other than ${PROGRESS_DEADLINE}`,
            fix: 'state startupTime, which it follows from',
          },
        ]),
  ];
}

/** Knative knows its annotations by two spellings: `max-scale`, `maxScale`. */
function spelling(key: string): string {
  return key.replaceAll('-', '').toLowerCase();
}

import type { Problem } from '../../../errors';
import { isLabelValue, isQualifiedName, OWNED_LABELS } from '../../../emit/kubernetes';
import { Workload, originOf } from '../../../program';
import type { Rule } from '../../rule';

/** Labels and annotations are ones that the API accepts, and leave the library's own alone. */
export const labels: Rule<Workload> = ({ settings, component }) => {
  const { labels: stated, annotations, podAnnotations, nodeSelector } = settings.values;
  const said = (map: string, key: string) => originOf(settings, `${map}.${key}`);
  return [
    ...Object.entries(stated).flatMap(([key, value]) =>
      labelProblems(key, value, () => `the label ${key}=${value} (${said('labels', key)})`, true),
    ),
    ...Object.entries(nodeSelector).flatMap(([key, value]) =>
      labelProblems(key, value, () => `the node label ${key}=${value} (${said('nodeSelector', key)})`, false),
    ),
    ...[...Object.keys(annotations), ...Object.keys(podAnnotations)]
      .filter((key) => !isQualifiedName(key))
      .map((key): Problem => ({
        code: 'MS1024',
        message: 'Kubernetes refuses the key of an annotation',
        given: `the annotation was '${key}'`,
        allowed: KEY,
        fix: 'correct the key',
      })),
    ...[['annotations', annotations] as const, ['podAnnotations', podAnnotations] as const].flatMap(([what, map]) =>
      annotationProblems(what, map),
    ),
    ...(component === undefined || (component !== '' && isLabelValue(component))
      ? []
      : [
          {
            code: 'MS1024',
            message: 'the component is no value of a label',
            given: `component was '${component}'`,
            allowed: VALUE,
            fix: 'state one word, such as database',
          } as const,
        ]),
  ];
};

const KEY =
  'a name of at most 63 letters, digits, dashes, dots and underscores, with a DNS domain and a slash before it or not';
const VALUE = 'at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends';

// TotalAnnotationSizeLimitB of the API server.
const MOST_ANNOTATION_BYTES = 256 * 1024;

function annotationProblems(what: string, map: Readonly<Record<string, string>>): Problem[] {
  const size = Object.entries(map).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)),
    0,
  );
  return [
    ...Object.entries(map)
      .filter(([, value]) => typeof value !== 'string')
      .map(([key, value]): Problem => ({
        code: 'MS1024',
        message: 'Kubernetes refuses the value of an annotation',
        given: `${what} held ${key}=${String(value)}`,
        allowed: 'a text',
        fix: 'write numbers and truth values as texts',
      })),
    ...(size <= MOST_ANNOTATION_BYTES
      ? []
      : [
          {
            code: 'MS1024',
            message: 'Kubernetes refuses so long annotations',
            given: `${what} came to ${size} bytes`,
            allowed: `${MOST_ANNOTATION_BYTES} bytes for all of an object`,
            fix: 'move the text to a ConfigMap',
          } as const,
        ]),
  ];
}

/** What is wrong with one label; what was given is only put into words where something is. */
export function labelProblems(key: string, value: string, describeGiven: () => string, ours: boolean): Problem[] {
  if (!isQualifiedName(key))
    return [
      {
        code: 'MS1024',
        message: 'Kubernetes refuses the key of a label',
        given: describeGiven(),
        allowed: KEY,
        fix: 'correct the key',
      },
    ];
  if (!isLabelValue(value))
    return [
      {
        code: 'MS1024',
        message: 'Kubernetes refuses the value of a label',
        given: describeGiven(),
        allowed: VALUE,
        fix: 'correct the value, or make it an annotation',
      },
    ];
  if (!ours || !(OWNED_LABELS as readonly string[]).includes(key)) return [];
  return [
    {
      code: 'MS1025',
      message: `the label ${key} belongs to the library`,
      given: describeGiven(),
      allowed: 'any other key',
      fix: key.endsWith('/component') ? 'state component' : 'choose another key',
    },
  ];
}

import { Detail, Rule, Severity } from '../../../errors';
import type { Workload } from '../../../program';
import { isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import type { StackFacts } from '../../stack-facts';
import { labelsOfStack } from '../stack/labels';
import { isLabel, labelsOf, ownDetails, StatedLabel } from './labels';

const KEY =
  'a name of at most 63 letters, digits, dashes, dots and underscores, with a DNS domain and a slash before it or not';
const VALUE = 'at most 63 letters, digits, dashes, dots and underscores, a letter or digit at both ends';

// TotalAnnotationSizeLimitB of the API server.
const MOST_ANNOTATION_BYTES = 256 * 1024;

/** Invalid label or annotation. */
export const MS1024: Rule<Workload> = {
  code: 'MS1024',
  title: 'invalid label or annotation',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    'Keys are names of at most 63 characters, with a DNS domain and a slash before it or not; values of labels have ' +
    'at most 63 letters, digits, dashes, dots and underscores; the annotations of one object have at most 256 KiB.',
  reads: 'workload, stack',

  evaluate: (facts) => {
    const { annotations, podAnnotations } = facts.settings.values;
    return ownDetails(
      labelsOf(facts, (key, value) => !isLabel({ key, value })),
      labelDetails,
    ).concat(
      [annotations, podAnnotations].flatMap(keyDetails),
      annotationDetails('metadata.annotations', annotations),
      annotationDetails('metadata.podAnnotations', podAnnotations),
      componentDetails(facts),
    );
  },
};

/** Labels that a stack states for its objects. */
export const MS1024_OF_STACK: Rule<StackFacts> = {
  ...MS1024,
  evaluate: (facts) => labelsOfStack(facts).flatMap(labelDetails),
};

function labelDetails({ key, value, given }: StatedLabel): Detail[] {
  if (!isQualifiedName(key)) {
    return [{ message: 'Kubernetes refuses the key of a label', given: given(), allowed: KEY, fix: 'correct the key' }];
  }
  if (isLabelValue(value)) return [];
  return [
    {
      message: 'Kubernetes refuses the value of a label',
      given: given(),
      allowed: VALUE,
      fix: 'correct the value, or make it an annotation',
    },
  ];
}

function keyDetails(map: Readonly<Record<string, string>>): Detail[] {
  return Object.keys(map)
    .filter((key) => !isQualifiedName(key))
    .map((key) => ({
      message: 'Kubernetes refuses the key of an annotation',
      given: `the annotation was '${key}'`,
      allowed: KEY,
      fix: 'correct the key',
    }));
}

function annotationDetails(what: string, map: Readonly<Record<string, string>>): Detail[] {
  const entries = Object.entries(map);
  if (entries.length === 0) return [];
  const size = entries.reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)),
    0,
  );
  return [
    ...entries
      .filter(([, value]) => typeof value !== 'string')
      .map(([key, value]) => ({
        message: 'Kubernetes refuses the value of an annotation',
        given: `${what} held ${key}=${String(value)}`,
        allowed: 'a text',
        fix: 'write numbers and truth values as texts',
      })),
    ...(size <= MOST_ANNOTATION_BYTES
      ? []
      : [
          {
            message: 'the annotations are too long',
            given: `${what} came to ${size} bytes`,
            allowed: `${MOST_ANNOTATION_BYTES} bytes for all of an object`,
            fix: 'move the text to a ConfigMap',
          },
        ]),
  ];
}

function componentDetails({ component }: Workload): Detail[] {
  return component === undefined || (component !== '' && isLabelValue(component))
    ? []
    : [
        {
          message: 'invalid component: it becomes the value of a label',
          given: `component was '${component}'`,
          allowed: VALUE,
          fix: 'state one word, such as database',
        },
      ];
}

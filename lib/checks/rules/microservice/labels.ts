import { isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import type { Detail } from '../../../errors';
import { Workload, originOf, REQUIRED } from '../../../program';

/** One label that a program states. */
export interface StatedLabel {
  readonly key: string;
  readonly value: string;
  /** The label in the words of the program. */
  readonly given: () => string;
  /** True where it is reported at another construct: a platform's or stack's label holds for all workloads. */
  readonly isReportedAbove: () => boolean;
  /** True where the objects of the library carry it; false for labels of nodes. */
  readonly ofObjects: boolean;
}

/** Labels of a workload and of the nodes that it selects, but only those that concern the caller. */
export function labelsOf({ settings }: Workload, concerns: (key: string, value: string) => boolean): StatedLabel[] {
  const { labels, nodeSelector } = settings.values;
  const origin = (map: string, key: string) => originOf(settings, `${map}.${key}`);
  return [
    ...entriesOf(labels, concerns).map(([key, value]) => ({
      key,
      value,
      given: () => `the label ${key}=${value} (${origin('labels', key)})`,
      isReportedAbove: () => isAbove(origin('labels', key)),
      ofObjects: true,
    })),
    ...entriesOf(nodeSelector, concerns).map(([key, value]) => ({
      key,
      value,
      given: () => `the node label ${key}=${value} (${origin('nodeSelector', key)})`,
      isReportedAbove: () => false,
      ofObjects: false,
    })),
  ];
}

function entriesOf(
  map: Readonly<Record<string, string>>,
  concerns: (key: string, value: string) => boolean,
): [string, string][] {
  return Object.entries(map).filter(([key, value]) => concerns(key, value));
}

/** True for the origin of a setting that a stack or a platform states. */
function isAbove(origin: string): boolean {
  return origin === 'platform' || origin === REQUIRED || origin.startsWith('stack ');
}

/** Details of labels but of those that are reported above. */
export function ownDetails(labels: readonly StatedLabel[], detailsOf: (label: StatedLabel) => Detail[]): Detail[] {
  return labels.flatMap((label) => {
    const details = detailsOf(label);
    return details.length > 0 && label.isReportedAbove() ? [] : details;
  });
}

/** True where Kubernetes accepts key and value. */
export function isLabel({ key, value }: Pick<StatedLabel, 'key' | 'value'>): boolean {
  return isQualifiedName(key) && isLabelValue(value);
}

import { isLabelValue, isQualifiedName } from '../../../emit/kubernetes';
import { Workload, originOf } from '../../../program';

/** One label that a program states. */
export interface StatedLabel {
  readonly key: string;
  readonly value: string;
  /** The label in the words of the program. */
  readonly given: () => string;
  /** True where the objects of the library carry it; false for labels of nodes. */
  readonly ofObjects: boolean;
}

/** Labels that hold for a workload: its own and those of the nodes that it selects. */
export function labelsOf({ settings }: Workload): StatedLabel[] {
  const { labels, nodeSelector } = settings.values;
  const origin = (map: string, key: string) => originOf(settings, `${map}.${key}`);
  return [
    ...Object.entries(labels).map(([key, value]) => ({
      key,
      value,
      given: () => `the label ${key}=${value} (${origin('labels', key)})`,
      ofObjects: true,
    })),
    ...Object.entries(nodeSelector).map(([key, value]) => ({
      key,
      value,
      given: () => `the node label ${key}=${value} (${origin('nodeSelector', key)})`,
      ofObjects: false,
    })),
  ];
}

/** True where Kubernetes accepts key and value. */
export function isLabel({ key, value }: StatedLabel): boolean {
  return isQualifiedName(key) && isLabelValue(value);
}

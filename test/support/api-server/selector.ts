import { labelValue, qualifiedName } from './grammar';
import { checkLabels } from './metadata';
import { Problems } from './rule';

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

export function* checkSelector(selector: LabelSelector | undefined, path: string): Problems {
  yield* checkLabels(selector?.matchLabels ?? {}, `${path}/matchLabels`);
  for (const [index, { key, operator, values = [] }] of (selector?.matchExpressions ?? []).entries()) {
    const at = `${path}/matchExpressions/${index}`;
    const message = qualifiedName(key);
    if (message !== undefined) yield { path: `${at}/key`, message };
    if (!['In', 'NotIn', 'Exists', 'DoesNotExist'].includes(operator))
      yield { path: `${at}/operator`, message: 'must be In, NotIn, Exists or DoesNotExist' };
    if (operator.endsWith('In') !== values.length > 0)
      yield {
        path: `${at}/values`,
        message: `must ${operator.endsWith('In') ? 'not be empty' : 'be empty'} with ${operator}`,
      };
    for (const value of values) {
      const wrong = labelValue(value);
      if (wrong !== undefined) yield { path: `${at}/values`, message: `value ${value} ${wrong}` };
    }
  }
}

export function isEmpty({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}

export function matches(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  const holds = (key: string, operator: string, values: readonly string[]): boolean => {
    const value = labels[key];
    if (operator === 'Exists') return value !== undefined;
    if (operator === 'DoesNotExist') return value === undefined;
    if (operator === 'In') return value !== undefined && values.includes(value);
    return value === undefined || !values.includes(value);
  };
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key, operator, values }) => holds(key, operator, values ?? []))
  );
}

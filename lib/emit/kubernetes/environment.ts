import type { EnvFrom, EnvValue } from 'cdk8s-plus-27';
import type { Variable, VariableSource } from '../../values';

/**
 * Reads the values of cdk8s-plus-27 without importing it.
 *
 * No other file knows the private fields of `EnvValue` and `EnvFrom`.
 */
export function variableOf(name: string, { value, valueFrom }: EnvValue): Variable {
  if (valueFrom === undefined) return { name, value: String(value ?? '') };
  return { name, valueFrom: plain(valueFrom) as object };
}

/** A ConfigMap or Secret whose keys become variables. */
export function variableSourceOf(source: EnvFrom): VariableSource {
  return plain((source as unknown as { _toKube(): object })._toKube()) as VariableSource;
}

/** The same data without undefined fields and without the number-or-string wrappers of the generated layer. */
function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  const { constructor } = value;
  if (constructor !== Object && 'value' in value) return value.value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, plain(field)]),
  );
}

import { configKey } from './grammar';
import { atMost, nanos } from './quantity';
import { every, Problems, Rule } from './rule';

/** Each of a limit range's amounts is at most the next. */
const ASCENDING = ['min', 'defaultRequest', 'default', 'max'] as const;

export const CONFIGURATION_RULES: readonly Rule[] = [
  every(
    'ConfigMap',
    'its keys are file names, each in data or in binaryData',
    function* ({ data = {}, binaryData = {} }) {
      yield* checkKeys([...Object.keys(data), ...Object.keys(binaryData)]);
      const twice = Object.keys(data).filter((key) => Object.hasOwn(binaryData, key));
      if (twice.length > 0) yield { path: '/binaryData', message: `${twice.join(', ')} is in data too` };
    },
  ),

  every('Secret', 'its keys are file names', function* ({ data = {}, stringData = {} }) {
    yield* checkKeys([...Object.keys(data), ...Object.keys(stringData)]);
  }),

  every('ResourceQuota', 'its amounts are not negative', function* ({ spec: { hard = {} } = {} }) {
    for (const [resource, amount] of Object.entries(hard))
      if ((nanos(amount) ?? 0n) < 0n) yield { path: `/spec/hard/${resource}`, message: 'must not be negative' };
  }),

  every('LimitRange', 'its amounts ascend from min to max', function* ({ spec }) {
    for (const [index, item] of (spec?.limits ?? []).entries()) {
      for (const resource of new Set(ASCENDING.flatMap((field) => Object.keys(item[field] ?? {})))) {
        const given = ASCENDING.flatMap((field) =>
          item[field]?.[resource] === undefined ? [] : [[field, item[field][resource]] as const],
        );
        for (const [position, [field, amount]] of given.slice(1).entries()) {
          const [lower, least] = given[position]!;
          if (!atMost(least, amount))
            yield {
              path: `/spec/limits/${index}/${field}/${resource}`,
              message: `${amount} is below ${lower} ${least}`,
            };
        }
      }
    }
  }),

  every('PersistentVolumeClaim', 'it asks for storage and a way to reach it', function* ({ spec = {} }) {
    if ((spec.accessModes ?? []).length === 0) yield { path: '/spec/accessModes', message: 'must not be empty' };
    if ((nanos(spec.resources?.requests?.storage ?? 0) ?? 0n) <= 0n)
      yield { path: '/spec/resources/requests/storage', message: 'must be above 0' };
  }),
];
function* checkKeys(keys: readonly string[]): Problems {
  for (const key of keys) {
    const message = configKey(key);
    if (message !== undefined) yield { path: '/data', message: `${key} ${message}` };
  }
}

import type { FollowedField, Json } from './followed-field';

/** Name and namespace of an object that others refer to. */
export function identityFields(followers: string): FollowedField[] {
  return [
    {
      field: 'metadata.name',
      followers,
      fix: 'leave it out: the id of the construct is the name, so rename that',
      value: ({ metadata }) => metadata?.name as unknown,
    },
    {
      field: 'metadata.namespace',
      followers,
      fix: 'leave it out, and state the namespace on the application stack',
      value: ({ metadata }) => metadata?.namespace as unknown,
    },
  ];
}

/** Kind and API version of an object that others refer to. */
export function kindField(followers: string, fix: string): FollowedField {
  return { field: 'kind', followers, fix, value: ({ apiVersion, kind }) => [apiVersion, kind] as unknown };
}

/** Values of some keys of a map. */
export function valuesOf(map: Json | undefined, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (map?.[key] === undefined ? [] : [[key, map[key] as unknown]])));
}

/** Ports among those given that an object still has, as findings write them. */
export function keptPorts<Port>(all: readonly Port[], now: readonly Json[], text: (port: Json) => string): string[] {
  const there = now.map(text);
  return all.map((port) => text(port as Json)).filter((port) => there.includes(port));
}

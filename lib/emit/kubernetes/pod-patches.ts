import type { Patch } from './manifest';
import { mergePatch } from './merge-patch';
import { templateIn } from './template';

type Json = Record<string, unknown>;

/** Merges fields into the container of a name, wherever it stands in the pod. */
export function containerPatch(name: string, fields: Json): Patch {
  return {
    text: `container ${name}: ${JSON.stringify(fields)}`,
    guards: false,
    apply: (workload) => {
      const { list, index } = locate(workload, name);
      list[index] = mergePatch(list[index], fields);
      return workload;
    },
  };
}

/** Merges fields into a variable of a container. */
export function variablePatch(container: string, name: string, fields: Json): Patch {
  return {
    text: `variable ${name} of container ${container}: ${JSON.stringify(fields)}`,
    guards: false,
    apply: (workload) => {
      const { list, index } = locate(workload, container);
      const variables = ((list[index] as Json)['env'] ?? []) as Json[];
      const at = position(variables, name, `variable ${name}`);
      variables[at] = mergePatch(variables[at], fields) as Json;
      return workload;
    },
  };
}

function locate(workload: Json, name: string): { readonly list: unknown[]; readonly index: number } {
  const spec = templateIn(workload)!['spec'] as Json;
  const [first, together] = [(spec['initContainers'] ?? []) as Json[], spec['containers'] as Json[]];
  const list = first.some((container) => container['name'] === name) ? first : together;
  return { list, index: position(list, name, `container ${name}`) };
}

function position(list: readonly Json[], name: string, what: string): number {
  const at = list.findIndex((element) => element['name'] === name);
  if (at < 0)
    throw new Error(`there is no ${what}, only ${list.map((element) => element['name']).join(', ') || 'none'}`);
  return at;
}

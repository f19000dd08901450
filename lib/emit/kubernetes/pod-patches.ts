import type { Patch } from './patch';
import type { ListIndex } from './list-index';
import { mergeInto } from './merge-patch';
import { templateIn } from './template';

type Json = Record<string, unknown>;

/** Merges fields into the container of a name, wherever it stands in the pod. */
export function containerPatch(name: string, fields: Json): Patch {
  return {
    text: `container ${name}: ${JSON.stringify(fields)}`,
    guards: false,
    apply: (workload, lists) => {
      const { list, index } = locate(workload, name, lists);
      return { object: workload, isChanged: mergeInto(list[index]!, fields, lists) };
    },
  };
}

/** Merges fields into a variable of a container. */
export function variablePatch(container: string, name: string, fields: Json): Patch {
  return {
    text: `variable ${name} of container ${container}: ${JSON.stringify(fields)}`,
    guards: false,
    apply: (workload, lists) => {
      const { list, index } = locate(workload, container, lists);
      const variables = (list[index]!['env'] ?? []) as Json[];
      const at = position(variables, name, `variable ${name}`, lists);
      return { object: workload, isChanged: mergeInto(variables[at]!, fields, lists) };
    },
  };
}

function locate(workload: Json, name: string, lists: ListIndex): { readonly list: Json[]; readonly index: number } {
  const spec = templateIn(workload)!['spec'] as Json;
  const [first, together] = [(spec['initContainers'] ?? []) as Json[], spec['containers'] as Json[]];
  const list = lists.find(first, 'name', name).length > 0 ? first : together;
  return { list, index: position(list, name, `container ${name}`, lists) };
}

function position(list: readonly Json[], name: string, what: string, lists: ListIndex): number {
  const [at] = lists.find(list, 'name', name);
  if (at === undefined)
    throw new Error(`there is no ${what}, only ${list.map((element) => element['name']).join(', ') || 'none'}`);
  return at;
}

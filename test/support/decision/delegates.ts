import { expectFields, notModelled } from './matching';
import { MeshObject, title } from './mesh-object';
import { isExportedTo } from './services';

const ROOT = ['name', 'match', 'delegate', 'timeout', 'retries'];
/** Fields that a delegate route takes from the delegating route, where it has none of its own. */
const INHERITED = ['timeout', 'retries'] as const;

/**
 * VirtualServices as istiod merges them:
 * https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate
 */
export function withDelegates(all: readonly MeshObject[]): MeshObject[] {
  const isDelegate = ({ spec }: MeshObject) => (spec.hosts ?? []).length === 0;
  const find = (root: MeshObject, { name, namespace = root.metadata.namespace }: any): MeshObject => {
    const found = all.find(
      (each) => isDelegate(each) && each.metadata.name === name && each.metadata.namespace === namespace,
    );
    // Observed: istiod leaves the route out, and callers get 404.
    if (found === undefined) throw new Error(`${title(root)} delegates to ${namespace}/${name}, which is not there`);
    expectFields(found.spec, ['http', 'exportTo'], title(found));
    if (!isExportedTo(found.spec.exportTo, found.metadata.namespace, root.metadata.namespace))
      notModelled(`${title(root)}, to which ${title(found)} is not exported`);
    return found;
  };
  return all
    .filter((each) => !isDelegate(each))
    .map((root) => {
      const http = root.spec.http as any[] | undefined;
      if (!(http ?? []).some(({ delegate }) => delegate !== undefined)) return root;
      return {
        ...root,
        spec: {
          ...root.spec,
          http: http!.flatMap((route) =>
            route.delegate === undefined ? [route] : merged(root, route, find(root, route.delegate)),
          ),
        },
      };
    });
}

function merged(root: MeshObject, outer: any, { spec }: MeshObject): any[] {
  expectFields(outer, ROOT, `a route of ${title(root)} that delegates`);
  return ((spec.http ?? []) as any[]).flatMap((inner) => {
    const match = matches(outer.match ?? [], inner.match ?? []);
    if (match === undefined) return [];
    const inherited = Object.fromEntries(
      INHERITED.filter((field) => outer[field] !== undefined).map((field) => [field, outer[field]]),
    );
    return [
      {
        ...inherited,
        ...inner,
        name: [outer.name, inner.name].filter(Boolean).join('-'),
        ...(match.length > 0 && { match }),
      },
    ];
  });
}

/** Every pair that goes together; none where a match of the delegate goes together with none of the other. */
function matches(outer: readonly any[], inner: readonly any[]): any[] | undefined {
  if (outer.length === 0 || inner.length === 0) return [...outer, ...inner];
  const pairs = inner.map((one) =>
    outer
      .filter((other) => goTogether(other, one))
      .map((other) => ({
        ...other,
        ...one,
        ...both('headers', other, one),
        ...both('withoutHeaders', other, one),
        ...both('sourceLabels', other, one),
      })),
  );
  return pairs.some((each) => each.length === 0) ? undefined : pairs.flat();
}

function both(field: string, other: any, one: any): object {
  return other[field] === undefined && one[field] === undefined ? {} : { [field]: { ...other[field], ...one[field] } };
}

/** As istiod has it: a namespace, and a path under another one, rule everything else out. */
function goTogether(outer: any, inner: any): boolean {
  const isWithin = (wide: any, narrow: any) => {
    if (wide === undefined || narrow === undefined) return true;
    if (wide.regex !== undefined || narrow.regex !== undefined) return false;
    if (wide.exact !== undefined) return narrow.exact === wide.exact;
    return (narrow.prefix ?? narrow.exact ?? '').startsWith(wide.prefix);
  };
  return (
    ['uri', 'method'].every((field) => isWithin(outer[field], inner[field])) &&
    Object.entries(inner.headers ?? {}).every(([name, condition]) => isWithin(outer.headers?.[name], condition)) &&
    (outer.port === undefined || inner.port === undefined || outer.port === inner.port) &&
    (outer.sourceNamespace === undefined || outer.sourceNamespace === inner.sourceNamespace)
  );
}

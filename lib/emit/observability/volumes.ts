import { type DeploymentWorkload, unique } from '../../program';
import { type Matcher, re2AnyOf, re2Literal, type Series } from '../../values';

type Claiming = Pick<DeploymentWorkload, 'name' | 'namespace' | 'stateful' | 'containers'>;

/** Series that kubelets have of the volumes that a workload claims. Undefined where it claims none. */
export function ofVolumes(metric: string, facts: Claiming): Series | undefined {
  const { namespace } = facts;
  const claims = claimNames(facts);
  return claims === undefined
    ? undefined
    : { metric, matchers: [{ label: 'namespace', operator: '=', value: namespace }, claims] };
}

/** Names of the claims: those of each replica of a StatefulSet end in its ordinal. */
function claimNames({ name, stateful, containers }: Claiming): Matcher | undefined {
  const shared = unique(
    containers
      .flatMap(({ mounts }) => mounts.map(({ volume }) => volume._source))
      .flatMap((source) => (source.kind === 'claim' ? [source.claimName] : [])),
  );
  const own = (stateful?.claims ?? []).map((claim) => `${re2Literal(`${claim.name}-${name}`)}-[0-9]+`).sort();
  const all = [...own, ...(shared.length === 0 ? [] : [re2AnyOf(shared)])];
  return all.length === 0 ? undefined : { label: 'persistentvolumeclaim', operator: '=~', value: all.join('|') };
}

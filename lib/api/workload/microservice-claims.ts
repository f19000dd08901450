import { type ClaimedStorage, type ContainerFacts, Mount, Volume } from '../../values';

/** Claims of mounts that the program makes, each once. */
export function claimsIn(mounts: readonly Mount[]): ClaimedStorage[] {
  const claims = mounts.flatMap(({ volume: { _source: source } }) =>
    source.kind === 'ownClaim' ? [source.claim] : [],
  );
  return [...new Set(claims)];
}

/** Name of the PersistentVolumeClaim that the replicas of a microservice share. */
export function sharedClaimName(microservice: string, { name }: Pick<ClaimedStorage, 'name'>): string {
  return `${name}-${microservice}`;
}

/** The containers with mounts of the PersistentVolumeClaims that their microservice makes. */
export function withSharedClaims(microservice: string, containers: readonly ContainerFacts[]): ContainerFacts[] {
  return containers.map((each) => ({ ...each, mounts: each.mounts.map((mount) => shared(microservice, mount)) }));
}

function shared(microservice: string, mount: Mount): Mount {
  const { name, _source: source } = mount.volume;
  if (source.kind !== 'ownClaim') return mount;
  const { claim } = source;
  const volume = Volume.claimNamed(name, sharedClaimName(microservice, claim), { accessMode: claim.accessMode });
  const { path, readOnly, subPath } = mount;
  return volume.at(path, { readOnly, ...(subPath !== undefined && { subPath }) });
}

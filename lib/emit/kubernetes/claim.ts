import type { IPersistentVolumeClaimSpec } from 'kubernetes-models/v1/PersistentVolumeClaimSpec';
import { byteQuantity, bytes, type ClaimedStorage } from '../../values';

/** Storage that is asked for, of a claim or a template of claims. */
export function claimSpec({
  size,
  storageClass,
  accessMode,
}: Omit<ClaimedStorage, 'name'>): IPersistentVolumeClaimSpec {
  return {
    accessModes: [accessMode],
    resources: { requests: { storage: byteQuantity(bytes(size)) } },
    ...(storageClass !== undefined && { storageClassName: storageClass }),
    volumeMode: 'Filesystem',
  };
}

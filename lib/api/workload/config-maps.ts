import type { Construct } from 'constructs';
import { Manifest, metadataOf } from '../../emit/kubernetes';
import { freeId } from '../../errors';
import type { WorkloadDefinition } from '../../program';

/** Declares the ConfigMaps with the files of a workload. */
export function declareConfigMaps(scope: Construct, definition: WorkloadDefinition): void {
  for (const { name, immutable, data, binaryData } of definition.configFiles.objects) {
    new Manifest(scope, freeId(scope, immutable ? 'files-immutable' : 'files'), {
      ...metadataOf(definition),
      name,
      apiVersion: 'v1',
      kind: 'ConfigMap',
      fields: {
        ...(Object.keys(data).length > 0 && { data: () => data }),
        ...(Object.keys(binaryData).length > 0 && { binaryData: () => binaryData }),
        ...(immutable && { immutable: () => true }),
      },
    });
  }
}

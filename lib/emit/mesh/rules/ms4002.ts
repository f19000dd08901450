import { Rule, Severity } from '../../../errors';
import { MeshUses, usesOf } from './uses';

/** The mesh of the platform does everything that a microservice states to its full extent. */
export const MS4002: Rule<MeshUses> = {
  code: 'MS4002',
  title: 'part of a statement has no effect here',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The platform has no mesh that does it, and Kubernetes alone falls short of it; the finding says by how ' +
    'much. Acknowledge it on a stack or platform whose applications do it themselves.',
  reads: 'mesh and microservice',

  evaluate: ({ mesh, microservice }) => {
    const lost = usesOf(mesh, microservice, 'approximate');
    return lost.length === 0
      ? []
      : [
          {
            message: `part of what ${microservice.name} states has no effect with ${mesh.name}`,
            given: lost
              .map(({ feature, support, subjects }) => `${feature} (${subjects.join(', ')}): ${support.lost}`)
              .join('; '),
            fix:
              'have the applications do it themselves and acknowledge this, or use a platform with ' +
              `${[...new Set(lost.flatMap(({ providers }) => providers))].join(' or ')}`,
          },
        ];
  },
};

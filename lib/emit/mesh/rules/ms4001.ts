import { Rule, Severity } from '../../../errors';
import { MeshUses, usesOf } from './uses';

/** The mesh of the platform can do everything that a microservice states. */
export const MS4001: Rule<MeshUses> = {
  code: 'MS4001',
  title: 'the mesh lacks a stated feature',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The statement would have no effect, or would fail. The finding names the meshes that have the feature; ' +
    'the table of features is in docs/mesh/features.md.',
  reads: 'mesh and microservice',

  evaluate: ({ mesh, microservice }) =>
    usesOf(mesh, microservice, 'unsupported').map(({ feature, support, providers, subjects }) => ({
      message: `${mesh.name} cannot do ${feature}`,
      given: `stated for ${subjects.join(', ')}: ${support.lost}`,
      allowed: `on platforms with ${providers.join(' or ')}`,
      fix: 'leave it out, or choose another mesh',
    })),
};

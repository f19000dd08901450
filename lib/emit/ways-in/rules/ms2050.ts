import { type Rule, Severity } from '../../../errors';
import { usesOf, type WayInUses } from '../uses';

/** The way in of the platform can do everything that an exposure states. */
export const MS2050: Rule<WayInUses> = {
  code: 'MS2050',
  title: 'the way in lacks a stated feature',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'The statement would have no effect, or would fail. The finding names the ways in that have the feature; ' +
    'the table of features is in docs/mesh/features.md.',
  reads: 'exposures of the microservice, way in of the platform',

  evaluate: (uses) =>
    usesOf(uses, 'unsupported').map(({ feature, support, providers, subjects }) => ({
      message: `${uses.wayIn.name} cannot do ${feature}`,
      given: `stated for ${subjects.join(', ')}: ${support.lost}`,
      allowed: providers.length === 0 ? 'no way in has it' : `on platforms with ${providers.join(' or ')}`,
      fix: 'leave it out, or choose another way in',
    })),
};

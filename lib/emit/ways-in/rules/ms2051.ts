import { type Rule, Severity } from '../../../errors';
import { usesOf, type WayInUses } from '../uses';

/** The way in of the platform does everything that an exposure states to its full extent. */
export const MS2051: Rule<WayInUses> = {
  code: 'MS2051',
  title: 'part of an exposure has no effect here',
  severity: Severity.WARNING,
  acknowledgeable: true,
  explanation:
    'The way in of the platform does only part of what an exposure states; the finding says which part is lost. ' +
    'Acknowledge it on a stack or platform whose applications do it themselves.',
  reads: 'exposures of the microservice, way in of the platform',

  evaluate: (uses) => {
    const lost = usesOf(uses, 'approximate');
    const providers = [...new Set(lost.flatMap((each) => each.providers))];
    return lost.length === 0
      ? []
      : [
          {
            message: `exposures of ${uses.microservice.name} have only part of their effect with ${uses.wayIn.name}`,
            given: lost
              .map(({ feature, support, subjects }) => `${feature} (${subjects.join(', ')}): ${support.lost}`)
              .join('; '),
            fix:
              'have the application do it itself and acknowledge this' +
              (providers.length === 0 ? '' : `, or use a platform with ${providers.join(' or ')}`),
          },
        ];
  },
};

import { Detail, Rule, Severity } from '../../../errors';
import type { Platform } from '../../../platform';
import { parseImage } from '../../../values';
import type { PlatformUse } from '../../stack-facts';

/** Invalid entry of the image map or of the registry mirrors. */
export const MS3006: Rule<PlatformUse> = {
  code: 'MS3006',
  title: 'invalid entry of the image map or of the registry mirrors',
  severity: Severity.ERROR,
  acknowledgeable: false,
  standsAlone: true,
  explanation:
    "The platform's image map holds whole references, `registry/repository:tag` or with a digest, as pipelines pass " +
    'them. Registry mirrors map registries or longer prefixes of references, without scheme and without a slash at ' +
    'the end.',
  reads: 'platform',

  evaluate: ({ platform }) => images(platform),
};

function images({ images: map, registryMirrors }: Platform): Detail[] {
  const mirrors = Object.entries(registryMirrors).filter((entry) =>
    entry.some((text) => typeof text !== 'string' || text === '' || text.endsWith('/') || text.includes('://')),
  );
  const entries = Object.entries(map)
    .filter(([, reference]) => parseImage(reference) === undefined)
    .map(([name, reference]) => ({
      message: 'invalid entry of the image map',
      given: `${name} stood for '${reference}'`,
      allowed: 'registry/repository:tag, or @sha256: and 64 hexadecimal digits',
      fix: 'have the pipeline pass whole references',
    }));
  return [
    ...entries,
    ...mirrors.map(([prefix, mirror]) => ({
      message: 'invalid registry mirror',
      given: `${prefix} was moved to '${mirror}'`,
      allowed: 'registries or longer prefixes of references, without scheme and without a slash at the end',
      fix: 'state both as they stand in references, as in docker.io',
    })),
  ];
}

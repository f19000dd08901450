import { Setting } from '../../../values';

/** Settings with their values and their origins, in one line. */
export function describedSettings(settings: readonly Setting[]): string {
  return settings.map(({ name, value, origin }) => `${name} was ${value} (${origin})`).join('; ');
}

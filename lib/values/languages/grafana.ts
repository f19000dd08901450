import { PLACEHOLDERS } from './placeholders';

/** Character without a width that keeps two others apart. */
const WORD_JOINER = '\u2060';

/** A text that Grafana shows as it is in titles and legends, where nothing escapes a variable or a label. */
export function grafanaText(text: string): string {
  return text.replace(PLACEHOLDERS, `$&${WORD_JOINER}`);
}

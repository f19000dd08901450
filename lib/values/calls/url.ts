import { holdsTemplate } from '../languages';

/** URLs of HTTP or HTTPS as text that controllers take as it is: alerts and analyses would fill in a template. */
export function isHttpUrl(text: string): boolean {
  return /^https?:\/\/(?![/?#])[\x21-\x7e]+$/.test(text) && !holdsTemplate(text);
}

import { withoutCredentials } from './credentials';
import type { Detail } from './definition';

/** The detail of a text that holds credentials, which it does not repeat. */
export function plainCredentials(place: string, text: string, fix: string): Detail {
  return {
    message: `${place} holds credentials in plain text`,
    given: `it was '${withoutCredentials(text)}'`,
    allowed: 'texts without a password, or with a reference to a variable such as $(PASSWORD) in its place',
    fix,
  };
}

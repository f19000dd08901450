import {
  type Detail,
  type FindingDefinition,
  holdsUser,
  type Rule,
  Severity,
  withoutCredentials,
} from '../../../errors';

/** A password stands in plain text. */
export const MS1065: FindingDefinition = {
  code: 'MS1065',
  title: 'a password stands in plain text',
  severity: Severity.ERROR,
  acknowledgeable: false,
  explanation:
    'An address or a variable holds a user with a password, as in `redis://:secret@redis:6379`. Manifests are kept ' +
    'in repositories and shown to everybody who may read the objects. Put the password into a Secret: `envValues` ' +
    'makes a variable of its key, `$(NAME)` puts that into another variable, and `TriggerCredentials.secret` hands ' +
    'it to KEDA.',
  reads: 'workload, addresses of the platform',
};

/** An address, and its place in the program. */
export interface StatedAddress {
  readonly place: string;
  readonly address: string | undefined;
}

/** An address of the platform names no user. */
export const MS1065_ADDRESS: Rule<StatedAddress> = {
  ...MS1065,

  evaluate: ({ place, address }) =>
    address === undefined || !holdsUser(address)
      ? []
      : [plainPassword(place, address, 'leave user and password out of the address, and state them as a Secret')],
};

/** The detail of a text that holds credentials, which it does not repeat. */
export function plainPassword(place: string, text: string, fix: string): Detail {
  return {
    message: `${place} holds credentials in plain text`,
    given: `it was '${withoutCredentials(text)}'`,
    allowed: 'texts without a password, or with a reference to a variable such as $(PASSWORD) in its place',
    fix,
  };
}

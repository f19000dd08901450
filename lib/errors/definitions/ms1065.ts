import type { FindingDefinition } from '../definition';
import { Severity } from '../finding';

/** Credentials stand in plain text. */
export const MS1065: FindingDefinition = {
  code: 'MS1065',
  title: 'credentials stand in plain text',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'An address, a variable, or a text of a final object other than a Secret holds a password, as in ' +
    '`redis://:secret@redis:6379` or `--password=secret`, a token with the prefix of its issuer, or a private key. ' +
    'Manifests are kept in repositories and shown to everybody who may read the objects. Put the password into a ' +
    'Secret: `envValues` makes a variable of its key, `$(NAME)` puts that into another variable, and ' +
    '`TriggerCredentials.secret` hands it to KEDA. Objects of others and patches are searched too, by `App` of this ' +
    'library alone. Acknowledge what only looks like credentials, on the microservice or the stack, or by ' +
    '`Findings.of(construct)` on another object.',
  reads: 'workload, addresses of the platform, rendered object',
};

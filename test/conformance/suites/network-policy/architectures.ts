import { CALLS } from '../../../apps/online-boutique/upstream';
import { Call, call } from './call';

const ONLINE_BOUTIQUE = CALLS.map(([caller, callee, number]) =>
  call(deployment(caller), deployment(callee), { number, protocol: 'TCP' }),
);

/** The calls of systems whose architecture somebody else has stated, by the system's name. */
export const ARCHITECTURES: ReadonlyMap<string, readonly Call[]> = new Map([
  ['online-boutique/production', ONLINE_BOUTIQUE],
  ['online-boutique/staging', ONLINE_BOUTIQUE],
  // One microservice.
  ['quickstart', []],
]);

function deployment(name: string): string {
  return `Deployment online-boutique/${name}`;
}

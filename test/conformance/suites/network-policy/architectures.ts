import { CALLS } from '../../../apps/online-boutique/upstream';
import { Call, call } from './call';

const ONLINE_BOUTIQUE = CALLS.map(([caller, callee, number]) =>
  call(deployment(caller), deployment(callee), { number, protocol: 'TCP' }),
);

/** Calls of the box office, whose replicas call each other and are told of by names of their own. */
const BOX_OFFICE = [
  ['Deployment website', 'Deployment catalog', 7000],
  ['Deployment website', 'Deployment orders', 7000],
  ['Deployment website', 'DaemonSet fragments', 11211],
  ['Deployment orders', 'Deployment payments', 7000],
  ['Deployment orders', 'Deployment seating', 8080],
  ['Deployment orders', 'StatefulSet orders-db', 5432],
  ['Deployment orders', 'StatefulSet events', 4222],
  ['Deployment catalog', 'StatefulSet orders-db', 5432],
  ['Deployment mailer', 'StatefulSet events', 4222],
  ['Job migrate-7-2-0', 'StatefulSet orders-db', 5432],
  ['CronJob settle', 'StatefulSet orders-db', 5432],
  ['StatefulSet orders-db', 'StatefulSet orders-db', 5432],
  ['StatefulSet orders-db', 'StatefulSet orders-db', 8008],
  ['StatefulSet events', 'StatefulSet events', 6222],
].map(([caller, callee, number]) =>
  call(inBoxOffice(`${caller}`), inBoxOffice(`${callee}`), { number: Number(number), protocol: 'TCP' }),
);

/** The calls of systems whose architecture somebody else has stated, by the system's name. */
export const ARCHITECTURES: ReadonlyMap<string, readonly Call[]> = new Map([
  ['online-boutique/production', ONLINE_BOUTIQUE],
  ['online-boutique/staging', ONLINE_BOUTIQUE],
  ['box-office/production', BOX_OFFICE],
  ['box-office/staging', BOX_OFFICE],
  // One microservice.
  ['quickstart', []],
]);

function deployment(name: string): string {
  return `Deployment online-boutique/${name}`;
}

/** Title of a workload by its kind and its name. */
function inBoxOffice(workload: string): string {
  return workload.replace(' ', ' box-office/');
}

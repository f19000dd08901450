import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { KubernetesObject, titleOf } from '../../cluster/kubernetes-object';
import { readSystems } from '../../manifests';
import type { Context } from '../../suite';
import { judgedByFiles } from './complaints';
import { analyzeFiles, validate } from './istioctl';

interface PlantedManifest {
  readonly name: string;
  readonly object: KubernetesObject;
  readonly judge: typeof validate;
  readonly message: RegExp;
}

const UNKNOWN_FIELD = virtualService({ timeot: '1s' });
/** Taken by the schema, and refused by Istio. */
export const NO_ATTEMPTS = virtualService({ retries: { attempts: 0, perTryTimeout: '1s' } });
const UNKNOWN_ACTION: KubernetesObject = {
  apiVersion: 'security.istio.io/v1',
  kind: 'AuthorizationPolicy',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { action: 'ALOW' },
};

const PLANTED: readonly PlantedManifest[] = [
  { name: 'an unknown field, for validate', object: UNKNOWN_FIELD, judge: validate, message: /unknown field "timeot"/ },
  { name: 'an unknown value, for validate', object: UNKNOWN_ACTION, judge: validate, message: /unknown value .*ALOW/ },
  {
    name: 'retries without attempts, for validate',
    object: NO_ATTEMPTS,
    judge: validate,
    message: /attempts are set to 0/,
  },
  {
    name: 'retries without attempts, for analyze',
    object: NO_ATTEMPTS,
    judge: analyzeFiles,
    message: /IST0106.*attempts are set to 0/,
  },
];

/** Shows that the judges of files find what is wrong, each defect in a system of its own. */
export async function judgePlantedManifests({ scratch, findsPlanted }: Context): Promise<void> {
  for (const [at, { name, object, judge, message }] of PLANTED.entries()) {
    const folder = path.join(scratch, `planted-${at}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'planted.yaml'), JSON.stringify(object));
    const [system] = readSystems(folder);
    await findsPlanted({ name, object: titleOf(object), message }, () => judgedByFiles(system!, judge));
  }
}

function virtualService(route: object): KubernetesObject {
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { hosts: ['cart'], http: [{ ...route, route: [{ destination: { host: 'cart' } }] }] },
  };
}

import { Testing } from 'cdk8s';
import {
  ApplicationStack,
  type ExposeOptions,
  IstioMesh,
  type Mesh,
  Microservice,
  type MicroserviceProps,
  Platform,
  Port,
  type WayIn,
  type WayInOptions,
} from '../../../lib';
import { type ManifestObject, synthesize } from '../../support/manifests';

/** An exposure, with what depends on the way in. */
export type Stated = ExposeOptions & WayInOptions;

/** What is written where `web` is exposed by a way in, on Istio unless something else is stated. */
export function exposing(
  wayIn: WayIn,
  exposures: readonly Stated[],
  props: Partial<MicroserviceProps> = {},
  mesh: Mesh = new IstioMesh(),
): ManifestObject[] {
  const app = Testing.app();
  const shop = new ApplicationStack(app, 'shop', { platform: new Platform({ wayIn, mesh }) });
  const web = new Microservice(shop, 'web', {
    image: 'acme/web:1',
    ports: [Port.http(80, { targetPort: 8080 })],
    ...props,
  });
  for (const { hosts, maxBodySize, nodePort, ...options } of exposures)
    web.expose(
      { public: options.allowedSources === undefined, ...options },
      {
        ...(hosts !== undefined && { hosts }),
        ...(maxBodySize !== undefined && { maxBodySize }),
        ...(nodePort !== undefined && { nodePort }),
      },
    );
  return synthesize(app);
}

/** An object that no package has a type of. */
export function object(manifests: readonly ManifestObject[], kind: string, name: string): any {
  const found = manifests.filter((each) => each.kind === kind && each.metadata.name === name);
  expect(found.map(({ metadata }) => metadata.name)).toEqual([name]);
  return found[0];
}

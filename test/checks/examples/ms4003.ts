import { ApplicationStack, IstioMesh, Microservice, Platform, Port, SidecarMode } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh({ sidecars: SidecarMode.CLASSIC }) }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: { initContainers: [{ name: 'migrate', image: 'migrate:1.4.2', calls: true }] },
  });
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh({ sidecars: SidecarMode.CLASSIC }) }),
  });
  new Microservice(store, 'cart', {
    image: 'cart:1.4.2',
    ports: [Port.http(8080)],
    pod: { initContainers: [{ name: 'migrate', image: 'migrate:1.4.2', calls: false }] },
  });
}

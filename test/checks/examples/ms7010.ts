import {
  ApplicationStack,
  ExternalService,
  IstioMesh,
  KnativeServing,
  Microservice,
  Platform,
  Port,
  ServerlessFunction,
} from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh(), functions: new KnativeServing() }),
  });
  const images = new Microservice(store, 'images', { image: 'images:1.4.2', ports: [Port.http(8080)] });
  const thumbnail = new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2' });
  thumbnail.calls(images);
}

export function passing({ app }: Start): void {
  const store = new ApplicationStack(app, 'store', {
    platform: new Platform({ mesh: new IstioMesh(), functions: new KnativeServing() }),
  });
  const images = new ExternalService(store, 'images', {
    host: 'images.example.com',
    ports: [Port.tls(443)],
    addresses: ['203.0.113.0/24'],
  });
  const thumbnail = new ServerlessFunction(store, 'thumbnail', { image: 'thumbnail:1.4.2' });
  thumbnail.calls(images);
}

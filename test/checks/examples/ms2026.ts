import { ApplicationStack, ExternalService, ExternalTls, IstioMesh, Microservice, Platform, Port } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ mesh: new IstioMesh() }) });
  const bank = new ExternalService(east, 'bank', {
    host: 'bank.example',
    addresses: ['203.0.113.0/24'],
    ports: [Port.tls(443)],
    tls: ExternalTls.byProxy(),
  });
  new Microservice(east, 'cart', { image: 'cart:1.4.2' }).calls(bank);
}

export function passing({ app }: Start): void {
  const east = new ApplicationStack(app, 'east', { platform: new Platform({ mesh: new IstioMesh() }) });
  const bank = new ExternalService(east, 'bank', {
    host: 'bank.example',
    addresses: ['203.0.113.0/24'],
    ports: [Port.http(80, { targetPort: 443 })],
    tls: ExternalTls.byProxy(),
  });
  new Microservice(east, 'cart', { image: 'cart:1.4.2' }).calls(bank);
}

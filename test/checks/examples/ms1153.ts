import { Account, ApplicationStack, IstioMesh, Microservice, Platform, Port, SharedAccount } from '../../../lib';
import type { Start } from '../example';

function program({ app }: Start, isShared: boolean): void {
  const meshed = new ApplicationStack(app, 'meshed', { platform: new Platform({ mesh: new IstioMesh() }) });
  const shared = new SharedAccount(meshed, 'front');
  const serviceAccount = isShared ? shared.account : Account.own();
  const account = { metadata: { serviceAccount } };
  const payment = new Microservice(meshed, 'payment', { image: 'payment:1.0.0', ports: [Port.grpc(50051)] });
  const checkout = new Microservice(meshed, 'checkout', { image: 'checkout:1.0.0', ...account });
  new Microservice(meshed, 'catalogue', { image: 'catalogue:1.0.0', ...account });
  checkout.calls(payment);
}

export function failing(start: Start): void {
  program(start, true);
}

export function passing(start: Start): void {
  program(start, false);
}

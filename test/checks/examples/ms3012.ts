import { ApiObject } from 'cdk8s';
import { Microservice, MicroserviceReference, Port } from '../../../lib';
import type { Start } from '../example';

const backend = { service: { name: 'cart', port: { number: 80 } } };
const ingress = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop' },
  spec: { rules: [{ host: 'shop.example', http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] },
};

export function failing({ shop }: Start): void {
  new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(80)] });
  new ApiObject(shop, 'ingress', ingress);
}

export function passing({ shop }: Start): void {
  const cart = new Microservice(shop, 'cart', { image: 'cart:1.4.2', ports: [Port.http(80)] });
  const podLabels = { 'app.kubernetes.io/name': 'ingress-nginx' };
  cart.acceptsCallsFrom(new MicroserviceReference({ name: 'controller', namespace: 'ingress-nginx', podLabels }));
  new ApiObject(shop, 'ingress', ingress);
}

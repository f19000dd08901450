import { ApplicationStack, Microservice, Platform } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const platform = new Platform({ required: { security: { networkPolicy: true } } });
  const east = new ApplicationStack(app, 'east', { platform });
  new Microservice(east, 'cart', { image: 'cart:1.4.2', security: { networkPolicy: false } });
}

export function passing({ app }: Start): void {
  const platform = new Platform({ required: { security: { networkPolicy: true } } });
  const east = new ApplicationStack(app, 'east', { platform });
  new Microservice(east, 'cart', { image: 'cart:1.4.2', security: { networkPolicy: true } });
}

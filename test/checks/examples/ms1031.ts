import { Chart } from 'cdk8s';
import { ApplicationStack, Microservice } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new Microservice(new Chart(app, 'alone'), 'cart', { image: 'cart:1.4.2' });
}

export function passing({ app }: Start): void {
  new Microservice(new ApplicationStack(app, 'alone'), 'cart', { image: 'cart:1.4.2' });
}

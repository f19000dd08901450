import { Chart } from 'cdk8s';
import { ApplicationStack } from '../../../lib';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  new Chart(app, '00-namespace-east');
  new ApplicationStack(app, 'east');
}

export function passing({ app }: Start): void {
  new Chart(app, 'extra');
  new ApplicationStack(app, 'east');
}

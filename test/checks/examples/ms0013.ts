import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const chart = new Chart(app, 'extra');
  chart.node.addDependency(new Construct(app, 'outside'));
}

export function passing({ app }: Start): void {
  const chart = new Chart(app, 'extra');
  chart.node.addDependency(new Chart(app, 'other'));
}

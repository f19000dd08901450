import { Chart } from 'cdk8s';
import type { Start } from '../example';

export function failing({ app }: Start): void {
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  one.addDependency(two);
  two.addDependency(one);
}

export function passing({ app }: Start): void {
  const [one, two] = [new Chart(app, 'one'), new Chart(app, 'two')];
  one.addDependency(two);
}

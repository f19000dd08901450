import { Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isFromLibrary, isFromOtherCopy } from '../../arguments';
import { MS0009, reportFaults } from '../../errors';

/** Reports that the nearest construct of the library above one is of another installed copy. */
export function checkScope(construct: IConstruct): void {
  const above = construct.node.scopes.reverse().slice(1).find(isFromLibrary);
  if (above === undefined || !isFromOtherCopy(above)) return;
  reportFaults(construct, [
    {
      definition: MS0009,
      message: 'two copies of cdk8s-microservice are installed',
      given: `${nameOf(above)} was made by another copy than ${construct.node.path}`,
      allowed: 'one copy',
      fix: 'run `npm ls cdk8s-microservice`, and make packages of constructs depend on it as a peer',
    },
  ]);
}

function nameOf(scope: IConstruct): string {
  const { path } = scope.node;
  if (path === '') return 'the app';
  return Chart.isChart(scope) ? `the application stack ${path}` : `the construct ${path}`;
}

import { App, ApplicationStack, Microservice, Port } from '../../lib';
import { state } from '../arguments/sites';
import { type Input, SECRET } from './inputs';

/** An app of inputs, with a microservice whose variable is a secret. */
export function appOf(inputs: readonly Input[]): App {
  const app = new App();
  const vault = new ApplicationStack(app, 'vault', { existing: true });
  new Microservice(vault, 'vault', { image: 'vault:1.0.0', env: { DB_PASSWORD: SECRET } });
  inputs.forEach((input, at) => stateIn(app, input, at));
  return app;
}

/** States an input at a microservice in a stack of its own, or at a stack that has a microservice. */
function stateIn(app: App, { site, value }: Input, at: number): void {
  const id = `made-${at}`;
  const stack = new ApplicationStack(app, `stack-${at}`, { existing: true });
  state(site, value, { app, stack, id });
  const made = app.node.tryFindChild(id);
  if (made !== undefined) new Microservice(made, 'cart', { image: 'cart:1.0.0', ports: [Port.http(8080)] });
}

/** Input whose stack holds a construct. */
export function inputOf(path: string): string | undefined {
  return /^(?:00-namespace-)?(?:stack|made)-(\d+)/.exec(path)?.[1];
}

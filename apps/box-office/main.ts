import { App } from '../../lib';
import { boxOffice } from './box-office';
import { type Environment, environments } from './environments';

for (const [name, { platform, acknowledged = {}, ...options }] of Object.entries<Environment>(environments)) {
  const app = new App({ folder: `box-office/${name}` });
  const stack = boxOffice(app, platform, options);
  for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
  app.synth();
}

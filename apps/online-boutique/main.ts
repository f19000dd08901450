import { App } from '../../lib';
import { environments } from './environments';
import { onlineBoutique } from './online-boutique';

for (const [name, { platform, acknowledged = {}, ...options }] of Object.entries(environments)) {
  const app = new App({ folder: `online-boutique/${name}` });
  const stack = onlineBoutique(app, platform, options);
  for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
  app.synth();
}

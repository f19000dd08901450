import { App } from '../../lib';
import { environments } from './environments';
import { reports } from './reports';

for (const [name, { platform, acknowledged = {} }] of Object.entries(environments)) {
  const app = new App({ folder: `scale-to-zero/${name}` });
  const stack = reports(app, platform);
  for (const [code, reason] of Object.entries(acknowledged)) stack.acknowledge(code, reason);
  app.synth();
}

import { App } from '../../lib';
import { environments } from './environments';
import { onlineBoutique } from './online-boutique';

for (const [name, { platform, ...options }] of Object.entries(environments)) {
  const app = new App({ folder: `online-boutique/${name}` });
  onlineBoutique(app, platform, options);
  app.synth();
}

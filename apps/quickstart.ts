import { App, ApplicationStack, Microservice, Port } from '../lib';

const app = new App({ folder: 'quickstart' });
new Microservice(new ApplicationStack(app, 'shop'), 'cart', { image: 'ghcr.io/acme/cart:1.4.2', ports: [Port.http(8080)] });
app.synth();

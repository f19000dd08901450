import { ApiObject, Duration, Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { App, ApplicationStack, Microservice, MicroserviceReference, Port, Scaling, Volume } from '../../lib';

/** A program that is wrong in as many ways as fit; its test runs it as a process of its own. */
const app = new App();
const stack = new ApplicationStack(app, 'shop');
const image = 'registry.example/shop:1';

new Microservice(stack, 'Frontend', { image });
new Microservice(stack, 'a'.repeat(60), { image });
new Microservice(new ApplicationStack(app, 'more', { namespace: 'shop' }), 'cart', { image });

const cart = new Microservice(stack, 'cart', {
  image,
  ports: [Port.http(0), Port.http(80), Port.grpc(80)],
  resources: { memory: { request: Size.gibibytes(2), limit: Size.mebibytes(512) } },
  scaling: Scaling.onCpu({ min: 5, max: 3 }),
  env: { MODE: 'fast' },
  pod: {
    envValues: { MODE: EnvValue.fromValue('slow') },
    mounts: [Volume.emptyDir('a').at('/data'), Volume.emptyDir('b').at('/data/')],
  },
  lifecycle: { longestRequest: Duration.millis(1) },
});
cart.calls(new MicroserviceReference({ name: 'stock', namespace: 'depot', ports: [Port.http(8080)] }), { port: 8081 });
const account = cart.node.findChild('account') as ApiObject;
cart.workload.addDependency(account);
account.addDependency(cart.workload);

new Microservice(app, 'lost', { image });

app.synth();

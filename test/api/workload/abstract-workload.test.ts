import { App, Testing } from 'cdk8s';
import {
  ApplicationStack,
  KnativeServing,
  Microservice,
  MicroserviceReference,
  Platform,
  Port,
  ServerlessFunction,
  AbstractWorkload,
} from '../../../lib';

const IMAGE = 'ghcr.io/acme/cart:1.4.2';

/** Fields that a team may give its own class; none of them reaches the state of the library. */
class TeamService extends Microservice {
  public readonly platform = 'team';
  public readonly objects = 'team';
  public readonly outbound = 'team';
  public readonly inbound = 'team';
  public readonly exposures = 'team';
  public readonly facts = 'team';
  public readonly state = 'team';
  public readonly problems = 'team';
}

class TeamFunction extends ServerlessFunction {
  public readonly platform = 'team';
  public readonly objects = 'team';
  public readonly exposures = 'team';
  public readonly facts = 'team';
}

const stackOf = () =>
  new ApplicationStack(new App(), 'shop', { platform: new Platform({ functions: new KnativeServing() }) });

test('fields of a subclass replace no state of the library', () => {
  const output = (service: typeof Microservice, func: typeof ServerlessFunction) => {
    const stack = stackOf();
    const cart = new service(stack, 'cart', { image: IMAGE, ports: [Port.http(8080)] });
    const thumbnail = new func(stack, 'thumbnail', { image: IMAGE });
    cart.calls(thumbnail);
    thumbnail.calls(cart);
    cart.expose({ public: true });
    thumbnail.expose({ public: true });
    cart.patchContainer('cart', { tty: true });
    return Testing.synth(stack);
  };
  expect(output(TeamService, TeamFunction)).toEqual(output(Microservice, ServerlessFunction));
});

test('microservices and functions are workloads with one set of methods', () => {
  const stack = stackOf();
  const workloads: AbstractWorkload[] = [
    new Microservice(stack, 'cart', { image: IMAGE, ports: [Port.http(8080)] }),
    new ServerlessFunction(stack, 'thumbnail', { image: IMAGE }),
  ];
  const caller = new MicroserviceReference({ name: 'web', namespace: 'front' });
  for (const workload of workloads) {
    workload.acceptsCallsFrom(caller);
    workload.patchContainer(workload.name, { tty: true });
  }
  const containers = Testing.synth(stack)
    .filter(({ kind }) => kind === 'Deployment' || kind === 'Service')
    .flatMap(({ spec }) => spec.template?.spec.containers ?? []);
  expect(containers.map(({ name, tty }) => [name, tty])).toEqual([
    ['cart', true],
    ['thumbnail', true],
  ]);
});

import { Backlog, Microservice, MicroserviceReference, Objective } from '../../../../lib';
import { serve, shopOn } from '../program';
import { PLATFORM, rulesOf } from './program';

const pagesOf = (microservice: Microservice) =>
  rulesOf(microservice)
    .filter(({ labels }) => labels.severity === 'critical')
    .map(({ alert }) => alert);
const NONE_READY = ['MicroserviceNoReadyReplicas'];

test('a load generator that nobody calls wakes nobody, and a microservice that it calls does', () => {
  const stack = shopOn(PLATFORM);
  const [generator, web] = [serve(stack, 'load-generator', { ports: [] }), serve(stack, 'web')];
  generator.calls(web);
  expect(pagesOf(generator)).toEqual([]);
  expect(rulesOf(generator).find(({ alert }) => alert === NONE_READY[0])!.labels.severity).toBe('warning');
  expect(pagesOf(web)).toEqual(NONE_READY);
});

test('a port that nobody calls wakes nobody', () => {
  expect(pagesOf(serve(shopOn(PLATFORM), 'web'))).toEqual([]);
});

test('callers from outside, callers stated elsewhere and objectives count', () => {
  const exposed = serve(shopOn(PLATFORM), 'web');
  exposed.expose({ host: 'web.example.com', public: true });
  expect(pagesOf(exposed)).toEqual(NONE_READY);
  const accepting = serve(shopOn(PLATFORM), 'web');
  accepting.acceptsCallsFrom(new MicroserviceReference({ name: 'app', namespace: 'elsewhere' }));
  expect(pagesOf(accepting)).toEqual(NONE_READY);
  expect(pagesOf(serve(shopOn(PLATFORM), 'web', { objectives: [Objective.availability(99.9)] }))).toEqual(NONE_READY);
});

test('a batch client with a backlog is told of when too much waits', () => {
  const mailer = serve(shopOn(PLATFORM), 'mailer', {
    ports: [],
    telemetry: { backlogs: [Backlog.kafka(1000, { consumerGroup: 'mailer' })] },
  });
  expect(pagesOf(mailer)).toEqual(['MicroserviceBacklogTooLong']);
});

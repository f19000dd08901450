import { App, Duration } from 'cdk8s';
import {
  MicroserviceSettings,
  PlatformProps,
  Scaling,
  ServerlessFunction,
  ServerlessFunctionProps,
} from '../../../lib';
import { isError } from '../../../lib/errors';
import { findingsOf } from '../../checks/cases';
import { shop, thumbnail } from '../../emit/serverless/program';

const microservices: MicroserviceSettings = {
  scaling: Scaling.onCpu({ max: 3 }),
  security: { fsGroup: 3000, runAsUser: 1000 },
  lifecycle: { longestRequest: Duration.minutes(15), startupTime: Duration.minutes(11) },
};
const reason = 'functions do without what microservices have';

function program(
  stated: Partial<ServerlessFunctionProps>,
  defaults: MicroserviceSettings,
  platform: PlatformProps = {},
): ServerlessFunction {
  return thumbnail(stated, shop({}, platform, { defaults }));
}

function errors(of: ServerlessFunction): string[] {
  return findingsOf(of.node.root as App)
    .filter(isError)
    .map(({ code }) => code);
}

test('what is stated for all and functions cannot have has no effect, and can be acknowledged on the stack', () => {
  const stack = shop({}, { defaults: microservices });
  stack.acknowledge('MS7003', reason);
  const resized = thumbnail({}, stack);
  expect(errors(resized)).toEqual([]);
  expect(resized.setting('scaling.max')).toMatchObject({ value: expect.stringMatching(/^10:/), origin: 'library' });
  expect(resized.setting('timeout')).toMatchObject({ value: expect.stringMatching(/^90 s/), origin: 'library' });
  expect(resized.setting('security.fsGroup')).toBeUndefined();
  expect(resized.setting('security.runAsUser')).toMatchObject({ value: '1000', origin: 'platform' });
});

test('each setting is reported once', () => {
  expect(errors(program({}, microservices))).toEqual(['MS7003', 'MS7003', 'MS7003', 'MS7003']);
});

test('where the stack states what functions cannot have, the platform counts', () => {
  const resized = program(
    {},
    { lifecycle: { longestRequest: Duration.minutes(15) } },
    { defaults: { lifecycle: { longestRequest: Duration.seconds(40) } } },
  );
  expect(errors(resized)).toEqual(['MS7003']);
  expect(resized.setting('lifecycle.longestRequest')).toMatchObject({ value: '40 seconds', origin: 'platform' });
});

test('where both do, both are reported', () => {
  const resized = program(
    {},
    { lifecycle: { longestRequest: Duration.minutes(15) } },
    { defaults: { lifecycle: { longestRequest: Duration.minutes(20) } } },
  );
  expect(errors(resized)).toEqual(['MS7003', 'MS7003']);
  expect(resized.setting('lifecycle.longestRequest')).toMatchObject({ origin: 'library' });
});

test('a function that states another has nothing to do with it', () => {
  const { scaling, lifecycle } = microservices;
  expect(
    errors(
      program(
        {
          scaling: Scaling.fixed(1),
          lifecycle: { longestRequest: Duration.seconds(20), startupTime: Duration.seconds(20) },
        },
        { scaling: scaling!, lifecycle: lifecycle! },
      ),
    ),
  ).toEqual([]);
});

test.each<[string, string, Partial<ServerlessFunctionProps>, MicroserviceSettings]>([
  ['scaling', 'MS7008', { scaling: Scaling.onCpu({ max: 4 }) }, {}],
  ['a group of volumes', 'MS7006', { security: { fsGroup: 3000 } }, {}],
  [
    'a time, and the other for all',
    'MS7007',
    { lifecycle: { longestRequest: Duration.seconds(580) } },
    { lifecycle: { startupTime: Duration.seconds(30) } },
  ],
])('what a function states itself is its own error: %s', (_, code, stated, defaults) => {
  expect(errors(program(stated, defaults))).toEqual([code]);
});

test('what the platform requires cannot be had, nor acknowledged', () => {
  const required = { security: { fsGroup: 3000 }, lifecycle: { longestRequest: Duration.minutes(15) } };
  expect(errors(program({}, {}, { required }))).toEqual(['MS7004', 'MS7004']);
  const stack = shop({}, { required });
  stack.acknowledge('MS7004', reason);
  expect(errors(thumbnail({}, stack)).filter((code) => code === 'MS7004')).toHaveLength(2);
});

import { Duration } from 'cdk8s';
import { ApplicationStack, HttpProbeOptions, Platform, Probe } from '../../lib';
import { cart, describeCode, findings } from './cases';

const seconds = (count: number) => Duration.seconds(count);
const probed = (options: HttpProbeOptions, startupTime?: number) => (stack: ApplicationStack) =>
  void cart(stack, {
    probes: { startup: Probe.http('/h', options) },
    ...(startupTime !== undefined && { lifecycle: { startupTime: seconds(startupTime) } }),
  });

describeCode('MS1050', [
  {
    name: 'a start that may hang for longer than was said',
    bad: probed({ period: seconds(10), failureThreshold: 90 }, 60),
    good: probed({ period: seconds(10), failureThreshold: 90 }),
    given: 'period 10 s, timeout 2 s, failureThreshold 90; lifecycle.startupTime 60 s (microservice cart)',
    allowed: 'between 60 s and 80 s',
    fix: 'lifecycle.startupTime of 900 s',
  },
  {
    name: 'a start that is ended before it is over',
    bad: probed({ period: seconds(5), failureThreshold: 11 }, 60),
    good: probed({ period: seconds(5), failureThreshold: 12 }, 60),
    given: 'failureThreshold 11',
    fix: 'leave failureThreshold out',
  },
  {
    name: 'a probe that hangs for longer than its period',
    bad: probed({ period: seconds(2), timeout: seconds(30) }),
    good: probed({ timeout: seconds(30) }),
    given: 'period 2 s, timeout 30 s, failureThreshold 31; lifecycle.startupTime 60 s (library)',
    fix: 'state a period of 30 s',
  },
  {
    name: 'a delay that is longer than the start',
    bad: probed({ initialDelay: seconds(120) }),
    good: probed({ initialDelay: seconds(30) }),
    given: 'initialDelay 120 s',
    fix: 'lifecycle.startupTime of 122 s',
  },
]);

test('a platform that requires another time of a start than the probe states is told of', () => {
  const found = findings((stack) => {
    const platform = new Platform({ required: { lifecycle: { startupTime: seconds(60) } } });
    const own = new ApplicationStack(stack.node.root, 'own', { platform });
    cart(own, { probes: { startup: Probe.http('/h', { period: seconds(10), failureThreshold: 90 }) } });
  });
  expect(found.map(({ code }) => code)).toContain('MS1050');
});

import { Duration } from 'cdk8s';
import { ApplicationStack, IstioMesh, Logging, LoggingProps, NoMesh, Platform, PlatformProps } from '../../../lib';
import { Case, cart, describeCode } from '../cases';

type Expected = Pick<Case, 'given' | 'fix'> & Partial<Case>;

const on = ({ node }: ApplicationStack, platform: PlatformProps) =>
  new ApplicationStack(node.root, 'logged', { platform: new Platform(platform) });

/** A case in which what a platform with Istio says of logging is wrong. */
function stated(
  name: string,
  bad: LoggingProps,
  good: LoggingProps,
  expected: Expected,
  mesh: readonly [PlatformProps['mesh'], PlatformProps['mesh']] = [new IstioMesh(), new IstioMesh()],
): Case {
  const program = (props: LoggingProps, at: 0 | 1) => (stack: ApplicationStack) => {
    cart(on(stack, { mesh: mesh[at]!, observability: { logging: new Logging(props) } }));
  };
  return { name, bad: program(bad, 0), good: program(good, 1), path: 'logged', ...expected };
}

/** A case in which a microservice keeps logs in vain. */
function kept(
  name: string,
  bad: Duration,
  good: Duration | undefined,
  logging: LoggingProps | undefined,
  expected: Expected,
): Case {
  const program = (logRetention: Duration | undefined) => (stack: ApplicationStack) => {
    cart(on(stack, { ...(logging && { observability: { logging: new Logging(logging) } }) }), {
      ...(logRetention && { telemetry: { logRetention } }),
    });
  };
  return { name, bad: program(bad), good: program(good), path: 'logged/cart', ...expected };
}

const LABEL = 'logs.example.com/days';

describeCode('MS5401', [
  stated(
    'nothing is slow',
    { slowerThan: Duration.millis(0) },
    { slowerThan: Duration.millis(1) },
    { given: 'slowerThan was 0 ms', fix: 'Duration.seconds(1)' },
  ),
  stated(
    'parts of a millisecond',
    { slowerThan: Duration.millis(1.5) },
    { slowerThan: Duration.seconds(1.5) },
    { given: 'slowerThan was 1.5 ms', fix: 'Duration.seconds(1)' },
  ),
  stated(
    'an empty provider',
    { meshProvider: '' },
    { meshProvider: 'json' },
    { given: "meshProvider was ''", fix: 'leave it out' },
  ),
  stated(
    'a key that is none',
    { podLabels: { 'a b': 'x' } },
    { podLabels: { 'a-b': 'x' } },
    { given: 'podLabels held a b=x', fix: 'write it with these characters' },
  ),
  stated(
    'a value that is none',
    { podLabels: { a: 'x y' } },
    { podLabels: { a: '' } },
    { given: 'podLabels held a=x y', fix: 'write it with these characters' },
  ),
  stated(
    'a label of the library',
    { podLabels: { 'app.kubernetes.io/name': 'x' } },
    {},
    { given: 'app.kubernetes.io/name', fix: 'another key' },
  ),
  stated(
    'a label for retention that is none',
    { retentionLabel: 'keep for' },
    { retentionLabel: LABEL },
    { given: "retentionLabel was 'keep for'", fix: 'write it with these characters' },
  ),
  stated(
    'a label that stands for two things',
    { retentionLabel: LABEL, podLabels: { [LABEL]: '7' } },
    { retentionLabel: LABEL, podLabels: { other: '7' } },
    { given: LABEL, fix: 'leave it out of podLabels' },
  ),
  ...[Duration.hours(36), Duration.days(0), Duration.millis(1)].map((bad) =>
    kept(
      bad.toHumanString(),
      bad,
      Duration.days(1),
      { retentionLabel: LABEL },
      { given: 'telemetry.logRetention was', allowed: 'whole days', fix: 'Duration.days(30)' },
    ),
  ),
]);

describeCode('MS5402', [
  kept('no logging', Duration.days(30), undefined, undefined, {
    given: 'telemetry.logRetention was 30 days (microservice cart)',
    fix: 'leave it out',
  }),
  kept(
    'no label',
    Duration.days(30),
    undefined,
    { podLabels: { a: 'b' } },
    { given: 'telemetry.logRetention was 30 days', allowed: 'retentionLabel', fix: 'the label that collectors read' },
  ),
  stated(
    'no proxies',
    { everyRequest: true, meshProvider: 'json' },
    { podLabels: { a: 'b' } },
    { given: 'everyRequest, meshProvider were stated', fix: 'leave them out' },
    [new NoMesh(), new NoMesh()],
  ),
  stated(
    'every request, and slow ones',
    { everyRequest: true, slowerThan: Duration.seconds(2) },
    { everyRequest: true },
    { given: 'slowerThan was 2000 ms', fix: 'leave out slowerThan' },
  ),
]);

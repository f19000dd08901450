import { ConfigMap, EnvFrom, EnvValue, Secret } from 'cdk8s-plus-27';
import { ApplicationStack, Microservice, MicroserviceProps, Volume } from '../../lib';
import { Case, cart, describeCode, findings } from './cases';

const reports = { lifecycle: { reportUnstatedConfiguration: true } };
const elsewhere = (stack: ApplicationStack) => ConfigMap.fromConfigMapName(stack, 'elsewhere', 'flags');

function read(
  name: string,
  bad: (stack: ApplicationStack) => MicroserviceProps['pod'],
  good: (stack: ApplicationStack) => Partial<MicroserviceProps>,
  expected: Pick<Case, 'given' | 'fix'>,
): Case {
  return {
    name,
    bad: (stack) => cart(stack, { ...reports, pod: bad(stack)! }),
    good: (stack) => cart(stack, { ...reports, ...good(stack) }),
    ...expected,
  };
}

describeCode('MS1060', [
  read(
    'a volume',
    () => ({ mounts: [Volume.configMapNamed('c', 'settings').at('/c')] }),
    (stack) => {
      new ConfigMap(stack, 'settings', { metadata: { name: 'settings' } });
      return { pod: { mounts: [Volume.configMapNamed('c', 'settings').at('/c')] } };
    },
    { given: 'it is read as /c', fix: 'state it in the program' },
  ),
  read(
    'variables of several containers',
    (stack) => ({
      envFrom: [new EnvFrom(elsewhere(stack))],
      initContainers: [
        { name: 'wait', image: 'acme/wait:1', envValues: { FLAG: EnvValue.fromConfigMap(elsewhereAgain(stack), 'a') } },
      ],
    }),
    (stack) => ({
      metadata: { podAnnotations: { 'reloader.stakater.com/auto': 'true' } },
      pod: { envFrom: [new EnvFrom(elsewhere(stack))] },
    }),
    { given: 'FLAG, envFrom', fix: 'Reloader' },
  ),
  read(
    'an optional Secret',
    () => ({ mounts: [Volume.secretNamed('s', 'password', { optional: true }).at('/s')] }),
    () => ({ pod: { mounts: [Volume.secretNamed('s', 'password', { restartsPods: false }).at('/s')] } }),
    { given: 'it is read as /s', fix: 'restartsPods: false' },
  ),
]);

function elsewhereAgain(stack: ApplicationStack) {
  return ConfigMap.fromConfigMapName(stack, 'elsewhere-again', 'flags');
}

test('configuration from elsewhere is reported on request, once for each object', () => {
  const pod = (stack: ApplicationStack) => ({
    envFrom: [new EnvFrom(elsewhere(stack)), new EnvFrom(undefined, 'S_', Secret.fromSecretName(stack, 's', 'flags'))],
    mounts: [Volume.configMapNamed('c', 'flags').at('/c')],
  });
  const codes = (lifecycle: MicroserviceProps['lifecycle'] = {}) =>
    findings((stack) => cart(stack, { lifecycle, pod: pod(stack) })).map(({ code, message }) => [code, message]);
  expect(codes()).toEqual([]);
  expect(codes(reports.lifecycle)).toEqual([
    ['MS1060', 'a change of ConfigMap flags restarts no pod'],
    ['MS1060', 'a change of Secret flags restarts no pod'],
  ]);
});

test('configuration that a patch reads is reported, and Reloader may be told by the object itself', () => {
  const codes = (state: (microservice: Microservice) => void) =>
    findings((stack) => {
      const microservice = cart(stack, reports);
      microservice.patchContainer('cart', { envFrom: [{ secretRef: { name: 'flags' } }] });
      state(microservice);
    }).map(({ message }) => message);
  expect(codes(() => undefined)).toEqual(['a change of Secret flags restarts no pod']);
  expect(codes(({ workload }) => workload.metadata.addAnnotation('reloader.stakater.com/auto', 'true'))).toEqual([]);
});

import { PodSecurityLevel, SecuritySettings, SeccompProfile } from '../../../lib/values';
import { cart, codesOf, containerOf, podOf, shop } from './program';

const made = (security: SecuritySettings) =>
  cart(
    { security, pod: { initContainers: [{ name: 'wait', image: 'busybox:1.36' }] } },
    shop({ podSecurity: PodSecurityLevel.PRIVILEGED }),
  );

test('the default is all that the level restricted demands, and no fixed user', () => {
  const microservice = made({});
  expect(podOf(microservice).securityContext).toEqual({
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
  for (const name of ['cart', 'wait']) {
    expect(containerOf(microservice, name).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
  }
});

test.each<[SecuritySettings, object, object]>([
  [{ runAsNonRoot: false }, { seccompProfile: { type: 'RuntimeDefault' } }, {}],
  [{ seccompProfile: SeccompProfile.NODE_DEFAULT }, { runAsNonRoot: true }, {}],
  [{ runAsUser: 1000, runAsGroup: 1001, fsGroup: 1002 }, { runAsUser: 1000, runAsGroup: 1001, fsGroup: 1002 }, {}],
  [{ runAsUser: 0, runAsNonRoot: false }, { runAsUser: 0 }, {}],
  [{ allowPrivilegeEscalation: true }, {}, { allowPrivilegeEscalation: true }],
  [{ readOnlyRootFilesystem: false }, {}, { readOnlyRootFilesystem: false }],
  [
    { addCapabilities: ['NET_BIND_SERVICE', 'CHOWN'] },
    {},
    { capabilities: { drop: ['ALL'], add: ['CHOWN', 'NET_BIND_SERVICE'] } },
  ],
])('%j switches just that', (security, pod, container) => {
  const microservice = made(security);
  expect(podOf(microservice).securityContext).toMatchObject(pod);
  expect(containerOf(microservice).securityContext).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    readOnlyRootFilesystem: true,
    ...container,
  });
  const { capabilities, ...shared } = containerOf(microservice).securityContext;
  expect(capabilities.drop).toEqual(['ALL']);
  expect(containerOf(microservice, 'wait').securityContext).toEqual({ ...shared, capabilities: { drop: ['ALL'] } });
  expect(codesOf(microservice)).toEqual([]);
});

test('what is switched off is not emitted', () => {
  const { securityContext } = podOf(made({ runAsNonRoot: false, seccompProfile: SeccompProfile.NODE_DEFAULT }));
  expect(securityContext).toEqual({});
});

test.each<SecuritySettings>([
  { runAsNonRoot: false },
  { seccompProfile: SeccompProfile.NODE_DEFAULT },
  { allowPrivilegeEscalation: true },
  { addCapabilities: ['CHOWN'] },
])('a restricted namespace refuses %j, and a finding says so', (security) => {
  expect(codesOf(cart({ security }))).toEqual(['MS1026']);
});

test.each<SecuritySettings>([
  { readOnlyRootFilesystem: false },
  { addCapabilities: ['NET_BIND_SERVICE'] },
  { runAsUser: 1000 },
])('a restricted namespace admits %j', (security) => {
  expect(codesOf(cart({ security }))).toEqual([]);
});

import { ApiObject } from 'cdk8s';
import { ApiResource, ClusterRole, Role, RoleBinding } from 'cdk8s-plus-27';
import { cart, podOf, rendered, renderedAll, shop } from './program';

const SUBJECT = { kind: 'ServiceAccount', name: 'cart', namespace: 'shop' };

test('each microservice has an account of its own, whose token nobody gets unasked', () => {
  const microservice = cart();
  expect(renderedAll('ServiceAccount', microservice)).toMatchObject([
    { metadata: { name: 'cart', namespace: 'shop' }, automountServiceAccountToken: false },
  ]);
  expect(podOf(microservice).serviceAccountName).toBe('cart');
});

test('a Role is bound in the namespace', () => {
  const stack = shop();
  const role = new Role(stack, 'reader', { metadata: { name: 'reader' } });
  role.allowRead(ApiResource.CONFIG_MAPS);
  const microservice = cart({}, stack);
  microservice.callsKubernetesApi({ role });
  expect(renderedAll('RoleBinding', microservice)).toMatchObject([
    {
      metadata: { name: 'cart-reader', namespace: 'shop' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'reader' },
      subjects: [SUBJECT],
    },
  ]);
});

test('a ClusterRole is bound in the whole cluster, by an object without a namespace', () => {
  const stack = shop();
  const clusterRole = new ClusterRole(stack, 'watcher', { metadata: { name: 'watcher' } });
  const microservice = cart({}, stack);
  microservice.callsKubernetesApi({ clusterRole });
  const [binding] = renderedAll('ClusterRoleBinding', microservice);
  expect(binding).toMatchObject({
    metadata: { name: 'shop.cart.watcher' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'watcher' },
    subjects: [SUBJECT],
  });
  expect(binding!.metadata).not.toHaveProperty('namespace');
});

test('a ClusterRole as role holds in the namespace alone', () => {
  const stack = shop();
  const microservice = cart({}, stack);
  microservice.callsKubernetesApi({ role: ClusterRole.fromClusterRoleName(stack, 'v', 'view') });
  expect(renderedAll('ClusterRoleBinding', microservice)).toEqual([]);
  expect(renderedAll('RoleBinding', microservice)).toMatchObject([
    {
      metadata: { name: 'cart-view', namespace: 'shop' },
      roleRef: { kind: 'ClusterRole', name: 'view' },
      subjects: [SUBJECT],
    },
  ]);
});

test('roles that are made elsewhere can be bound', () => {
  const stack = shop();
  const microservice = cart({}, stack);
  microservice.callsKubernetesApi({
    role: Role.fromRoleName(stack, 'r', 'existing'),
    clusterRole: ClusterRole.fromClusterRoleName(stack, 'c', 'view'),
  });
  expect(renderedAll('RoleBinding', microservice)[0]!.roleRef.name).toBe('existing');
  expect(renderedAll('ClusterRoleBinding', microservice)[0]!.roleRef.name).toBe('view');
});

test('several roles, each bound once', () => {
  const stack = shop();
  const microservice = cart({}, stack);
  const role = Role.fromRoleName(stack, 'a', 'a');
  microservice.callsKubernetesApi({ role });
  microservice.callsKubernetesApi({ role });
  microservice.callsKubernetesApi({ role: Role.fromRoleName(stack, 'b', 'b') });
  expect(renderedAll('RoleBinding', microservice).map(({ metadata }) => metadata.name)).toEqual(['cart-a', 'cart-b']);
});

test('cdk8s-plus-27 binds its roles to the account', () => {
  const stack = shop();
  const microservice = cart({}, stack);
  const binding: RoleBinding = new Role(stack, 'reader', { metadata: { name: 'reader' } }).bind(
    microservice.serviceAccount,
  );
  expect(ApiObject.of(binding).toJson()).toMatchObject({
    kind: 'RoleBinding',
    roleRef: { kind: 'Role', name: 'reader' },
    subjects: [SUBJECT],
  });
});

test('binding a role by hand neither mounts the token nor opens the way', () => {
  const stack = shop();
  const microservice = cart({}, stack);
  new Role(stack, 'reader').bind(microservice.serviceAccount);
  expect(podOf(microservice).automountServiceAccountToken).toBe(false);
  expect(rendered('NetworkPolicy', microservice.networkPolicy).spec.egress).toHaveLength(1);
});

import { ApiObject } from 'cdk8s';
import { ConfigMap, EnvFieldPaths, EnvFrom, EnvValue, ResourceFieldPaths, Secret } from 'cdk8s-plus-27';
import { variableOf, variableSourceOf } from '../../../lib/emit/kubernetes';
import { cart, containerOf, environmentOf, shop } from './program';

function objects() {
  const stack = shop();
  return {
    stack,
    configMap: new ConfigMap(stack, 'flags', { metadata: { name: 'flags' } }),
    secret: Secret.fromSecretName(stack, 'db', 'db-credentials'),
  };
}

describe('variableOf', () => {
  test('a literal', () => {
    expect(variableOf('A', EnvValue.fromValue('1'))).toEqual({ name: 'A', value: '1' });
    expect(variableOf('A', EnvValue.fromValue(''))).toEqual({ name: 'A', value: '' });
  });

  test('a key of a Secret', () => {
    const { secret } = objects();
    expect(variableOf('A', EnvValue.fromSecretValue({ secret, key: 'password' }))).toEqual({
      name: 'A',
      valueFrom: { secretKeyRef: { name: 'db-credentials', key: 'password' } },
    });
    expect(
      variableOf('A', EnvValue.fromSecretValue({ secret, key: 'password' }, { optional: true })).valueFrom,
    ).toMatchObject({ secretKeyRef: { optional: true } });
  });

  test('a key of a ConfigMap', () => {
    const { configMap } = objects();
    expect(variableOf('A', EnvValue.fromConfigMap(configMap, 'mode', { optional: false }))).toEqual({
      name: 'A',
      valueFrom: { configMapKeyRef: { name: 'flags', key: 'mode', optional: false } },
    });
  });

  test('a field of the pod, and one of its labels', () => {
    expect(variableOf('A', EnvValue.fromFieldRef(EnvFieldPaths.POD_IP))).toEqual({
      name: 'A',
      valueFrom: { fieldRef: { fieldPath: 'status.podIP' } },
    });
    expect(variableOf('A', EnvValue.fromFieldRef(EnvFieldPaths.POD_LABEL, { key: 'team' })).valueFrom).toEqual({
      fieldRef: { fieldPath: "metadata.labels['team']" },
    });
  });

  test('a resource of the container', () => {
    expect(variableOf('A', EnvValue.fromResource(ResourceFieldPaths.MEMORY_LIMIT))).toEqual({
      name: 'A',
      valueFrom: { resourceFieldRef: { resource: 'limits.memory' } },
    });
    expect(variableOf('A', EnvValue.fromResource(ResourceFieldPaths.CPU_LIMIT, { divisor: '1m' })).valueFrom).toEqual({
      resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' },
    });
  });

  test('a variable of the process that synthesizes', () => {
    process.env['CART_TEST_VARIABLE'] = 'here';
    try {
      expect(variableOf('A', EnvValue.fromProcess('CART_TEST_VARIABLE'))).toEqual({ name: 'A', value: 'here' });
    } finally {
      delete process.env['CART_TEST_VARIABLE'];
    }
    expect(variableOf('A', EnvValue.fromProcess('CART_TEST_VARIABLE'))).toEqual({ name: 'A', value: '' });
  });
});

describe('variableSourceOf', () => {
  test('a ConfigMap, with a prefix', () => {
    const { configMap } = objects();
    expect(variableSourceOf(new EnvFrom(configMap))).toEqual({ configMapRef: { name: 'flags' } });
    expect(variableSourceOf(new EnvFrom(configMap, 'FLAG_'))).toEqual({
      configMapRef: { name: 'flags' },
      prefix: 'FLAG_',
    });
  });

  test('a Secret', () => {
    expect(variableSourceOf(new EnvFrom(undefined, 'DB_', objects().secret))).toEqual({
      secretRef: { name: 'db-credentials' },
      prefix: 'DB_',
    });
  });
});

describe('the environment of a container', () => {
  test('holds literals and values from elsewhere, by name', () => {
    const { stack, secret } = objects();
    const microservice = cart(
      {
        env: { PORT: '7070', LOG: 'info' },
        pod: { envValues: { DB_PASSWORD: EnvValue.fromSecretValue({ secret, key: 'password' }) } },
      },
      stack,
    );
    expect(environmentOf(microservice)).toEqual([
      ['DB_PASSWORD', { secretKeyRef: { name: 'db-credentials', key: 'password' } }],
      ['LOG', 'info'],
      ['PORT', '7070'],
    ]);
  });

  test('puts what is referred to first, so that Kubernetes can expand it', () => {
    const { stack, secret } = objects();
    const microservice = cart(
      {
        env: { A_DSN: 'postgres://cart:$(Z_PASSWORD)@$(DB_HOST)', DB_HOST: 'db' },
        pod: { envValues: { Z_PASSWORD: EnvValue.fromSecretValue({ secret, key: 'p' }) } },
      },
      stack,
    );
    expect(environmentOf(microservice).map(([name]) => name)).toEqual(['DB_HOST', 'Z_PASSWORD', 'A_DSN']);
  });

  test('the order of the sources is kept: a later one wins where keys meet', () => {
    const { stack, configMap, secret } = objects();
    const microservice = cart(
      { pod: { envFrom: [new EnvFrom(undefined, undefined, secret), new EnvFrom(configMap, 'A_')] } },
      stack,
    );
    expect(containerOf(microservice).envFrom).toEqual([
      { secretRef: { name: 'db-credentials' } },
      { configMapRef: { name: 'flags' }, prefix: 'A_' },
    ]);
  });

  test('is not there where nothing was stated', () => {
    expect(containerOf(cart())).not.toHaveProperty('env');
    expect(containerOf(cart())).not.toHaveProperty('envFrom');
  });

  test('an empty literal is emitted as such', () => {
    expect(environmentOf(cart({ env: { EMPTY: '' } }))).toEqual([['EMPTY', '']]);
  });

  test('objects of cdk8s-plus-27 in the same stack are written beside it', () => {
    const { stack, configMap } = objects();
    cart({ pod: { envFrom: [new EnvFrom(configMap)] } }, stack);
    expect(ApiObject.of(configMap).toJson()).toMatchObject({
      kind: 'ConfigMap',
      metadata: { name: 'flags', namespace: 'shop' },
    });
  });
});

import { holdsCredentials, holdsUser, looksSecret, shownText, withoutCredentials } from '../../lib/errors';

// No password of anybody: the word stands for one.
test.each([
  ['redis://:secret@redis:6379', 'redis://***@redis:6379'],
  ['amqp://shop:secret@rabbitmq.rabbitmq:5672/orders', 'amqp://***@rabbitmq.rabbitmq:5672/orders'],
  ['postgres://shop:sec@ret@db/shop', 'postgres://***@db/shop'],
  ['shop:secret@tcp(db:3306)/shop', '***@tcp(db:3306)/shop'],
  ['mongodb://db/shop?user=shop&password=secret&ssl=true', 'mongodb://db/shop?user=shop&password=***&ssl=true'],
  ['Server=db;User Id=shop;Password=secret;', 'Server=db;User Id=shop;Password=***;'],
  ['brokers: amqp://a:secret@one and amqp://b:secret@two', 'brokers: amqp://a:***@one and amqp://b:***@two'],
])('%s holds credentials, and is shown as %s', (text, shown) => {
  expect(holdsCredentials(text)).toBe(true);
  expect(withoutCredentials(text)).toBe(shown);
});

/** No token of anybody: the mark of an issuer, and letters. Put together here, so that no scanner takes it for one. */
const token = (prefix: string, length: number) => prefix + 'x'.repeat(length);
const PEM = '-----BEGIN PRIVATE KEY-----';

describe.each<[kind: string, texts: readonly [text: string, secret: string][]]>([
  [
    'user information in URLs',
    [
      ['amqp://shop:secret@broker:5672', 'secret'],
      ['redis://:se:cr:et@broker', 'se:cr:et'],
      ['{"url":"https://shop:secret@example.com"}', 'secret'],
      ['shop:secret@tcp(db:3306)/shop', 'secret'],
      ['DSN=shop:secret@unix(/run/db)/shop', 'secret'],
    ],
  ],
  [
    'passwords of properties',
    [
      ['https://db.example.com?user=shop&password=secret', 'secret'],
      ['Server=db;PWD=secret', 'secret'],
      ['host=db user=shop password=secret dbname=shop', 'secret'],
      ['user=shop\nspring.datasource.password=secret\nurl=x', 'secret'],
      ['  export DB_PASSWORD="secret"', 'secret'],
      ['--password=secret', 'secret'],
      ['mysql --user=shop --db-password=secret', 'secret'],
    ],
  ],
  [
    'tokens',
    (
      [
        ['ghp_', 36],
        ['gho_', 36],
        ['github_pat_', 30],
        ['glpat-', 20],
        ['xoxb-', 20],
        ['AIza', 35],
        ['sk_live_', 24],
        ['rk_live_', 24],
        ['npm_', 36],
        ['pypi-AgEIcHlwaS5vcmc', 20],
        ['dckr_pat_', 24],
        [`SG.${'x'.repeat(22)}.`, 43],
        [`eyJ${'x'.repeat(10)}.eyJ${'x'.repeat(10)}.`, 20],
      ] as const
    ).map(([prefix, length]) => [`Authorization: Bearer ${token(prefix, length)}`, token(prefix, length)]),
  ],
  ['key ids', [[`id ${'AKIA'}${'X'.repeat(16)}`, `${'AKIA'}${'X'.repeat(16)}`]]],
  [
    'private keys',
    [
      [`${PEM}\nTUlJ\n-----END PRIVATE KEY-----\n`, 'TUlJ'],
      [`{"key":"${PEM}\\nTUlJ\\n-----END PRIVATE KEY-----\\n"}`, 'TUlJ'],
      [`${PEM.replace('PRIVATE', 'RSA PRIVATE')}\nTUlJ`, 'TUlJ'],
    ],
  ],
])('%s', (_, texts) => {
  test.each(texts)('%j is found and masked in every report', (text, secret) => {
    expect(holdsCredentials(text)).toBe(true);
    for (const shown of [withoutCredentials(text), shownText(text), shownText(`it was '${text}'`)]) {
      expect(shown).not.toContain(secret);
      expect(shown).toContain('***');
    }
    expect(holdsCredentials(shownText(text))).toBe(false);
  });
});

test.each(['DB_PASSWORD', 'apiKey', 'AWS_SECRET_ACCESS_KEY', 'client-secret', 'authToken', 'tls.passphrase'])(
  'the name %s looks like that of a secret',
  (name) => {
    expect(looksSecret(name)).toBe(true);
    expect(shownText(`${name}=secret1`)).toBe(`${name}=***`);
    // The name alone is no credential: a value of it may be public, so that it is masked and not reported.
    expect(holdsCredentials(`value of ${name}`)).toBe(false);
  },
);

// Quadratic searches of them would take hours.
test.each([
  'a',
  '=a',
  '//a:',
  '\n',
  ' ',
  'a.',
  '-',
  "'",
  '"',
  ';',
  '//',
  '?password=',
  'eyJ',
  'password',
  '@',
  'xoxb-@',
])('a search of many %j costs no more than the length of the text', (part) => {
  const text = `${part.repeat(100_000)} passwd`;
  expect(holdsCredentials(text)).toBe(part === '?password=');
  expect(shownText(text).length).toBeLessThan(20_000);
});

test.each([
  'redis://redis:6379',
  'redis://:$(REDIS_PASSWORD)@redis:6379',
  'postgres://$(USER):${PASSWORD}@db/shop',
  'https://shop:{{ password }}@example.com',
  'https://example.com/a:b@c',
  'mailto:shop@example.com',
  'nginx:1.2@sha256:0123456789abcdef',
  'npm:left@1.0.0',
  'password: at least 8 characters',
  '12:30@noon',
  'password=$PASSWORD',
  'password=$(cat /run/secrets/password)',
  'password=os.environ["PASSWORD"]',
  'requirepassword=true',
  '  password=secret,',
  '--password-file=/run/secrets/password',
  '--password=$(DB_PASSWORD)',
  'PWD=/work',
  'the header -----BEGIN PRIVATE KEY-----',
  "['https://a:80','shop@example.com']",
  'ghp_short',
  '',
])('%s holds no credentials', (text) => {
  expect(holdsCredentials(text)).toBe(false);
});

test.each([
  ['shop:secret@rabbitmq:5672', '***@rabbitmq:5672'],
  ['amqp://shop@rabbitmq:5672', 'amqp://***@rabbitmq:5672'],
  ['nats://token@nats:4222', 'nats://***@nats:4222'],
])('the address %s names a user, and is shown as %s', (address, shown) => {
  expect(holdsUser(address)).toBe(true);
  expect(withoutCredentials(address)).toBe(shown);
});

test.each(['rabbitmq:5672', 'amqp://rabbitmq:5672', 'https://sqs.example/1/a@b'])(
  'the address %s names none',
  (address) => {
    expect(holdsUser(address)).toBe(false);
    expect(withoutCredentials(address)).toBe(address);
  },
);

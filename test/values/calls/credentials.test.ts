import { holdsPassword, holdsUser, withoutCredentials } from '../../../lib/values';

// No password of anybody: the word stands for one.
test.each([
  ['redis://:secret@redis:6379', 'redis://***@redis:6379'],
  ['amqp://shop:secret@rabbitmq.rabbitmq:5672/orders', 'amqp://***@rabbitmq.rabbitmq:5672/orders'],
  ['postgres://shop:sec@ret@db/shop', 'postgres://***@db/shop'],
  ['shop:secret@tcp(db:3306)/shop', '***@tcp(db:3306)/shop'],
  ['mongodb://db/shop?user=shop&password=secret&ssl=true', 'mongodb://db/shop?user=shop&password=***&ssl=true'],
  ['Server=db;User Id=shop;Password=secret;', 'Server=db;User Id=shop;Password=***;'],
  ['brokers: amqp://a:secret@one and amqp://b:secret@two', 'brokers: amqp://a:***@one and amqp://b:***@two'],
])('%s holds a password, and is shown as %s', (text, shown) => {
  expect(holdsPassword(text)).toBe(true);
  expect(withoutCredentials(text)).toBe(shown);
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
  '',
])('%s holds no password', (text) => {
  expect(holdsPassword(text)).toBe(false);
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

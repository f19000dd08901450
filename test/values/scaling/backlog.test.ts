import { Backlog } from '../../../lib/values';

test('a backlog of Kafka is that of a group, or of one of its topics, in all partitions', () => {
  expect(Backlog.kafka(100, { consumerGroup: 'cart' })).toMatchObject({
    name: 'cart',
    most: 100,
    metric: 'kafka_consumergroup_lag',
    labels: { consumergroup: 'cart' },
    parts: ['topic', 'partition'],
  });
  expect(Backlog.kafka(100, { consumerGroup: 'cart', topic: 'orders' })).toMatchObject({
    name: 'cart-orders',
    labels: { consumergroup: 'cart', topic: 'orders' },
  });
});

test('a backlog of RabbitMQ is a queue of a virtual host', () => {
  expect(Backlog.rabbitMq(50, { queue: 'orders' })).toMatchObject({
    name: 'orders',
    most: 50,
    metric: 'rabbitmq_detailed_queue_messages_ready',
    labels: { queue: 'orders', vhost: '/' },
    parts: [],
  });
  expect(Backlog.rabbitMq(50, { queue: 'orders', vhost: 'shop' })).toMatchObject({ labels: { vhost: 'shop' } });
});

test('a backlog of NATS is what the leader of a consumer counts', () => {
  expect(Backlog.nats(50, { stream: 'ORDERS', consumer: 'cart' })).toMatchObject({
    name: 'ORDERS-cart',
    most: 50,
    metric: 'jetstream_consumer_num_pending',
    labels: { stream_name: 'ORDERS', consumer_name: 'cart', is_consumer_leader: 'true' },
    parts: [],
  });
  expect(Backlog.nats(50, { stream: 'ORDERS', consumer: 'cart', metric: 'nats_consumer_num_pending' })).toMatchObject({
    metric: 'nats_consumer_num_pending',
  });
});

test('a backlog of SQS is a queue by its name in CloudWatch', () => {
  expect(Backlog.sqs(50, { queue: 'orders' })).toMatchObject({
    name: 'orders',
    most: 50,
    metric: 'aws_sqs_approximate_number_of_messages_visible_sum',
    labels: { dimension_QueueName: 'orders' },
    parts: [],
  });
  expect(
    Backlog.sqs(50, { queue: 'orders', metric: 'aws_sqs_approximate_number_of_messages_visible_maximum' }),
  ).toMatchObject({ metric: 'aws_sqs_approximate_number_of_messages_visible_maximum' });
});

test('a backlog of Redis is what a group has not read of a stream', () => {
  expect(Backlog.redisStream(50, { stream: 'orders', group: 'cart' })).toMatchObject({
    name: 'orders-cart',
    most: 50,
    metric: 'redis_stream_group_lag',
    labels: { stream: 'orders', group: 'cart' },
    parts: [],
  });
});

test('any other gauge can be stated', () => {
  expect(Backlog.custom('jobs', 5, { metric: 'jobs_waiting', labels: { queue: 'mail' } })).toMatchObject({
    name: 'jobs',
    most: 5,
    metric: 'jobs_waiting',
    labels: { queue: 'mail' },
    parts: [],
  });
  expect(
    Backlog.custom('jobs', 5, { metric: 'jobs_waiting', labels: { queue: 'mail' }, parts: ['shard'] }),
  ).toMatchObject({ parts: ['shard'] });
});

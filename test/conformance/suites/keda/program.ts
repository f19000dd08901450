import * as path from 'node:path';
import {
  App,
  ApplicationStack,
  Backlog,
  BacklogSource,
  ClusterFacts,
  KafkaSasl,
  Keda,
  KubernetesVersion,
  Microservice,
  NetworkPeer,
  Platform,
  PrometheusOperator,
  Scaling,
  ScalingMetric,
  TriggerCredentials,
} from '../../../../lib';
import type { KubernetesObject } from '../../cluster/kubernetes-object';
import { readSystems, System } from '../../manifests';

/** The microservice that scales to zero. */
export const MAIL = 'mail';
/** The microservice that follows a schedule, and how many replicas its window asks for. */
export const REPORTS = { name: 'reports', replicas: 4 } as const;
/** Messages that wait for one replica. */
export const PER_REPLICA = 10;

/** The Secret with the credentials of brokers. */
export const SECRET: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'broker', namespace: 'works' },
  stringData: { uri: 'amqp://guest:guest@127.0.0.1:1', user: 'user', pass: 'pass', id: 'id', key: 'key' },
};

/** Nobody listens there. */
const NOWHERE = '127.0.0.1:1';

/** Workers, one for each kind of broker, one that scales to zero, and one that follows a schedule that has begun. */
export function workers(folder: string, prometheus: string): System {
  const app = new App({ outdir: path.join(folder, 'workers') });
  const stack = new ApplicationStack(app, 'works', {
    platform: new Platform({
      cluster: new ClusterFacts({
        name: 'workers',
        kubernetesVersion: KubernetesVersion.of('1.34'),
        scrapers: [NetworkPeer.pods({ namespace: 'monitoring', labels: { 'app.kubernetes.io/name': 'prometheus' } })],
      }),
      observability: {
        monitoring: new PrometheusOperator({ selector: { release: 'prometheus' }, address: prometheus }),
      },
      autoscaling: new Keda({ prometheus: { serverAddress: prometheus } }),
    }),
  });
  const serve = (name: string, scaling: Scaling) =>
    new Microservice(stack, name, { image: `ghcr.io/acme/${name}:1.0.0`, scaling });
  const follow = (name: string, backlog: Backlog, source?: BacklogSource) =>
    serve(
      name,
      Scaling.on([ScalingMetric.backlog(backlog, PER_REPLICA, source)], { min: name === MAIL ? 0 : 1, max: 9 }),
    );
  const user = TriggerCredentials.secret(SECRET.metadata.name, { username: 'user', password: 'pass' });
  follow(MAIL, Backlog.kafka(90, { consumerGroup: MAIL, topic: 'mails' }));
  follow(
    'kafka',
    Backlog.kafka(90, { consumerGroup: 'kafka', topic: 'orders' }),
    BacklogSource.kafka({ bootstrapServers: [NOWHERE], credentials: user, sasl: KafkaSasl.SCRAM_SHA512 }),
  );
  follow(
    'rabbitmq',
    Backlog.rabbitMq(90, { queue: 'orders' }),
    BacklogSource.rabbitMq({ credentials: TriggerCredentials.secret(SECRET.metadata.name, { host: 'uri' }) }),
  );
  follow(
    'nats',
    Backlog.nats(90, { stream: 'orders', consumer: 'nats' }),
    BacklogSource.nats({ monitoringEndpoint: NOWHERE }),
  );
  follow(
    'redis',
    Backlog.redisStream(90, { stream: 'orders', group: 'redis' }),
    BacklogSource.redis({ addresses: [NOWHERE], credentials: TriggerCredentials.none() }),
  );
  follow(
    'sqs',
    Backlog.sqs(90, { queue: 'orders' }),
    BacklogSource.sqs({
      queueUrl: `http://${NOWHERE}/1/orders`,
      region: 'eu-central-1',
      credentials: TriggerCredentials.secret(SECRET.metadata.name, { awsAccessKeyID: 'id', awsSecretAccessKey: 'key' }),
    }),
  );
  const hour = new Date().getUTCHours();
  serve(
    REPORTS.name,
    Scaling.on(
      [
        ScalingMetric.schedule({
          start: `0 ${(hour + 23) % 24} * * *`,
          end: `0 ${(hour + 2) % 24} * * *`,
          timezone: 'Etc/UTC',
          replicas: REPORTS.replicas,
        }),
      ],
      { min: 1, max: 9 },
    ),
  );
  app.synth();
  return readSystems(app.outdir)[0]!;
}

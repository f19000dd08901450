import { BacklogKind } from './backlog';
import { PodIdentityProvider, TriggerCredentials } from './trigger-credentials';

/** Options of a Kafka source. */
export interface KafkaSourceOptions {
  /** Addresses of brokers, as in `kafka.kafka:9092`. */
  readonly bootstrapServers: string[];

  /** Parameters `username` and `password` with `sasl`, or none. */
  readonly credentials: TriggerCredentials;

  /**
   * Credentials of SASL.
   *
   * @default - not at all
   */
  readonly sasl?: KafkaSasl;

  /**
   * Encrypts connections by TLS.
   *
   * @default false
   */
  readonly tls?: boolean;

  /**
   * Number of partitions of the topic. Consumers beyond it would be idle.
   *
   * @default - not known: nothing is checked
   */
  readonly partitions?: number;
}

/** SASL mechanisms of Kafka. */
export enum KafkaSasl {
  /** User name and password as they are. */
  PLAINTEXT = 'plaintext',

  /** Challenge and response with SHA-256. */
  SCRAM_SHA256 = 'scram_sha256',

  /** Challenge and response with SHA-512. */
  SCRAM_SHA512 = 'scram_sha512',
}

/** Options of a RabbitMQ source. */
export interface RabbitMqSourceOptions {
  /** The parameter `host`, an address with user and password. Or `username` and `password` beside `host`. */
  readonly credentials: TriggerCredentials;

  /**
   * Address without a user, as in `amqp://rabbitmq.rabbitmq:5672`.
   *
   * @default - the credentials hold it
   */
  readonly host?: string;
}

/** Options of a NATS source. */
export interface NatsSourceOptions {
  /** Address at which servers are monitored, as in `nats.nats:8222`. */
  readonly monitoringEndpoint: string;

  /**
   * The account that the stream belongs to.
   *
   * @default $G
   */
  readonly account?: string;

  /**
   * Asks by HTTPS.
   *
   * @default false
   */
  readonly https?: boolean;
}

/** Options of an Amazon SQS source. */
export interface SqsSourceOptions {
  /** URL of the queue. */
  readonly queueUrl: string;

  /** Region of the queue. */
  readonly region: string;

  /** Pod identity, or parameters `awsAccessKeyID` and `awsSecretAccessKey`. */
  readonly credentials: TriggerCredentials;
}

/** Options of a Redis source. */
export interface RedisSourceOptions {
  /** Addresses, as in `redis:6379`: one, or several of a cluster. */
  readonly addresses: string[];

  /** The parameter `password`, with or without `username`, or none. */
  readonly credentials: TriggerCredentials;

  /**
   * Index of the database.
   *
   * @default 0
   */
  readonly database?: number;

  /**
   * Encrypts connections by TLS.
   *
   * @default false
   */
  readonly tls?: boolean;

  /**
   * States that the addresses are those of a Redis Cluster.
   *
   * @default false
   */
  readonly cluster?: boolean;
}

/** Broker that an autoscaler asks for the backlog. */
export class BacklogSource {
  /** Brokers of Kafka. */
  public static kafka(options: KafkaSourceOptions): BacklogSource {
    const { bootstrapServers, sasl, tls = false, credentials, partitions } = options;
    const metadata = {
      bootstrapServers: bootstrapServers.join(','),
      ...(sasl !== undefined && { sasl }),
      ...(tls && { tls: 'enable' }),
    };
    return new BacklogSource(
      BacklogKind.KAFKA,
      'kafka',
      metadata,
      [...bootstrapServers],
      sasl === undefined ? [] : [['username', 'password']],
      credentials,
      undefined,
      partitions,
    );
  }

  /** A server of RabbitMQ. */
  public static rabbitMq(options: RabbitMqSourceOptions): BacklogSource {
    const { host, credentials } = options;
    return new BacklogSource(
      BacklogKind.RABBITMQ,
      'rabbitmq',
      host === undefined ? {} : { host },
      host === undefined ? [] : [host],
      host === undefined ? [['host']] : [['username', 'password'], ['host']],
      credentials,
    );
  }

  /** Servers of NATS with JetStream. */
  public static nats(options: NatsSourceOptions): BacklogSource {
    const { monitoringEndpoint, account = '$G', https = false } = options;
    return new BacklogSource(
      BacklogKind.NATS,
      'nats-jetstream',
      { natsServerMonitoringEndpoint: monitoringEndpoint, account, ...(https && { useHttps: 'true' }) },
      [monitoringEndpoint],
      [],
    );
  }

  /** A queue of Amazon SQS. */
  public static sqs(options: SqsSourceOptions): BacklogSource {
    const { queueUrl, region, credentials } = options;
    return new BacklogSource(
      BacklogKind.SQS,
      'aws-sqs-queue',
      { queueURL: queueUrl, awsRegion: region },
      [queueUrl],
      [['awsAccessKeyID', 'awsSecretAccessKey']],
      credentials,
      PodIdentityProvider.AWS,
    );
  }

  /** Servers of Redis. */
  public static redis(options: RedisSourceOptions): BacklogSource {
    const { addresses, credentials, database, tls = false, cluster = false } = options;
    const metadata = {
      [cluster ? 'addresses' : 'address']: addresses.join(','),
      ...(database !== undefined && { databaseIndex: `${database}` }),
      ...(tls && { enableTLS: 'true' }),
    };
    return new BacklogSource(
      BacklogKind.REDIS_STREAM,
      cluster ? 'redis-cluster-streams' : 'redis-streams',
      metadata,
      [...addresses],
      [],
      credentials,
    );
  }

  private constructor(
    /** @internal */
    public readonly _kind: BacklogKind,
    /** Type of the trigger of KEDA. */
    public readonly trigger: string,
    /** Metadata of the trigger that names the broker. */
    public readonly metadata: { [key: string]: string },
    /** @internal */
    public readonly _addresses: readonly string[],
    /** Parameters that credentials have to hold: all of one of these lists, or nothing where there is no list. */
    public readonly parameters: string[][],
    /** Credentials of the trigger. */
    public readonly credentials?: TriggerCredentials,
    /** Identity providers that it accepts. */
    public readonly identity?: PodIdentityProvider,
    /** Number of consumers that find work at the same time. */
    public readonly partitions?: number,
  ) {}
}

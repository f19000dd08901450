/** Series that say how much work waits. */
export interface BacklogOptions {
  /** Gauge of how much waits, as in `sidekiq_queue_backlog`. */
  readonly metric: string;

  /** Labels that tell it from other series of the metric. */
  readonly labels: { [label: string]: string };

  /**
   * Labels that tell parts of the backlog apart, as in `partition`: what waits in each is added. Of what is equal in
   * them, the
   * greatest counts, since exporters may run twice.
   *
   * @default - none: there is one part
   */
  readonly parts?: string[];
}

/** Messages of a Kafka topic that a consumer group has not read. */
export interface KafkaBacklogOptions {
  /** The consumer group. */
  readonly consumerGroup: string;

  /**
   * The topic.
   *
   * @default - all topics that the group reads
   */
  readonly topic?: string;
}

/** Messages of a RabbitMQ queue that wait for a consumer. */
export interface RabbitMqBacklogOptions {
  /** The queue. */
  readonly queue: string;

  /**
   * The virtual host.
   *
   * @default /
   */
  readonly vhost?: string;
}

/** Messages of a NATS JetStream that a consumer has not been sent. */
export interface NatsBacklogOptions {
  /** The stream. */
  readonly stream: string;

  /** The durable consumer. */
  readonly consumer: string;

  /**
   * The gauge. The chart of NATS has its exporter name it `nats_consumer_num_pending`.
   *
   * @default jetstream_consumer_num_pending
   */
  readonly metric?: string;
}

/** Messages of an SQS queue that can be received. */
export interface SqsBacklogOptions {
  /** Name of the queue. */
  readonly queue: string;

  /**
   * The gauge. Its end is the statistic that the exporter asks CloudWatch for, once a minute.
   *
   * @default aws_sqs_approximate_number_of_messages_visible_sum
   */
  readonly metric?: string;
}

/** Entries of a Redis stream that a consumer group has not read. */
export interface RedisStreamBacklogOptions {
  /** Key of the stream. */
  readonly stream: string;

  /** The consumer group. */
  readonly group: string;
}

/** Queue of work, with the backlog that it may have. */
export enum BacklogKind {
  /** Messages of a topic of Kafka. */
  KAFKA = 'Kafka',

  /** Messages of a queue of RabbitMQ. */
  RABBITMQ = 'RabbitMQ',

  /** Messages of a stream of NATS JetStream. */
  NATS = 'NATS JetStream',

  /** Messages of a queue of Amazon SQS. */
  SQS = 'Amazon SQS',

  /** Entries of a stream of Redis. */
  REDIS_STREAM = 'a Redis stream',

  /** A queue of another exporter. */
  CUSTOM = 'a queue of another kind',
}

/** Work that waits for a microservice, as an exporter counts it. */
export class Backlog {
  /** Messages of Kafka, as kafka_exporter counts them. An alert fires above `most`, more than 0. */
  public static kafka(most: number, options: KafkaBacklogOptions): Backlog {
    const { consumerGroup, topic } = options;
    return new Backlog(
      topic === undefined ? consumerGroup : `${consumerGroup}-${topic}`,
      most,
      'kafka_consumergroup_lag',
      { consumergroup: consumerGroup, ...(topic !== undefined && { topic }) },
      ['topic', 'partition'],
      BacklogKind.KAFKA,
    );
  }

  /**
   * Messages of RabbitMQ, as its own plugin counts them under `/metrics/detailed?family=queue_coarse_metrics`; an alert
   * fires above `most`, more than 0.
   */
  public static rabbitMq(most: number, options: RabbitMqBacklogOptions): Backlog {
    return new Backlog(
      options.queue,
      most,
      'rabbitmq_detailed_queue_messages_ready',
      { queue: options.queue, vhost: options.vhost ?? '/' },
      [],
      BacklogKind.RABBITMQ,
    );
  }

  /**
   * Messages of NATS JetStream, as prometheus-nats-exporter counts them with `-jsz=consumers`. An alert fires above
   * `most`, more than 0.
   */
  public static nats(most: number, options: NatsBacklogOptions): Backlog {
    const { stream, consumer, metric = 'jetstream_consumer_num_pending' } = options;
    // Servers that do not lead the consumer count nothing.
    return new Backlog(
      `${stream}-${consumer}`,
      most,
      metric,
      { stream_name: stream, consumer_name: consumer, is_consumer_leader: 'true' },
      [],
      BacklogKind.NATS,
    );
  }

  /**
   * Messages of Amazon SQS, as yet-another-cloudwatch-exporter hands them on. An alert fires above `most`, more than 0.
   */
  public static sqs(most: number, options: SqsBacklogOptions): Backlog {
    return new Backlog(
      options.queue,
      most,
      options.metric ?? 'aws_sqs_approximate_number_of_messages_visible_sum',
      { dimension_QueueName: options.queue },
      [],
      BacklogKind.SQS,
    );
  }

  /**
   * Entries of a Redis stream, as redis_exporter counts them with `--check-streams`. An alert fires above `most`, more
   * than 0.
   */
  public static redisStream(most: number, options: RedisStreamBacklogOptions): Backlog {
    return new Backlog(
      `${options.stream}-${options.group}`,
      most,
      'redis_stream_group_lag',
      { stream: options.stream, group: options.group },
      [],
      BacklogKind.REDIS_STREAM,
    );
  }

  /** Queue of another exporter. An alert fires above `most`, more than 0. */
  public static custom(name: string, most: number, options: BacklogOptions): Backlog {
    return new Backlog(
      name,
      most,
      options.metric,
      { ...options.labels },
      [...(options.parts ?? [])],
      BacklogKind.CUSTOM,
    );
  }

  private constructor(
    /** Identity of the queue. */
    public readonly name: string,
    /** Greatest backlog. */
    public readonly most: number,
    /** The gauge. */
    public readonly metric: string,
    /** Labels of the gauge. */
    public readonly labels: { [label: string]: string },
    /** Labels of the gauge that tell parts apart, which are added. */
    public readonly parts: string[],
    /** @internal */
    public readonly _kind: BacklogKind,
  ) {}
}

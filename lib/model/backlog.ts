/** Series that say how much work waits. */
export interface BacklogOptions {
  /** Gauge of how much waits, as in `kafka_consumergroup_lag`. */
  readonly metric: string;

  /** Labels that tell it from others; what is left is added. */
  readonly labels: { [label: string]: string };
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

/** Work that waits for a microservice, as an exporter counts it. */
export class Backlog {
  /** Messages of Kafka, as kafka_exporter counts them; an alert fires above `most`, 1 or more. */
  public static kafka(most: number, options: KafkaBacklogOptions): Backlog {
    const { consumerGroup, topic } = options;
    return new Backlog(topic === undefined ? consumerGroup : `${consumerGroup}-${topic}`, most, 'kafka_consumergroup_lag', { consumergroup: consumerGroup, ...(topic !== undefined && { topic }) });
  }

  /** Messages of RabbitMQ, as its own plugin counts them under `/metrics/detailed`; an alert fires above `most`, 1 or more. */
  public static rabbitMq(most: number, options: RabbitMqBacklogOptions): Backlog {
    return new Backlog(options.queue, most, 'rabbitmq_detailed_queue_messages_ready', { queue: options.queue, vhost: options.vhost ?? '/' });
  }

  /** Whatever another exporter counts; an alert fires above `most`, 1 or more. */
  public static custom(name: string, most: number, options: BacklogOptions): Backlog {
    return new Backlog(name, most, options.metric, { ...options.labels });
  }

  private constructor(
    /** What tells it from other work that waits. */
    public readonly name: string,
    /** How much may wait. */
    public readonly most: number,
    /** The gauge. */
    public readonly metric: string,
    /** Labels of the gauge. */
    public readonly labels: { [label: string]: string },
  ) {}
}

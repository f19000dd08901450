/**
 * What a trigger of KEDA takes: metadata, and parameters that come from a TriggerAuthentication; where one of several
 * suffices, they stand together.
 */
export interface TriggerMetadata {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Parameters of a TriggerAuthentication that it reads. */
  readonly parameters: readonly string[];
}

/**
 * Of KEDA 2.20, by the `keda:"name=…"` tags of pkg/scalers: the API server knows metadata as any text, and KEDA refuses
 * a trigger only when it runs.
 */
export const TRIGGERS: Readonly<Record<string, TriggerMetadata>> = {
  'aws-sqs-queue': {
    required: ['queueURL', 'awsRegion'],
    optional: [
      'queueLength',
      'activationQueueLength',
      'awsEndpoint',
      'scaleOnInFlight',
      'scaleOnDelayed',
      'identityOwner',
    ],
    parameters: ['awsAccessKeyID', 'awsSecretAccessKey', 'awsSessionToken', 'awsRoleArn', 'awsRegion'],
  },
  cron: { required: ['start', 'end', 'timezone', 'desiredReplicas'], optional: [], parameters: [] },
  kafka: {
    required: ['bootstrapServers', 'consumerGroup'],
    optional: [
      'topic',
      'partitionLimitation',
      'lagThreshold',
      'activationLagThreshold',
      'offsetResetPolicy',
      'allowIdleConsumers',
      'excludePersistentLag',
      'scaleToZeroOnInvalidOffset',
      'limitToPartitionsWithLag',
      'ensureEvenDistributionOfPartitions',
      'fullMetadata',
      'version',
      'tls',
      'unsafeSsl',
      'sasl',
      'saslTokenProvider',
      'awsRegion',
    ],
    parameters: ['tls', 'ca', 'cert', 'key', 'keyPassword', 'sasl', 'username', 'password'],
  },
  'nats-jetstream': {
    required: ['stream', 'consumer', 'natsServerMonitoringEndpoint'],
    optional: ['account', 'accountID', 'lagThreshold', 'activationLagThreshold', 'useHttps'],
    parameters: ['account', 'natsServerMonitoringEndpoint'],
  },
  prometheus: {
    required: ['serverAddress', 'query', 'threshold'],
    optional: [
      'queryParameters',
      'activationThreshold',
      'namespace',
      'customHeaders',
      'ignoreNullValues',
      'unsafeSsl',
      'awsRegion',
      'timeout',
      'identityOwner',
      'authModes',
    ],
    parameters: ['bearerToken', 'username', 'password', 'ca', 'cert', 'key'],
  },
  rabbitmq: {
    required: ['queueName', 'mode', 'value'],
    optional: [
      'host',
      'protocol',
      'activationValue',
      'vhostName',
      'useRegex',
      'excludeUnacknowledged',
      'pageSize',
      'operation',
      'timeout',
      'unsafeSsl',
    ],
    parameters: ['host', 'protocol', 'vhostName', 'username', 'password', 'ca', 'cert', 'key', 'keyPassword', 'tls'],
  },
  'redis-cluster-streams': {
    required: ['addresses', 'stream'],
    optional: [
      'consumerGroup',
      'lagCount',
      'pendingEntriesCount',
      'streamLength',
      'activationLagCount',
      'enableTLS',
      'unsafeSsl',
    ],
    parameters: ['username', 'password', 'tls', 'ca', 'cert', 'key'],
  },
  'redis-streams': {
    required: ['address', 'stream'],
    optional: [
      'consumerGroup',
      'lagCount',
      'pendingEntriesCount',
      'streamLength',
      'databaseIndex',
      'activationLagCount',
      'enableTLS',
      'unsafeSsl',
    ],
    parameters: ['username', 'password', 'tls', 'ca', 'cert', 'key'],
  },
};

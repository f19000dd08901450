type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields of a traffic policy that the Canary's schema has, and that Flagger writes as it reads them: `enabled:
 * false` is not among them.
 */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  connectionPool: ['http'],
  loadBalancer: ['simple', 'consistentHash'],
  outlierDetection: [
    'consecutive5xxErrors',
    'consecutiveGatewayErrors',
    'interval',
    'baseEjectionTime',
    'maxEjectionPercent',
    'minHealthPercent',
  ],
};

/** As much of a traffic policy as Flagger takes over. */
export function trafficPolicy(policy: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(KEPT).flatMap(([section, fields]) => {
      const given = (policy as Fields)[section] as Fields | undefined;
      if (given === undefined) return [];
      return [
        [
          section,
          Object.fromEntries(
            fields.filter((field) => given[field] !== undefined).map((field) => [field, given[field]]),
          ),
        ],
      ];
    }),
  );
}

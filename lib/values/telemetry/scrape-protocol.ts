/** Protocol that a scraper reads metrics in, as Prometheus names it. */
export class ScrapeProtocol {
  /** Prometheus' own text format. */
  public static readonly PROMETHEUS_TEXT_0_0_4 = new ScrapeProtocol('PrometheusText0.0.4');

  /** Prometheus' own text format with any characters in names. */
  public static readonly PROMETHEUS_TEXT_1_0_0 = new ScrapeProtocol('PrometheusText1.0.0');

  /** OpenMetrics 0.0.1. */
  public static readonly OPEN_METRICS_TEXT_0_0_1 = new ScrapeProtocol('OpenMetricsText0.0.1');

  /** OpenMetrics 1.0.0. */
  public static readonly OPEN_METRICS_TEXT_1_0_0 = new ScrapeProtocol('OpenMetricsText1.0.0');

  /** Protocol buffers. */
  public static readonly PROMETHEUS_PROTO = new ScrapeProtocol('PrometheusProto');

  private constructor(
    /** Prometheus' name of the protocol. */
    public readonly name: string,
  ) {}
}

import { CodeEntry, error, refused, warning } from './entry';

/** Findings about metrics and objectives (0), alerts (1), dashboards (2), tracing (3) and logging (4). */
export const OBSERVABILITY_CODES = {
  MS5001: refused(
    'an objective is impossible',
    'An objective is a share of the requests above 0 and below 100 percent, holds for 5 days or more, and is of ' +
      ('its own kind among the objectives of a microservice. In a shorter window, spending 5 % of the error budget ' +
        'within 6 hours is no faster than spending all of it within the window, so there is nothing to page for.'),
  ),
  MS5002: warning(
    'objectives have no effect here',
    'Nothing on the platform evaluates rules, so nobody is told when an objective is missed. State what monitors ' +
      'the platform; acknowledge the finding on platforms without.',
  ),
  MS5003: refused(
    'a fact of the monitoring is impossible',
    'Labels are such as Kubernetes and Prometheus accept, scrapes are frequent enough for rates over five ' +
      'minutes, and the severity of pages differs from that of tickets.',
  ),
  MS5004: error(
    'nobody is let in to scrape metrics',
    'The platform has something that scrapes metrics, and the facts of the cluster do not say where it runs, so ' +
      'network policies keep it out. State it as `scrapers`.',
  ),
  MS5005: error(
    'metrics are collected twice',
    "Annotations of the pods have a second scraper collect what the platform's monitors collect already: every " +
      'series would be there twice, and every sum too high. Leave the annotations out.',
  ),
  MS5006: refused(
    'the metrics of several ports cannot be collected',
    'Annotations of a pod lead to one port, and the agent of a proxy hands out the metrics of one. Serve all ' +
      'metrics on one port, or state another way to get at them.',
  ),
  MS5007: error(
    'nothing measures an objective',
    "Objectives are measured by callers' proxies where there is a mesh, else by the application's own metrics. " +
      'State `requestMetrics` and a port that serves them; acknowledge the finding on platforms that have neither.',
  ),
  MS5008: refused(
    'a threshold is no bucket of its histogram',
    "A histogram knows how many requests took at most as long as each of its buckets' bounds, and nothing in " +
      'between. The finding lists the bounds.',
  ),
  MS5009: refused(
    'an alert of an objective could never fire',
    'An alert fires when the share of bad requests exceeds its burn rate times the error budget, and no share ' +
      'exceeds 1. State a higher percentage or a shorter window.',
  ),
  MS5010: error(
    'an objective is above what its callees allow',
    'A request that needs several callees fails when one of them does: the product of what they promise bounds ' +
      'what their caller can. State a lower objective, have callees promise more, or call them softly.',
  ),
  MS5011: warning(
    'an objective of latency cannot be missed',
    'Every caller gives up before the threshold, so slow requests count as failures and never as slow. State a ' +
      'lower threshold, or an objective of availability.',
  ),
  MS5012: error(
    'an objective looks back further than samples are kept',
    'The budget that is left of a window is added up from samples of the whole window. State a shorter window, or ' +
      'keep samples longer.',
  ),
  MS5013: error(
    'the proxy hands out no metrics of the application',
    'An annotation of the pods keeps the agent of the proxy from asking the application for its metrics, and ' +
      'nothing else is let in to ask. Leave the annotation out, or have the platform state another access.',
  ),
  MS5101: refused(
    'a label of alerts cannot be used',
    'Alerts are routed by labels such as Prometheus accepts: letters, digits and underscores, with values that ' +
      ("stand for themselves. Some labels are the library's own: they say which microservice and which part of it " +
        'an alert is about.'),
  ),
  MS5102: refused(
    'a backlog is impossible',
    'A backlog has a name of its own, a bound above 0, and a metric and labels such as Prometheus accepts; ' +
      'without a label, the work of everybody would be taken for that of the microservice.',
  ),
  MS5103: error(
    'a statement about alerts has no effect',
    'An alert is stated where it could never fire, or a backlog where nobody is told of it. State what the alert ' +
      'watches, or leave the statement out; acknowledge the finding on platforms where nothing evaluates rules.',
  ),
  MS5201: refused(
    'dashboards cannot be built',
    'Dashboards are built by the Grafana Foundation SDK, an optional package that only programs with dashboards ' +
      'load. Install it beside the library, in the version that the library names as its peer.',
  ),
  MS5202: error(
    'dashboards would show nothing',
    'Every panel asks for series that something emits, and here nothing scrapes metrics that the library knows ' +
      'of. State the monitoring of the platform; acknowledge the finding on platforms without.',
  ),
  MS5203: refused(
    'where dashboards are kept is stated impossibly',
    'Sidecars and operators find dashboards by labels, which have to be such as Kubernetes accepts, and put them ' +
      'into folders that have names; the operator restores them after a second or more.',
  ),
  MS5204: refused(
    'a dashboard is too large',
    'Kubernetes refuses ConfigMaps and other objects of more than 1 MiB. The dashboard of a microservice grows ' +
      'with its backlogs and objectives, that of a stack with its microservices.',
  ),
  MS5301: refused(
    'tracing is stated impossibly',
    'A platform samples 0 to 100 percent of the requests, in hundredths of a percent, since proxies count in ' +
      ('those. The collector has a name and a namespace, labels that tell its pods from others, and a port. ' +
        ('Propagators are a list without repetition, and one of them carries traces: `TRACE_CONTEXT`, `B3` or ' +
          '`B3_MULTI`.')),
  ),
  MS5302: error(
    'what spans are sent by does not fit where they are sent',
    'Port 4317 speaks gRPC and port 4318 HTTP wherever nobody changed it, and SDKs lose spans of the wrong ' +
      ('protocol in silence. The agent of the OpenTelemetry operator for Python sends by HTTP alone. Acknowledge ' +
        'the finding where the collector, or the image of the agent, is set up otherwise.'),
  ),
  MS5303: error(
    'a statement about tracing has no effect',
    'Propagators belong to a platform that traces, agents to one with the OpenTelemetry operator, spans of ' +
      ('proxies to one with a mesh. The agent for Go is left out where nothing says which program it watches: ' +
        'state the annotation `instrumentation.opentelemetry.io/otel-go-auto-target-exe`.'),
  ),
  MS5304: refused(
    'the namespace refuses the agent',
    'The agent for Go of the OpenTelemetry operator runs beside the application as a privileged container with a ' +
      ('path of the node, which the Pod Security levels `restricted` and `baseline` refuse. Build the SDK into the ' +
        'program, or use a namespace whose level is `privileged`.'),
  ),
  MS5305: error(
    'traces are cut in two',
    'The caller sends the context of a trace in headers that the callee, or a proxy between them, does not read, ' +
      ('so each begins a trace of its own. Give both a propagator in common, best `Propagator.TRACE_CONTEXT`, ' +
        ('which proxies that report to a collector of OpenTelemetry speak. `B3` and `B3_MULTI` are read by the ' +
          'same propagator; `BAGGAGE` carries no trace.')),
  ),
  MS5401: refused(
    'logging is stated impossibly',
    'An answer is slow above a time of whole milliseconds, 1 ms or more. Logs are kept for whole days, one or ' +
      "more. The keys and values of labels are ones that Kubernetes accepts and that are not the library's own.",
  ),
  MS5402: error(
    'a statement about logs has no effect',
    'How long logs are kept is said by a label that collectors read: the platform states which, by ' +
      ('`retentionLabel`. What is said of the logs of proxies needs a mesh, and how slow a logged request is means ' +
        'nothing where every one is logged.'),
  ),
} as const satisfies Record<string, CodeEntry>;

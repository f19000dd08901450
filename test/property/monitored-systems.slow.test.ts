import * as fc from 'fast-check';
import { parse } from 'yaml';
import { all, ManifestObject } from '../support/manifests';
import { promqlProblems, queriedSeries } from '../support/promql';
import { targetsOf } from '../support/scraping';
import { manifestsOfSystem } from './mesh-build';
import { appOfMonitored, MonitoredSystem, monitoredSystems, reversed } from './monitored-systems';
import { runs } from './runs';

const RUNS = runs(60);

interface Group {
  readonly name: string;
  readonly rules: readonly {
    readonly record?: string;
    readonly alert?: string;
    readonly expr: string;
    readonly labels: Readonly<Record<string, string>>;
  }[];
}

/** The groups of rules of all microservices, from wherever Prometheus gets them. */
function groupsOf(manifests: readonly ManifestObject[]): Group[] {
  return [
    ...all(manifests, 'PrometheusRule').flatMap(({ spec }) => spec.groups as unknown as Group[]),
    ...all(manifests, 'ConfigMap')
      .flatMap(({ data }) => Object.values(data))
      .flatMap((text) => (parse(text) as { groups: Group[] }).groups),
  ];
}

// One property, since a program costs more than all that is asked of it.
test(
  'in any system that is monitored, rules are ones of Prometheus, each series is recorded once, and nothing is ' +
    'scraped twice',
  () => {
    let recorded = 0;
    fc.assert(
      fc.property(monitoredSystems(), (system) => {
        const manifests = manifestsOfSystem(appOfMonitored(system));
        const groups = groupsOf(manifests);
        const rules = groups.flatMap((group) => group.rules);
        expect(rules.flatMap(({ expr }) => promqlProblems(expr).map((problem) => `${expr}: ${problem}`))).toEqual([]);
        for (const names of [
          groups.map(({ name }) => name),
          rules.map(({ record, alert, labels }) => JSON.stringify([record ?? alert, Object.entries(labels).sort()])),
        ])
          expect(names).toHaveLength(new Set(names).size);
        expectRecorded(groups);
        expectScrapedOnce(system, manifests);
        expect(
          manifestsOfSystem(appOfMonitored(reversed(system)))
            .map(textOf)
            .sort(),
        ).toEqual(manifests.map(textOf).sort());
        recorded += rules.filter(({ record }) => record !== undefined).length;
      }),
      RUNS,
    );
    // Else nothing would have been asked.
    expect(recorded).toBeGreaterThan(100);
  },
  120_000,
);

/** Rules read only series of objectives that the same group writes. */
function expectRecorded(groups: readonly Group[]): void {
  for (const { rules } of groups) {
    const written = new Set(
      rules.flatMap(({ record, labels }) =>
        record === undefined ? [] : [`${record} ${labels.objective} ${labels.microservice} ${labels.namespace}`],
      ),
    );
    const read = rules
      .flatMap(({ expr }) => queriedSeries(expr))
      .filter(({ metric }) => metric.startsWith('objective:'));
    const value = (series: (typeof read)[number], label: string) =>
      series.matchers.find((matcher) => matcher.label === label)?.value;
    expect(
      read
        .map(
          (series) =>
            `${series.metric} ${value(series, 'objective')} ${value(series, 'microservice')} ` +
            `${value(series, 'namespace')}`,
        )
        .filter((series) => !written.has(series)),
    ).toEqual([]);
  }
}

/** No two monitors lead to one address of a pod, and there are none but where the operator is. */
function expectScrapedOnce(
  { monitoring, mesh, services }: MonitoredSystem,
  manifests: readonly ManifestObject[],
): void {
  const targets = targetsOf(manifests, '10.0.0.1').map(
    ({ url, labels }) => `${labels.namespace}/${labels.job} ${new URL(url).port}`,
  );
  expect(targets).toHaveLength(new Set(targets).size);
  const metrics = services.filter((service) => service.metrics).length;
  const expected =
    monitoring === 'none' || monitoring.startsWith('annotations')
      ? 0
      : mesh
        ? services.length + (monitoring === 'merged' ? 0 : metrics)
        : metrics;
  expect(targets).toHaveLength(expected);
}

function textOf(manifest: ManifestObject): string {
  return JSON.stringify(manifest);
}

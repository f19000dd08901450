import * as fs from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** Number of the service whose objects become the template: no other text of a manifest holds it. */
export const SAMPLE = 77_777;

/**
 * Writes a Helm chart with one loop that emits the objects of any number of services.
 *
 * @param manifest the objects of service `SAMPLE`, which calls the one before and is called by the one after
 * @param chart folder of the chart
 */
export function writeChart(manifest: string, chart: string): void {
  const template = manifest
    .replaceAll(String(SAMPLE), '{{ .index }}')
    .replaceAll(String(SAMPLE - 1), '{{ .previous }}')
    .replaceAll(String(SAMPLE + 1), '{{ .next }}');
  fs.mkdirSync(join(chart, 'templates'), { recursive: true });
  fs.writeFileSync(join(chart, 'Chart.yaml'), stringify({ apiVersion: 'v2', name: 'bench', version: '0.1.0' }));
  fs.writeFileSync(
    join(chart, 'templates', 'services.yaml'),
    `{{- range .Values.services }}\n${template.startsWith('---') ? '' : '---\n'}${template}\n{{- end }}\n`,
  );
}

/** Values of a number of services, counted from one. */
export function chartValues(services: number): string {
  return stringify({
    services: Array.from({ length: services }, (_, at) => ({ index: at + 1, previous: at, next: at + 2 })),
  });
}

import * as path from 'node:path';
import { parseManifests } from '../../manifests';
import type { Context, Suite } from '../../suite';
import { lint, render, synthesizeChart, writeChart } from './chart';
import { isRenderedUnchanged } from './comparison';
import { ALERT, CONFIG_MAP } from './planted';

/** Tests that a chart of `cdk8s synth --format helm` renders to the very manifests of a plain synth. */
export const helm: Suite = {
  name: 'helm',
  decides: "what cdk8s writes for Helm renders to the manifests of a plain synth, by Helm's own engine",
  judges: ['helm'],
  needs: [],
  load: { seconds: 15, cores: 1 },
  run: async (context) => {
    // A chart takes the program, so there is none of somebody else's manifests.
    if (context.applications) await judgeApplications(context);
    await planted(context);
  },
};

async function judgeApplications({ judge, scratch, systems }: Context): Promise<void> {
  const folder = path.join(scratch, 'chart');
  await synthesizeChart(folder);
  const rendering = await render(folder);
  for (const { name, objects } of systems)
    await judge(name, 'the chart renders to the same objects', () =>
      Promise.resolve(isRenderedUnchanged(objects, name, rendering)),
    );
  await judge('chart', 'helm lint has no complaint', async () => ({
    judged: 1,
    problems: (await lint(folder)).map((message) => ({ message })),
  }));
}

async function planted({ findsPlanted, scratch }: Context): Promise<void> {
  const judged = async (name: string, text: string) => {
    const folder = path.join(scratch, name);
    writeChart(folder, text);
    return isRenderedUnchanged(parseManifests(text, 'planted.yaml'), '', await render(folder));
  };
  await findsPlanted(
    { name: 'text in braces that Helm fills in', object: 'ConfigMap shop/legend', message: /Helm changes it/ },
    () => judged('changed', CONFIG_MAP),
  );
  await findsPlanted(
    { name: 'a variable of an alert', object: 'PrometheusRule shop/alerts', message: /undefined variable/ },
    () => judged('refused', ALERT),
  );
}

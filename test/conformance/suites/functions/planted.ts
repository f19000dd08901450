import type { App } from 'cdk8s';
import { KnativeFeature } from '../../../../lib';
import { thumbnail } from '../../../emit/serverless/program';
import { parseManifests } from '../../manifests';
import type { Context } from '../../suite';
import { changed } from '../keda/input';
import { quietly } from '../random-systems/programs';
import { withFeatures } from './installation';
import { isTakenAsItIs, knativeObjectsAmong } from './validation';

interface Planted {
  readonly name: string;
  readonly message: RegExp;
  /** Changes a pod of the function. */
  readonly plant: (pod: any) => unknown;
}

const PLANTED: readonly Planted[] = [
  { name: 'an unknown field', message: /unknown field "planted"/, plant: (pod) => (pod.planted = true) },
  {
    name: 'a node selector without its flag',
    message: /must not set the field\(s\): spec\.template\.spec\.nodeSelector/,
    plant: selectNodes,
  },
  {
    name: 'a request longer than Knative lets it be',
    message: /601 <= 600: spec\.template\.spec\.timeoutSeconds/,
    plant: (pod) => (pod.timeoutSeconds = 601),
  },
  {
    name: 'two ports',
    message: /more than one container port is set/,
    plant: ({ containers: [container] }) => container.ports.push({ containerPort: 9000, name: 'h2c', protocol: 'TCP' }),
  },
  {
    name: 'a default that is left to Knative',
    message: /spec\.template\.spec\.timeoutSeconds was nothing and becomes 300/,
    plant: (pod) => delete pod.timeoutSeconds,
  },
];

/** Shows that the suite finds what it is there to find, and that flags are heard. */
export async function judgePlanted({ judge, findsPlanted }: Context): Promise<void> {
  const { root } = thumbnail().node;
  const [object] = knativeObjectsAmong(
    parseManifests(
      quietly(() => (root as App).synthYaml()),
      'planted.yaml',
    ),
  );
  const under = (plant: Planted['plant'], features: readonly KnativeFeature[] = []) =>
    isTakenAsItIs([
      { object: changed(object!, ({ spec }) => plant(spec.template.spec)), installation: withFeatures(features) },
    ]);
  await judge('a function', 'Knative takes a node selector once its flag is on', () =>
    under(selectNodes, [KnativeFeature.NODE_SELECTOR]),
  );
  for (const { name, message, plant } of PLANTED)
    await findsPlanted({ name, object: 'Service shop/thumbnail', message }, () => under(plant));
}

function selectNodes(pod: any): void {
  pod.nodeSelector = { disk: 'fast' };
}

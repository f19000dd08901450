import { spawnSync } from 'node:child_process';
import { find } from '../../support/manifests';
import { manifestsFor } from './boutique';

test('the load generator starts when the frontend serves its home page, and not before', () => {
  const {
    initContainers: [check],
  } = find(manifestsFor('production'), 'Deployment', 'loadgenerator').spec.template.spec;
  const [shell, flag, script] = check!.command;
  // The third request is answered.
  const world =
    'requests=0; wget() { requests=$((requests + 1)); echo "wget $*"; [ "$requests" -eq 3 ]; }; sleep() { echo ' +
    '"sleep $*"; };';
  const { status, stdout } = spawnSync(shell!, [flag!, `${world} ${script}`], {
    encoding: 'utf8',
    env: { FRONTEND_ADDR: 'frontend:80' },
    timeout: 10_000,
  });
  const request = 'wget -q -T 10 -O /dev/null http://frontend:80/';
  expect({ status, steps: stdout.trim().split('\n') }).toEqual({
    status: 0,
    steps: [request, 'sleep 5', request, 'sleep 5', request],
  });
});

import * as path from 'node:path';
import type { System } from '../../manifests';
import type { Context, Findings, Suite } from '../../suite';
import { Located, objectOf, problemsOf, staleAmong } from './acceptance';
import { ACCEPTED } from './accepted';
import { checkov } from './checkov';
import { copySystem, writeSystem } from './folders';
import { kubeScore } from './kube-score';
import type { Peer } from './peer';
import { DEFECTS, PLANTED } from './planted';
import { trivy } from './trivy';

const ALL: readonly Peer[] = [kubeScore, checkov, trivy];

/** Tests that other projects' linters have no finding that `accepted.ts` does not accept with a reason. */
export const peers: Suite = {
  name: 'peers',
  decides: 'kube-score, checkov and trivy find nothing that is not accepted with a reason',
  judges: ['kube-score', 'checkov', 'trivy'],
  needs: [],
  load: { seconds: 60, cores: 1.2 },
  run: async (context) => {
    const found: Located[] = [];
    for (const system of context.systems) {
      const folder = copySystem(system, path.join(context.scratch, 'systems'));
      for (const peer of ALL) {
        await context.judge(system.name, `${peer.name} finds nothing that is not accepted`, async () => {
          const { checks, findings } = await judgeBy(peer, system, folder);
          found.push(...findings);
          return { judged: checks, problems: problemsOf(findings, ACCEPTED) };
        });
      }
    }
    // Somebody else's manifests need not have what ours have.
    if (context.applications)
      await context.judge('accepted.ts', 'every entry accepts what a peer still says', () =>
        Promise.resolve({ judged: ACCEPTED.length, problems: staleAmong(ACCEPTED, found) }),
      );
    await planted(context);
  },
};

async function planted({ scratch, findsPlanted }: Context): Promise<void> {
  const system = writeSystem('planted', PLANTED, scratch);
  for (const peer of ALL) {
    const judged = judgeBy(peer, system, system.folder).then(({ checks, findings }): Findings => ({
      judged: checks,
      problems: problemsOf(findings, ACCEPTED),
    }));
    for (const { name, ...defect } of DEFECTS.filter((each) => each.peer === peer.name))
      await findsPlanted({ ...defect, name: `${name}, by ${peer.name}` }, () => judged);
  }
}

async function judgeBy(
  peer: Peer,
  { name, objects }: System,
  folder: string,
): Promise<{ readonly checks: number; readonly findings: readonly Located[] }> {
  const { checks, findings } = await peer.judge(folder);
  return {
    checks,
    findings: findings.map((finding) => ({
      peer: peer.name,
      system: name,
      finding,
      object: objectOf(finding, objects),
    })),
  };
}

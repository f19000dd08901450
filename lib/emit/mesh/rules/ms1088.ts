import { type FindingDefinition, Severity } from '../../../errors';

/** A container beside a job keeps it from ending. */
export const MS1088: FindingDefinition = {
  code: 'MS1088',
  title: 'a container keeps a job from ending',
  severity: Severity.ERROR,
  acknowledgeable: true,
  explanation:
    'A pod of a job ends when all of its containers have, native sidecars left aside. A proxy or another sidecar ' +
    'that runs as an ordinary container goes on, and the job never succeeds. Kubernetes has native sidecars from ' +
    '1.29 on. Before, the program has to end the proxy itself, by a POST to `/quitquitquit` on port 15020 when its ' +
    'work is done: acknowledge the finding then.',
  reads: 'containers of the job, mesh, version of Kubernetes',
};

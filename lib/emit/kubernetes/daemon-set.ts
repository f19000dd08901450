import type { IDaemonSetSpec } from 'kubernetes-models/apps/v1/DaemonSetSpec';
import { type DeploymentWorkload, lifecycle, type PerNodeFacts } from '../../program';
import { type AgentUpdate, AgentUpdateKind } from '../../values';
import { selectorLabels } from './labels';
import { podTemplate } from './pod';

/** The workload of one pod on every node that is selected. */
export function daemonSetSpec(facts: DeploymentWorkload, { update }: PerNodeFacts): IDaemonSetSpec {
  const settings = facts.settings.values;
  return {
    selector: { matchLabels: selectorLabels(facts.name) },
    updateStrategy: updateStrategy(update),
    ...(settings.minReady > 0 && { minReadySeconds: settings.minReady }),
    template: podTemplate(facts, lifecycle({ ...settings, serves: facts.ports.length > 0 })),
  };
}

function updateStrategy({
  _kind: kind,
  _nodes: nodes,
  _isPercent: isPercent,
}: AgentUpdate): NonNullable<IDaemonSetSpec['updateStrategy']> {
  if (kind === AgentUpdateKind.ON_DELETE) return { type: 'OnDelete' };
  const share = isPercent ? `${nodes}%` : nodes;
  return {
    type: 'RollingUpdate',
    rollingUpdate:
      kind === AgentUpdateKind.SURGE ? { maxUnavailable: 0, maxSurge: share } : { maxUnavailable: share, maxSurge: 0 },
  };
}

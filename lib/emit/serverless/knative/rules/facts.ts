import { Detail, Rule } from '../../../../errors';
import type { FunctionWorkload, FunctionSize } from '../../../../program';
import type { SettingProblem } from '../../functions';
import type { KnativeFacts } from '../facts';

/** The size of a function and the installation of Knative that runs it. */
export interface SizeOnKnative {
  readonly size: FunctionSize;
  readonly knative: KnativeFacts;
}

/** A function and the installation of Knative that runs it. */
export interface FunctionOnKnative {
  readonly facts: FunctionWorkload;
  readonly knative: KnativeFacts;
}

/** A detail and the settings that it follows from. */
interface SettingDetail extends Detail {
  readonly settings: readonly string[];
}

/** A rule about settings: a function that does not state them itself does without those that it cannot have. */
export interface SettingRule extends Rule<SizeOnKnative> {
  readonly evaluate: (facts: SizeOnKnative) => readonly SettingDetail[];
}

/** The problems that a rule finds, each with its settings. */
export function settingProblemsOf(rule: SettingRule, facts: SizeOnKnative): SettingProblem[] {
  return rule
    .evaluate(facts)
    .map(({ settings, ...detail }) => ({ settings, problem: { definition: rule, ...detail } }));
}

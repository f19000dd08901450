import * as path from 'node:path';
import { Suite } from '../../suite';
import { filesFor, Question, QUESTIONS } from './judged';
import { onceForEqualRules } from './once';
import { judgePlantedRules } from './planted';
import { judgeRegularExpressions } from './regular-expressions';
import { writeRuleFiles } from './rule-files';

/** Tests that Prometheus accepts every rule and alerts at the burn rate of each objective only. */
export const prometheus: Suite = {
  name: 'prometheus',
  decides: 'promtool takes every rule, and each alert fires when it has to, and only then',
  judges: ['promtool'],
  needs: [],
  load: { seconds: 144, cores: 2 },
  run: async (context) => {
    const judgeRules = onceForEqualRules();
    for (const system of context.systems) {
      const name = system.name.replaceAll('/', '.');
      const files = writeRuleFiles(system, path.join(context.scratch, 'rules'));
      for (const question of Object.keys(QUESTIONS) as Question[]) {
        if (filesFor(question, files).length === 0) continue;
        await context.judge(system.name, QUESTIONS[question], () =>
          judgeRules(question, files, path.join(context.scratch, question, name)),
        );
      }
    }
    await judgePlantedRules(context);
    await context.judge(
      'regular expressions of the tests',
      'promtool takes those that the library takes, and refuses those that it refuses',
      () => judgeRegularExpressions(path.join(context.scratch, 'regular-expressions')),
    );
  },
};

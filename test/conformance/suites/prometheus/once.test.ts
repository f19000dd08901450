import type { Findings } from '../../suite';
import { onceForEqualRules } from './once';
import { PLANTED } from './planted-rules';
import type { RuleFile } from './rule-files';

function filesOf(system: string): RuleFile[] {
  return (PLANTED.spec.groups as RuleFile['group'][]).map((group) => ({
    system,
    group,
    path: `${system}.rules.yaml`,
    object: { manifest: PLANTED, file: `${system}.yaml`, line: 1 },
  }));
}

function recorded(problems: Findings['problems']) {
  const asked: string[] = [];
  const judge = onceForEqualRules((question, files) => {
    asked.push(...files.map(({ system, group }) => `${question} ${system} ${group.name}`));
    return Promise.resolve({ judged: files.length, problems });
  });
  return { asked, judge };
}

test('rules that another system had alike are counted, and not asked again', async () => {
  const { asked, judge } = recorded([]);
  await judge('check', filesOf('production'), 'folder');
  const changed = filesOf('staging').map((file, at) =>
    at > 0 ? file : { ...file, group: { ...file.group, interval: '45s' } },
  );
  const { judged } = await judge('check', changed, 'folder');
  expect(asked).toEqual(
    [...filesOf('production'), changed[0]!].map(({ system, group }) => `check ${system} ${group.name}`),
  );
  expect(judged).toBe(1 + changed.slice(1).flatMap(({ group }) => group.rules).length);
});

test('another question is asked anew, and so is what had a problem', async () => {
  const { asked, judge } = recorded([{ message: 'never fires' }]);
  await judge('alerts', filesOf('production'), 'folder');
  const { problems } = await judge('alerts', filesOf('staging'), 'folder');
  await judge('objectives', filesOf('staging'), 'folder');
  expect(asked).toHaveLength(3 * PLANTED.spec.groups.length);
  expect(problems).toEqual([{ message: 'never fires' }]);
});

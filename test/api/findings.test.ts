import { Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Findings } from '../../lib';
import { CATALOGUE } from '../../lib/checks';
import { lastFindings, report } from '../../lib/errors';

test('accepts findings of any construct, of this library or not', () => {
  const construct = new Construct(new Chart(Testing.app(), 'shop'), 'cart');
  report(construct, { definition: CATALOGUE.get('MS2004')!, message: 'm', given: 'g', fix: 'f' });
  expect(construct.node.validate()).toHaveLength(1);
  Findings.of(construct).acknowledge('MS2004', 'known, and mended next week');
  expect(construct.node.validate()).toEqual([]);
  expect(lastFindings(construct)).toMatchObject([{ acknowledged: 'known, and mended next week' }]);
});

import { updateOutput } from '../../lib/app/update';
import { versions } from './outputs';

/** Run with a folder, it writes the one and the other until it is killed. */
if (require.main === module) {
  const [one, other] = versions();
  for (;;) {
    updateOutput(process.argv[2]!, other);
    process.stdout.write('one round\n');
    updateOutput(process.argv[2]!, one);
  }
}

import { updateOutput } from '../../../lib/app/update';
import { versions } from '../outputs';

const [folder] = process.argv.slice(2);
const [one, other] = versions();
// Until it is killed.
for (;;) {
  updateOutput(folder!, other);
  process.stdout.write('one round\n');
  updateOutput(folder!, one);
}

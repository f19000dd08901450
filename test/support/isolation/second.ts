import { leaveBehind } from './leave-behind';

test('finds nothing of another test file', leaveBehind);

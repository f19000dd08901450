import type { FunctionWorkload } from '../../../program';
import { isWhole, Rule } from '../../rule';

const LAST = 65535;

/** The port that the container listens on is one. */
export const functionPortInRange: Rule<FunctionWorkload> = ({ ports }) =>
  ports
    .filter(({ targetPort }) => !isWhole(targetPort, 1, LAST))
    .map(({ targetPort }) => ({
      code: 'MS1016',
      message: 'a containerPort is out of range',
      given: `containerPort was ${targetPort}`,
      allowed: `whole numbers from 1 to ${LAST}`,
      fix: 'state the number that the container listens on',
    }));

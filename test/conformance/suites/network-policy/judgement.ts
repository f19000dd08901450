import { Findings, Problem, problemWith } from '../../suite';
import type { Answer } from './answers';
import { callsElsewhere, Declared, isDeclared, isOpenToEverybody } from './declared';
import type { Endpoint } from './endpoints';

/** Problems of connections: declared ones must work, and all others must fail. */
export function judgeConnections(answers: readonly Answer[], declared: Declared): Findings {
  return judgeEach(answers, ({ connection: { from, to, port }, verdict }) => {
    const expected = isDeclared(declared, from, to, port);
    if (expected === undefined) return undefined;
    const comesAbout = verdict.egress && verdict.ingress;
    if (comesAbout === expected) return [];
    const what =
      `${from.title} ${comesAbout ? 'may' : 'may not'} call ${to.title} on port ` +
      `${port.number}/${port.protocol}, which `;
    if (comesAbout) return [about(to.object === undefined ? from : to, `${what}nobody declared`)];
    return [
      ...(verdict.egress ? [] : [about(from, `${what}is declared: the egress policies of the caller refuse it`)]),
      ...(verdict.ingress ? [] : [about(to, `${what}is declared: the ingress policies of the callee refuse it`)]),
    ];
  });
}

/** Requires that undeclared connections fail by the caller's and by the callee's policies, where both are ours. */
export function judgeSides(answers: readonly Answer[], declared: Declared): Findings {
  return judgeEach(answers, ({ connection: { from, to, port }, verdict }) => {
    if (isDeclared(declared, from, to, port) !== false) return undefined;
    const where = `of ${from.title} to ${to.title} on port ${port.number}/${port.protocol}, which nobody declared`;
    return [
      // Pods are addresses, too.
      ...(isInside(from) && verdict.egress && !callsElsewhere(declared, from, port)
        ? [about(from, `its egress policies let calls ${where}`)]
        : []),
      ...(isInside(to) && verdict.ingress && !isOpenToEverybody(declared, to, port)
        ? [about(to, `its ingress policies let calls ${where}`)]
        : []),
    ];
  });
}

/** Counts what could be judged: undefined is what could not. */
function judgeEach(answers: readonly Answer[], judge: (answer: Answer) => Problem[] | undefined): Findings {
  const judged = answers.map(judge).filter((problems) => problems !== undefined);
  return { judged: judged.length, problems: judged.flat() };
}

function isInside({ role }: Endpoint): boolean {
  return role === 'workload' || role === 'unstated pod';
}

function about({ object, title }: Endpoint, message: string): Problem {
  return object === undefined ? { object: title, message } : problemWith(object, message);
}

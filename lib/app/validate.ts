import { IConstruct, IValidation } from 'constructs';
import { Finding, finding, formatFinding, isError, lastFindings, MS0001, thrownProblem } from '../errors';

/** Evaluates the validations of a construct: our findings as data, the text of others as MS0001. */
export function validateConstruct(construct: IConstruct): readonly Finding[] {
  const texts: string[] = [];
  const thrown: Finding[] = [];
  try {
    texts.push(...construct.node.validate());
  } catch {
    // Once more one by one, so that the one that throws hides no other.
    for (const validation of validationsOf(construct)) {
      try {
        texts.push(...validation.validate());
      } catch (error) {
        thrown.push(finding(construct, thrownProblem('a validation', error)));
      }
    }
  }
  const own = lastFindings(construct);
  if (texts.length === 0) return thrown.length === 0 ? own : [...own, ...thrown];
  const ownTexts = new Set(own.filter(isError).map(formatFinding));
  return [
    ...own,
    ...thrown,
    ...texts.filter((text) => !ownTexts.has(text)).map((text) => foreignFinding(construct, text)),
  ];
}

function foreignFinding(construct: IConstruct, text: string): Finding {
  return finding(construct, {
    definition: MS0001,
    message: String(text)
      .trim()
      .replaceAll(/\s*\n\s*/g, '; '),
    given: `a validation that was added to this ${construct.constructor.name}`,
    fix: 'change what the message names; this validation is not of cdk8s-microservice',
  });
}

/**
 * Evaluates validations one by one, which cdk8s does not offer.
 *
 * Falls back to `validate` where the internals of constructs have changed.
 */
function validationsOf(construct: IConstruct): readonly IValidation[] {
  const { _validations: validations } = construct.node as unknown as { _validations?: IValidation[] };
  return validations ?? [{ validate: () => construct.node.validate() }];
}

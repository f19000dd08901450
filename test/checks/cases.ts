import { App as PlainApp } from 'cdk8s';
import { Construct } from 'constructs';
import { ApplicationStack, Finding, Microservice, MicroserviceProps, Port } from '../../lib';
import { CATALOGUE } from '../../lib/checks';
import { isError, lastFindings, unusedAcknowledgements } from '../../lib/errors';

/** A program that a code finds fault with, and one that is right. */
export interface Case {
  readonly name: string;
  readonly bad: (stack: ApplicationStack) => void;
  readonly good: (stack: ApplicationStack) => void;
  /** Where the finding stands, `shop/cart` where nothing is said. */
  readonly path?: string;
  /** What the finding says of the actual value. */
  readonly given: string;
  /** What it says of the values that are accepted, where they do not follow from the message. */
  readonly allowed?: string;
  /** The remedy that it names. */
  readonly fix: string;
}

/** Tests of one code: each bad program is found fault with, in the right place and words; each good one is not. */
export function describeCode(code: string, cases: readonly Case[]): void {
  describe(`${code}: ${CATALOGUE.get(code)!.title}`, () => {
    test.each(cases)('$name', ({ bad, good, path = 'shop/cart', given, allowed, fix }) => {
      const found = findings(bad).filter((finding) => finding.code === code);
      expect(found).toContainEqual(
        expect.objectContaining({
          code,
          path,
          severity: CATALOGUE.get(code)!.severity,
          given: expect.stringContaining(given),
          fix: expect.stringContaining(fix),
          ...(allowed !== undefined && { allowed: expect.stringContaining(allowed) }),
        }),
      );
      const others = findings(good);
      expect(others.filter((finding) => finding.code === code)).toEqual([]);
      expect(others.filter(isError)).toEqual([]);
    });
  });
}

/** What is found in a program of one stack, `shop`. */
export function findings(program: (stack: ApplicationStack) => void): Finding[] {
  const app = new PlainApp();
  program(new ApplicationStack(app, 'shop'));
  return findingsOf(app);
}

/** What is found in a tree, in any App. */
export function findingsOf(root: Construct): Finding[] {
  const constructs = root.node.findAll();
  constructs.forEach((construct) => construct.node.validate());
  return [...constructs.flatMap(lastFindings), ...constructs.flatMap(unusedAcknowledgements)];
}

/** A text as findings show it: unseen characters as escapes. */
export function seen(text: string): string {
  return text.replaceAll(/\p{Cc}|\p{Surrogate}/gu, (character) => JSON.stringify(character).slice(1, -1));
}

/** The microservice `cart`, right but for what is stated. */
export function cart(stack: Construct, props: Partial<MicroserviceProps> = {}): Microservice {
  return service(stack, 'cart', props);
}

/** A microservice, right but for what is stated. */
export function service(stack: Construct, id: string, props: Partial<MicroserviceProps> = {}): Microservice {
  return new Microservice(stack, id, { image: IMAGE, ports: [Port.http(8080)], ...props });
}

export const IMAGE = 'registry.example/cart:1.4.2';

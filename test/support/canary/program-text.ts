import * as ts from 'typescript';
import type { StatedCall, StatedPort, Statements } from './statements';

/**
 * Reads the statements of a program from its TypeScript text, without the library.
 *
 * A microservice is a constant: `const cart = new Microservice(stack, 'cart', …)`, or a call of a function of the
 * program with one text and ports. A call is `web.calls(cart, …)`.
 *
 * @throws Error for a statement that cannot be read
 */
export function readProgramText(text: string): Statements {
  const nodes = descendantsOf(ts.createSourceFile('program.ts', text, ts.ScriptTarget.Latest, true));
  const names = new Map<string, string>();
  const ports = new Map<string, StatedPort[]>();
  for (const { name, initializer } of nodes.filter(ts.isVariableDeclaration)) {
    if (initializer === undefined || !ts.isIdentifier(name) || !isMicroservice(initializer)) continue;
    const [stated] = textsIn(initializer.arguments ?? []);
    names.set(name.text, stated!);
    ports.set(stated!, portsIn(initializer));
  }
  return { namespace: stackIn(nodes), ports, calls: nodes.filter(isCall).map((node) => callOf(node, names)) };
}

function descendantsOf(node: ts.Node): ts.Node[] {
  return [node, ...node.getChildren().flatMap(descendantsOf)];
}

function isMicroservice(node: ts.Node): node is ts.NewExpression | ts.CallExpression {
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Microservice';
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && portsIn(node).length > 0;
}

function stackIn(nodes: readonly ts.Node[]): string {
  const stacks = nodes.filter(ts.isNewExpression).filter((node) => node.expression.getText() === 'ApplicationStack');
  const [name] = stacks.flatMap((stack) => textsIn(stack.arguments ?? []));
  if (stacks.length !== 1 || name === undefined) throw new Error('exactly one stack with a name can be read');
  return name;
}

function portsIn(node: ts.Node): StatedPort[] {
  return descendantsOf(node)
    .filter(ts.isCallExpression)
    .filter(({ expression }) => ts.isPropertyAccessExpression(expression) && expression.expression.getText() === 'Port')
    .map(({ expression, arguments: [number] }) => ({
      protocol: (expression as ts.PropertyAccessExpression).name.text,
      number: numberIn(number),
    }));
}

function isCall(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'calls'
  );
}

function callOf(node: ts.CallExpression, names: ReadonlyMap<string, string>): StatedCall {
  const nameOf = (end: ts.Node | undefined): string => {
    const name = names.get(end?.getText() ?? '');
    if (name === undefined) throw new Error(`${node.getText()}: ${end?.getText()} is not a microservice that was read`);
    return name;
  };
  const [callee, options] = node.arguments;
  const methods = settingIn(options, 'methods');
  const port = settingIn(options, 'port');
  return {
    caller: nameOf((node.expression as ts.PropertyAccessExpression).expression),
    callee: nameOf(callee),
    ...(port !== undefined && { port: numberIn(port) }),
    ...(methods !== undefined && { methods: listIn(methods) }),
  };
}

function settingIn(options: ts.Node | undefined, name: string): ts.Expression | undefined {
  if (options === undefined) return undefined;
  const [setting] = descendantsOf(options)
    .filter((node) => ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node))
    .filter((node) => node.name.getText() === name);
  return setting !== undefined && ts.isPropertyAssignment(setting) ? setting.initializer : setting?.name;
}

function listIn(node: ts.Expression): string[] {
  const texts = ts.isArrayLiteralExpression(node) ? textsIn(node.elements) : [];
  if (!ts.isArrayLiteralExpression(node) || texts.length !== node.elements.length)
    throw new Error(`${node.getText()} is not a list of texts`);
  return texts;
}

function textsIn(nodes: readonly ts.Node[]): string[] {
  return nodes.filter(ts.isStringLiteral).map(({ text }) => text);
}

function numberIn(node: ts.Node | undefined): number {
  if (node === undefined || !ts.isNumericLiteral(node)) throw new Error(`${node?.getText()} is not a number`);
  return Number(node.text);
}

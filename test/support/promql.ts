import { LRLanguage } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { LRParser } from '@lezer/lr';
import { Parser } from '@prometheus-io/codemirror-promql/dist/cjs/parser/index.js';
import { parser as promqlParser } from '@prometheus-io/lezer-promql';
import type { Matcher } from '../../lib/values';

/** Series that a query asks for. */
export interface QueriedSeries {
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** Labels by which a query groups or joins, and the metrics one of which has to have each. */
export interface QueriedLabels {
  readonly labels: readonly string[];
  readonly metrics: readonly string[];
}

// Its types are those of an ES module, which are others than the same of CommonJS.
const parser = promqlParser as unknown as LRParser;
const LANGUAGE = LRLanguage.define({ parser: parser.configure({ top: 'PromQL' }) });

/**
 * Reasons of Prometheus to refuse a query: syntax, then types and numbers of arguments. Regular expressions are not
 * checked.
 */
export function promqlProblems(query: string): string[] {
  const syntax = nodesOf(query)
    .filter(({ type }) => type.isError)
    .map(({ from }) => `syntax error at ${from}: ${query.slice(from, from + 30)}`);
  if (query.trim() === '' || syntax.length > 0) return query.trim() === '' ? ['there is no query'] : syntax;
  const types = new Parser(EditorState.create({ doc: query, extensions: LANGUAGE }));
  // An editor's own tree ends where its time to parse has ended: on a busy machine, in the middle of a long query.
  Object.assign(types, { tree: LANGUAGE.parser.parse(query) });
  types.analyze();
  return types.getDiagnostics().map(({ message }) => message);
}

/** The series that a query selects, in its order. */
export function queriedSeries(query: string): QueriedSeries[] {
  return nodesOf(query)
    .filter(({ name }) => name === 'VectorSelector')
    .map((selector) => seriesOf(selector, query));
}

/**
 * The labels that `by`, `without`, `on`, `ignoring`, `group_left` and `group_right` name, each with the metrics that
 * they are about.
 */
export function queriedLabels(query: string): QueriedLabels[] {
  return nodesOf(query)
    .filter(({ name }) => name === 'GroupingLabels')
    .map((grouping) => {
      const about = ancestor(grouping, ['AggregateExpr', 'BinaryExpr']);
      return {
        labels: within(grouping)
          .filter(({ name }) => name === 'LabelName')
          .map((label) => textOf(label, query)),
        metrics: [
          ...new Set(
            within(about)
              .filter(({ name }) => name === 'VectorSelector')
              .map((selector) => seriesOf(selector, query).metric),
          ),
        ],
      };
    });
}

function seriesOf(selector: SyntaxNode, query: string): QueriedSeries {
  const matchers = within(selector)
    .filter(({ name }) => name === 'UnquotedLabelMatcher' || name === 'QuotedLabelMatcher')
    .map((matcher): Matcher => {
      const [label, operator, value] = within(matcher)
        .slice(1)
        .filter(({ name }) => !/^(Neq|EqlSingle|EqlRegex|NeqRegex)$/.test(name))
        .map((part) => textOf(part, query));
      return { label: label!, operator: operator as Matcher['operator'], value: unquoted(value!) };
    });
  const name = within(selector).find((node) => node.name === 'Identifier');
  const metric =
    name === undefined ? (matchers.find(({ label }) => label === '__name__')?.value ?? '') : textOf(name, query);
  return { metric, matchers };
}

function nodesOf(query: string): SyntaxNode[] {
  return within(parser.parse(query).topNode);
}

/** The node and all below it. */
function within(node: SyntaxNode): SyntaxNode[] {
  const below: SyntaxNode[] = [node];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) below.push(...within(child));
  return below;
}

function ancestor(node: SyntaxNode, names: readonly string[]): SyntaxNode {
  let at = node;
  while (!names.includes(at.name) && at.parent !== null) at = at.parent;
  return at;
}

function textOf({ from, to }: SyntaxNode, query: string): string {
  return query.slice(from, to);
}

function unquoted(literal: string): string {
  return literal.startsWith('"') ? (JSON.parse(literal) as string) : literal.slice(1, -1);
}

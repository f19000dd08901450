import type { Problem } from '../../../errors';
import { type Call, policyProblems } from '../../../program';
import { millisOf } from '../../../values';
import type { Rule } from '../../rule';

/** The numbers of a call are possible ones. */
export const policy: Rule<Call> = (call) => {
  const { callee, options } = call;
  const { timeout, retries, callsPerRequest, methods = [], paths = [], addressFormat } = options;
  const to = `the call to ${callee.name}`;
  const problems: Problem[] = [...policyProblems(call)];
  if (callsPerRequest !== undefined && !(Number.isFinite(callsPerRequest) && callsPerRequest > 0)) {
    problems.push({
      code: 'MS2007',
      message: `${to} happens never`,
      given: `callsPerRequest was ${callsPerRequest}`,
      allowed: 'numbers above 0',
      fix: 'state the average, or leave it out',
    });
  }
  if (retries !== undefined && retries.attempts > 0 && options.idempotent !== true) {
    problems.push({
      code: 'MS2011',
      message: `${to} is sent again although that may do harm`,
      given: `retries were up to ${retries.attempts}, idempotent was ${options.idempotent ?? 'not stated'}`,
      allowed: 'retries of calls that are idempotent',
      fix: 'state idempotent: true if sending a request twice does no harm, else leave retries out',
    });
  }
  for (const method of methods.filter((candidate) => !/^[A-Za-z][\w-]*$/.test(candidate))) {
    problems.push({
      code: 'MS2007',
      message: `${to} names a method that is none`,
      given: `the method was '${method}'`,
      allowed: 'such as GET, or GetCart',
      fix: 'correct it',
    });
  }
  for (const path of paths.filter((candidate) => !candidate.startsWith('/'))) {
    problems.push({
      code: 'MS2007',
      message: `${to} names a path that is none`,
      given: `the path was '${path}'`,
      allowed: 'paths from /',
      fix: `state '/${path}'`,
    });
  }
  for (const path of paths.filter(
    (candidate) => candidate.startsWith('/') && (/[{}]/.test(candidate) || candidate.slice(0, -1).includes('*')),
  )) {
    problems.push({
      code: 'MS2007',
      message: `${to} names a path that no policy can hold to`,
      given: `the path was '${path}'`,
      allowed: 'whole paths, and beginnings with a * at the end',
      fix: 'shorten it to the part before the variable, and a *',
    });
  }
  for (const placeholder of (addressFormat?.text.match(/\{\w*\}/g) ?? []).filter(
    (candidate) => !['{host}', '{port}', '{scheme}'].includes(candidate),
  )) {
    problems.push({
      code: 'MS2007',
      message: `${to} has an address with a placeholder that is none`,
      given: `the format was '${addressFormat!.text}', with ${placeholder}`,
      allowed: '{host}, {port} and {scheme}',
      fix: 'correct the placeholder',
    });
  }
  const millis = timeout && millisOf(timeout);
  const longest = callee.workload?.longestRequest;
  if (millis !== undefined && longest !== undefined && millis > longest * 1000) {
    problems.push({
      code: 'MS2008',
      message: `${to} waits longer than ${callee.name} ever takes`,
      given:
        `timeout was ${millis} ms, the longest request of ${callee.name} is ${longest} ` +
        `s${callee.workload?.activator?.startSeconds === undefined ? '' : ', its start included'}`,
      allowed: `up to ${longest} s`,
      fix: `shorten the timeout, or raise longestRequest of ${callee.name}: its shutdown waits only that long`,
    });
  }
  return problems;
};

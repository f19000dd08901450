import { Severity } from './finding';

/** What a code stands for. */
export interface CodeEntry {
  readonly title: string;
  readonly severity: Severity;
  /** Whether `acknowledge` can accept it; not where Kubernetes or the synthesis itself would fail. */
  readonly acknowledgeable: boolean;
}

const refused = (title: string): CodeEntry => ({ title, severity: Severity.ERROR, acknowledgeable: false });
const error = (title: string): CodeEntry => ({ title, severity: Severity.ERROR, acknowledgeable: true });
const warning = (title: string): CodeEntry => ({ title, severity: Severity.WARNING, acknowledgeable: true });

/** Every code: 0 the program and its output, 1 microservices, 2 calls and exposures, 3 stacks and platforms. A code is never reused. */
export const CODES = {
  MS0001: refused('a validation of another construct failed'),
  MS0002: refused('two objects share kind, namespace and name'),
  MS0003: refused('dependencies form a cycle'),
  MS0004: refused('an object cannot be rendered'),
  MS0005: error('a patch has no effect'),
  MS0006: refused('a patch cannot be applied'),
  MS0007: warning('an acknowledgement matches nothing'),
  MS0008: refused('an acknowledgement cannot be accepted'),
  MS0009: refused('two copies of the library are installed'),
  MS0010: refused('two files of the output share a name'),

  MS1001: refused('Kubernetes refuses the name of a microservice'),
  MS1002: refused('the name of a microservice is too long'),
  MS1004: refused('an image reference is none'),
  MS1005: error('an image changes without notice'),
  MS1006: refused('containers cannot be told apart'),
  MS1007: refused('a request is above its limit'),
  MS1008: refused('an amount is none that the API accepts'),
  MS1009: refused('a variable is declared twice'),
  MS1010: refused('Kubernetes refuses the name of a variable'),
  MS1011: error('variables refer to each other in a circle'),
  MS1012: refused('a path is mounted twice'),
  MS1013: refused('Kubernetes refuses a path'),
  MS1014: refused('two volumes share a name'),
  MS1015: refused('Kubernetes refuses a volume'),
  MS1016: refused('a port is out of range'),
  MS1017: refused('a port is declared twice'),
  MS1018: refused('ports cannot be told apart by name'),
  MS1019: refused('a microservice without ports is headless'),
  MS1020: refused('a time is none that the API accepts'),
  MS1021: refused('the number of replicas is none'),
  MS1023: refused('a probe cannot work'),
  MS1024: refused('Kubernetes refuses a label or an annotation'),
  MS1025: refused('a label belongs to the library'),
  MS1026: refused('the namespace refuses the pods'),
  MS1027: refused('the platform requires another value'),
  MS1028: refused('a user or group is none'),
  MS1029: refused('the scheduler or the kubelet refuses where pods run'),
  MS1031: refused('a microservice stands outside of an application stack'),

  MS2001: refused('the callee has no such port'),
  MS2002: refused('a call must say which port it goes to'),
  MS2003: refused('the callee serves no port'),
  MS2004: error('caller and callee speak different protocols'),
  MS2005: refused('a call is stated twice'),
  MS2006: error('a port has no methods and paths'),
  MS2007: refused('a condition of a call is impossible'),
  MS2008: error('a caller waits longer than the callee ever takes'),
  MS2009: refused('a number of retries is none'),
  MS2010: refused('the callee cannot be reached from another cluster'),
  MS2012: refused('the host of an external service is none'),
  MS2013: refused('a range of addresses is none'),
  MS2014: warning('network policies cannot name hosts'),
  MS2015: warning('the address of the API server is not known'),
  MS2016: refused('an exposure is impossible'),
  MS2018: refused('Kubernetes refuses the name of one end of a call'),

  MS3001: refused('Kubernetes refuses the namespace or the name of the application'),
  MS3002: refused('stacks that share a namespace disagree'),
  MS3003: refused('the version of Kubernetes is not supported'),
  MS3005: refused('a fact of the cluster is impossible'),
  MS3006: refused('an entry of the image map is no reference'),
  MS3007: refused('the namespace cannot be made'),
} as const satisfies Record<string, CodeEntry>;

/** One of the codes of the catalogue. */
export type Code = keyof typeof CODES;

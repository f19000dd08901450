import { KindSchema } from './closed-schema';
import { list, metadata, number, object, text } from './schemas';

const service = object({ service: text, port: number, portName: text }, ['service']);
const header = object({ name: text, value: text }, ['name']);
const rule = object({ hosts: list(text), paths: list(object({ value: text }, ['value'])), headers: list(header) });

const route = object(
  {
    target: service,
    rules: list(rule),
    scalingMetric: object({
      concurrency: object({ targetValue: number }, ['targetValue']),
      requestRate: object({ targetValue: number, window: text, granularity: text }, ['targetValue']),
    }),
    timeouts: object({ readiness: text, request: text, responseHeader: text }),
  },
  ['target', 'scalingMetric'],
);

/**
 * Kinds of KEDA's HTTP add-on, of which no package has types: the fields that the library may state, as
 * https://github.com/kedacore/http-add-on/blob/v0.15.0/config/crd/bases/http.keda.sh_interceptorroutes.yaml has them.
 */
export const KEDA_HTTP_KINDS: Readonly<Record<string, KindSchema>> = {
  'http.keda.sh/v1beta1/InterceptorRoute': {
    schema: object(
      { apiVersion: { enum: ['http.keda.sh/v1beta1'] }, kind: { enum: ['InterceptorRoute'] }, metadata, spec: route },
      ['apiVersion', 'kind', 'metadata', 'spec'],
    ),
  },
};

import { KindSchema, Schema } from './closed-schema';

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const object = (properties: Record<string, Schema>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
});
const list = (items: Schema): Schema => ({ type: 'array', items });
const mapOf = (additional: Schema): Schema => ({ type: 'object', additional });

const metadata = object({ name: text, namespace: text, labels: mapOf(text), annotations: mapOf(text) }, ['name']);
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

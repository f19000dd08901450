/** Braces that Helm takes for a value of the chart, which is empty. */
export const CONFIG_MAP = `apiVersion: v1
kind: ConfigMap
metadata:
  name: legend
  namespace: shop
data:
  legend: 'pods: {{ .Values.pods }}'
`;

/** Braces that Helm cannot parse. */
export const ALERT = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: alerts
  namespace: shop
spec:
  groups:
    - name: shop
      rules:
        - alert: Down
          expr: up == 0
          annotations:
            summary: '{{ $labels.pod }} is down'
`;

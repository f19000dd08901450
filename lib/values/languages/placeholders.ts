/**
 * Beginnings of what other programs replace in a text: variables of Grafana (`$name`, `${name}`, `[[name]]`), templates
 * of Go and of Argo Rollouts, and labels in legends of Grafana (`{{name}}`).
 */
export const PLACEHOLDERS = /\$(?=[\w{])|\[(?=\[)|\{(?=\{)/g;

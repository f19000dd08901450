/** Duration of milliseconds in Istio's form. */
export function duration(millis: number): string {
  return millis % 1000 === 0 ? `${millis / 1000}s` : `${millis}ms`;
}

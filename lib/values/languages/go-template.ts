const OPEN = '{{';

/** A text that stands for itself where a template of Go is read, as in annotations of alerts. */
export function goTemplateText(text: string): string {
  return text.replaceAll(OPEN, '{{"{{"}}');
}

/** True for a text that a template of Go, or one of Argo Rollouts, would not take as it is. */
export function holdsTemplate(text: string): boolean {
  return text.includes(OPEN);
}

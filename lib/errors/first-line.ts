/** First line of an error's message. */
export function firstLine(error: unknown): string {
  try {
    // Not by instanceof: errors of Node.js itself are of another realm under some test runners.
    const { message } = Object(error) as { message?: unknown };
    return (typeof message === 'string' ? message : String(error)).trim().split('\n')[0]!;
  } catch {
    return 'an error without a text';
  }
}

/** Says in a sentence why a build cannot be configured, and what to do. */
export class ConfigureError extends Error {
  override name = 'ConfigureError' as const;
}

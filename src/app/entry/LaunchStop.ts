import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Site } from '../../smart/site/site.ts';

/** `launch.html` stops with an error, or because its address names no chart, where a sign-in leads on. */
export type LaunchStop =
  | { readonly error: LaunchError }
  | { readonly site: Site; readonly onSignIn: () => void };

import { LaunchError, type ErrorCode } from './LaunchError.ts';
import type { Site } from './site.ts';

/** RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6. */
const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  ['access_denied', 'E05'],
  ['invalid_scope', 'E06'],
  ['unauthorized_client', 'E06'],
  ['invalid_client', 'E06'],
  ['unsupported_response_type', 'E06'],
  ['invalid_request', 'E06'],
  ['server_error', 'E07'],
  ['temporarily_unavailable', 'E07'],
  ['login_required', 'E07'],
  ['interaction_required', 'E07'],
  ['invalid_grant', 'E15'],
]);

/** An OAuth error as one of ours. `description` is somebody else's text: cut, shown as text, under "Details" only. */
export function refusal(error: string, description: string, site: Site, otherwise: ErrorCode): LaunchError {
  const said = description.replaceAll(/\s+/g, ' ').slice(0, 200);
  return new LaunchError(CODES.get(error) ?? otherwise, site.label, {
    error: error.slice(0, 60),
    ...(said !== '' && { 'the server said': said }),
    'client id': site.clientId,
  });
}

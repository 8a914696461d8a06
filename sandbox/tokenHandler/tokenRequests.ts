import type { IncomingMessage } from 'node:http';
import { formBody, type HttpResponse } from '../http.ts';
import { isJsonType, mediaTypeOf, requestServer } from '../serverRequest.ts';
import { authenticationOf } from './clientAuthentication.ts';
import { OAuthRefusal, type EhrEndpoints, type HandlerClient } from './handlerOptions.ts';

/** The page may send these parameters for each grant, and some of them must be there. Nothing else goes on to the EHR. */
const GRANTS: Readonly<
  Record<string, { readonly fields: readonly string[]; readonly optional: readonly string[] }>
> = {
  authorization_code: { fields: ['code', 'redirect_uri', 'code_verifier'], optional: [] },
  refresh_token: { fields: ['refresh_token'], optional: ['scope'] },
};

const FORM_LIMIT_BYTES = 16 * 1024;
const ANSWER_LIMIT_BYTES = 1024 * 1024;

/**
 * Sends a token request of the page on, with the credential. It goes once and never again, since a second use of a code
 * revokes what the first one gave.
 */
export async function passTokenRequest(
  request: IncomingMessage,
  client: HandlerClient,
  endpoints: EhrEndpoints,
  timeLimitMs: number,
): Promise<HttpResponse> {
  const form = await clientForm(request, client);
  const grantType = form.get('grant_type') ?? '';
  const grant = Object.hasOwn(GRANTS, grantType) ? GRANTS[grantType] : undefined;
  if (!grant) throw new OAuthRefusal(400, 'unsupported_grant_type', 'This grant type is not passed on.');
  const missing = grant.fields.find((name) => !form.get(name));
  if (missing !== undefined) throw new OAuthRefusal(400, 'invalid_request', `${missing} is missing.`);
  const redirectUri = form.get('redirect_uri');
  if (redirectUri !== null && redirectUri !== client.redirectUri)
    throw new OAuthRefusal(400, 'invalid_grant', 'redirect_uri is not the one registered here.');
  const fields = picked(form, ['grant_type', ...grant.fields, ...grant.optional]);
  const { status, headers, text } = await askEhr(endpoints.token, fields, client, endpoints, timeLimitMs);
  if (!isJsonType(mediaTypeOf(headers)))
    throw new OAuthRefusal(502, 'server_error', 'The sign-in server behind did not answer in JSON.');
  const retryAfter = headers.get('retry-after');
  return {
    status,
    type: 'application/json',
    body: text,
    headers: { Pragma: 'no-cache', ...(retryAfter !== null && { 'Retry-After': retryAfter }) },
  };
}

/** Sends the end of a session on. The EHR's answer has no body that the page would read. */
export async function passRevocation(
  request: IncomingMessage,
  client: HandlerClient,
  endpoints: EhrEndpoints,
  timeLimitMs: number,
): Promise<HttpResponse> {
  const form = await clientForm(request, client);
  if (endpoints.revocation === undefined)
    throw new OAuthRefusal(404, 'invalid_request', 'The sign-in server behind revokes nothing.');
  if (!form.get('token')) throw new OAuthRefusal(400, 'invalid_request', 'token is missing.');
  const fields = picked(form, ['token', 'token_type_hint']);
  const { status } = await askEhr(endpoints.revocation, fields, client, endpoints, timeLimitMs);
  return { status };
}

/** Reads the form of a page that names this client, and no credential of its own. */
async function clientForm(request: IncomingMessage, { clientId }: HandlerClient): Promise<URLSearchParams> {
  const form = await formBody(request, FORM_LIMIT_BYTES);
  const names = [...form.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new OAuthRefusal(400, 'invalid_request', 'A parameter was sent twice.');
  if (form.get('client_id') !== clientId)
    throw new OAuthRefusal(401, 'invalid_client', 'This client is not known here.');
  return form;
}

/** SMART leaves `client_id` out of the form of a confidential client. */
async function askEhr(
  address: string,
  fields: URLSearchParams,
  { clientId, credential }: HandlerClient,
  { token }: EhrEndpoints,
  timeLimitMs: number,
) {
  const authentication = await authenticationOf(credential, clientId, token);
  return requestServer(address, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Accept: 'application/json',
      ...authentication.headers,
    },
    body: new URLSearchParams([...fields, ...Object.entries(authentication.fields)]),
    timeLimitMs,
    maxBytes: ANSWER_LIMIT_BYTES,
  });
}

const picked = (form: URLSearchParams, names: readonly string[]): URLSearchParams =>
  new URLSearchParams([...form].filter(([name]) => names.includes(name)));

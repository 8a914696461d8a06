// The tests of the token handler share its credentials and a handler before a sandbox that knows the client by them.
import { createServer, type RequestListener } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import type { ConfidentialClient } from '../authorization/confidentialClient.ts';
import { startSandbox, type Sandbox } from '../server.ts';
import type { PatientStory } from '../patients/story.ts';
import type { ClientCredential } from './clientAuthentication.ts';
import type { HandlerClient } from './handlerOptions.ts';
import { startTokenHandler, type TokenHandler, type TokenHandlerOptions } from './tokenHandler.ts';

export const CONFIDENTIAL_ID = 'longview-confidential:1';
/** Its signs are those that form encoding changes. */
const SECRET = 'not + a/secret:of=any&hospital%~-0123456789';

export type CredentialKind = 'client_secret_basic' | 'ES384' | 'RS384';

type Registration = {
  readonly credential: ClientCredential;
  readonly authentication: ConfidentialClient['authentication'];
};

/** Returns a credential, and what the authorization server knows of it. */
export async function newRegistration(kind: CredentialKind): Promise<Registration> {
  if (kind === 'client_secret_basic') {
    const known = { method: kind, secret: SECRET } as const;
    return { credential: known, authentication: known };
  }
  const { privateKey, publicKey } = await generateKeyPair(kind, { extractable: true });
  const name = { kid: `key-${kind}`, alg: kind, use: 'sig' };
  return {
    credential: {
      method: 'private_key_jwt',
      algorithm: kind,
      key: { ...(await exportJWK(privateKey)), ...name },
    },
    authentication: {
      method: 'private_key_jwt',
      keys: [{ ...(await exportJWK(publicKey)), kty: kind === 'ES384' ? 'EC' : 'RSA', ...name }],
    },
  };
}

export type HandlerPair = {
  readonly sandbox: Sandbox;
  readonly handler: TokenHandler;
  readonly lines: readonly string[];
  close(): Promise<void>;
};

type PairOptions = {
  readonly appOrigin: string;
  readonly stories: readonly PatientStory[];
  /** Sign-ins come back to this page. */
  readonly page?: string;
};

/** Starts a sandbox with one confidential client, and a handler before it that has the client's credential. */
export async function startHandlerPair(
  kind: CredentialKind,
  { appOrigin, stories, page = 'index.html' }: PairOptions,
): Promise<HandlerPair> {
  const { credential, authentication } = await newRegistration(kind);
  const redirectUri = `${appOrigin}/${page}`;
  const confidentialClients = [{ clientId: CONFIDENTIAL_ID, redirectUri, authentication }];
  const sandbox = await startSandbox({ port: 0, appOrigin, stories, confidentialClients });
  const lines: string[] = [];
  const handler = await startTokenHandler({
    port: 0,
    appOrigin,
    ehrFhirBase: sandbox.fhirBase,
    client: {
      clientId: CONFIDENTIAL_ID,
      credential,
      redirectUri,
      launchUri: `${appOrigin}/launch.html`,
    } satisfies HandlerClient,
    log: (line) => lines.push(line),
  } satisfies TokenHandlerOptions);
  return {
    sandbox,
    handler,
    lines,
    close: async () => {
      await handler.close();
      await sandbox.close();
    },
  };
}

/** Starts any server that a test writes itself. */
export async function startServer(
  listener: RequestListener,
): Promise<{ readonly origin: string; close(): void }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('This server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

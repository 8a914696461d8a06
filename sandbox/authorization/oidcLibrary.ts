import type * as Oidc from 'oidc-provider';

/**
 * The library asks for Node 22, but what it uses of it is in Node 20.19 too, and the checks in
 * authorizationServer.test.ts and tokens.test.ts pass there. Only this one notice is suppressed.
 */
async function loadOidcProvider(): Promise<typeof Oidc> {
  const warn = console.warn;
  console.warn = (...parts: unknown[]) => {
    if (!String(parts[0]).includes('Unsupported runtime')) warn(...parts);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}

// The library is awaited here and not at its first use, because Vite's `runnerImport`, which starts the
// sandbox, imports nothing later.
export const { errors: oidcErrors, Provider } = await loadOidcProvider();

import type { Adapter, AdapterFactory, AdapterPayload, ClientMetadata } from 'oidc-provider';

type Row = { payload: AdapterPayload; readonly expiresAtMs: number };

/**
 * The library keeps codes, tokens and grants here: one Map per model, which is gone when the process ends. Clients that it was
 * not started with are found by `findClient`.
 */
export function memoryStore(findClient: (id: string) => ClientMetadata | undefined): AdapterFactory {
  const byGrant = new Map<string, Set<() => void>>();
  return (model) => {
    const rows = new Map<string, Row>();
    const payloadIfLive = (row: Row | undefined): AdapterPayload | undefined =>
      row && row.expiresAtMs > Date.now() ? row.payload : undefined;
    const findPayload = async (
      matches: (payload: AdapterPayload) => boolean,
    ): Promise<AdapterPayload | undefined> =>
      payloadIfLive([...rows.values()].find((row) => matches(row.payload)));

    const adapter: Adapter = {
      async upsert(id, payload, expiresInSeconds) {
        const expiresAtMs = expiresInSeconds === undefined ? Infinity : Date.now() + expiresInSeconds * 1000;
        rows.set(id, { payload, expiresAtMs });
        if (payload.grantId === undefined) return;
        const revocations = byGrant.get(payload.grantId) ?? new Set();
        revocations.add(() => rows.delete(id));
        byGrant.set(payload.grantId, revocations);
      },
      find: async (id) => (model === 'Client' ? findClient(id) : payloadIfLive(rows.get(id))),
      findByUid: (uid) => findPayload((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findPayload((payload) => payload.userCode === userCode),
      // The row stays, because a second use of a code or refresh token is only noticed while the first is
      // remembered.
      async consume(id) {
        const row = rows.get(id);
        if (row) row.payload = { ...row.payload, consumed: Math.floor(Date.now() / 1000) };
      },
      async destroy(id) {
        rows.delete(id);
      },
      async revokeByGrantId(grantId) {
        for (const revoke of byGrant.get(grantId) ?? []) revoke();
        byGrant.delete(grantId);
      },
    };
    return adapter;
  };
}

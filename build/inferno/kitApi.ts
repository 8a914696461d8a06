/**
 * The JSON API of Inferno's core, as far as the command uses it. The shapes follow its serializers.
 * @see https://github.com/inferno-framework/inferno-core/tree/main/lib/inferno/apps/web
 */

export const SUITE_ID = 'smart_client_stu2_2';
/** The kit names the kinds of clients by these words; a page in a browser is a public one. */
const PUBLIC_CLIENT = 'SMART,authorization_code,public';

/** The kit is not there, or answers something else than its source says. */
export class KitError extends Error {
  override name = 'KitError' as const;
}

export type KitTest = {
  readonly id: string;
  readonly short_id: string;
  readonly title: string;
  readonly optional: boolean;
};
export type KitGroup = {
  readonly optional: boolean;
  readonly test_groups?: readonly KitGroup[];
  readonly tests?: readonly KitTest[];
};
type KitSession = {
  readonly id: string;
  readonly test_suite: { readonly test_groups: readonly KitGroup[] };
};
export type KitResult = {
  readonly test_id?: string;
  readonly result: string;
  readonly result_message?: string;
  readonly messages?: readonly { readonly type: string; readonly message: string }[];
};
type KitRun = { readonly id: string; readonly status: string };

export type KitApi = ReturnType<typeof kitApi>;

const ANSWER_MS = 30_000;

/** Returns the calls of the kit at this address, such as `http://localhost`. Each throws a `KitError` where it has no answer. */
export function kitApi(kit: string) {
  const call = async <T>(path: string, body?: object): Promise<T> => {
    const response = await sendTo(`${kit}${path}`, body);
    const text = await response.text();
    if (!response.ok)
      throw new KitError(`${path} was answered with ${response.status}: ${text.slice(0, 300)}`);
    try {
      return JSON.parse(text) as T;
    } catch {
      throw new KitError(`${path} was answered with something else than JSON: ${text.slice(0, 80)}`);
    }
  };
  return {
    version: () => call<{ version: string }>('/api/version'),
    discovery: () => call<{ issuer?: string }>(`/custom/${SUITE_ID}/fhir/.well-known/smart-configuration`),
    createSession: () =>
      call<KitSession>('/api/test_sessions', {
        test_suite_id: SUITE_ID,
        suite_options: [{ id: 'client_type', value: PUBLIC_CLIENT }],
      }),
    startRun: (sessionId: string, inputs: Readonly<Record<string, string>>) =>
      call<KitRun>('/api/test_runs', {
        test_session_id: sessionId,
        test_suite_id: SUITE_ID,
        inputs: Object.entries(inputs).map(([name, value]) => ({ name, value })),
      }),
    run: (runId: string) => call<KitRun>(`/api/test_runs/${runId}`),
    results: (runId: string) => call<readonly KitResult[]>(`/api/test_runs/${runId}/results`),
    /** Ends a run that waits. The kit allows one run per session, and an abandoned one would go on waiting. */
    cancel: (runId: string) => deleteAt(`${kit}/api/test_runs/${runId}`),
    /** Says what a tester says by the link of the waiting dialog: the client has made its requests. */
    resume: async (clientId: string): Promise<void> => {
      const path = `/custom/${SUITE_ID}/resume_pass?token=${encodeURIComponent(clientId)}`;
      const response = await sendTo(kit + path);
      if (response.status >= 400) throw new KitError(`${path} was answered with ${response.status}`);
    },
  };
}

/** Sends a request. A redirect is an answer: the link that resumes a run leads to a page of the kit. */
const sendTo = (address: string, body?: object): Promise<Response> =>
  fetch(address, {
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_MS),
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch((error: unknown) => {
    const cause =
      error instanceof Error ? ((error.cause as Error | undefined)?.message ?? error.message) : '';
    throw new KitError(`${new URL(address).origin} does not answer (${cause})`);
  });

const deleteAt = async (address: string): Promise<void> => {
  await fetch(address, { method: 'DELETE', signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => undefined);
};

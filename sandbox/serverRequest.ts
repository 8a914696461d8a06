// The sandbox asks other servers here alone: without cookies, without following a redirect, for a limited time, and for
// a limited number of bytes.

export type ServerAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** The body is unpacked and read as UTF-8. */
  readonly text: string;
};

/** Says why another server gave no answer that can be used. `status` is what a gateway answers then. */
export class ServerFailure extends Error {
  readonly status: 502 | 504;

  constructor(status: 502 | 504, message: string) {
    super(message);
    this.name = 'ServerFailure';
    this.status = status;
  }
}

type ServerRequest = {
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams;
  readonly timeLimitMs: number;
  readonly maxBytes: number;
};

/** Returns what the server answered, whatever its status. Throws a `ServerFailure` for a redirect and for no answer. */
export async function requestServer(
  url: string,
  { method = 'GET', headers, body, timeLimitMs, maxBytes }: ServerRequest,
): Promise<ServerAnswer> {
  try {
    const response = await fetch(url, {
      method,
      headers,
      body: body?.toString() ?? null,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeLimitMs),
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new ServerFailure(502, 'The server behind answered with a redirect, which is not followed.');
    }
    return {
      status: response.status,
      headers: response.headers,
      text: await limitedText(response, maxBytes),
    };
  } catch (error) {
    if (error instanceof ServerFailure) throw error;
    if (error instanceof Error && error.name === 'TimeoutError') {
      throw new ServerFailure(504, `The server behind gave no answer within ${timeLimitMs / 1000} s.`);
    }
    throw new ServerFailure(502, `The server behind cannot be reached${reasonOf(error)}.`);
  }
}

async function limitedText(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new ServerFailure(502, 'The server behind sent more than can be passed on.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Returns the code alone, such as ECONNREFUSED, because a message may hold an address. */
function reasonOf(error: unknown): string {
  const code: unknown = Reflect.get(Object(Reflect.get(Object(error), 'cause')), 'code');
  return typeof code === 'string' ? ` (${code})` : '';
}

/** Returns the media type without its parameters. */
export const mediaTypeOf = (headers: Headers): string =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Returns whether a media type is JSON, of FHIR or another. */
export const isJsonType = (type: string): boolean => /^application\/([\w.-]+\+)?json(\+fhir)?$/.test(type);

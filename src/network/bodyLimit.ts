/**
 * A document of a sign-in (discovery, token, keys) has at most this many bytes. Real ones have some thousands, and several of
 * them fit into the storage of a window.
 */
export const DOCUMENT_BYTES = 131_072;
/** An answer of the FHIR server has at most this many bytes. A result has about one thousand, and a page some hundred results. */
export const FHIR_BYTES = 33_554_432;

/** The bodies of these answers were found to be over their limit. */
export const overLimit = new WeakSet<Response>();

/** Returns whether the body of this answer was found to be over its limit, so that a part of it was dropped. */
export const isOverLimit = (response: Response): boolean => overLimit.has(response);

/**
 * Returns the answer with a body that breaks off behind this many bytes, as they are after decompression. The rest is not
 * read, so that neither memory nor the parser ever meets it. Browsers hide the reason of a body that breaks off (Chromium
 * rejects with TypeError), so `isOverLimit` tells it.
 */
export function withBodyLimit(response: Response, maxBytes: number): Response {
  const { status, body, headers } = response;
  // Some have no body, although Chromium shows one. https://fetch.spec.whatwg.org/#null-body-status
  if (body === null || status === 204 || status === 205 || status === 304) return response;
  let bytes = 0;
  const counted = body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(part, controller) {
        bytes += part.length;
        if (bytes <= maxBytes) return controller.enqueue(part);
        overLimit.add(limited);
        controller.error(new RangeError('over its limit'));
      },
    }),
  );
  // `fetch` also hands out statuses that no Response can be made with. The answer is a fault of the server all the same.
  const limited = new Response(counted, { status: Math.min(status, 599), headers });
  return limited;
}

/**
 * Returns the 32-bit FNV-1a hash of a text (http://www.isthe.com/chongo/tech/comp/fnv/). It tells the versions of one
 * Observation apart where keeping the text itself would cost its memory.
 */
export function fnv1aHash(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Returns 64 bits as 16 hexadecimal digits. It is no secret: who guesses the text finds its hash. */
export const hashText = (text: string): string =>
  [0x811c9dc5, 0x9e3779b9].map((seed) => fnv1aHash(text, seed).toString(16).padStart(8, '0')).join('');

/** 32 bits of a text (FNV-1a): tells versions of one Observation apart where the text itself would cost its memory. */
export function fnv1aHash(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

import { textField } from '../../smart/site/untrustedJson.ts';
import { isAudience, type Audience } from '../../smart/authorization/audience.ts';

/**
 * Remembers in this entry of the history for whom a session that has ended showed its record, so that a reload says the same end in the same
 * words and language when nothing else is known any more. It is one of two words, and names nobody.
 */
export function rememberAudience(audience: Audience | undefined): void {
  if (audience === undefined) return;
  try {
    history.replaceState({ ...Object(history.state), reader: audience }, '');
  } catch {
    return; // a browser refuses more than some hundred changes in half a minute, and a reload then speaks English
  }
}

/** Returns who reads this page as far as its entry of the history says: that of a session that ended, or of a sign-in under way. */
export function rememberedAudience(): Audience | undefined {
  const reader = textField(history.state, 'reader');
  return isAudience(reader) ? reader : undefined;
}

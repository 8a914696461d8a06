import type { Audience } from '../../smart/authorization/audience.ts';
import { createStrictContext } from '../../ui/strictContext.ts';

/** These are the screens that are shown, and the way to the other ones. */
export type AudienceChoice = {
  readonly audience: Audience;
  readonly onChoose: (audience: Audience) => void;
};

export const [AudienceProvider, useAudience] = createStrictContext<AudienceChoice>('audience');

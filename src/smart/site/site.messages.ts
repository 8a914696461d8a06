// Both pages inline these texts: each is a constant of its own, which costs them least.

export const addressIsNone = 'not an address';
export const addressIsNotHttps = (protocol: string): string => `not https: ${protocol}`;
/** These texts are about the name of a fact. */
export const shownInside = 'shown inside';

/**
 * An instruction is read so far, for its doses as for its times, so that neither misses a hold or a change that the other one would find.
 * What is longer was not read to its end, and has no amount.
 */
export const MAX_INSTRUCTION_LETTERS = 1000;

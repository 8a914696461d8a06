/** These help tests of many short texts, of which one line has several: "Rejected | Cancelled". */
export const textsIn = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(' | '));

export const textsInLanguages = (lines: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lines).flatMap(([language, some]) => textsIn(some).map((text) => [language, text] as const));

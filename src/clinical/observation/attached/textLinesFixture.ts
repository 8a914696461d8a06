/** These help tests of many short texts, of which one line has several: "Rejected | Cancelled". */
export const textsOf = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(' | '));

export const textsByLanguage = (lines: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(lines).flatMap(([language, some]) => textsOf(some).map((text) => [language, text] as const));

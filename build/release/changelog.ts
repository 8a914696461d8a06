/** This is what a changelog says of one version. https://keepachangelog.com/en/1.1.0/ */
export type ChangelogEntry = { readonly version: string; readonly date: string; readonly body: string };

const HEADING = /^## \[([^\]]+)\](?: - (\S+))?[^\S\n]*$/gm;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Returns the entries of a changelog in the order in which they stand. */
export function changelogEntries(text: string): readonly ChangelogEntry[] {
  const headings = [...text.matchAll(HEADING)];
  return headings.map(({ 0: line, 1: version = '', 2: date = '', index }, i) => ({
    version,
    date,
    body: text.slice(index + line.length, headings[i + 1]?.index).trim(),
  }));
}

/** Returns what keeps a version from being released with this changelog; undefined when nothing does. */
export function changelogProblem(text: string, version: string): string | undefined {
  const entry = changelogEntries(text).find((one) => one.version === version);
  if (entry === undefined)
    return `CHANGELOG.md has no entry "## [${version}] - YYYY-MM-DD"; move what stands under Unreleased there.`;
  if (!DATE.test(entry.date))
    return `The entry ${version} of CHANGELOG.md has no date; write ## [${version}] - YYYY-MM-DD.`;
  return /^[-*] \S/m.test(entry.body)
    ? undefined
    : `The entry ${version} of CHANGELOG.md is empty; say what changed.`;
}

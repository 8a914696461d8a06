const LONGEST = 200;

/**
 * Returns a text of a server as one short line without control characters or marks of direction, so that it can neither move the
 * cursor of a terminal nor read as another text.
 */
export function plainText(sent: string): string {
  const line = sent
    // oxlint-disable-next-line no-control-regex -- these are the characters to take out
    .replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g, ' ')
    .trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

import * as v from 'valibot';
import type { AuditPart } from './dependencyAudit.ts';

const advisorySchema = v.object({ title: v.string(), url: v.string() });
const reportSchema = v.object({
  vulnerabilities: v.record(
    v.string(),
    v.object({
      severity: v.string(),
      range: v.optional(v.string(), ''),
      via: v.array(v.union([v.string(), advisorySchema])),
    }),
  ),
});

/**
 * Returns what `npm audit --json` says. An advisory about a package that is shipped, or a grave one about any other, is a
 * problem. Where no source of advisories could be reached, it says so: no list is no clean list, and no breach either.
 */
export function advisoryPart(output: string, shippedNames: ReadonlySet<string>): AuditPart {
  const report = v.safeParse(reportSchema, parsed(output));
  const title = 'Advisories';
  if (!report.success)
    return {
      title,
      problems: [],
      notes: [
        `NOT CHECKED: the registry of this machine gave no advisories (${reasonIn(output)}). Run this where npm audit works, or compare sbom.cdx.json with a database of advisories.`,
      ],
    };
  const problems: string[] = [];
  const notes: string[] = [];
  for (const [name, { severity, range, via }] of Object.entries(report.output.vulnerabilities)) {
    const causes = via.map((cause) =>
      typeof cause === 'string' ? `by ${cause}` : `${cause.title} ${cause.url}`,
    );
    const isShipped = shippedNames.has(name);
    const line = `${name} ${range}: ${severity}, ${isShipped ? 'shipped' : 'for building and testing'}; ${causes.join('; ')}`;
    (isShipped || ['high', 'critical'].includes(severity) ? problems : notes).push(line);
  }
  if (problems.length + notes.length === 0) notes.push('The registry knows of none.');
  return { title, problems, notes };
}

function parsed(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}

/** Returns the status of the answer. The message of npm would name the registry, which is nobody's business here. */
function reasonIn(output: string): string {
  const status = /"statusCode":\s*(\d{3})/.exec(output)?.[1];
  return status === undefined ? 'no answer' : `status ${status}`;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startTestServer } from '../testServerFixture.ts';
import type { CohortError } from './cohortError.ts';
import { downloadFile } from './downloadFile.ts';

test('a disk that takes nothing is said as such, and the server is not asked again for what it has sent', async () => {
  let requests = 0;
  const server = await startTestServer((_request, response) => {
    requests += 1;
    response.writeHead(200, { 'content-type': 'application/fhir+ndjson' });
    response.end('{"resourceType":"Patient","id":"1"}\n');
  });
  const folder = mkdtempSync(join(tmpdir(), 'longview-disk-'));
  try {
    const waitsMs: number[] = [];
    const download = downloadFile({
      name: 'File 1 of 1 (Patient)',
      url: new URL(server.origin),
      path: join(folder, 'gone', '00001.ndjson'),
      token: undefined,
      etag: undefined,
      check: () => {},
      clock: { now: () => Date.now(), wait: async (ms) => void waitsMs.push(ms) },
      begin: async () => {},
      countLines: () => {},
    });
    const error = await download.then(
      () => undefined,
      (reason: CohortError) => reason,
    );
    expect(error?.message).toMatch(/^The disk does not take the import \(ENOENT\)\. .+ --out\.$/);
    expect([error?.canResume, requests, waitsMs]).toEqual([true, 1, []]);
  } finally {
    rmSync(folder, { recursive: true });
    await server.close();
  }
});

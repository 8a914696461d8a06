import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Handler } from '../servers/secureServer.ts';

/** A floor page fetches these addresses at once after the token response, and the pages that follow them if it follows. */
export type FloorPlan = {
  readonly addresses: readonly string[];
  readonly isFollowing: boolean;
  readonly isDrawing: boolean;
};

const source = (name: string): string => readFileSync(`bench/floors/${name}`, 'utf8');

/** Returns the floor pages with this plan, at the addresses of the app's own two pages. */
export function floorPages(plan: FloorPlan): Handler {
  const launch = gzipSync(source('launch.html'));
  const json = JSON.stringify(plan).replaceAll('<', String.raw`\u003c`);
  const index = gzipSync(source('index.html').replace('/*plan*/', () => json));
  return (request, response) => {
    const { pathname } = new URL(request.url, 'https://app.test');
    const body = pathname === '/launch.html' ? launch : pathname === '/index.html' ? index : undefined;
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'gzip',
      'cache-control': 'no-store',
    });
    response.end(body);
  };
}

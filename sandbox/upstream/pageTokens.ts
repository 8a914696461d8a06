import { randomBytes } from 'node:crypto';

const PAGE_LIFE_MS = 10 * 60 * 1000;
const MOST_PAGES = 5000;

/**
 * Keeps what the next pages are. A link holds a random token alone, so nobody can write one, or make one of somebody
 * else's.
 */
export class PageTokens<Page> {
  readonly #pages = new Map<string, { readonly page: Page; readonly expiresAtMs: number }>();

  add(page: Page): string {
    this.#forget();
    const token = randomBytes(24).toString('base64url');
    this.#pages.set(token, { page, expiresAtMs: Date.now() + PAGE_LIFE_MS });
    return token;
  }

  get(token: string): Page | undefined {
    this.#forget();
    return this.#pages.get(token)?.page;
  }

  /** All pages live equally long, so the oldest stand first. */
  #forget(): void {
    const nowMs = Date.now();
    for (const [token, { expiresAtMs }] of this.#pages) {
      if (expiresAtMs > nowMs && this.#pages.size < MOST_PAGES) return;
      this.#pages.delete(token);
    }
  }
}

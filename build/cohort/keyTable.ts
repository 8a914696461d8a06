import { createHash } from 'node:crypto';

const FREE = 0;

/**
 * Remembers which resources there are, by 64 bits of the hash of type and id and 32 of the hash of their content. It takes 12 to
 * 24 bytes for each, where a set of texts takes a hundred.
 */
export class KeyTable {
  #slots = new Uint32Array(3 * 4096);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a resource. Returns "new", or whether the one of this name that is there has the same content. */
  add(key: string, content: Buffer): 'new' | 'same' | 'other' {
    if (this.#size * 2 >= this.#slots.length / 3) this.#grow();
    const [high, low] = keyHash(key);
    const hash = contentHash(content);
    const at = this.#find(this.#slots, high, low);
    if (this.#slots[at] !== FREE || this.#slots[at + 1] !== FREE)
      return this.#slots[at + 2] === hash ? 'same' : 'other';
    this.#slots[at] = high;
    this.#slots[at + 1] = low;
    this.#slots[at + 2] = hash;
    this.#size += 1;
    return 'new';
  }

  has(key: string): boolean {
    const [high, low] = keyHash(key);
    const at = this.#find(this.#slots, high, low);
    return this.#slots[at] !== FREE || this.#slots[at + 1] !== FREE;
  }

  /** Returns the slot of a hash, or the free one where it belongs. */
  #find(slots: Uint32Array, high: number, low: number): number {
    const count = slots.length / 3;
    for (let slot = low % count; ; slot = (slot + 1) % count) {
      const at = slot * 3;
      const isFree = slots[at] === FREE && slots[at + 1] === FREE;
      if (isFree || (slots[at] === high && slots[at + 1] === low)) return at;
    }
  }

  #grow(): void {
    const grown = new Uint32Array(this.#slots.length * 2);
    for (let at = 0; at < this.#slots.length; at += 3) {
      const [high = FREE, low = FREE, content = FREE] = this.#slots.subarray(at, at + 3);
      if (high === FREE && low === FREE) continue;
      grown.set([high, low, content], this.#find(grown, high, low));
    }
    this.#slots = grown;
  }
}

function keyHash(key: string): readonly [number, number] {
  const digest = createHash('sha1').update(key).digest();
  const low = digest.readUInt32LE(4);
  // Nothing but a free slot is all zero.
  return [digest.readUInt32LE(0) || 1, low];
}

const contentHash = (content: Buffer): number => createHash('sha1').update(content).digest().readUInt32LE(0);

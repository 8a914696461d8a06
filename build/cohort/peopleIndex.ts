import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';

/** A resource lies in this file, from this byte on, and has so many bytes. */
type Place = { readonly file: number; readonly offset: number; readonly length: number };

const NOBODY = 0xffff_ffff;

/** Says for each person where the resources lie. It holds numbers in columns: 18 bytes for each resource. */
export class PeopleIndex {
  readonly #people = new Map<string, number>();
  readonly #patients = new Set<number>();
  #person = new Uint32Array(1024);
  #file = new Uint16Array(1024);
  #offset = new Float64Array(1024);
  #length = new Uint32Array(1024);
  #size = 0;

  /** Adds a resource of a person, or of nobody. */
  add(person: string | undefined, isPatient: boolean, { file, offset, length }: Place): void {
    if (this.#size === this.#person.length) this.#grow();
    const number = person === undefined ? NOBODY : this.#numberOf(person);
    if (isPatient) this.#patients.add(number);
    this.#person[this.#size] = number;
    this.#file[this.#size] = file;
    this.#offset[this.#size] = offset;
    this.#length[this.#size] = length;
    this.#size += 1;
  }

  get people(): number {
    return this.#patients.size;
  }

  /** This many people have results and no Patient. */
  get strangers(): number {
    return this.#people.size - this.#patients.size;
  }

  /**
   * Writes one line for each person: `{"id":"1","lines":[[file, offset, length], …]}`. The Patient stands first, because it is read
   * for the list of people.
   */
  async write(path: string, isPatientFile: (file: number) => boolean): Promise<void> {
    const stream = createWriteStream(path, { mode: 0o600 });
    const { starts, order } = this.#byPerson();
    for (const [id, number] of this.#people) {
      const rows = Array.from(order.subarray(starts[number], starts[number + 1]));
      const places = rows.map(
        (row) => [this.#file[row] ?? 0, this.#offset[row] ?? 0, this.#length[row] ?? 0] as const,
      );
      const sorted = places.toSorted(([a], [b]) => Number(isPatientFile(b)) - Number(isPatientFile(a)));
      // oxlint-disable-next-line no-await-in-loop -- the stream says when it has room
      if (!stream.write(`${JSON.stringify({ id, lines: sorted })}\n`)) await once(stream, 'drain');
    }
    stream.end();
    await finished(stream);
  }

  /** Sorts the rows by person, by counting. */
  #byPerson(): { readonly starts: Uint32Array; readonly order: Uint32Array } {
    const starts = new Uint32Array(this.#people.size + 1);
    const rows = this.#person.subarray(0, this.#size);
    for (const person of rows) if (person !== NOBODY) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
    for (let person = 0; person < this.#people.size; person += 1)
      starts[person + 1] = (starts[person + 1] ?? 0) + (starts[person] ?? 0);
    const next = starts.slice();
    const order = new Uint32Array(starts.at(-1) ?? 0);
    for (const [row, person] of rows.entries()) {
      if (person === NOBODY) continue;
      order[next[person] ?? 0] = row;
      next[person] = (next[person] ?? 0) + 1;
    }
    return { starts, order };
  }

  #numberOf(person: string): number {
    const known = this.#people.get(person);
    if (known !== undefined) return known;
    this.#people.set(person, this.#people.size);
    return this.#people.size - 1;
  }

  #grow(): void {
    const size = this.#person.length * 2;
    const grown = <T extends Uint32Array | Uint16Array | Float64Array>(column: T, to: T): T => {
      to.set(column);
      return to;
    };
    this.#person = grown(this.#person, new Uint32Array(size));
    this.#file = grown(this.#file, new Uint16Array(size));
    this.#offset = grown(this.#offset, new Float64Array(size));
    this.#length = grown(this.#length, new Uint32Array(size));
  }
}

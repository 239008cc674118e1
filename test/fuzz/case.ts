/** The case of a number: which file is damaged, and how. */
import { join } from "node:path";
import { corpus } from "./corpus.ts";
import { damaged } from "./damage.ts";
import { Random } from "./random.ts";

export interface FuzzCase {
  /** Path of the damaged file in the estate. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** Cases over the files of a sample; the same number gives the same bytes. */
export class Cases {
  readonly #files: ReturnType<typeof corpus>;

  /** `root` is the directory that holds `samples`. */
  constructor(root: string) {
    this.#files = corpus(join(root, "samples/hospital-group"));
  }

  of(seed: number): FuzzCase {
    const random = new Random(seed);
    const { path, bytes, inside } = random.of(this.#files);
    // A packed file that is damaged as it stands hardly ever reaches the reader of what is in it.
    if (inside !== undefined && random.below(4) > 0) {
      const part = random.of(inside.parts);
      const others = inside.parts.map((each) => inside.bytes(each));
      return { path, bytes: inside.packed(part, damaged(inside.bytes(part), random, others)) };
    }
    const kind = path.slice(path.lastIndexOf("."));
    const others = this.#files.filter((file) => file.path.endsWith(kind)).map((file) => file.bytes);
    return { path, bytes: damaged(bytes, random, others) };
  }

  /** Every file as it is. */
  get estate(): Readonly<Record<string, Uint8Array>> {
    return Object.fromEntries(this.#files.map((file) => [file.path, file.bytes]));
  }

  /** The whole estate with one file damaged. */
  estateOf({ path, bytes }: FuzzCase): Readonly<Record<string, Uint8Array>> {
    return { ...this.estate, [path]: bytes };
  }
}

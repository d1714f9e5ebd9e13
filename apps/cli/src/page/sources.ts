/** Each source is printed once, at the end; in the text it is a number. */
export class Sources {
  readonly #cited: string[] = []

  /** The number of a source, e.g. `[3]`. */
  cite(source: string): string {
    const found = this.#cited.indexOf(source)
    return `[${found >= 0 ? found + 1 : this.#cited.push(source)}]`
  }

  get all(): readonly string[] {
    return this.#cited
  }
}

/** The caller's fault, or nobody's: said to them as a typed error, and no error of the function. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly type: string;

  /** @param type of src/lib/errors @param message says what to do */
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

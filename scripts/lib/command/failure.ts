/** An error that the user of the command can correct. It is printed without a stack trace. */
export class Failure extends Error {
  public override readonly name = 'Failure';

  constructor(message: string, public readonly exitCode = 1) {
    super(message);
  }
}

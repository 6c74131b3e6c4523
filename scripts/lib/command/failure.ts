/** Something that the one who runs the command can put right, said in one message without a stack trace. */
export class Failure extends Error {
  public override readonly name = 'Failure';

  constructor(message: string, public readonly exitCode = 1) {
    super(message);
  }
}

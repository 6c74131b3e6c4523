import { Report } from '../../scripts/lib/command/report';

/** Reports steps on standard error, beside the progress of the other figures. */
export class Progress extends Report {
  public override async step<T>(title: string, run: (progress: () => void) => Promise<T>): Promise<T> {
    console.error(`  ${title}`);
    return run(() => {});
  }

  public override heading(): void {}

  public override note(): void {}
}

import { EqualityClasses } from './equality';
import type { Report } from './report';
import type { Index } from '../../../../profile-schema/document';
import type { JsonObject } from '../json';

/** The validation of one profile. Without a report, it ends at the first violation. */
export class Validation {
  /** For schemas that are only tried, and whose violations are not reported. */
  public readonly trial: Validation;
  public readonly equalityClasses: EqualityClasses;
  private readonly results = new Map<Index, Map<object, boolean>>();

  constructor(private readonly report?: Report) {
    this.trial = report ? new Validation() : this;
    this.equalityClasses = report ? this.trial.equalityClasses : new EqualityClasses();
  }

  /** Whether to stop at the next violation. */
  public get isOver(): boolean {
    return this.report?.hasMore ?? true;
  }

  /** The cached results of a schema, by list or object. */
  public resultsOf(index: Index): Map<object, boolean> {
    let results = this.results.get(index);
    if (!results) {
      results = new Map();
      this.results.set(index, results);
    }
    return results;
  }

  /** Reports that the value or one of its properties violates a keyword. */
  public fail(keyword: string, property?: string): false {
    this.report?.add(keyword, property);
    return false;
  }

  /** Enters an item or a property. */
  public enter(key: string | number): void {
    this.report?.path.push(key);
  }

  public leave(): void {
    this.report?.path.pop();
  }

  /** The names of an object's properties. Sorted if there is a report, so that both languages report the same violations. */
  public namesOf(value: JsonObject): string[] {
    const names = Object.keys(value);
    return this.report ? names.sort() : names;
  }
}

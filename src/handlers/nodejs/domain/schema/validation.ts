import { EqualityClasses } from './equality';
import type { Report } from './report';
import type { Index } from '../../../../profile-schema/document';
import type { JsonObject } from '../json';

/** One run of a validator over one profile. Without a report it is over at the first thing that is wrong. */
export class Validation {
  /** To try a schema out, of which what fails is no fault of the profile. */
  public readonly trial: Validation;
  public readonly equalityClasses: EqualityClasses;
  private readonly results = new Map<Index, Map<object, boolean>>();

  constructor(private readonly report?: Report) {
    this.trial = report ? new Validation() : this;
    this.equalityClasses = report ? this.trial.equalityClasses : new EqualityClasses();
  }

  /** Whether there is nothing more to find once something is wrong. */
  public get isOver(): boolean {
    return this.report?.hasMore ?? true;
  }

  /** The results of a schema so far, by lists and objects. */
  public resultsOf(index: Index): Map<object, boolean> {
    let results = this.results.get(index);
    if (!results) {
      results = new Map();
      this.results.set(index, results);
    }
    return results;
  }

  /** Notes that a keyword is not met by the value, or by a property of it. */
  public fail(keyword: string, property?: string): false {
    this.report?.add(keyword, property);
    return false;
  }

  /** Goes on to an item or property. */
  public enter(key: string | number): void {
    this.report?.path.push(key);
  }

  public leave(): void {
    this.report?.path.pop();
  }

  /** The names of an object's properties, in an order that both languages share where it shows. */
  public namesOf(value: JsonObject): string[] {
    const names = Object.keys(value);
    return this.report ? names.sort() : names;
  }
}

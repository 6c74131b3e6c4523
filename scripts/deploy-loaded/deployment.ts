import { References } from './references';
import { Template } from '../local/cdk-app';

/** A resource that was asked for. */
export interface AskedResource {
  readonly logicalId: string;
  readonly type: string;
  /** None if it is not deployed. */
  readonly physicalId?: string;
  /** As the template has them, references included. */
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What was asked for, beside what was deployed of it. */
export class Deployment {
  public readonly resources: readonly AskedResource[];
  private readonly references: References;

  constructor(askedFor: Template, physicalIds: ReadonlyMap<string, string>) {
    this.references = new References(askedFor, physicalIds);
    this.resources = Object.entries(askedFor.Resources).map(([logicalId, { Type, Properties = {} }]) => (
      { logicalId, type: Type, physicalId: physicalIds.get(logicalId), properties: Properties }
    ));
  }

  public get types(): string[] {
    return [...new Set(this.resources.map(({ type }) => type))].sort();
  }

  public ofType(type: string): AskedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The properties that were asked for, with what was deployed in place of the references. */
  public asked({ properties }: AskedResource): Record<string, any> {
    return this.references.resolve(properties);
  }
}

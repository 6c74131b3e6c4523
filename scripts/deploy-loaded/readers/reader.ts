/** Properties by the names that CloudFormation has for them. */
export type Properties = Record<string, any>;

/** Reads what a resource is by now, given what was asked for. */
export type Reader = (physicalId: string, asked: Properties) => Promise<Properties>;

/** The readers of some resource types. */
export type Readers = Readonly<Record<string, Reader>>;

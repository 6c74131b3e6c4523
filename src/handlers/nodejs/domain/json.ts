/** A JSON value as `JSON.parse` makes it, or one that has others in it. */
export type JsonValue<Other = never> = null | boolean | number | string | JsonValue<Other>[] | JsonObject<Other> | Other;
export interface JsonObject<Other = never> { [key: string]: JsonValue<Other> }

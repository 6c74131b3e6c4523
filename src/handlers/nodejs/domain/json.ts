/** A JSON value, as `JSON.parse` returns it. `Other` allows further types of values in it. */
export type JsonValue<Other = never> = null | boolean | number | string | JsonValue<Other>[] | JsonObject<Other> | Other;
export interface JsonObject<Other = never> { [key: string]: JsonValue<Other> }

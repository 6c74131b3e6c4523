/**
 * The provisioned throughput of the table and of its index, each with these capacity units.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html
 */
export interface TableCapacity {
  /**
   * The number of read capacity units. One unit is one strongly consistent read per second of an item of up to 4 KB.
   *
   * A positive integer.
   */
  readonly readCapacity: number;

  /**
   * The number of write capacity units. One unit is one write per second of an item of up to 1 KB.
   *
   * A positive integer.
   */
  readonly writeCapacity: number;
}

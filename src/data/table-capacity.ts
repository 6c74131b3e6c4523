/**
 * Provisioned throughput of the table. Its index gets the same.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html
 */
export interface TableCapacity {
  /**
   * Read capacity units. One unit is one strongly consistent read per second of an item of up to 4 KB.
   *
   * A positive integer.
   */
  readonly readCapacity: number;

  /**
   * Write capacity units. One unit is one write per second of an item of up to 1 KB.
   *
   * A positive integer.
   */
  readonly writeCapacity: number;
}

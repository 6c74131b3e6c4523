/**
 * Provisioned throughput of the table and of its index, which get the same.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/provisioned-capacity-mode.html
 */
export interface TableCapacity {
  /**
   * Read capacity units: one is a strongly consistent read of up to 4 KB a second.
   *
   * A positive integer.
   */
  readonly readCapacity: number;

  /**
   * Write capacity units: one is a write of up to 1 KB a second.
   *
   * A positive integer.
   */
  readonly writeCapacity: number;
}

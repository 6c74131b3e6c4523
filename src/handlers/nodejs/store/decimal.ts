/** A number as DynamoDB keeps it, by its decimal digits. */
export interface Decimal {
  readonly isNegative: boolean;
  /** From the first to the last that is not 0; none of zero. */
  readonly digits: string;
  /** That of the first digit. */
  readonly exponent: number;
}

/** Takes a number apart, however it is spelled. */
export function decimalOf(text: string): Decimal {
  const [, minus, whole, fraction, exponent] = /^(-?)(\d+)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text)!;
  const digits = (whole + fraction).replace(/^0+/, '');
  return {
    isNegative: minus !== '',
    digits: digits.replace(/0+$/, ''),
    exponent: Number(exponent ?? 0) + digits.length - fraction.length - 1,
  };
}

/** Whether two texts say the same number; DynamoDB does not spell all as JavaScript does. */
export function isSameNumber(a: string, b: string): boolean {
  if (a === b) {
    return true;
  }
  const [one, other] = [decimalOf(a), decimalOf(b)];
  return one.digits === other.digits
    && (one.digits === '' || (one.isNegative === other.isNegative && one.exponent === other.exponent));
}

/** A number in decimal, as DynamoDB stores it. */
export interface Decimal {
  readonly isNegative: boolean;
  /** The significant digits, without leading and trailing zeros. Empty for zero. */
  readonly digits: string;
  /** The exponent of the first significant digit. */
  readonly exponent: number;
}

/** Parses a number in any notation. */
export function decimalOf(text: string): Decimal {
  const [, minus, whole, fraction, exponent] = /^(-?)(\d+)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(text)!;
  const digits = (whole + fraction).replace(/^0+/, '');
  return {
    isNegative: minus !== '',
    digits: digits.replace(/0+$/, ''),
    exponent: Number(exponent ?? 0) + digits.length - fraction.length - 1,
  };
}

/** Whether two strings represent the same number. DynamoDB and JavaScript use different notations for some numbers. */
export function isSameNumber(a: string, b: string): boolean {
  if (a === b) {
    return true;
  }
  const [one, other] = [decimalOf(a), decimalOf(b)];
  return one.digits === other.digits
    && (one.digits === '' || (one.isNegative === other.isNegative && one.exponent === other.exponent));
}

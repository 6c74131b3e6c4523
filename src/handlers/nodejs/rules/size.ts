import { JsonValue } from './json';

/**
 * What a value takes in a DynamoDB item, in bytes.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function sizeOf(value: JsonValue): number {
  if (value === null || typeof value === 'boolean') {
    return 1;
  }
  if (typeof value === 'number') {
    return sizeOfNumber(value);
  }
  if (typeof value === 'string') {
    return Buffer.byteLength(value);
  }
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, element) => sum + 1 + sizeOf(element), 3);
  }
  return Object.entries(value).reduce((sum, [key, member]) => sum + 1 + Buffer.byteLength(key) + sizeOf(member), 3);
}

/** A byte for each two digits, paired from the decimal point as in base 100, one for the exponent, one for the minus. */
function sizeOfNumber(value: number): number {
  if (value === 0) {
    return 1;
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  const digits = mantissa.replace(/[-.]/g, '').length;
  // The first digit is the lower of its pair where the exponent is even.
  const leadingZero = Number(exponent) % 2 === 0 ? 1 : 0;
  return Math.ceil((digits + leadingZero) / 2) + 1 + (value < 0 ? 1 : 0);
}

import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { decimalOf } from './decimal';
import { StoredJson, StoredValue } from '../domain/stored-value';

/**
 * Returns the size of a value in a DynamoDB item, in bytes.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function sizeOf(value: StoredJson): number {
  if (value === null || typeof value === 'boolean') {
    return 1;
  }
  if (typeof value === 'number') {
    return sizeOfNumber(String(value));
  }
  if (typeof value === 'string') {
    return Buffer.byteLength(value);
  }
  if (Array.isArray(value)) {
    return value.reduce<number>((sum, element) => sum + 1 + sizeOf(element), 3);
  }
  if (value instanceof StoredValue) {
    return sizeOfStored(value);
  }
  return Object.entries(value).reduce((sum, [key, member]) => sum + 1 + Buffer.byteLength(key) + sizeOf(member), 3);
}

/** One byte for each pair of digits, counted from the decimal point, one for the exponent, and one for a minus sign. */
function sizeOfNumber(text: string): number {
  const { isNegative, digits, exponent } = decimalOf(text);
  if (digits === '') {
    return 1;
  }
  // The first digit is the second of its pair if the exponent is even.
  const leadingZero = exponent % 2 === 0 ? 1 : 0;
  return Math.ceil((digits.length + leadingZero) / 2) + 1 + (isNegative ? 1 : 0);
}

/** The size of the stored attribute. For binary, the size of its Base64 text, which is larger. */
function sizeOfStored(value: StoredValue): number {
  const { N, NS } = value.attribute as AttributeValue;
  if (N !== undefined) {
    return sizeOfNumber(N);
  }
  return NS ? NS.reduce((sum, element) => sum + 1 + sizeOfNumber(element), 3) : sizeOf(value.toJSON());
}

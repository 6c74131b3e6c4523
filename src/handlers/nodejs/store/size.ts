import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { decimalOf } from './decimal';
import { StoredJson, StoredValue } from '../domain/stored-value';

/**
 * Returns the size of a value in a DynamoDB item, in bytes.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function sizeOf(value: StoredJson): number {
  switch (typeof value) {
    case 'string': return Buffer.byteLength(value);
    case 'number': return Number.isSafeInteger(value) ? sizeOfInteger(value) : sizeOfNumber(String(value));
    case 'boolean': return 1;
  }
  if (value === null) {
    return 1;
  }
  if (value instanceof StoredValue) {
    return sizeOfStored(value);
  }
  let size = 3;
  if (Array.isArray(value)) {
    for (const element of value) {
      size += 1 + sizeOf(element);
    }
  } else {
    for (const key of Object.keys(value)) {
      size += 1 + Buffer.byteLength(key) + sizeOf(value[key]);
    }
  }
  return size;
}

/** The same as `sizeOfNumber`, but much faster. */
function sizeOfInteger(value: number): number {
  let rest = Math.abs(value);
  while (rest !== 0 && rest % 100 === 0) {
    rest /= 100;
  }
  let size = value < 0 ? 2 : 1;
  for (; rest > 0; rest = Math.floor(rest / 100)) {
    size += 1;
  }
  return size;
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

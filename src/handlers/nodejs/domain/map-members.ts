/** Maps the values of an object. Much faster than `Object.fromEntries`. */
export function mapMembers<T, U>(object: Readonly<Record<string, T>>, map: (member: T) => U): Record<string, U> {
  const result: Record<string, U> = {};
  for (const key of Object.keys(object)) {
    const value = map(object[key]);
    if (key === '__proto__') {
      // An assignment would set the prototype.
      Object.defineProperty(result, key, { value, configurable: true, enumerable: true, writable: true });
    } else {
      result[key] = value;
    }
  }
  return result;
}

const MAXIMUM_LENGTH = 300;

/** Where what was found is not as asked; more than was asked for is no difference. */
export function differences(asked: any, found: any, place: string): string[] {
  if (Array.isArray(asked) && Array.isArray(found) && asked.length === found.length) {
    return asked.flatMap((element, index) => differences(element, found[index], `${place}[${index}]`));
  }
  if (isObject(asked) && isObject(found)) {
    return Object.entries(asked).flatMap(([name, member]) => differences(member, found[name], place ? `${place}.${name}` : name));
  }
  return Object.is(asked, found) ? [] : [`${place} is ${spell(found)} instead of ${spell(asked)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spell(value: unknown): string {
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > MAXIMUM_LENGTH ? `${text.slice(0, MAXIMUM_LENGTH)}…` : text;
}

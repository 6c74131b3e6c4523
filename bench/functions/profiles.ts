/** A profile as an app may store it, of about so many bytes of JSON: text, numbers, booleans, objects and lists. */
export function profileOf(bytes: number): object {
  const contact = (index: number): object => (
    { name: `Contact ${index}`, email: `contact.${index}@example.com`, since: 2000 + index % 25, favorite: index % 3 === 0 }
  );
  const profile = { nickname: 'ada', locale: 'en-GB', newsletter: true, theme: { dark: false, accent: '#3366cc', fontSize: 14.5 } };
  const rest = bytes - JSON.stringify(profile).length;
  const contacts = Array.from({ length: Math.round(rest / JSON.stringify(contact(1000)).length) }, (_, index) => contact(index));
  return { ...profile, contacts };
}
